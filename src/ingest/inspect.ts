import {ends, refuse, type Ends} from './container';
import {detectDialect, isAligned, tableWidth} from './dialect';
import {decode, detectEncoding, isBinary} from './encoding';
import {distinctNames, profile} from './profile';
import {isBlank, linesOf, recordsOf, unixLines, type FileRecord} from './records';
import {detectRegion} from './region';
import type {Dialect, Inspection, Reasoned, Region, Source} from './types';

/** What a person says about a file, in place of what would be found. */
export interface Overrides {
  encoding?: string;
  dialect?: Partial<Dialect>;
  region?: Partial<Region>;
}

const previewRows = 50;

/**
 * Looks at the first 256 KiB and the last 64 KiB of a file and says how to read it: encoding, dialect, where the table
 * is, what its columns look like. @throws {FileError} if it is no delimited text, or has no rows
 */
export async function inspect(source: Source, overrides: Overrides = {}): Promise<Inspection> {
  const read = await ends(source);
  const encoding = encodingOf(source, read, overrides.encoding);
  const text = headText(read, encoding.value);
  if (text.trim() === '') throw refuse(source, 'empty');
  const dialect = dialectOf(source, text, overrides.dialect);
  const records = completeRecords(text, dialect.value, read);
  const ending = endingOf(read, text, encoding.value);
  const region = regionOf(records, dialect.value, {ending, ...(overrides.region ? {wanted: overrides.region} : {})});
  const rows = rowsOf(records, region.value, read.whole ? linesOf(text).length : null);
  if (rows.length === 0) throw noRows(source, records, region.value);
  const last = read.whole ? [] : lastRows(ending ?? [], dialect.value, region.value);
  return described({source, gzip: read.gzip, encoding, dialect, region}, records, {rows, last});
}

function encodingOf(source: Source, {head, whole}: Ends, wanted: string | undefined): Reasoned<string> {
  if (wanted !== undefined) return {value: checkedLabel(source, wanted), reason: {key: 'chosen'}};
  if (isBinary(head)) throw refuse(source, 'binary');
  return detectEncoding(head, whole);
}

function checkedLabel(source: Source, label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw refuse(source, 'encoding', {cause});
  }
}

/** The text of the head, up to its last line end unless it is all of the file or one line. */
function headText({head, whole}: Ends, encoding: string): string {
  const text = unixLines(decode(head, encoding));
  const end = whole ? -1 : text.lastIndexOf('\n');
  return end < 0 ? text : text.slice(0, end + 1);
}

function dialectOf(source: Source, text: string, wanted: Partial<Dialect> | undefined): Reasoned<Dialect> {
  if (wanted?.delimiter !== undefined) {
    const quote = wanted.quote ?? '"';
    return {value: {delimiter: wanted.delimiter, quote, escape: wanted.escape ?? quote}, reason: {key: 'chosen'}};
  }
  const found = detectDialect(text);
  if (wanted) return {value: {...found.value, ...wanted}, reason: {key: 'chosen'}};
  const isSplit = found.reason.key !== 'dialect.one-column' && found.value.delimiter !== ' ';
  if (!isSplit && isAligned(text)) throw refuse(source, 'aligned');
  return found;
}

/** All records but a last one that the head cuts. */
function completeRecords(text: string, dialect: Dialect, {whole}: Ends): FileRecord[] {
  const records = recordsOf(text, dialect);
  return whole || records.length < 3 ? records : records.slice(0, -1);
}

/** The last lines of the file; null where they can't be reached. */
function endingOf({whole, tail}: Ends, text: string, encoding: string): string[] | null {
  if (whole) return linesOf(text);
  if (tail.length === 0) return null;
  return linesOf(unixLines(decode(tail, encoding))).slice(1);
}

interface Wanted {
  ending: string[] | null;
  wanted?: Partial<Region>;
}

function regionOf(records: FileRecord[], dialect: Dialect, {ending, wanted}: Wanted): Reasoned<Region> {
  const found = detectRegion(records, {dialect, ending});
  return wanted ? {value: {...found.value, ...wanted}, reason: {key: 'chosen'}} : found;
}

/** Data rows: below the header, above the footer, without blank ones. `lines`: of the file; null where not all are here. */
function rowsOf(records: readonly FileRecord[], region: Region, lines: number | null): FileRecord[] {
  const table = records.filter(({line}) => line > region.preamble);
  const end = lines === null ? Infinity : lines - region.footer;
  return table.slice(region.header).filter((record) => record.line <= end && !isBlank(record));
}

function noRows(source: Source, records: readonly FileRecord[], {preamble}: Region): Error {
  const line = records.find((record) => record.line > preamble)?.line ?? 1;
  return refuse(source, 'no-rows', {line});
}

type Found = Pick<Inspection, 'source' | 'gzip' | 'encoding' | 'dialect' | 'region'>;

interface Rows {
  rows: readonly FileRecord[];
  last: readonly string[][];
}

function described(found: Found, records: readonly FileRecord[], {rows, last}: Rows): Inspection {
  const {preamble, header} = found.region.value;
  const head = header === 1 ? (records.find(({line}) => line > preamble)?.cells ?? []) : [];
  const width = Math.max(head.length, tableWidth(rows));
  const names = distinctNames(head, width);
  const cells = rows.map((row) => row.cells);
  const {delimiter} = found.dialect.value;
  return {
    ...found,
    columns: profile({names, rows: cells, last: last.filter((row) => row.length === width), delimiter}),
    preview: cells.slice(0, previewRows).map((row) => padded(row, width)),
    sampled: cells.length
  };
}

/** Data rows among the last lines. Where those begin inside a quoted field, the first of them are nonsense of other widths. */
function lastRows(ending: readonly string[], dialect: Dialect, {footer}: Region): string[][] {
  const lines = ending.slice(0, footer === 0 ? undefined : -footer).slice(-400);
  return recordsOf(lines.join('\n'), dialect).map(({cells}) => cells);
}

const padded = (row: readonly string[], width: number): string[] =>
  Array.from({length: width}, (_, at) => row[at] ?? '');
