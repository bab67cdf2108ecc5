import {count, decimal, money, share} from '../../messages/format';
import {columnLabel, type Loaded, type Selection, type Sentence} from '../analysis';
import type {SmallRow} from '../small-row';
import analysis from './index';
import type {ParetoParams} from './params';
import type {Concentration, LossRow, Money} from './rows';
import {ofLargest} from './selection';
import {words} from './words';

/** "The largest customer, 14646, makes 3.1% of net sales …" */
export function riskText(row: Concentration, {by, measure}: ParetoParams, currency: string | null): Sentence {
  const effective = Math.round(row.effective ?? 0);
  const fill = {
    by,
    measure,
    name: row.name ?? row.id ?? words.t('chart.bars.none given'),
    value: currency === null ? money(row.value) : `${money(row.value)} ${currency}`,
    share: share(row.share),
    count: effective,
    effective: count(effective),
    hhi: decimal((row.hhi ?? 0) * 10_000, row.hhi !== null && row.hhi < 0.001 ? 1 : 0)
  };
  if (row.hhi === null) return words.rich('risk.text none', fill);
  return words.rich(row.share === null ? 'risk.text money' : 'risk.text', fill);
}

/** The column heads of the table of losses. */
export function lossHead(params: ParetoParams, {filled}: Loaded, currency: string | null): string[] {
  const head = (column: string): string =>
    `${columnLabel(analysis, column, params)}${currency === null ? '' : ` (${currency})`}`;
  return [
    words.t('risk.head'),
    head('net_sales'),
    columnLabel(analysis, 'net_sales_share', params),
    ...(filled.has('purchase.cost') ? [head('profit'), columnLabel(analysis, 'profit_share', params)] : [])
  ];
}

/** What the largest 1, 5 and 10 bring, each row leading to their customers. */
export function lossRows(
  rows: readonly LossRow[],
  {filled}: Loaded,
  onselect: (selection: Selection) => void
): SmallRow[] {
  const pair = (value: Money | null, part: number | null): string[] => [money(value), share(part)];
  return rows.map((row) => ({
    cells: [
      words.t('risk.largest', {count: row.entities, number: count(row.entities)}),
      ...pair(row.net_sales, row.net_sales_share),
      ...(filled.has('purchase.cost') ? pair(row.profit, row.profit_share) : [])
    ],
    hint: words.t('risk.select hint', {number: count(row.entities)}),
    onselect: () => onselect(ofLargest(row.entities))
  }));
}
