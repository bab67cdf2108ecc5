import {startsIn} from './columns';
import {ends, refuse, type Ends} from './container';
import {detectDialect, tableWidth} from './dialect';
import {decode, encodingOfEnds, isBinary} from './encoding';
import {distinctNames, profile} from './profile';
import {headTable, type HeadTable} from './head-table';
import {linesOf, recordsOf, unixLines} from './records';
import {writtenAs} from './written-as';
import {detectRegion} from './region';
import type {Dialect, Inspection, Reasoned, Region, Source} from '../types';

/** What a person says about a file, in place of what would be found. */
export interface Overrides {
  encoding?: string;
  dialect?: AskedDialect;
  region?: Partial<Region>;
}

/** `aligned: false` and no `starts` take back what was found; an empty delimiter without them asks for places to be found. */
export type AskedDialect = Partial<Omit<Dialect, 'aligned'>> & {aligned?: boolean};

const previewRows = 50;

/**
 * Looks at the first 256 KiB and the last 64 KiB of a file and says how to read it: encoding, dialect, where the table
 * is, what its columns look like. @throws {FileError} if it is no delimited text, or has no rows
 */
export async function inspect(source: Source, overrides: Overrides = {}): Promise<Inspection> {
  const found = await look(source, overrides);
  if (found.sampled === 0) throw refuse(source, 'no-rows', {line: found.region.value.preamble + 1});
  return found;
}

/** The same, also of a file with names only. @throws {FileError} if it is no delimited text */
export async function look(source: Source, overrides: Overrides = {}): Promise<Inspection> {
  const read = await ends(source);
  const written = source.origin?.written ? writtenAs(source.origin) : null;
  const encoding = written?.encoding ?? encodingOf(source, read, overrides.encoding);
  const text = headText(read, encoding.value);
  if (text.trim() === '') throw refuse(source, 'empty');
  const dialect = written?.dialect ?? dialectOf(text, overrides.dialect);
  const lines = linesOf(text);
  const ending = read.whole ? lines : endingOf(read, encoding.value);
  const region =
    written?.region ??
    regionOf(lines, dialect.value, {ending, ...(overrides.region ? {wanted: overrides.region} : {})});
  const table = headTable(lines, {dialect: dialect.value, region: region.value, whole: read.whole});
  const last = read.whole ? [] : lastRows(ending ?? [], dialect.value, region.value);
  const repair = table.repair === undefined ? {} : {repair: table.repair};
  const repairing = {...dialect, value: {...dialect.value, ...repair}};
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

function dialectOf(text: string, wanted: AskedDialect | undefined): Reasoned<Dialect> {
  if (!wanted) return detectDialect(text);
  const chosen = wanted.delimiter === undefined && !wanted.starts ? changed(text, wanted) : said(text, wanted);
  return {value: chosen, reason: {key: 'chosen'}};
}

function changed(text: string, wanted: AskedDialect): Dialect {
  const {aligned = false, ...found} = detectDialect(text).value;
  const {aligned: wantedAligned = aligned, ...rest} = wanted;
  return {...found, ...rest, ...(wantedAligned ? {aligned: true} : {})};
}

/** The dialect in which fields are separated as the person says. */
function said(text: string, {delimiter = '', starts = [], aligned = false, ...rest}: AskedDialect): Dialect {
  const inLine = delimiter === '' || aligned;
  const {quote = inLine ? '' : '"', escape = quote, repair} = rest;
  const marks = {quote, escape, ...(repair === undefined ? {} : {repair})};
  if (delimiter === '') return {delimiter, ...marks, starts: starts.length > 0 ? starts : startsIn(text)};
  return aligned ? {delimiter: ' ', ...marks, aligned: true} : {delimiter, ...marks};
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

function described(
  found: Pick<Inspection, 'source' | 'gzip' | 'encoding' | 'dialect' | 'region'>,
  {header, rows}: HeadTable,
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
