import {isNull, kindOf} from './cells';
import {meaningOf} from '../guess/dictionary';
import {plainCells, recordsOf} from './records';
import type {Body} from './region';
import type {Dialect} from '../types';

/** How much the first row of a table looks like the names of its columns: positive if it does, negative if it is data. */
export function headerVote(cells: readonly string[], body: Body): number {
  if (body.rows.length === 0)
    return cells.some((cell) => kindOf(cell) === 'number' || kindOf(cell) === 'date') ? -1 : 1;
  if (isCount(cells, body)) return 1;
  const votes = cells.map((cell, at) => vote(cell, at, body));
  const sum = votes.reduce((total, one) => total + one, 0);
  return Math.abs(sum) < 0.05 && cells.every((cell) => ['text', 'code', 'empty'].includes(kindOf(cell))) ? 0.1 : sum;
}

/**
 * The names of `width` columns in a header that the rules of the file don't split: it has a stray quote, or another
 * delimiter. Null where no way gives so many.
 */
export function namesIn(line: string, dialect: Dialect, width: number): string[] | null {
  const others = [',', ';', '\t', '|', ' '].filter((delimiter) => delimiter !== dialect.delimiter);
  const ways = [
    plainCells(line, dialect),
    ...others.map((delimiter) => recordsOf(line, {...dialect, delimiter})[0]?.cells ?? [])
  ];
  return width < 2 ? null : (ways.find((cells) => cells.length === width) ?? null);
}

/** Dashes and the like, which part names from what is below them. */
export const isDashes = (cell: string): boolean => /^[\s:]*[-=_+]{2,}[-=_+\s:]*$/.test(cell);

/** The names of columns that several rows give: upper ones reach as far right as the next of their row. */
export function joinedNames(rows: readonly (readonly string[])[], width: number): string[] {
  const named = rows.filter((cells) => !cells.every((cell) => cell.trim() === '' || isDashes(cell)));
  const full = named.map((cells, at) => (at < named.length - 1 ? reaching(cells, width) : cells));
  return Array.from({length: width}, (_, at) => {
    const parts = full.map((cells) => (cells[at] ?? '').trim());
    return parts.filter((part) => part !== '').join(' ');
  });
}

/** The names with blanks behind them filled. */
function reaching(cells: readonly string[], width: number): string[] {
  let last = '';
  return Array.from({length: width}, (_, at) => {
    const name = (cells[at] ?? '').trim();
    if (name !== '') last = name;
    return last;
  });
}

function vote(cell: string, at: number, body: Body): number {
  const kind = kindOf(cell);
  const below = body.kinds[at] ?? 'empty';
  if (kind === 'empty') return -0.1;
  if (kind === 'date' || kind === 'link') return -2;
  if (kind === 'number') return below === 'text' || below === 'code' ? 0.3 : -1.5;
  const {concepts, unknown} = meaningOf(cell);
  const known = concepts.length > unknown ? 0.6 : 0;
  return below === 'text' || below === 'code' || below === 'empty' ? known + contrast(cell, at, body) : 1;
}

/** Between words above and words below: a value that comes again is data, a length or a pattern that never comes is a name. */
function contrast(cell: string, at: number, {rows, kinds}: Body): number {
  const values = rows
    .slice(0, 200)
    .map(({cells}) => (cells[at] ?? '').trim())
    .filter((value) => value !== '');
  if (values.includes(cell.trim())) return -0.7;
  if (kinds[at] === 'code')
    return values.filter((value) => patternOf(value) === patternOf(cell)).length >= values.length * 0.5 ? -0.5 : 0.5;
  const lengths = new Set(values.map((value) => value.length));
  return lengths.size === 1 && values.length > 2 && !lengths.has(cell.length) ? 0.5 : 0;
}

/** Letters and digits, but for which ones: `A0` of `AB12`. */
const patternOf = (value: string): string =>
  value
    .trim()
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '0');

/** Years that rise, or whole numbers each one more or one less than the one before: `Year,2000,2001,2002`. */
function isCount(cells: readonly string[], body: Body): boolean {
  const isWhole = (cell: string): boolean => /^\d{1,5}$/.test(cell.trim());
  const numbers = cells.filter(isWhole).map(Number);
  const rest = cells.filter((cell) => !isWhole(cell));
  const steps = new Set(numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0)));
  const isYears = numbers.every((number) => number >= 1900 && number < 2100);
  const isRising = numbers.length >= 3 && isYears && [...steps].every((step) => step > 0);
  const isRow = isRising || (steps.size === 1 && (steps.has(1) || steps.has(-1)) && (numbers.length >= 3 || isYears));
  const isMixed = rest.length > 0 && rest.every((cell) => kindOf(cell) === 'text' || isNull(cell));
  return isRow && isMixed && body.rows.length > 0;
}
