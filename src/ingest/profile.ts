import {isNull} from './cells';
import {mostCommon, readDates} from './column-dates';
import {readDate, type DateShape} from './dates';
import {meaningOf} from './dictionary';
import {isFloatId, readNumber, type NumberShape} from './numbers';
import type {ColumnProfile, Format} from './types';

/** What the columns of a file look like, by its first data rows. */
export interface ProfileInput {
  names: readonly string[];
  /** first data rows, as wide as they are in the file */
  rows: readonly (readonly string[])[];
  /** last data rows, where they are not among the first: they help to tell day from month and point from comma */
  last: readonly (readonly string[])[];
  delimiter: string;
}

/** One profile a column. Numbers and dates that could be read in two ways are settled by the file's other columns. */
export function profile({names, rows, last, delimiter}: ProfileInput): ColumnProfile[] {
  const columns = names.map((name, index) => look(name, columnOf(rows, index), columnOf(last, index)));
  const marks = columns.flatMap(({numbers}) =>
    numbers.flatMap((shape) => (shape.certain && shape.mark ? [shape.mark] : []))
  );
  const fallback = fallbackMark(marks, delimiter);
  const american = fallback === '.' && columns.some(({numbers}) => numbers.some(({currency}) => currency === 'USD'));
  return columns.map((column, index) => described(column, {index, fallback, american}));
}

/** A name for each column that no other has: empty ones are counted, later ones of a name get a number. */
export function distinctNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({length: width}, (_, index) => {
    const wanted = (header[index] ?? '').replace(/\s+/gu, ' ').trim() || `Column ${index + 1}`;
    const name = numbered(wanted, taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function numbered(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
  return name;
}

interface Column {
  name: string;
  values: string[];
  numbers: NumberShape[];
  dates: DateShape[];
  /** of both ends of the file */
  allDates: DateShape[];
  allNumbers: NumberShape[];
}

const columnOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows.flatMap((row) => (isNull(row[index] ?? '') ? [] : [row[index] ?? '']));

function look(name: string, values: string[], last: string[]): Column {
  const numbers = values.flatMap((value) => readNumber(value) ?? []);
  const dates = values.flatMap((value) => readDate(value) ?? []);
  const allDates = [...dates, ...last.flatMap((value) => readDate(value) ?? [])];
  const allNumbers = [...numbers, ...last.flatMap((value) => readNumber(value) ?? [])];
  return {name, values, numbers, dates, allDates, allNumbers};
}

/** The mark that most undoubted numbers of the file have; a comma beside semicolons, else a point. */
function fallbackMark(marks: readonly ('.' | ',')[], delimiter: string): '.' | ',' {
  return mostCommon(marks) || (delimiter === ';' ? ',' : '.');
}

interface Around {
  index: number;
  fallback: '.' | ',';
  american: boolean;
}

function described(column: Column, around: Around): ColumnProfile {
  const {name, values} = column;
  const looks = looksLike(column);
  const details =
    looks === 'date' ? dateDetails(column, around) : numeric(looks) ? numberDetails(column, around) : idDetails(column);
  return {
    index: around.index,
    name,
    looks,
    filled: values.length,
    distinct: new Set(values).size,
    examples: [...new Set(values)].slice(0, 5).map((value) => value.slice(0, 100)),
    ...details
  };
}

const numeric = (looks: ColumnProfile['looks']): boolean => looks === 'integer' || looks === 'number';

type Details = {format: Format} & Partial<ColumnProfile>;

function looksLike({name, values, numbers, dates}: Column): ColumnProfile['looks'] {
  if (values.length === 0) return 'empty';
  const {concepts} = meaningOf(name);
  const isNamedId = name.length > 2 && concepts.includes('id') && !concepts.includes('quantity');
  if (dates.length >= values.length * 0.9 && !(isNamedId && numbers.length === values.length)) return 'date';
  if (numbers.length >= values.length * 0.9)
    return numberOrId(values, numbers, isNamedId || concepts.includes('customer'));
  return values.length > 0 && values.filter(isCode).length >= values.length * 0.9 ? 'id' : 'text';
}

function numberOrId(
  values: readonly string[],
  numbers: readonly NumberShape[],
  named: boolean
): ColumnProfile['looks'] {
  if (named && values.every((value) => isFloatId(value) || /^\d+$/.test(value.trim()))) return 'id';
  if (values.every((value) => isFloatId(value))) return named ? 'id' : 'number';
  if (values.some((value) => /^(?:0\d+|\d{16,})$/.test(value.trim()))) return 'id';
  return numbers.every((shape) => shape.whole) ? 'integer' : 'number';
}

/** One word with a digit in it. */
const isCode = (value: string): boolean =>
  value.length <= 64 && /\d/.test(value) && /^[\p{L}\d_./#:-]+$/u.test(value.trim());

function dateDetails({allDates}: Column, {american}: Around): Details {
  const {format, order, months} = readDates(allDates, american);
  return {
    format: format === undefined ? {} : {date: format},
    ...(order ? {order} : {}),
    ...(months === undefined ? {} : {months})
  };
}

function numberDetails({numbers, allNumbers}: Column, {fallback}: Around): Details {
  const written = allNumbers.filter((shape) => shape.mark !== null);
  const certain = written.filter((shape) => shape.certain);
  const decimal = mostCommon(certain.map((shape) => shape.mark ?? '.')) || fallback;
  const currency = onlyCurrency(numbers);
  return {
    format: {decimal},
    ...(certain.length < written.length ? {mark: {deciding: certain.length, of: written.length}} : {}),
    ...(currency === undefined ? {} : {currency})
  };
}

/** The one currency beside numbers, where nearly all of them have it. */
function onlyCurrency(numbers: readonly NumberShape[]): string | undefined {
  const found = numbers.flatMap(({currency}) => currency ?? []);
  const [first] = found;
  return found.length >= numbers.length * 0.9 && found.every((currency) => currency === first) ? first : undefined;
}

function idDetails({values}: Column): Details {
  return {format: values.length > 0 && values.every((value) => isFloatId(value)) ? {id: 'number'} : {}};
}
