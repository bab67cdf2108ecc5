import type {ModelContext} from '../../models/compile';
import {categories, usualDriver} from './categories';
import {isFiltered} from './unfiltered';

/** Orders of each customer; only where costs of all together may be shared by them, since they are costly to count. */
export function model(context: ModelContext): string {
  const {loaded, params} = context;
  const purchases = isFiltered(context) ? 'partnership_purchase' : 'selected_purchase';
  const asked = categories.some((category) => ['', 'orders'].includes(String(params[`driver_${category}`] ?? '')));
  const typed = categories.some(
    (category) =>
      Number(params[`total_${category}`] ?? 0) > 0 &&
      (String(params[`driver_${category}`] ?? '') || usualDriver[category]) === 'orders'
  );
  const wanted = typed
    ? 'true'
    : asked
      ? `exists (select 1 from partnership_item where owner = 'all' and inside)`
      : 'false';
  const order = loaded.filled.has('purchase.transaction_id')
    ? 'coalesce(transaction_id, purchased_on::varchar)'
    : 'purchased_on';
  return `-- The orders of each customer: transaction ids, else days, with a sale. None where no cost is shared by them.
-- needs: ${[purchases, ...(wanted.startsWith('exists') ? ['partnership_item'] : [])].join(', ')}
-- one row per customer with a sale, filtered or not
with

orders as (
    select distinct customer_key, ${order} as ordered
    from ${purchases}
    where kind in ('sale', 'free')
        and customer_key is not null
        and ${wanted}
)

select customer_key, count(*) as orders
from orders
group by customer_key`;
}
