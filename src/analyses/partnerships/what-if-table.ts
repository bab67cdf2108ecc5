import {count, decimal, list, money, share} from '../../messages/format';
import type {SmallRow} from '../small-row';
import {type Category} from './categories';
import type {PartnershipParams} from './params';
import type {Amount, CategoryRow, Summary} from './parts';
import {total} from './total';
import {changed, changeOf, isOfShared} from './what-if';
import {withUnit} from './with-unit';
import {words} from './words';

/** The costs that a "what if" is asked of and that there are, in the order of the account. */
export const changedRows = (rows: readonly CategoryRow[], params: PartnershipParams): CategoryRow[] =>
  changed(params).flatMap((name) =>
    rows.filter((row) => row.category === name && (Number(row.what_if) !== 0 || Number(row.carried) !== 0))
  );

/** `delivery cost 20% more and other service cost 5% less`; empty where nothing is asked. */
export function changesText(rows: readonly CategoryRow[], params: PartnershipParams): string {
  const texts = changedRows(rows, params).map(({category}) => {
    const by = changeOf(params, category as Category);
    return words.t(isOfShared(params) ? 'what if.shared' : 'what if.whole', {
      category: words.t(`what if.${category}` as 'what if.other'),
      part: share(Math.abs(by) / 100),
      direction: by > 0 ? 'more' : 'less'
    });
  });
  return texts.length === 0 ? '' : list(texts);
}

/** What the files hold of the costs that are asked of. */
export const inFiles = (rows: readonly CategoryRow[]): number => total(rows.map(({file_total}) => file_total));

/** The column heads of the table of what changes. */
export const whatIfHead = (currency: string | null): string[] => [
  withUnit(words.t('what if.line'), currency),
  words.t('what if.before'),
  words.t('what if.now'),
  words.t('what if.difference')
];

/** What a "what if" does to the account, to those who lose money, and to the whale curve. */
export function whatIfRows(rows: readonly CategoryRow[], summary: Summary, params: PartnershipParams): SmallRow[] {
  const asked = changedRows(rows, params);
  const own = asked.map(({category, carried, what_if}) =>
    amounts(words.t(`statement.${category}` as 'statement.other'), less(carried, what_if), carried)
  );
  const serving = [
    amounts(words.t('statement.cost_to_serve'), less(summary.cost_to_serve, summary.what_if), summary.cost_to_serve),
    amounts(words.t('statement.profit'), summary.profit_before, summary.profit),
    ofSales(summary),
    counts(words.t('what if.losing'), summary.losing_before, summary.losing),
    amounts(words.t('what if.destroyed'), summary.destroyed_before, summary.destroyed),
    counts(words.t('what if.earning'), summary.peak_customers_before, summary.peak_customers),
    amounts(words.t('what if.peak'), summary.peak_before, summary.peak)
  ];
  const acquisition = asked.find(({category}) => category === 'acquisition');
  return [
    ...own,
    ...(asked.some(({category}) => category !== 'acquisition') ? serving : []),
    ...(acquisition ? [afterAcquisition(summary, acquisition)] : [])
  ];
}

function afterAcquisition({profit, profit_before}: Summary, {carried, what_if}: CategoryRow): SmallRow {
  const before = less(profit_before, less(carried, what_if));
  return amounts(words.t('statement.profit_after_acquisition'), before, less(profit, carried));
}

/** How much a category matters: what a tenth of it is, and the change at which all profit would be gone. */
export function sensitivity(row: CategoryRow, summary: Summary, params: PartnershipParams): string {
  const category = row.category as Category;
  const base = less(less(row.carried, row.what_if), isOfShared(params) ? row.direct : 0);
  if (base <= 0) return '';
  const tenth = words.t('what if.tenth', {amount: money(base / 10)});
  if (category === 'acquisition') return tenth;
  const even = changeOf(params, category) / 100 + Number(summary.profit) / base;
  const by = even < -1 ? 'never' : 'at';
  return `${tenth}; ${words.t('what if.even', {by, part: signed(even, share)})}`;
}

const amounts = (label: string, before: Amount, now: Amount): SmallRow => ({
  cells: [label, money(before), money(now), signed(less(now, before), money)]
});

const counts = (label: string, before: number, now: number): SmallRow => ({
  cells: [label, count(before), count(now), signed(now - before, count)]
});

function ofSales({profit, profit_before, net_sales}: Summary): SmallRow {
  const part = (value: Amount): number | null => (Number(net_sales) > 0 ? Number(value) / Number(net_sales) : null);
  const [before, now] = [part(profit_before), part(profit)];
  const points = before === null || now === null ? null : (now - before) * 100;
  return {
    cells: [
      words.t('what if.of sales'),
      share(before),
      share(now),
      points === null
        ? ''
        : words.t('what if.points', {
            points: signed(points, (value) => decimal(value, 1)),
            count: Math.abs(Math.round(points * 10) / 10)
          })
    ]
  };
}

const signed = (value: number, shown: (value: number) => string): string =>
  value > 0 ? `+${shown(value)}` : shown(value);

const less = (a: Amount, b: Amount): number => total([a, -Number(b)]);
