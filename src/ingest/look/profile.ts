import {isNull} from './cells';
import {mostCommon, readDates, type WrittenDate} from './column-dates';
import {datesIn} from './date-column';
import {meaningOf} from '../guess/dictionary';
import {flagOf} from './flags';
import {isFloatId, isPowerId, isRoundedId, readNumber, type NumberShape} from '../values/numbers';
import type {ColumnProfile, Format} from '../types';

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
  const columns = names.map((name, index) => look(name, cellsOf(rows, index), cellsOf(last, index)));
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
  /** what is filled in the first rows */
  values: string[];
  numbers: NumberShape[];
  dates: WrittenDate[];
  /** values that stand for no date */
  zeros: number;
  flag: ReturnType<typeof flagOf>;
  /** of both ends of the file */
  allValues: string[];
  allDates: WrittenDate[];
  allNumbers: NumberShape[];
}

const cellsOf = (rows: readonly (readonly string[])[], index: number): string[] => rows.map((row) => row[index] ?? '');

const isFilled = (cell: string): boolean => !isNull(cell);

function look(name: string, cells: readonly string[], last: readonly string[]): Column {
  const flag = flagOf([...cells, ...last]);
  const isSaid = flag ? (cell: string): boolean => cell.trim() !== '' : isFilled;
  const [values, lastValues] = [cells.filter(isSaid), last.filter(isSaid)];
  const allValues = [...values, ...lastValues];
  const numbers = values.flatMap((value) => readNumber(value) ?? []);
  const {dates, zeros} = datesIn(name, values);
  const allDates = lastValues.length === 0 ? dates : datesIn(name, allValues).dates;
  const allNumbers = [...numbers, ...lastValues.flatMap((value) => readNumber(value) ?? [])];
  return {name, values, numbers, dates, zeros, flag, allValues, allDates, allNumbers};
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
  const {name, values, flag} = column;
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
    ...(flag ? {flag} : {}),
    ...details
  };
}

const numeric = (looks: ColumnProfile['looks']): boolean => looks === 'integer' || looks === 'number';

type Details = {format: Format} & Partial<ColumnProfile>;

function looksLike({name, values, numbers, dates, zeros, flag}: Column): ColumnProfile['looks'] {
  if (values.length === 0) return 'empty';
  if (flag && numbers.length < values.length) return 'flag';
  const {concepts} = meaningOf(name);
  const isNamedId = name.length > 2 && concepts.includes('id') && !concepts.includes('quantity');
  if (
    dates.length > 0 &&
    dates.length >= (values.length - zeros) * 0.9 &&
    !(isNamedId && numbers.length === values.length)
  )
    return 'date';
  if (numbers.length >= values.length * 0.9)
    return numberOrId(values, numbers, isNamedId || concepts.includes('customer') || isPowers(concepts, values));
  return values.length > 0 && values.filter(isCode).length >= values.length * 0.9 ? 'id' : 'text';
}

/** Ids that a spreadsheet wrote as powers of ten; other columns called “id” have to look like ids. */
const isPowers = (concepts: readonly string[], values: readonly string[]): boolean =>
  concepts.includes('id') && values.some(isPowerId);

function numberOrId(
  values: readonly string[],
  numbers: readonly NumberShape[],
  named: boolean
): ColumnProfile['looks'] {
  if (named && values.every((value) => isFloatId(value) || isPowerId(value) || /^\d+$/.test(value.trim()))) return 'id';
  if (values.every((value) => isFloatId(value))) return named ? 'id' : 'number';
  if (values.some((value) => /^(?:0\d+|\d{16,})$/.test(value.trim()))) return 'id';
  return numbers.every((shape) => shape.whole) ? 'integer' : 'number';
}

/** One word with a digit in it. */
const isCode = (value: string): boolean =>
  value.length <= 64 && /\d/.test(value) && /^[\p{L}\d_./#:-]+$/u.test(value.trim());

function dateDetails({allDates}: Column, {american}: Around): Details {
  const {date, dates, order, ways} = readDates(allDates, american);
  return {
    format: {...(date === undefined ? {} : {date}), ...(dates === undefined ? {} : {dates})},
    ...(order ? {order} : {}),
    ...(ways.length > 0 ? {ways} : {})
  };
}

function numberDetails({numbers, allNumbers, allValues}: Column, {fallback}: Around): Details {
  const written = allNumbers.filter((shape) => shape.mark !== null);
  const certain = written.filter((shape) => shape.certain);
  const decimal = mostCommon(certain.map((shape) => shape.mark ?? '.')) || fallback;
  const currency = onlyCurrency(numbers);
  const percent = allNumbers.filter((shape) => shape.percent).length;
  const rounded = allValues.filter(isRoundedId).length;
  return {
    format: {
      decimal,
      ...(hasBothMarks(certain) ? {marks: 'each'} : {}),
      ...(allNumbers.some(({side}) => side !== undefined) ? {debit: true} : {}),
      ...(certain.length === 0 && written.length > 0 ? {open: true} : {})
    },
    ...(certain.length < written.length ? {mark: {deciding: certain.length, of: written.length}} : {}),
    ...(percent > 0 ? {percent} : {}),
    ...(rounded > 0 ? {rounded} : {}),
    ...(currency === undefined ? {} : {currency})
  };
}

/** Some numbers can only have a decimal comma, others only a point; fewer than one in twenty are slips. */
function hasBothMarks(certain: readonly NumberShape[]): boolean {
  const commas = certain.filter(({mark}) => mark === ',').length;
  const fewer = Math.min(commas, certain.length - commas);
  return fewer >= 2 && fewer >= certain.length * 0.05;
}

/** The one currency beside numbers, where nearly all of them have it. */
function onlyCurrency(numbers: readonly NumberShape[]): string | undefined {
  const found = numbers.flatMap(({currency}) => currency ?? []);
  const [first] = found;
  return found.length >= numbers.length * 0.9 && found.every((currency) => currency === first) ? first : undefined;
}

function idDetails({values, allValues}: Column): Details {
  const rounded = allValues.filter(isRoundedId).length;
  const isNumber = values.length > 0 && values.some((value) => isFloatId(value) || isPowerId(value));
  const isWhole = values.every((value) => isFloatId(value) || isPowerId(value) || /^\d+$/.test(value.trim()));
  return {format: isNumber && isWhole ? {id: 'number'} : {}, ...(rounded > 0 ? {rounded} : {})};
}
