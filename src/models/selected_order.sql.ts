import type {ModelContext} from './compile';

/** Orders: distinct transaction ids of a customer, else days on which a customer bought. */
export function model({loaded}: ModelContext): string {
  const order = loaded.filled.has('purchase.transaction_id')
    ? 'coalesce(transaction_id, purchased_on::varchar)'
    : 'purchased_on::varchar';
  return `-- The orders of each customer, of purchases that count.
-- needs: selected_purchase
-- one row per customer and order; returns and cancellations are no orders of their own
--
-- transaction_id    where there is none: the day, so that a customer's purchases of one day are one order
-- ordered_on        the first day of the order
with

sales as (
    select customer_key, purchased_on, ${order} as transaction_id
    from selected_purchase
    where kind in ('sale', 'free') and customer_key is not null
)

select customer_key, transaction_id, min(purchased_on) as ordered_on
from sales
group by customer_key, transaction_id`;
}
