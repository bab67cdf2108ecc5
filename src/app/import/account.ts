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

/** Set-aside rows of a file by reason, most frequent first. */
export function reasonsOf(file: FileReceipt): {reason: string; rows: number}[] {
  return Object.entries(file.reasons)
    .map(([reason, rows]) => ({reason, rows}))
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
    ...reasonsOf(file).map(({reason, rows}) => ({...part, item: 'of set_aside', rows, amount: null, note: reason}))
  ];
}

function amountAt(file: FileReceipt, place: AccountLine['place']): Exact | null {
  if (!file.amount) return null;
  return place === 'used' || place === 'set_aside' ? file.amount[place] : null;
}

function named(names: readonly string[]): {name: string; label: string}[] {
  return names.map((name) => ({name, label: name}));
}
