import Papa from 'papaparse';
import {isPlain, separated, unitSeparator, unseparated} from '../scan/scan-columns';
import type {Dialect} from '../types';

/** A record of a file: one row of the table, or a line of what is above or below it. */
export interface FileRecord {
  /** physical line on which it begins, from 1 */
  line: number;
  cells: string[];
}

/** The text with every line end as `\n`. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The physical lines of a text; a line end at its end begins no line. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The records of a text whose lines end in `\n`, blank ones too; the first begins on line `first`. */
export function recordsOf(text: string, dialect: Dialect, first = 1): FileRecord[] {
  if (!isPlain(dialect)) return recordsOfSeparated(text, dialect, first);
  const {data} = Papa.parse<string[]>(tight(text.endsWith('\n') ? text.slice(0, -1) : text, dialect), options(dialect));
  if (dialect.quote === '' || !text.includes(dialect.quote))
    return data.map((cells, at) => ({line: first + at, cells}));
  let line = first;
  return data.map((cells) => {
    const record = {line, cells};
    line += 1 + cells.reduce((count, cell) => count + breaksIn(cell), 0);
    return record;
  });
}

function recordsOfSeparated(text: string, dialect: Dialect, first: number): FileRecord[] {
  const {quote, escape} = dialect;
  const records = recordsOf(separated(text, dialect), {delimiter: mark, quote, escape}, first);
  return records.map(({line, cells}) => ({line, cells: cells.map((cell) => unseparated(cell, dialect))}));
}

const mark = String.fromCharCode(unitSeparator);

/** The fields of a line cut at every delimiter, quoted or not, without quotes. */
export function plainCells(line: string, dialect: Dialect): string[] {
  const {delimiter, quote} = dialect;
  const cells = isPlain(dialect) ? line.split(delimiter) : separated(line, dialect).split(mark);
  return quote === '' ? cells : cells.map((cell) => cell.replaceAll(quote, '').trim());
}

/** Whether quoted fields of the text go on behind their closing quote, or never close. The sample may end inside one. */
export function isMisquoted(sample: string, dialect: Dialect): boolean {
  if (!isPlain(dialect)) return isMisquoted(separated(sample, dialect), {...dialect, delimiter: mark});
  const {errors} = Papa.parse<string[]>(tight(sample, dialect), options(dialect));
  return errors.some(
    ({code, index}) => code === 'InvalidQuotes' || (code === 'MissingQuotes' && (index ?? 0) < sample.length / 2)
  );
}

/** A blank record, or one of delimiters only. */
export const isBlank = ({cells}: {cells: readonly string[]}): boolean => cells.every((cell) => cell.trim() === '');

function options({delimiter, quote, escape}: Dialect): Papa.ParseConfig<string[]> {
  const plain = {delimiter, newline: '\n' as const, header: false, skipEmptyLines: false};
  return quote === ''
    ? {...plain, fastMode: true}
    : {...plain, quoteChar: quote, escapeChar: escape === '' ? quote : escape};
}

/** Blanks between a delimiter and an opening quote hide the quote from Papa Parse; the scan of the import passes over them. */
function tight(text: string, {delimiter, quote}: Dialect): string {
  if (quote === '' || delimiter === ' ' || !text.includes(`${delimiter} `)) return text;
  const gap = new RegExp(`(${escaped(delimiter)}|\\n) +(?=${escaped(quote)})`, 'g');
  return text.replace(gap, '$1');
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
