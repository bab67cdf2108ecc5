import type {ModelContext} from '../../models/compile';

/** By what costs are shared out: each driver in whole numbers, so that shares are exact. */
export function model({loaded}: ModelContext): string {
  const order = loaded.filled.has('purchase.transaction_id')
    ? 'coalesce(transaction_id, purchased_on::varchar)'
    : 'purchased_on::varchar';
  return `-- How much of each driver every customer has; costs are shared out in proportion.
-- needs: partnership_all, partnership_purchase, partnership_claim
-- one row per customer with a purchase that counts, filtered or not
--
-- orders      as many as transaction ids (else days) with a sale; counted only where a cost is shared by them
-- quantity    in ten-thousandths; 0 where more came back than went out
-- sales       net sales in ten-thousandths; 0 where they are negative
with

orders as (
    select customer_key, count(distinct ${order}) as orders
    from partnership_purchase
    where kind in ('sale', 'free')
        and customer_key is not null
        and exists (select 1 from partnership_claim where driver = 'orders')
    group by customer_key
)

select
    customer_key,
    coalesce(orders, 0)::hugeint as orders,
    lines::hugeint as lines,
    greatest(quantity * 10000, 0)::hugeint as quantity,
    greatest(net_sales * 10000, 0)::hugeint as sales,
    1::hugeint as equal
from partnership_all
left join orders using (customer_key)`;
}
