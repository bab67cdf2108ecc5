import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params, settle} from './params';
import {columns, days, parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'close',
  place: 2,
  words,
  params,
  settle,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: ['purchase.cost', 'purchase.category', 'customer.closed_on', 'customer.contract_until', 'interaction.kind'],
  model: 'phases',
  order: ['place'],
  columns,
  keep: [
    'customer_occasion',
    'known_customer',
    'category_start',
    'gap_count',
    'gap_limit',
    'customer_rhythm',
    'customer_phase',
    'phases_customer'
  ],
  addsUp: 'net_sales',
  shown: (_, {filled}) => [
    'phase',
    'customers',
    'customers_share',
    'net_sales',
    'sales_share',
    'per_customer',
    ...(filled.has('purchase.cost') ? ['profit'] : []),
    'median_recency',
    'median_tenure',
    'slipping',
    'slipping_sales',
    'value_at_stake'
  ],
  parts,
  behind: {
    model: 'phases_behind',
    order: ['value_at_stake desc', 'net_sales desc', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      phase: is.category,
      value_at_stake: is.rate,
      return_share: is.share,
      reason: is.category,
      recency_days: days,
      usual_gap: is.number,
      active_until: is.day,
      lapses_on: is.day,
      last_on: is.day,
      recent_gap: is.number,
      earlier_gap: is.number,
      sales_recent: is.money,
      sales_before: is.money,
      back_on: is.day,
      away_days: days,
      occasions: is.count,
      yearly_sales: is.money,
      yearly_profit: is.money,
      net_sales: is.money,
      profit: is.money,
      segment: is.text,
      country: is.text
    }
  },
  behindRow: ofRow,
  takeaway
});
