import {count, money, nothing, share} from '../../messages/format';
import {columnLabel, type Loaded, type Sentence} from '../analysis';
import type {SmallRow} from '../small-row';
import analysis from './index';
import type {ParetoParams} from './params';
import type {Money, WhatifRow} from './rows';
import {percentText} from './threshold';
import {words} from './words';

/** "Without the bottom 20% (868 customers), net sales would change by −97,532.10 (−1.1%) …" Empty where nothing counts. */
export function whatifText(rows: readonly WhatifRow[], params: ParetoParams, {filled}: Loaded): Sentence {
  const [left, price, cost] = (['left', 'price', 'cost'] as const).map((name) => of(rows, name));
  if (!left || !price || !cost) return [];
  return words.rich('whatif.text', {
    by: params.by,
    part: percentText(params.whatif_share),
    count: left.changed,
    number: count(left.changed),
    price: percentText(params.whatif_price),
    cost: percentText(params.whatif_cost),
    profit: filled.has('purchase.cost') ? 'yes' : 'no',
    left_sales: change(left.sales_change, left.sales_change_share),
    left_profit: change(left.profit_change, left.profit_change_share),
    price_sales: change(price.sales_change, price.sales_change_share),
    price_profit: change(price.profit_change, price.profit_change_share),
    cost_profit: change(cost.profit_change, cost.profit_change_share)
  });
}

/** The column heads of the table of scenarios. */
export function whatifHead(params: ParetoParams, {filled}: Loaded, currency: string | null): string[] {
  const head = (column: string): string =>
    `${columnLabel(analysis, column, params)}${currency === null ? '' : ` (${currency})`}`;
  return [
    words.t('whatif.head'),
    columnLabel(analysis, 'entities', params),
    head('net_sales'),
    columnLabel(analysis, 'sales_change', params),
    ...(filled.has('purchase.cost') ? [head('profit'), columnLabel(analysis, 'profit_change', params)] : []),
    words.t('whatif.head top')
  ];
}

/** How it is, and how it would be; lower costs only where costs are known. */
export function whatifRows(rows: readonly WhatifRow[], params: ParetoParams, {filled}: Loaded): SmallRow[] {
  const hasCost = filled.has('purchase.cost');
  const scenarios = hasCost ? (['now', 'left', 'price', 'cost'] as const) : (['now', 'left', 'price'] as const);
  return scenarios.flatMap((scenario) => {
    const row = of(rows, scenario);
    if (!row) return [];
    const changed = (value: Money | null, part: number | null): string =>
      scenario === 'now' ? nothing : change(value, part);
    return {
      cells: [
        words.t(`whatif.${scenario}`, {
          part: percentText(scenario === 'cost' ? params.whatif_cost : params.whatif_price)
        }),
        count(row.entities),
        money(row.net_sales),
        changed(row.sales_change, row.sales_change_share),
        ...(hasCost ? [money(row.profit), changed(row.profit_change, row.profit_change_share)] : []),
        share(row.top_20_share)
      ]
    };
  });
}

const of = (rows: readonly WhatifRow[], scenario: WhatifRow['scenario']): WhatifRow | undefined =>
  rows.find((row) => row.scenario === scenario);

/** `+1,234.00 (+0.2%)`, `−97,532.10 (−1.1%)`. */
function change(value: Money | null, part: number | null): string {
  if (value === null) return nothing;
  const amount = signed(money(value), Number(value));
  // A share that rounds to 0% would say that nothing changes.
  return part === null || Math.abs(part) < 0.0005
    ? amount
    : words.t('whatif.change', {value: amount, share: signed(share(part), part)});
}

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);
