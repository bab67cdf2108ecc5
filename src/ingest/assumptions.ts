import {ofDates, ofMarks, valueKeys, type DayCounts} from './assumptions-values';
import {total} from './values/exact';
import {whenOf} from './guess/one-day';
import {rulesSaid} from './plan/row-rules';
import {columnNames} from './joins/lookups';
import type {Filed} from './stage-file';
import type {Group} from './totals';
import type {FileMapping, FileReceipt, Format} from './types';

/** What was found out about a file's rows after they were read. */
export interface Noted {
  /** rows by flag */
  flags: ReadonlyMap<number, number>;
  /** whether ids like `C536379` were taken for cancellations */
  cancelling: boolean;
  /** currencies that its rows name, or the one that all of them are in */
  currencies: readonly string[];
}

type Assumption = FileReceipt['assumptions'][number];

/** Everything that was assumed in reading a file, with how many rows it concerns. */
export function assumptionsOf(filed: Filed, noted: Noted, groups: readonly Group[]): Assumption[] {
  return [
    ...(filed.filing.source.origin?.notes ?? []),
    ...ofText(filed),
    ...ofDay(filed.filing.mapping),
    ...ofAmounts(filed.filing.mapping, noted),
    ...ofMarks(filed),
    ...ofDates(filed, noted.flags, daysOf(groups)),
    ...rulesSaid(filed.filing.mapping),
    ...ofCells(filed, noted),
    ...ofKinds(filed, noted, groups),
    ...[...filed.conflicts].map(([column, rows]) => ({key: 'assumed.conflict', values: {column, rows}}))
  ];
}

function ofDay(mapping: FileMapping): Assumption[] {
  const when = whenOf(mapping) ?? '';
  const day = mapping.roles[when] ? undefined : mapping.constants?.[when];
  return day === undefined ? [] : [{key: 'assumed.one-day', values: {day}}];
}

const daysOf = (groups: readonly Group[]): DayCounts => ({
  of: groups.reduce((sum, {rows}) => sum + rows, 0),
  deciding: groups.reduce((sum, group) => sum + group.deciding, 0)
});

function ofText({encoding, redetected, tally}: Filed): Assumption[] {
  return [
    ...(redetected === null ? [] : [{key: 'assumed.encoding', values: {encoding, line: redetected}}]),
    ...counted('assumed.short', tally.short),
    ...counted('assumed.long', tally.long),
    ...counted('assumed.zero', tally.zero),
    ...counted('assumed.again', tally.again),
    ...counted('assumed.repaired', tally.repaired),
    ...counted('assumed.stray', tally.stray),
    ...counted('assumed.torn', tally.torn)
  ];
}

const counted = (key: string, rows: number, values: Record<string, string | number> = {}): Assumption[] =>
  rows === 0 ? [] : [{key, values: {...values, rows}}];

function ofAmounts(mapping: FileMapping, {currencies}: Noted): Assumption[] {
  const {amount, roles} = mapping;
  const header = columnNames(mapping);
  const name = (role: string): string => header[roles[role]?.column ?? -1] ?? '';
  const price = roles['line_discount_rate'] ? 'assumed.product-rate' : 'assumed.product';
  const product = {quantity: name('quantity'), price: name('unit_price'), rate: name('line_discount_rate')};
  const source = sourceOf({amount, roles});
  const format = roles[source]?.format;
  return [
    ...(amount === 'quantity × unit_price' ? [{key: price, values: product}] : []),
    ...(amount === 'credit − debit'
      ? [{key: differenceKey(roles), values: {credit: name('credit'), debit: name('debit')}}]
      : []),
    ...(format ? ofNumbers(format, name(source)) : []),
    ...ofCurrencies(currencies)
  ];
}

/** The role whose column says how amounts are written. */
function sourceOf({amount, roles}: Pick<FileMapping, 'amount' | 'roles'>): string {
  if (amount === 'quantity × unit_price') return 'unit_price';
  if (amount !== 'credit − debit') return 'amount';
  return roles['credit'] ? 'credit' : 'debit';
}

function differenceKey({credit, debit}: FileMapping['roles']): string {
  if (!debit) return 'assumed.credit';
  return credit ? 'assumed.difference' : 'assumed.debit';
}

function ofNumbers({decimal, sign}: Format, column: string): Assumption[] {
  return [
    ...(decimal === ',' ? [{key: 'assumed.comma', values: {column}}] : []),
    ...(sign === -1 ? [{key: 'assumed.sign', values: {column}}] : [])
  ];
}

function ofCurrencies(currencies: readonly string[]): Assumption[] {
  const [one] = currencies;
  if (one === undefined) return [];
  if (currencies.length === 1) return [{key: 'assumed.currency', values: {currency: one}}];
  return [
    {
      key: 'assumed.currencies',
      values: {currencies: [...currencies].sort().slice(0, 10).join(', '), count: currencies.length}
    }
  ];
}

function ofCells({filing, plan}: Filed, {flags}: Noted): Assumption[] {
  const {roles} = filing.mapping;
  const header = columnNames(filing.mapping);
  const ids = Object.values(roles).filter(({format}) => format.id === 'number');
  return [
    ...ids.map(({column}) => ({key: 'assumed.id', values: {column: header[column] ?? ''}})),
    ...plan.flags.flatMap((flag) => {
      if (flag.kind === 'way') return [];
      const rows = flags.get(flag.bit) ?? 0;
      return counted(`assumed.${flag.kind}`, rows, flag.kind === 'unreadable' ? {column: flag.column} : {});
    })
  ];
}

function ofKinds({filing}: Filed, {cancelling}: Noted, groups: readonly Group[]): Assumption[] {
  const {roles} = filing.mapping;
  const header = columnNames(filing.mapping);
  const cancelled = groups.filter(({kind}) => kind === 'cancellation');
  const byId = cancelling && roles['transaction_id'] !== undefined;
  const column = header[(byId ? roles['transaction_id'] : roles['status'])?.column ?? -1] ?? '';
  const rows = cancelled.reduce((sum, group) => sum + group.rows, 0);
  const positive = cancelled.reduce((sum, group) => sum + group.positive.rows, 0);
  const amount = total(cancelled.map((group) => group.positive.amount));
  return [
    ...counted(byId ? 'assumed.cancelling' : 'assumed.cancelled', rows, {column}),
    ...counted('assumed.undone-positive', positive, {amount: Number(amount)})
  ];
}

/** Keys of all assumptions in the `ingest` messages. */
export const assumptionKeys = [
  ...['again', 'repaired', 'stray', 'torn'],
  ...['attributes', 'conflict'],
  ...['cancelled', 'cancelling', 'comma', 'credit', 'currencies', 'currency', 'debit', 'difference', 'encoding'],
  ...['fill', 'fill-within', 'id', 'long', 'nothing', 'only'],
  ...valueKeys,
  ...['product', 'product-rate', 'rounded', 'short', 'sign', 'undone-positive', 'unreadable', 'zero']
].map((name) => `assumed.${name}`);
