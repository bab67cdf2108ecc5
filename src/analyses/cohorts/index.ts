import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params} from './params';
import {columns, parts} from './parts';
import {ofRow} from './selection';
import {shown} from './shown';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'stays',
  place: 1,
  words,
  params,
  needs: ['purchase.customer_id', 'purchase.purchased_on', 'purchase.amount'],
  wants: ['customer.acquisition_cost'],
  model: 'cohorts',
  order: ['cohort', 'group_name', 'age', 'state'],
  columns,
  keep: ['cohort_customer', 'cohort_spend', 'cohort_sum'],
  addsUp: 'net_sales',
  shown,
  parts,
  behind: {
    model: 'cohort_behind',
    order: ['net_sales desc', 'customer_id'],
    columns: {
      customer_id: is.text,
      name: is.text,
      segment: is.text,
      country: is.text,
      first_on: is.day,
      last_on: is.day,
      active: is.flag,
      net_sales: is.money
    }
  },
  behindRow: ofRow,
  takeaway
});
