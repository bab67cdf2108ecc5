import type {ModelContext} from '../../models/compile';
import {slotsOf} from './shares';

/** Orders of each customer, filtered or not; only where costs of all together may be shared by them, since they are costly to count. */
export function model(context: ModelContext): string {
  const shared = slotsOf(context).filter(({driver}) => driver === 'orders');
  const typed = shared.some(({source}) => source === 'typed');
  const wanted = typed
    ? 'true'
    : shared.length > 0
      ? `exists (select 1 from partnership_item where owner = 'all' and inside)`
      : 'false';
  const order = context.loaded.filled.has('purchase.transaction_id')
    ? 'coalesce(transaction_id, purchased_on::varchar)'
    : 'purchased_on';
  return `-- The orders of each customer: transaction ids, else days, with a sale. None where no cost is shared by them.
-- needs: ${['partnership_purchase', ...(wanted.startsWith('exists') ? ['partnership_item'] : [])].join(', ')}
-- one row per customer with a sale, filtered or not
with

orders as (
    select distinct customer_key, ${order} as ordered
    from partnership_purchase
    where kind in ('sale', 'free')
        and customer_key is not null
        and ${wanted}
)

select customer_key, count(*) as orders
from orders
group by customer_key`;
}
