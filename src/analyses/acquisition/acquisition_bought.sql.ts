import {needsOf, type ModelContext} from '../../models/compile';
import {kindsOf} from '../../models/scope';
import {model as selected} from '../../models/selected_purchase.sql';
import {wholeCustomers} from '../../models/whole';

/** The days on which leads bought, whatever the period. */
export function model(context: ModelContext): string {
  const {scope} = context;
  const kinds = kindsOf(scope);
  const always = {...context, anonymous: false, scope: {...scope, from: null, to: null, as_of: null}};
  const isMart = noRules(context) && kinds.includes('return') && !kinds.includes('cancellation');
  const purchases = selected(always);
  return `-- The days on which leads bought: same-day returns taken off, something was left. The period plays no part.
-- needs: ${['acquisition_row', ...(isMart ? ['purchase_gap', 'customer_facts'] : needsOf(purchases))].join(', ')}
-- one row per customer and day
${isMart ? fromMart : fromPurchases(purchases.replaceAll(/^--.*\n/gm, ''))}`;
}

const noRules = (context: ModelContext): boolean =>
  wholeCustomers(context) &&
  context.scope.without.length === 0 &&
  Object.values(context.scope.filters).every((values) => values.length === 0);

const fromMart = `select customer_id, purchased_on
from purchase_gap
join customer_facts using (customer_key)
where purchased_on <= $as_of::date and customer_id in (select customer_id from acquisition_row)`;

const fromPurchases = (purchases: string): string => `select customer_id, purchased_on
from (
${purchases}
)
where purchased_on <= $as_of::date and customer_id in (select customer_id from acquisition_row)
group by customer_id, purchased_on
having sum(amount) > 0`;
