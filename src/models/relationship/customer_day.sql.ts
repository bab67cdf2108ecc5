import type {ModelContext} from '../compile';
import {today} from './moments';

/** What each customer bought and gave back, day by day: what sums over days and windows are taken from. */
export function model({loaded}: ModelContext): string {
  const cost = loaded.filled.has('purchase.cost');
  return `-- What each customer bought and gave back on each day.
-- needs: selected_purchase
-- one row per customer and day
--
-- profit    net sales minus cost of goods, of purchases whose cost is known; null where none is
select
    customer_key,
    purchased_on,
    sum(amount) as amount,
    ${cost ? 'sum(amount - cost)' : 'null::decimal(38, 4)'} as profit
from selected_purchase
where customer_key is not null and purchased_on <= ${today}
group by customer_key, purchased_on`;
}
