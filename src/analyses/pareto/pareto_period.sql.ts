import type {ModelContext} from '../../models/compile';
import {byOf, measureOf} from './params';
import {purchasesFor} from './pareto_purchase.sql';

const values = {net_sales: 'sum(amount)', profit: 'sum(amount - cost)'} as const;

/** What each customer, product … brought in each year or quarter. */
export function model(context: ModelContext): string {
  const {params} = context;
  const purchase = purchasesFor(context);
  const by = byOf(params);
  const value = values[measureOf(params)];
  return `-- What each ${by} brought in each period.
-- needs: ${purchase}
-- one row per ${by} and period with a purchase that counts
--
-- $grain    'year', 'quarter' or 'month'
-- period    its first day
with

dated as (
    select date_trunc($grain, purchased_on)::date as period, ${keys[by]} as id, amount, cost
    from ${purchase}${by === 'customer' ? '\n    where customer_key is not null' : ''}
)

select
    period,
    (
        period
        + case $grain when 'year' then interval 1 year when 'quarter' then interval 3 months else interval 1 month end
    )::date - 1 as period_end,
    id,
    ${value} as value
from dated
group by period, id
having ${value} is not null`;
}

const keys = {
  customer: 'customer_key',
  product: 'product',
  category: 'category',
  channel: 'channel',
  country: 'country'
} as const;
