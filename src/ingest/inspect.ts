import {ends, refuse, type Ends} from './container';
import {withoutComments} from './comments';
import {detectDialect, tableWidth} from './dialect';
import {decode, encodingOfEnds, isBinary} from './encoding';
import {distinctNames, profile} from './profile';
import {joinedNames, namesIn} from './header';
import {isBlank, linesOf, recordsOf, unixLines, type FileRecord} from './records';
import {detectRegion, kindsOfColumns} from './region';
import {isTrailing, lettersOf, repaired} from './scan-repair';
import {isAgain} from './second-table';
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
  const dialect = dialectOf(text, overrides.dialect);
  const lines = linesOf(text);
  const ending = read.whole ? lines : endingOf(read, encoding.value);
  const region = regionOf(lines, dialect.value, {ending, ...(overrides.region ? {wanted: overrides.region} : {})});
  const found = tableOf(lines, {dialect: dialect.value, region: region.value, whole: read.whole});
  const {table, repair} = repairedTable(found, dialect.value);
  if (table.rows.length === 0) throw refuse(source, 'no-rows', {line: region.value.preamble + 1});
  const last = read.whole ? [] : lastRows(ending ?? [], dialect.value, region.value);
  const repairing = repair === '' ? dialect : {...dialect, value: {...dialect.value, repair}};
  return described({source, gzip: read.gzip, encoding, dialect: repairing, region}, table, last);
}

function encodingOf(source: Source, {head, tail, whole}: Ends, wanted: string | undefined): Reasoned<string> {
  if (wanted !== undefined) return {value: checkedLabel(source, wanted), reason: {key: 'chosen'}};
  if (isBinary(head)) throw refuse(source, 'binary');
  return encodingOfEnds(head, tail, whole);
}

function checkedLabel(source: Source, label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw refuse(source, 'encoding', {cause});
  }
}

/** The text of the head: up to its last line end, where two lines at least are before it. */
function headText({head, whole}: Ends, encoding: string): string {
  const text = unixLines(decode(head, encoding));
  const end = text.lastIndexOf('\n');
  return whole || text.indexOf('\n') === end ? text : text.slice(0, end + 1);
}

function dialectOf(text: string, wanted: Partial<Dialect> | undefined): Reasoned<Dialect> {
  if (wanted?.delimiter !== undefined || wanted?.starts !== undefined) {
    const {delimiter = '', quote = wanted.starts ? '' : '"', ...rest} = wanted;
    return {value: {delimiter, quote, ...rest, escape: wanted.escape ?? quote}, reason: {key: 'chosen'}};
  }
  const found = detectDialect(text);
  return wanted ? {value: {...found.value, ...wanted}, reason: {key: 'chosen'}} : found;
}

/** The last lines of a file whose head is not all of it; null where they can't be reached. */
function endingOf({tail}: Ends, encoding: string): string[] | null {
  return tail.length === 0 ? null : linesOf(unixLines(decode(tail, encoding))).slice(1);
}

interface Around {
  ending: string[] | null;
  wanted?: Partial<Region>;
}

function regionOf(lines: readonly string[], dialect: Dialect, {ending, wanted}: Around): Reasoned<Region> {
  const found = detectRegion(lines, {dialect, ending, comment: wanted?.comment});
  return wanted ? {value: {...found.value, ...wanted}, reason: {key: 'chosen'}} : found;
}

interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

interface Reading {
  dialect: Dialect;
  region: Region;
  whole: boolean;
}

/** The header and the complete data rows among the lines, without blank ones and comments. */
function tableOf(lines: readonly string[], {dialect, region, whole}: Reading): Table {
  const end = whole ? lines.length - region.footer : lines.length;
  const kept = withoutComments(lines.slice(region.preamble, Math.max(region.preamble, end)), region.comment ?? '');
  const records = recordsOf(kept.join('\n'), dialect, region.preamble + 1).filter((record) => !isBlank(record));
  const names = records.slice(0, region.header);
  const body = records.slice(region.header).filter((record) => !isAgain(record, names));
  const rows = (whole || body.length < 2 ? body : body.slice(0, -1)).map(({cells}) => cells);
  return {header: headerOf(lines, names, {dialect, rows}), rows};
}

/** The table with its rows put right that have too many fields, and what to know of its columns for that; '' if nothing. */
function repairedTable({header, rows}: Table, dialect: Dialect): {table: Table; repair: string} {
  const width = Math.max(header.length, tableWidth(rows));
  const wide = rows.filter((row) => row.length > width);
  if (wide.length === 0 || dialect.repair === '') return {table: {header, rows}, repair: ''};
  const repair =
    dialect.repair ??
    lettersOf(
      kindsOfColumns(
        rows.filter((row) => row.length === width),
        width
      )
    );
  const mended = rows.map(
    (row) => (row.length > width && !isTrailing(row, repair) ? repaired(row, repair, dialect.delimiter) : null) ?? row
  );
  const count = mended.filter((row, at) => row !== rows[at]).length;
  return count === 0 ? {table: {header, rows}, repair: ''} : {table: {header, rows: mended}, repair};
}

function headerOf(
  lines: readonly string[],
  names: readonly FileRecord[],
  around: {dialect: Dialect; rows: Table['rows']}
): readonly string[] {
  const [first, ...more] = names;
  if (!first) return [];
  if (more.length === 0) return headerCells(lines[first.line - 1] ?? '', first.cells, around);
  const width = Math.max(tableWidth(around.rows), ...names.map(({cells}) => cells.length));
  return joinedNames(
    names.map(({cells}) => cells),
    width
  );
}

/** The names in the header: without empty ones too many, and split in another way where its own gives too few. */
function headerCells(
  line: string,
  cells: readonly string[],
  {dialect, rows}: {dialect: Dialect; rows: Table['rows']}
): readonly string[] {
  const width = tableWidth(rows);
  const named = cells.filter((cell) => cell.trim() !== '');
  if (cells.length === width) return cells;
  return named.length === width ? named : (namesIn(line, dialect, width) ?? cells);
}

function described(
  found: Pick<Inspection, 'source' | 'gzip' | 'encoding' | 'dialect' | 'region'>,
  {header, rows}: Table,
  last: readonly string[][]
): Inspection {
  const width = Math.max(header.length, tableWidth(rows));
  const {delimiter} = found.dialect.value;
  const names = distinctNames(header, width);
  return {
    ...found,
    columns: profile({names, rows, last: last.filter((row) => row.length === width), delimiter}),
    preview: rows.slice(0, previewRows).map((row) => padded(row, width)),
    sampled: rows.length
  };
}

/** Data rows among the last lines. Where those begin inside a quoted field, the first of them are nonsense of other widths. */
function lastRows(ending: readonly string[], dialect: Dialect, {footer}: Region): string[][] {
  const lines = ending.slice(0, footer === 0 ? undefined : -footer).slice(-400);
  return recordsOf(lines.join('\n'), dialect).map(({cells}) => cells);
}

const padded = (row: readonly string[], width: number): string[] =>
  Array.from({length: width}, (_, at) => row[at] ?? '');
