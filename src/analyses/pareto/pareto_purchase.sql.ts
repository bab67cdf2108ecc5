import type {ModelContext} from '../../models/compile';
import {isOfPurchase} from '../../models/dimension';
import {byOf} from './params';

/** The model of the purchases to rank by: their own columns, or their customers' country where they have none. */
export function purchasesFor(context: ModelContext): 'selected_purchase' | 'pareto_purchase' {
  const own = byOf(context.params) !== 'country' || isOfPurchase('country', context.loaded);
  return own ? 'selected_purchase' : 'pareto_purchase';
}

/** The purchases that count, with the country of their customer. */
export function model(): string {
  return `-- The purchases that count, with the country of their customer.
-- needs: selected_purchase, customer_facts
-- one row per purchase
select
    selected_purchase.customer_key,
    purchased_on,
    amount,
    selected_purchase.cost,
    customer_facts.country
from selected_purchase
left join customer_facts using (customer_key)`;
}
