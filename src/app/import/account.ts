import type {Row} from '../../engine/rows';
import type {Exact, FileReceipt, Receipt} from '../../ingest/types';
import {kinds} from '../../ingest/receipt';
import {csv} from '../../report/csv';

const places = ['used', 'set_aside', 'header', 'preamble', 'comments', 'blank', 'footer'] as const;

/** Where records of a file went; the lines of a file add up to its records, their amounts to what was read. */
export interface AccountLine {
  place: (typeof places)[number];
  rows: number;
  /** null where the place holds no amounts */
  amount: Exact | null;
}

/** The account of a file: rows used and set aside always, the other places where they hold records. */
export function accountOf(file: FileReceipt): AccountLine[] {
  return places
    .filter((place) => file[place] > 0 || place === 'used' || place === 'set_aside')
    .map((place) => ({place, rows: file[place], amount: amountAt(file, place)}));
}

/** Set-aside rows of a file by reason, most frequent first; what they add up to where a rule or another file set them aside. */
export function reasonsOf({reasons, sums = {}}: FileReceipt): {reason: string; rows: number; amount: Exact | null}[] {
  return Object.entries(reasons)
    .map(([reason, rows]) => ({reason, rows, amount: Object.hasOwn(sums, reason) ? (sums[reason] ?? null) : null}))
    .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
}

/** The receipt as it is, for machines. */
export function receiptJson(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

/** The account of every file and kind, one row per line of it; `amount` is empty where there is none. */
export function receiptCsv(receipt: Receipt): string {
  const rows: Row[] = [
    ...receipt.files.flatMap(fileRows),
    ...([...kinds, 'anonymous'] as const).map((kind) => {
      const {rows, amount, rule} = receipt.kinds[kind];
      return {part: 'kind', name: kind, item: null, rows, amount, note: rule};
    }),
    ...(receipt.refused ?? []).map(({file, reason}): Row => {
      return {part: 'refused', name: file, item: null, rows: null, amount: null, note: reason};
    })
  ];
  return csv(named(['part', 'name', 'item', 'rows', 'amount', 'note']), rows);
}

/** The set-aside rows that the receipt lists. Values that a spreadsheet would take for formulas are made harmless. */
export function setAsideCsv(receipt: Receipt): string {
  const rows = receipt.set_aside.map((row): Row => ({...row}));
  return csv(named(['file', 'line', 'column', 'value', 'reason']), rows);
}

function fileRows(file: FileReceipt): Row[] {
  const part = {part: 'file', name: file.file, note: null};
  return [
    ...accountOf(file).map(({place, rows, amount}) => ({...part, item: place, rows, amount})),
    {...part, item: 'records', rows: file.records, amount: file.amount?.read ?? null},
    ...reasonsOf(file).map(({reason, ...numbers}) => ({...part, item: 'of set_aside', ...numbers, note: reason})),
    ...(file.replaces ?? []).map(({file: other, ...numbers}) => ({...part, item: 'replaced', ...numbers, note: other})),
    ...(file.lookups ?? []).flatMap(({file: other, matched, unmatched, empty}) =>
      Object.entries({matched, unmatched, empty}).map(([item, rows]) => ({
        ...part,
        item,
        rows,
        amount: null,
        note: other
      }))
    ),
    ...(file.also ?? []).flatMap((one) => fileRows(one).map((row) => ({...row, note: row['note'] ?? one.table})))
  ];
}

function amountAt(file: FileReceipt, place: AccountLine['place']): Exact | null {
  if (!file.amount) return null;
  return place === 'used' || place === 'set_aside' ? file.amount[place] : null;
}

function named(names: readonly string[]): {name: string; label: string}[] {
  return names.map((name) => ({name, label: name}));
}
