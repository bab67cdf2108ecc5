import {alike} from './alike';
import type {FileMapping, Inspection} from '../types';

/**
 * For each file the earlier one that holds the same rows, by its index: the same orders as a workbook and as a database.
 * Parts of one table that have ids or rows of their own are no copies, nor is the first of several.
 */
export function copiesOf(mappings: readonly FileMapping[], inspections: readonly Inspection[]): Map<number, number> {
  const copies = new Map<number, number>();
  for (const group of alike(inspections).map((files) => files.filter((file) => mappings[file]?.table === 'purchase'))) {
    const seen = group.map((file) => rowsOf(mappings[file], inspections[file]));
    group.forEach((file, place) => {
      const first = group.slice(0, place).find((_, earlier) => isCopy(seen[place], seen[earlier]));
      if (first !== undefined) copies.set(file, first);
    });
  }
  return copies;
}

/** What tells the rows looked at from each other: their transaction, or, where none has one, all that is read of them. */
interface Rows {
  by: 'transaction' | 'row';
  values: ReadonlySet<string>;
}

function rowsOf(mapping: FileMapping | undefined, inspection: Inspection | undefined): Rows {
  const roles = mapping?.roles ?? {};
  const own = (inspection?.columns.length ?? 0) - 1;
  const id = roles['transaction_id'];
  const columns = id ? [id.column] : Object.values(roles).map(({column}) => column);
  const isOwn = columns.length > 0 && columns.every((column) => column <= own);
  const cells = isOwn
    ? (inspection?.preview ?? []).map((row) => columns.map((column) => plain(row[column] ?? '')))
    : [];
  const values = cells.filter((row) => row.some((cell) => cell !== '')).map((row) => row.join('\u001f'));
  return {by: id ? 'transaction' : 'row', values: new Set(values)};
}

/** Ids that a spreadsheet made numbers of are the same. */
const plain = (cell: string): string => cell.trim().replace(/^(\d+)\.0+$/, '$1');

/** Fewer say nothing: two small files may begin with the same row. */
const least = 3;

function isCopy(one: Rows | undefined, other: Rows | undefined): boolean {
  if (!one || one.by !== other?.by) return false;
  const shared = [...one.values].filter((value) => other.values.has(value)).length;
  return shared >= least && shared >= Math.min(one.values.size, other.values.size) * 0.9;
}
