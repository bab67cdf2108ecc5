import {isNull, kindOf, type Kind} from './cells';
import {tableWidth} from './dialect';
import {commentMark, withoutComments} from './comments';
import {footerLines} from './footer';
import {headerVote, isDashes, namesIn} from './header';
import {isBlank, recordsOf, type FileRecord} from './records';
import {isAgain, secondTable} from './second-table';
import type {Dialect, Reasoned, Region} from '../types';

/** What `detectRegion` looks at. */
export interface Surroundings {
  dialect: Dialect;
  /** the last lines of the file; null where they can't be reached */
  ending: readonly string[] | null;
  /** what comments begin with, where it is known; '' for none */
  comment?: string | undefined;
}

/** Where the table lies among the first lines of a file and its last ones. */
export function detectRegion(lines: readonly string[], {dialect, ending, comment}: Surroundings): Reasoned<Region> {
  const mark = comment ?? commentMark(lines, dialect);
  const kept = withoutComments(lines, mark);
  const records = recordsOf(kept.join('\n'), dialect);
  const start = tableStart(records, dialect);
  const body = bodyBelow(records.slice(start));
  const {preamble, header} = top({records, start, lines: kept}, dialect, body);
  const end = ending && withoutComments(ending, mark);
  const names = records.filter(({line}) => line > preamble).slice(0, header);
  const below =
    end && body.width > 1
      ? secondTable(end, {dialect, body, names, from: end.length === lines.length ? preamble : 0})
      : 0;
  const rest = end ? end.slice(0, end.length - below) : [];
  const footer = below + (end ? footerLines(rest, dialect, body) : 0);
  const region = {preamble, header, footer, ...(mark === '' ? {} : {comment: mark})};
  return {value: region, reason: reasonFor(region, below, ending !== null)};
}

interface Beginning {
  records: readonly FileRecord[];
  start: number;
  lines: readonly string[];
}

/** Lines above the names of the columns, and how many rows name them. A header that a stray quote hides is found by its words. */
function top({records, start, lines}: Beginning, dialect: Dialect, body: Body): {preamble: number; header: number} {
  const heads = headerRows(records.slice(start), body);
  const groups = heads === 0 ? 0 : groupRows(records.slice(0, start), body);
  const first = records[start - groups];
  const above = (first?.line ?? 1) - 1;
  const hidden = heads === 0 && above > 0 ? namesIn(lines[above - 1] ?? '', dialect, body.width) : null;
  const isHidden = hidden !== null && headerVote(hidden, body) > 0;
  return isHidden ? {preamble: above - 1, header: 1} : {preamble: above, header: heads + groups};
}

/** What the rows of the table are like, where most of them agree. */
export interface Body {
  width: number;
  /** fields that a row usually fills */
  filled: number;
  /** share of rows that fill only one, but for notes at the end */
  lone: number;
  /** by column: the kind of most of its values, `empty` where they differ */
  kinds: Kind[];
  rows: readonly FileRecord[];
}

function reasonFor(region: Region, below: number, ending: boolean): Reasoned<Region>['reason'] {
  const {preamble, header, footer, comment} = region;
  const key = header === 0 ? 'region.no-header' : header > 1 ? 'region.headers' : 'region.header';
  const values = {preamble, footer, headers: header, line: preamble + 1, below, comment: comment ?? 'none'};
  return {key: ending ? key : `${key}.open-end`, values};
}

/** The first record that belongs to the table: as filled as its rows, and no comment, title or `sep=` line. */
function tableStart(records: readonly FileRecord[], {aligned}: Dialect): number {
  const solid = records.filter((record) => !isBlank(record));
  const width = tableWidth(solid.map(({cells}) => cells));
  const usual = median(solid.filter(({cells}) => cells.length === width).map(({cells}) => filledIn(cells)));
  const least = width < 2 ? 1 : Math.min(usual, Math.max(2, Math.ceil(usual * 0.6)));
  const isOfTable = (record: FileRecord): boolean =>
    filledIn(record.cells) >= least && !isRemark(record, width) && !(aligned === true && record.cells.length > width);
  const start = records.findIndex(isOfTable);
  return Math.max(0, start);
}

/** A comment, or Excel's `sep=` line. */
function isRemark({line, cells}: FileRecord, width: number): boolean {
  const first = (cells[0] ?? '').trim();
  if (line === 1 && /^sep=/i.test(first) && cells.length <= 2) return true;
  return first.startsWith('#') && cells.length !== width && first.length > 1;
}

/** The rows below the first one; without its repetitions, where it names columns of numbers or dates. */
function bodyBelow(table: readonly FileRecord[]): Body {
  const [first, ...rest] = table;
  const others = first ? rest.filter((record) => !isAgain(record, [first])) : rest;
  if (!first || others.length === rest.length) return bodyOf(table);
  const body = bodyOf([first, ...others]);
  const names = body.kinds.some(
    (kind, at) => (kind === 'number' || kind === 'date') && kindOf(first.cells[at] ?? '') === 'text'
  );
  return names ? body : bodyOf(table);
}

function bodyOf(table: readonly FileRecord[]): Body {
  const solid = table.filter((record) => !isBlank(record));
  const width = tableWidth(solid.map(({cells}) => cells));
  const rows = solid.slice(1).filter(({cells}) => cells.length === width);
  const fills = rows.map(({cells}) => filledIn(cells));
  const filled = median(fills);
  const full = rows.filter((_, at) => (fills[at] ?? 0) >= filled);
  const later = full.slice(Math.min(3, Math.floor(full.length / 2)), 203).map(({cells}) => cells);
  const kinds = kindsOfColumns(later, width);
  return {width, filled, lone: loneShare(fills), kinds, rows};
}

/** The share of rows that fill only one field, those at the end aside: they may be notes. */
function loneShare(fills: readonly number[]): number {
  const inside = fills.slice(0, fills.findLastIndex((fill) => fill > 1) + 1);
  return inside.filter((fill) => fill === 1).length / Math.max(1, inside.length);
}

/** The kind of value that each column has. */
export const kindsOfColumns = (rows: readonly (readonly string[])[], width: number): Kind[] =>
  Array.from({length: width}, (_, at) => mainKind(rows.map((cells) => cells[at] ?? '')));

/** The kind of 80 % of the filled cells; `text` where no typed kind has so many. */
function mainKind(cells: readonly string[]): Kind {
  const kinds = cells.map(kindOf).filter((kind) => kind !== 'empty');
  if (kinds.length === 0) return 'empty';
  const typed = (['number', 'date', 'time', 'link', 'code'] as const).find(
    (kind) => kinds.filter((other) => other === kind).length >= kinds.length * 0.8
  );
  return typed ?? 'text';
}

/** How many records at the start of the table name its columns: 0, 1, or more where names are spread over several. */
function headerRows(table: readonly FileRecord[], body: Body): number {
  const [first] = table;
  if (!first || headerVote(first.cells, body) <= 0) return 0;
  let rows = 1;
  while (rows < 5 && (isFurtherHeader(table[rows], body, first) || isRule(table[rows]))) rows++;
  return rows;
}

/** Rows right above the names that name groups of columns: `;;2023;;2024;`. */
function groupRows(above: readonly FileRecord[], {width}: Body): number {
  let rows = 0;
  while (rows < 3 && isGroups(above[above.length - 1 - rows]?.cells ?? [], width)) rows++;
  return rows;
}

/** Words or years, several, and not just a pair of a name and its value as in titles. */
function isGroups(cells: readonly string[], width: number): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const words = filled.every((at) => isWord(cells[at] ?? ''));
  return cells.length === width && width > 2 && filled.length > 1 && words && (filled.length > 2 || filled[1] !== 1);
}

const isWord = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell.trim()) || kindOf(cell) === 'text';

/** A line below names: `---+---`, `|---|---|`. */
function isRule(record: FileRecord | undefined): boolean {
  const filled = (record?.cells ?? []).filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every(isDashes);
}

/** The same names again, or only words where all rows below have numbers and dates. */
function isFurtherHeader(record: FileRecord | undefined, body: Body, first: FileRecord): boolean {
  if (!record || record.cells.length !== first.cells.length || body.rows.length < 2) return false;
  if (record.cells.every((cell, at) => cell.trim() === first.cells[at]?.trim())) return true;
  const typed = body.kinds.flatMap((kind, at) => (kind === 'number' || kind === 'date' ? [at] : []));
  const words = typed.filter((at) => kindOf(record.cells[at] ?? '') === 'text').length;
  return (
    typed.length >= 2 && words === typed.length && record.cells.every((cell) => isNull(cell) || kindOf(cell) === 'text')
  );
}

/** Cells that are not blank. */
export const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
