import {ungrouped} from '../../models/grouping';
import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params} from './params';
import {parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'stays',
  place: 2,
  words,
  params,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: ['customer.acquired_on', 'customer.contract_until', 'customer.segment'],
  model: 'survival',
  order: ['place', 'duration'],
  columns: {
    place: is.count,
    group_name: is.category,
    duration: is.count,
    at_risk: is.count,
    events: is.count,
    censored: is.count,
    survival: is.share,
    ended: is.share,
    std_error: is.number,
    low: is.share,
    high: is.share
  },
  keep: ['survival_ends'],
  shown: ({split}) => [
    ...(split === ungrouped ? [] : ['place', 'group_name']),
    'duration',
    'at_risk',
    'events',
    'censored',
    'survival',
    'ended',
    'std_error',
    'low',
    'high'
  ],
  parts,
  behind: {
    model: 'survival_behind',
    order: ['days desc', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      segment: is.text,
      country: is.text,
      started_on: is.day,
      days: is.count,
      times: is.count,
      net_sales: is.money,
      last_on: is.day
    }
  },
  behindRow: ofRow,
  takeaway
});
