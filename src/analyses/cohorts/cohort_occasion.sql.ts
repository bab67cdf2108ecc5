import type {ModelContext} from '../../models/compile';
import {model as selectedOccasion} from '../../models/selected_occasion.sql';
import {sinceEver} from './cohort_purchase.sql';
import {activeOf} from './params';

/** Days on which customers bought, whatever the period's start: occasions, or all days with a purchase that counts. */
export function model(context: ModelContext): string {
  if (activeOf(context.params) === 'purchase') return anyPurchase;
  return selectedOccasion(sinceEver(context)).replaceAll('selected_purchase', 'cohort_purchase');
}

const anyPurchase = `-- The days on which each customer has any purchase that counts, returns and the like included.
-- needs: cohort_purchase
-- one row per customer and day
select distinct customer_key, purchased_on
from cohort_purchase
where customer_key is not null`;
