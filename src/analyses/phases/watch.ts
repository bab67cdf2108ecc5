import {share} from '../../messages/format';
import {locale} from '../../messages/language';
import {has} from '../../models/loaded';
import type {TableColumn} from '../../ui/cell';
import type {PageSource, TableRow} from '../../ui/pages.svelte';
import {columnLabel, type ViewContext} from '../analysis';
import analysis from './index';
import {parts, type WatchRow} from './parts';
import {phaseName, type List} from './phases';
import {words} from './words';

type Name = keyof WatchRow | 'times' | 'change';

const told: Readonly<Record<List, readonly Name[]>> = {
  slipping: ['recency_days', 'usual_gap', 'active_until', 'lapses_on', 'reason', 'last_on'],
  slowing: ['earlier_gap', 'recent_gap', 'times', 'recency_days', 'last_on', 'active_until'],
  shrinking: ['sales_before', 'sales_recent', 'change', 'recency_days', 'last_on', 'active_until'],
  won_back: ['away_days', 'back_on', 'occasions', 'recency_days', 'last_on', 'active_until']
};

/** The columns of a list: who, what is at stake, what tells so, what they bring in a year. */
export function watchColumns(list: List, {currency, loaded}: ViewContext): TableColumn[] {
  const names: Name[] = [
    'customer_id',
    ...(has(loaded, 'customer.name') ? (['name'] as const) : []),
    ...(list === 'won_back' ? [] : (['value_at_stake'] as const)),
    'return_share',
    ...told[list],
    'yearly_sales',
    ...(has(loaded, 'purchase.cost') ? (['yearly_profit'] as const) : []),
    'phase'
  ];
  return names.map((name) => columnOf(name, currency));
}

/** Units that are shown by the row itself, in words. */
const worded: readonly Name[] = ['phase', 'reason', 'return_share'];

function columnOf(name: Name, currency: string | null): TableColumn {
  const unit = name === 'times' ? 'number' : name === 'change' ? 'share' : parts.watch.columns[name].unit;
  const label = name === 'times' || name === 'change' ? words.t(name) : columnLabel(analysis, name, {});
  const wordy = unit === 'text' || unit === 'class' || unit === 'date';
  return {
    name,
    label: unit === 'money' && currency !== null ? `${label} (${currency})` : label,
    unit: worded.includes(name) ? 'text' : unit,
    align: wordy ? 'start' : 'end'
  };
}

/** The rows as a table shows them, sorted by what is behind the words. */
export function watchPages(rows: readonly WatchRow[]): PageSource {
  const whole = rows.map((row) => ({...row, times: ratio(row.recent_gap, row.earlier_gap), change: changeOf(row)}));
  return (offset, limit, sort) => {
    const sorted = sort ? whole.toSorted(by(sort.column, sort.descending)) : whole;
    return Promise.resolve({rows: sorted.slice(offset, offset + limit).map(shown), count: whole.length});
  };
}

const shown = (row: WatchRow): TableRow => ({
  ...row,
  phase: phaseName(row.phase),
  reason: words.t(`reason.${row.reason ?? 'none'}`),
  return_share: chance(row)
});

/** Where the curve ends before the days looked ahead, the chance is at least what it shows. */
const chance = ({return_share, at_least}: WatchRow): string =>
  at_least === true ? words.t('at least', {share: share(return_share)}) : share(return_share);

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function changeOf({sales_recent, sales_before}: WatchRow): number | null {
  const now = ratio(Number(sales_recent ?? 0), Number(sales_before ?? 0));
  return now === null ? null : now - 1;
}

/** Nothing comes last, whichever way. */
function by(column: string, descending: boolean): (a: TableRow, b: TableRow) => number {
  const text = new Intl.Collator(locale(), {numeric: true});
  return (a, b) => {
    const [x = null, y = null] = [a[column], b[column]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const numbers = [Number(x), Number(y)] as const;
    const order = numbers.some(Number.isNaN) ? text.compare(String(x), String(y)) : numbers[0] - numbers[1];
    return descending ? -order : order;
  };
}
