import type {ModelContext} from '../../models/compile';

/** What each customer brought. */
export function model({loaded}: ModelContext): string {
  const cost = loaded.filled.has('purchase.cost');
  return `-- What each customer brought.
-- needs: selected_purchase
-- one row per customer with a purchase that counts
--
-- profit    net sales minus cost of goods, of purchases whose cost is known; null where none is
select
    customer_key,
    sum(amount)::decimal(38, 4) as net_sales,
    ${cost ? 'sum(amount - cost)' : 'null'}::decimal(38, 4) as profit
from selected_purchase
where customer_key is not null
group by customer_key`;
}
