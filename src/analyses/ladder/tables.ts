import {count, decimal, money, nothing, share} from '../../messages/format';
import {numberOf, type Definitions} from '../../models/definitions';
import type {Selection} from '../analysis';
import type {SmallRow} from '../small-row';
import type {Outlook} from '../states/outlook';
import type {LadderParams} from './params';
import type {HitRow, RungRow} from './parts';
import {rungName} from './rungs';
import {ofRung} from './selection';
import {words} from './words';

export interface RungTable {
  rungs: readonly RungRow[];
  hits: readonly HitRow[];
  params: LadderParams;
  definitions: Definitions;
  currency: string | null;
  onselect: (selection: Selection) => void;
}

const inCurrency = (label: string, currency: string | null): string =>
  currency === null ? label : `${label} (${currency})`;

const hasProfit = (rungs: readonly RungRow[]): boolean => rungs.some(({profit}) => profit !== null);

/** The heads of the table of what rungs bring. */
export function rungHead({rungs, params, definitions, currency}: RungTable): string[] {
  return [
    words.t('column.rung'),
    words.t('column.customers'),
    words.t('column.share_of_all'),
    words.t('rungs.frequency', {days: numberOf(definitions, 'client_days')}),
    inCurrency(words.t('column.net_sales'), currency),
    words.t('column.sales_share'),
    inCurrency(words.t('column.sales_per_customer'), currency),
    ...(hasProfit(rungs) ? [inCurrency(words.t('column.profit'), currency)] : []),
    words.t('rungs.again', {days: params.test_days})
  ];
}

/** What rungs bring, the highest first, each leading to its customers; a rung that can't be seen says so. */
export function rungRows({rungs, hits, onselect}: RungTable): SmallRow[] {
  const total = rungs.reduce((sum, {net_sales}) => sum + Number(net_sales ?? 0), 0);
  const ladder = rungs.filter(({rung}) => rung !== 'lapsed').reverse();
  return [...ladder, ...rungs.filter(({rung}) => rung === 'lapsed')].map((row) => {
    const name = rungName(row.rung);
    const hit = hits.find(({rung}) => rung === row.rung);
    const cells = [
      name,
      row.customers === null ? words.t('rungs.unseen') : count(row.customers),
      share(row.share_of_all),
      row.frequency === null ? nothing : decimal(row.frequency, 1),
      money(row.net_sales),
      share(total > 0 && row.net_sales !== null ? Number(row.net_sales) / total : null),
      money(row.sales_per_customer),
      ...(hasProfit(rungs) ? [money(row.profit)] : []),
      hit ? words.t('rungs.again cell', {share: share(hit.again_share), customers: count(hit.customers)}) : nothing
    ];
    if (row.customers === null || row.customers === 0) return {cells};
    return {
      cells,
      hint: words.t('rungs.select hint', {rung: name}),
      onselect: () => onselect(ofRung(row.rung))
    };
  });
}

/** The heads of the table of values. */
export const valueHead = ({reward}: LadderParams, currency: string | null): string[] => {
  const fill = {reward, currency: currency ?? 'none'};
  return [
    words.t('future.rung'),
    words.t('future.seen'),
    words.t('future.reward', fill),
    words.t('future.value', fill),
    words.t('future.now'),
    words.t('future.later')
  ];
};

/** What a customer of each rung is expected to bring, the highest rung first. */
export const valueRows = ({states}: Outlook): SmallRow[] =>
  [...states].reverse().map(({state, seen, reward, value, now, later}) => ({
    cells: [rungName(state), count(seen), money(reward), money(value), count(now), count(Math.round(later))]
  }));
