import {assumptionsOf, type Noted} from './assumptions';
import {total} from './values/exact';
import type {Filed} from './stage-file';
import {assertLookups, lookedUpReceipt} from './joins/lookup-receipt';
import type {LookupTable} from './joins/lookup-table';
import {assertEqual, type Group} from './totals';
import type {Exact, FileMapping, FileReceipt, PurchaseKind, Receipt, Rules, SetAside, Source} from './types';

/** The most set-aside rows that a receipt lists. */
export const mostListed = 10_000;

export const kinds = ['sale', 'return', 'cancellation', 'free'] as const satisfies readonly PurchaseKind[];

/** What was read of a file, for one of its tables. */
interface Reading {
  filed: Filed;
  noted: Noted;
}

/** What became of a file; `filed` is missing where it is left out. */
interface Account extends Partial<Reading> {
  source: Source;
  mapping: FileMapping;
  /** for further tables that its rows feed */
  also?: readonly Reading[];
  /** what others looked up in it */
  looked?: LookupTable;
}

/** What an import counted. */
export interface Accounts {
  rules: Rules;
  /** all files, in their order */
  files: Account[];
  groups: readonly Group[];
  /** rows that will be published */
  rows: Receipt['tables'];
  /** customers with a purchase */
  customers: number;
  now: Date;
}

/** The account of an import. @throws {ModelError} if it doesn't balance */
export function receiptOf(accounts: Accounts): Receipt {
  const {rules, groups, files, rows, customers, now} = accounts;
  const bought = groups.filter(({table}) => table === 'purchase');
  const loaded = bought.filter((group) => isUsed(group, rules));
  const receipt: Receipt = {
    imported_at: now.toISOString(),
    files: files.map((file) => fileReceipt(file, accounts)),
    kinds: {
      sale: {...sumOf(bought, 'sale'), rule: 'count as sale'},
      return: {...sumOf(bought, 'return'), rule: rules.returns},
      cancellation: {...sumOf(bought, 'cancellation'), rule: rules.cancellations},
      free: {...sumOf(bought, 'free'), rule: rules.free},
      anonymous: {...sums(bought.filter(({anonymous}) => anonymous)), rule: rules.anonymous}
    },
    tables: rows,
    customers,
    purchases: {...sums(loaded), from: least(loaded), to: most(loaded)},
    rules,
    set_aside: files.flatMap(keptOf).slice(0, mostListed)
  };
  assertKinds(receipt);
  return receipt;
}

/** Whether staged rows are used: purchases without a customer by rule, all others always. */
const isUsed = ({anonymous}: Group, rules: Rules): boolean => !anonymous || rules.anonymous === 'keep';

const sums = (groups: readonly Group[]): {rows: number; amount: Exact} => ({
  rows: groups.reduce((sum, {rows}) => sum + rows, 0),
  amount: total(groups.map(({amount}) => amount))
});

const sumOf = (groups: readonly Group[], kind: PurchaseKind): {rows: number; amount: Exact} =>
  sums(groups.filter((group) => group.kind === kind && !group.anonymous));

const days = (groups: readonly Group[], end: 'from' | 'to'): string[] =>
  groups.flatMap((group) => group[end] ?? []).sort();
const least = (groups: readonly Group[]): string | null => days(groups, 'from')[0] ?? null;
const most = (groups: readonly Group[]): string | null => days(groups, 'to').at(-1) ?? null;

const inOrder = (rows: readonly SetAside[]): SetAside[] => [...rows].sort((a, b) => a.line - b.line);

function fileReceipt({source, mapping, filed, noted, also = [], looked}: Account, accounts: Accounts): FileReceipt {
  const {groups, rules} = accounts;
  const about = {file: source.name, encoding: filed?.encoding ?? mapping.encoding, bytes: source.blob.size};
  if (looked) return lookedUpReceipt(looked);
  if (!filed || !noted) return {...about, ...leftOut};
  const own = groups.filter((group) => group.source === filed.filing.number && group.table === filed.filing.table);
  const used = sums(own.filter((group) => isUsed(group, rules)));
  const {records, preamble, header, comments, blank, footer} = filed.tally;
  const reasons = reasonsOf(filed, sums(own.filter((group) => !isUsed(group, rules))).rows);
  const setAside = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
  const receipt: FileReceipt = {
    ...about,
    ...{table: filed.filing.table, records, preamble, header, comments, blank, footer},
    used: used.rows + filed.merged,
    set_aside: setAside,
    reasons,
    amount: hasAmount(filed) ? amountsOf(filed, own, rules) : null,
    ...additionsOf(filed),
    ...(filed.lookups.length > 0 && filed.filing.also === undefined ? {lookups: filed.lookups} : {}),
    ...(also.length > 0 ? {also: also.map((one) => fileReceipt({source, mapping, ...one}, accounts))} : {}),
    assumptions: [...assumptionsOf(filed, noted, own), ...attributesLeft(mapping, rules)]
  };
  assertRecords(receipt);
  assertLookups(source.name, filed.tally.rows, filed.lookups);
  return receipt;
}

/** The first rows that were set aside, of all tables that a file feeds. */
const keptOf = ({filed, also = [], looked}: Account): SetAside[] =>
  [filed, ...also.map((one) => one.filed), looked && {kept: looked.aside}].flatMap((one) => inOrder(one?.kept ?? []));

const leftOut = {
  ...{table: null, records: 0, preamble: 0, header: 0, comments: 0, blank: 0, footer: 0, used: 0, set_aside: 0},
  ...{reasons: {}, amount: null, assumptions: []}
};

const hasAmount = ({plan}: Filed): boolean => plan.columns.includes('amount');

/** What it did to other files, and they to it; nothing where it is alone. */
function additionsOf(filed: Filed): Pick<FileReceipt, 'sums' | 'replaces' | 'merged'> {
  const {sums, replaces, merged} = filed;
  return {
    ...(sums.size > 0 && hasAmount(filed) ? {sums: Object.fromEntries(sums)} : {}),
    ...(replaces.length > 0 ? {replaces} : {}),
    ...(merged > 0 ? {merged} : {})
  };
}

/** A rule that leaves the columns without a role out is said of each file that has such. */
function attributesLeft({table, attributes}: FileMapping, rules: Rules): FileReceipt['assumptions'] {
  if (table !== 'customer' || rules.attributes !== 'leave out' || attributes.length === 0) return [];
  return [{key: 'assumed.attributes', values: {columns: attributes.length}}];
}

function reasonsOf({tally, reasons}: Filed, anonymous: number): Record<string, number> {
  const all = [...Object.entries(tally.unread), ...reasons, ['no customer', anonymous] as const];
  const counts = new Map<string, number>();
  for (const [reason, rows] of all) if (rows > 0) counts.set(reason, (counts.get(reason) ?? 0) + rows);
  return Object.fromEntries(counts);
}

function amountsOf({amount}: Filed, own: readonly Group[], rules: Rules): NonNullable<FileReceipt['amount']> {
  const used = sums(own.filter((group) => isUsed(group, rules))).amount;
  const left = sums(own.filter((group) => !isUsed(group, rules))).amount;
  return {read: total([sums(own).amount, amount]), used, set_aside: total([left, amount])};
}

function assertRecords({file, records, used, set_aside, amount, ...around}: FileReceipt): void {
  const {preamble, header, comments, blank, footer} = around;
  assertEqual(`records of ${file}`, records, preamble + header + comments + blank + footer + used + set_aside);
  if (amount) assertEqual(`amounts of ${file}`, amount.read, total([amount.used, amount.set_aside]));
}

function assertKinds({files, kinds: byKind, purchases, rules, tables}: Receipt): void {
  const parts = [...kinds.map((kind) => byKind[kind]), ...(rules.anonymous === 'keep' ? [byKind.anonymous] : [])];
  const read = files.flatMap((file) => [file, ...(file.also ?? [])]).filter(({table}) => table === 'purchase');
  assertEqual(
    'purchases by kind',
    parts.reduce((sum, {rows}) => sum + rows, 0),
    purchases.rows
  );
  assertEqual('amounts by kind', total(parts.map(({amount}) => amount)), purchases.amount);
  assertEqual(
    'purchases of all files',
    read.reduce((sum, {used}) => sum + used, 0),
    purchases.rows
  );
  assertEqual('amounts of all files', total(read.flatMap(({amount}) => amount?.used ?? [])), purchases.amount);
  assertEqual('purchases to publish', tables.purchase.rows, purchases.rows);
}
