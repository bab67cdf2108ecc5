import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params} from './params';
import {parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'close',
  place: 1,
  words,
  params,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: [
    'customer.customer_id',
    'customer.name',
    'customer.acquired_on',
    'customer.referred_by',
    'customer.contract_until',
    'customer.wallet_per_year',
    'interaction.customer_id',
    'interaction.kind',
    'interaction.score'
  ],
  model: parts.rungs.model,
  order: parts.rungs.order,
  columns: parts.rungs.columns,
  keep: [
    'customer_occasion',
    'known_customer',
    'interaction_signal',
    'gap_limit',
    'customer_rhythm',
    'ladder_sales',
    'customer_rung'
  ],
  addsUp: 'net_sales',
  shown: (_, {filled}) =>
    Object.keys(parts.rungs.columns).filter((column) => column !== 'profit' || filled.has('purchase.cost')),
  parts,
  behind: {
    model: 'ladder_behind',
    order: ['net_sales desc', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      segment: is.text,
      country: is.text,
      rung: is.category,
      occasions: is.count,
      last_on: is.day,
      recency_days: is.count,
      net_sales: is.money
    }
  },
  behindRow: ofRow,
  takeaway
});
