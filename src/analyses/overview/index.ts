import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params} from './params';
import {parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'overview',
  place: 1,
  words,
  params,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: ['purchase.transaction_id'],
  model: parts.months.model,
  order: parts.months.order,
  columns: parts.months.columns,
  keep: ['overview_order'],
  addsUp: 'net_sales',
  parts,
  behind: {
    model: 'overview_behind',
    order: ['net_sales desc', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      segment: is.text,
      country: is.text,
      net_sales: is.money,
      purchases: is.count,
      last_on: is.day
    }
  },
  behindRow: ofRow,
  takeaway
});
