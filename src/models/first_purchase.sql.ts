import type {ModelContext} from './compile';
import {exclusionConditions, exclusionNeeds, exclusionsOf} from './exclusions';

/** When each customer first bought, of purchases that rules don't leave out. */
export function model({scope, loaded}: ModelContext): string {
  const rules = exclusionsOf(scope.without);
  const conditions = [`kind = 'sale'`, 'customer_key is not null', ...exclusionConditions(rules, loaded)];
  return `-- The day on which each customer first bought anything, whatever the period and filters.
-- needs: ${['purchase', ...exclusionNeeds(rules)].join(', ')}
-- one row per customer with a sale
select
    customer_key,
    min(purchased_on) as first_on
from purchase
where ${conditions.join('\n    and ')}
group by customer_key`;
}
