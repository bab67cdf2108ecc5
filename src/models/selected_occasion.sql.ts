import type {ModelContext} from './compile';
import {kindsOf} from './scope';
import {conditions, filterNeeds} from './selected_purchase.sql';
import {wholeCustomers} from './whole';

/** Days on which customers bought; from the mart where the scope counts what the mart counts. */
export function model(context: ModelContext): string {
  const mart = wholeCustomers(context) && martKinds(context);
  return `-- The days on which each customer bought: same-day returns taken off, something was left.
-- needs: ${mart ? ['purchase_gap', ...filterNeeds(context)].join(', ') : 'selected_purchase'}
-- one row per customer and day
${mart ? fromMart(context) : fromPurchases}`;
}

/** The mart counts sales and returns; free purchases change no sum. */
function martKinds({scope}: ModelContext): boolean {
  const kinds = kindsOf(scope);
  return kinds.includes('return') && !kinds.includes('cancellation');
}

function fromMart(context: ModelContext): string {
  const [, ...others] = conditions(context);
  const where = others.length === 0 ? '' : `\nwhere ${others.join('\n    and ')}`;
  return `select customer_key, purchased_on\nfrom purchase_gap${where}`;
}

const fromPurchases = `select customer_key, purchased_on
from selected_purchase
where customer_key is not null
group by customer_key, purchased_on
having sum(amount) > 0`;
