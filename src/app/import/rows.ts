import {total} from '../../ingest/values/exact';
import {isNoText} from '../../ingest/values/nothings';
import type {PreviewRow, PreviewTotals} from '../../ingest/preview';
import {day, decimal, money} from '../../messages/format';
import {words} from '../../messages/import';
import type {ColumnType} from '../../tables/canonical';
import type {DraftPreview} from './draft-file';
import {typeOf} from './edit';
import {said} from './said';

/** A cell of the preview. */
export interface ShownCell {
  /** as the file has it */
  raw: string;
  /** as it is read, in the words of the interface; null where it is empty */
  read: string | null;
  /** why it can't be read, in words */
  problem: string | null;
}

/** A row of the preview. */
export interface ShownRow {
  /** physical line of the file */
  line: number;
  /** by column of the file */
  cells: readonly ShownCell[];
  /** of purchases: the amount, also where it is made of other columns */
  amount: string | null;
  kind: PreviewRow['kind'];
  /** why the row is set aside, in words */
  aside: string | null;
  /** the beginning of a row that can't be cut into fields; null where it can */
  whole: string | null;
}

/** What plays a role in a column. */
interface Played {
  role: string;
  type: ColumnType;
}

/** The rows of a preview, cell by cell, in the words of the interface. */
export function rowsOf({mapping, inspection, result}: DraftPreview): ShownRow[] {
  const played = playedBy(mapping);
  return result.rows.map((row) => ({
    line: row.line,
    cells: inspection.columns.map(({index}) => cellOf(row, index, played.get(index))),
    amount: amountOf(row),
    kind: row.kind,
    aside: row.aside && said({key: row.aside.reason}),
    whole: isUncut(row, inspection.columns.length) ? (row.raw[0] ?? '') : null
  }));
}

/** What follows from the purchases of all previews together. */
export function purchasesOf(previews: readonly DraftPreview[]): PreviewTotals | null {
  const all = previews.filter(({mapping}) => mapping.table === 'purchase').map(({result}) => result.totals);
  const [first, ...rest] = all;
  return first ? rest.reduce(added, first) : null;
}

function addedUp(a: PreviewTotals['reasons'], b: PreviewTotals['reasons']): PreviewTotals['reasons'] {
  const all = {...a};
  for (const [reason, rows] of Object.entries(b)) all[reason] = (all[reason] ?? 0) + rows;
  return all;
}

/** Customers are added up as if no two files shared one. */
function added(a: PreviewTotals, b: PreviewTotals): PreviewTotals {
  const kinds = Object.entries(a.kinds).map(([kind, rows]) => [kind, rows + b.kinds[kind as keyof typeof b.kinds]]);
  return {
    rows: a.rows + b.rows,
    used: a.used + b.used,
    aside: a.aside + b.aside,
    reasons: addedUp(a.reasons, b.reasons),
    customers: a.customers + b.customers,
    amount: total([a.amount, b.amount].filter((amount) => amount !== null)),
    from: [a.from, b.from].filter((date) => date !== null).sort()[0] ?? null,
    to:
      [a.to, b.to]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null,
    kinds: Object.fromEntries(kinds) as PreviewTotals['kinds']
  };
}

function playedBy({table, roles}: DraftPreview['mapping']): Map<number, Played> {
  return new Map(Object.entries(roles).map(([role, {column}]) => [column, {role, type: typeOf(table, role)}]));
}

function amountOf({values}: PreviewRow): string | null {
  const amount = values['amount'] ?? null;
  return amount === null ? null : money(amount);
}

function isUncut({aside, raw}: PreviewRow, width: number): boolean {
  return aside !== null && aside.column === null && raw.length < width;
}

/** A role that the mapping doesn't need, as a price beside an amount, isn't read: its text stands as it is. */
function cellOf(row: PreviewRow, index: number, played: Played | undefined): ShownCell {
  const raw = row.raw[index] ?? '';
  const isRead = played !== undefined && Object.hasOwn(row.values, played.role);
  const text = isRead ? (row.values[played.role] ?? null) : isNoText(raw.trim()) ? null : raw;
  const read = text === null ? null : shown(text, isRead ? played.type : 'text');
  return {raw, read, problem: problemOf(row, index)};
}

function problemOf({aside, unreadable}: PreviewRow, index: number): string | null {
  if (aside?.column === index) return said({key: aside.reason});
  return unreadable.includes(index) ? words.t('preview.unreadable') : null;
}

function shown(text: string, type: ColumnType): string {
  if (type === 'date') return day(text);
  if (type === 'money') return money(text);
  return type === 'number' ? decimal(text, 4) : text;
}
