import type {ModelContext} from '../../models/compile';

/** What each customer brought; by months where no cost is asked, which the mart may hold. */
export function model({loaded}: ModelContext): string {
  const cost = loaded.filled.has('purchase.cost');
  return `-- What each customer brought.
-- needs: ${cost ? 'selected_purchase' : 'selected_month'}
-- one row per customer with a purchase that counts
--
-- profit    net sales minus cost of goods, of purchases whose cost is known; null where none is
select
    customer_key,
    sum(amount)::decimal(38, 4) as net_sales,
    ${cost ? 'sum(amount - cost)' : 'null'}::decimal(38, 4) as profit
from ${cost ? 'selected_purchase\nwhere customer_key is not null' : 'selected_month'}
group by customer_key`;
}
