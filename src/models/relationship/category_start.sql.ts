import type {ModelContext} from '../compile';

/** When each customer first bought something of each category. */
export const model = ({
  loaded
}: ModelContext): string => `-- The day on which each customer first bought something of each category.
-- needs: selected_purchase
-- one row per customer and category
select customer_key, min(purchased_on) as first_bought
from selected_purchase
where ${loaded.filled.has('purchase.category') ? `customer_key is not null and category is not null and kind = 'sale'` : 'false'}
group by customer_key, category`;
