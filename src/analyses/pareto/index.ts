import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params, settle} from './params';
import {parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'carries',
  place: 1,
  words,
  params,
  settle,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: ['customer.name'],
  model: 'pareto',
  order: ['rank'],
  columns: {
    rank: is.count,
    id: is.text,
    name: is.text,
    net_sales: is.money,
    profit: is.money,
    cost: is.money,
    purchases: is.count,
    value: is.money,
    cumulative: is.money,
    share: is.share,
    cumulative_share: is.share,
    class: is.category
  },
  keep: ['pareto_ranked'],
  addsUp: 'net_sales',
  shown: ({by}, {filled}) => [
    'rank',
    'id',
    ...(by === 'customer' && filled.has('customer.name') ? ['name'] : []),
    'net_sales',
    ...(filled.has('purchase.cost') ? ['profit'] : []),
    'purchases',
    'cumulative',
    'share',
    'cumulative_share',
    'class'
  ],
  parts,
  behind: {
    model: 'pareto_behind',
    order: ['net_sales desc', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      before: is.money,
      now: is.money,
      segment: is.text,
      country: is.text,
      net_sales: is.money,
      profit: is.money,
      purchases: is.count,
      last_on: is.day
    }
  },
  behindRow: ofRow,
  anonymous: ({by}) => by !== 'customer',
  takeaway
});
