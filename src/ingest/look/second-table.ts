import {isNull, kindOf} from './cells';
import {isBlank, recordsOf, type FileRecord} from './records';
import type {Body} from './region';
import type {Dialect} from '../types';

/** What is known of the table above. */
export interface Above {
  dialect: Dialect;
  body: Body;
  /** the rows that name its columns */
  names: readonly FileRecord[];
  /** lines that are not looked at */
  from: number;
}

/** How many of the last lines belong to another table below the first, its title included; 0 where there is none. */
export function secondTable(lines: readonly string[], {dialect, body, names, from}: Above): number {
  const records = recordsOf(lines.slice(from).join('\n'), dialect, from + 1);
  const least = Math.max(1, names.length + 1);
  const at = records.findIndex((_, index) => index >= least && beginsTable(records, index, {body, names}));
  if (at < 0) return 0;
  const first = records[withTitle(records, at)];
  return first ? lines.length - first.line + 1 : 0;
}

/** The names of the columns once more: the file was put together from several. */
export const isAgain = ({cells}: FileRecord, names: readonly FileRecord[]): boolean =>
  cells.filter((cell) => cell !== '').length > 1 &&
  names.some(
    (row) => row.cells.length === cells.length && row.cells.every((name, at) => name.trim() === cells[at]?.trim())
  );

function beginsTable(
  records: readonly FileRecord[],
  at: number,
  {body, names}: Pick<Above, 'body' | 'names'>
): boolean {
  const record = records[at];
  if (!record || isBlank(record) || isAgain(record, names)) return false;
  if (hasOtherNames(record, names)) return true;
  const before = records[at - 1] ?? record;
  const isApart = isBlank(before) || filled(before) === 1;
  const isWordy = record.cells.length > 1 && record.cells.every((cell) => isNull(cell) || kindOf(cell) === 'text');
  if (!isApart || !isWordy || filled(record) < 2) return false;
  const rest = records.slice(at, at + mostRows).filter((one) => !isBlank(one));
  return rest.length > 2 && (isOtherWidth(rest, body) || isOtherKind(rest, body));
}

/** Rows of a table below that are looked at. */
const mostRows = 2000;

/** Most of the names above, but not the same ones. */
function hasOtherNames({cells}: FileRecord, names: readonly FileRecord[]): boolean {
  const first = plain(cells[0] ?? '');
  if (!names.some((row) => row.cells.some((name) => name.length >= first.length && plain(name) === first)))
    return false;
  const own = cells.filter((cell) => cell.trim() !== '').map(plain);
  return names.some((row) => {
    const known = new Set(row.cells.map(plain));
    const shared = own.filter((name) => known.has(name)).length;
    return shared > 2 && shared >= own.length * 0.6 && shared >= row.cells.length * 0.5 && !own.every(isNumber);
  });
}

/** All rows are alike, but not as wide as those above. */
function isOtherWidth(rest: readonly FileRecord[], {width}: Body): boolean {
  const own = rest[0]?.cells.length ?? 0;
  return own !== width && rest.every(({cells}) => cells.length === own || filled({cells}) === 1);
}

/** Names, where rows above have numbers and dates; and below them rows that are unlike those above. */
function isOtherKind(rest: readonly FileRecord[], {kinds, width}: Body): boolean {
  const typed = kinds.flatMap((kind, at) => (kind === 'number' || kind === 'date' ? [at] : []));
  const [first, ...rows] = rest;
  if (typed.length < 2 || first?.cells.length !== width) return false;
  const words = typed.every((at) => kindOf(first.cells[at] ?? '') === 'text' || isNull(first.cells[at] ?? ''));
  const unlike = rows.filter(({cells}) => typed.filter((at) => isUnlike(cells[at] ?? '', kinds[at])).length > 0);
  return words && filled(first) > 1 && unlike.length >= rows.length * 0.8;
}

const isUnlike = (cell: string, kind: string | undefined): boolean => !isNull(cell) && kindOf(cell) !== kind;

/** The title above the names of a table, with blank lines around it. */
function withTitle(records: readonly FileRecord[], at: number): number {
  let first = at;
  while (first > 1 && at - first < 4 && isTitle(records[first - 1])) first--;
  return first;
}

const isTitle = (record: FileRecord | undefined): boolean =>
  record !== undefined && (isBlank(record) || filled(record) === 1);

const filled = ({cells}: {cells: readonly string[]}): number => cells.filter((cell) => cell.trim() !== '').length;
const plain = (name: string): string => name.trim().toLowerCase();
const isNumber = (name: string): boolean => kindOf(name) === 'number';
