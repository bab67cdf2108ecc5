import {isState, ungrouped} from '../../models/grouping';
import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params, settle} from './params';
import {lines, parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'pays',
  place: 1,
  words,
  params,
  settle,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: ['purchase.cost', 'partnership_cost.amount', 'purchase.discount', 'customer.acquisition_cost'],
  model: 'partnerships',
  order: ['place', 'profit desc', 'id'],
  columns: {id: is.text, name: is.text, state: is.category, place: is.count, ...lines},
  keep: [
    'partnership_item',
    'partnership_claim',
    'partnership_order',
    'partnership_weight',
    'partnership_pool',
    'partnership_share',
    'partnership_charge',
    'partnership_base',
    'partnership_customer'
  ],
  addsUp: 'net_sales',
  shown: ({split}, {filled}) => [
    isState(split) ? 'state' : 'id',
    ...(split === ungrouped && filled.has('customer.name') ? ['name'] : []),
    ...(split === ungrouped ? [] : ['customers']),
    ...Object.keys(lines).filter((name) => name !== 'customers')
  ],
  parts,
  behind: {
    model: 'partnership_behind',
    order: ['profit', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      segment: is.text,
      country: is.text,
      net_sales: is.money,
      gross_profit: is.money,
      cost_to_serve: is.money,
      profit: is.money,
      profit_share: is.share,
      acquisition: is.money,
      occasions: is.count
    }
  },
  behindRow: ofRow,
  takeaway
});
