import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params} from './params';
import {parts} from './parts';
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
  columns: {
    line: is.text,
    cohort: is.day,
    group_name: is.text,
    age: is.count,
    state: is.category,
    period_from: is.day,
    period_to: is.day,
    size: is.count,
    eligible: is.count,
    base: is.count,
    customers: is.count,
    kept: is.count,
    kept_later: is.count,
    retained: is.share,
    low: is.share,
    high: is.share,
    unbounded: is.share,
    net_sales: is.money,
    first_sales: is.money,
    base_sales: is.money,
    base_total: is.money,
    base_margin: is.money,
    sales_retention: is.share,
    cumulative_sales_per_customer: is.rate,
    cumulative_margin_per_customer: is.rate,
    orders: is.count,
    average_order: is.rate
  },
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
