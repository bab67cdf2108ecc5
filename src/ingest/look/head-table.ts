import {withoutComments} from './comments';
import {tableWidth} from './dialect';
import {joinedNames, namesIn} from './header';
import {isBlank, recordsOf, type FileRecord} from './records';
import {kindsOfColumns} from './region';
import {isTrailing, lettersOf, repaired, rowOf} from '../scan/scan-repair';
import {isAgain} from './second-table';
import type {Dialect, Region} from '../types';

/** The table among the first lines of a file, as text. */
export interface HeadTable {
  /** empty where nothing names the columns */
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** the kinds of columns by which rows with too many fields were put right; absent where none could be */
  repair?: string;
}

/** How the lines are read. */
export interface Reading {
  dialect: Dialect;
  region: Region;
  /** they are the whole file; else the last record may be cut */
  whole: boolean;
}

/** The header and the complete data rows among the lines, without blank ones and comments. */
export function headTable(lines: readonly string[], {dialect, region, whole}: Reading): HeadTable {
  const end = whole ? lines.length - region.footer : lines.length;
  const kept = withoutComments(lines.slice(region.preamble, Math.max(region.preamble, end)), region.comment ?? '');
  const records = recordsOf(kept.join('\n'), dialect, region.preamble + 1).filter((record) => !isBlank(record));
  const names = records.slice(0, region.header);
  const body = records.slice(region.header).filter((record) => !isAgain(record, names));
  const complete = whole || body.length < 2 ? body : body.slice(0, -1);
  const cells = complete.map((record) => record.cells);
  const header = headerOf(lines, names, {dialect, rows: cells});
  const width = Math.max(header.length, tableWidth(cells));
  return {header, ...putRight(complete, {lines, dialect, width})};
}

interface Around {
  lines: readonly string[];
  dialect: Dialect;
  width: number;
}

/** The rows, those with too many fields put right where they can be. */
function putRight(records: readonly FileRecord[], {lines, dialect, width}: Around): Omit<HeadTable, 'header'> {
  const rows = records.map(({cells}) => cells);
  if (dialect.repair === '' || !rows.some((row) => row.length > width)) return {rows};
  const even = rows.filter((row) => row.length === width);
  const repair = dialect.repair?.length === width ? dialect.repair : lettersOf(kindsOfColumns(even, width));
  const mended = records.map(({cells, line}) => {
    if (cells.length <= width || isTrailing(cells, repair)) return cells;
    return repaired(rowOf(lines[line - 1] ?? '', dialect), repair, dialect.delimiter) ?? cells;
  });
  return mended.some((row, at) => row !== rows[at]) ? {rows: mended, repair} : {rows};
}

function headerOf(
  lines: readonly string[],
  names: readonly FileRecord[],
  {dialect, rows}: {dialect: Dialect; rows: HeadTable['rows']}
): readonly string[] {
  const [first, ...more] = names;
  if (!first) return [];
  const width = tableWidth(rows);
  if (more.length === 0) return namesOf(lines[first.line - 1] ?? '', first.cells, {dialect, width});
  const cells = names.map((record) => record.cells);
  return joinedNames(cells, Math.max(width, ...cells.map((row) => row.length)));
}

/** The names in a header: without empty ones too many, and split in another way where its own gives too few. */
function namesOf(
  line: string,
  cells: readonly string[],
  {dialect, width}: {dialect: Dialect; width: number}
): readonly string[] {
  if (cells.length === width) return cells;
  const named = cells.filter((cell) => cell.trim() !== '');
  return named.length === width ? named : (namesIn(line, dialect, width) ?? cells);
}
