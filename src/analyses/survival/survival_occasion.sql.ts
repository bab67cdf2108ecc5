import type {ModelContext} from '../../models/compile';
import {exclusionsOf, withoutTwins} from '../../models/exclusions';
import {kindsOf} from '../../models/scope';
import {conditions, filterNeeds} from '../../models/selected_purchase.sql';
import {wholeCustomers} from '../../models/whole';

/**
 * The purchase occasions up to the end of the period, those before its start too: which purchase it is doesn't depend on
 * where one begins to look. From the mart where the scope counts what the mart counts.
 */
export function model(context: ModelContext): string {
  const mart = wholeCustomers(context) && martKinds(context);
  return `-- The days on which each customer bought up to the last day looked at, those before the period too, numbered.
-- needs: ${[mart ? 'purchase_gap' : 'purchase', ...filterNeeds(context)].join(', ')}
-- one row per customer and day on which, same-day returns taken off, something was left
--
-- occasion    1 for the first
-- next_on     the next such day; null where it is still to come, or never comes
${mart ? fromMart(context) : fromPurchases(context)}`;
}

/** The mart counts sales and returns; free purchases change no sum. */
function martKinds({scope}: ModelContext): boolean {
  const kinds = kindsOf(scope);
  return kinds.includes('return') && !kinds.includes('cancellation');
}

function fromMart(context: ModelContext): string {
  const [, ...others] = conditions({...context, scope: {...context.scope, from: null, to: null, as_of: null}});
  return `select
    customer_key,
    occasion,
    purchased_on,
    case when purchased_on + gap_days <= $to_day::date then purchased_on + gap_days end as next_on
from purchase_gap
where ${['purchased_on <= $to_day::date', ...others].join('\n    and ')}`;
}

function fromPurchases(context: ModelContext): string {
  const once = withoutTwins(exclusionsOf(context.scope.without));
  const kept = conditions({...context, scope: {...context.scope, from: null}});
  return `with

day as (
    select customer_key, purchased_on
    from ${once ? '(select distinct * from purchase) as purchase' : 'purchase'}
    where ${['customer_key is not null', ...kept].join('\n        and ')}
    group by customer_key, purchased_on
    having sum(amount) > 0
)

select
    customer_key,
    (row_number() over own)::integer as occasion,
    purchased_on,
    lead(purchased_on) over own as next_on
from day
window own as (partition by customer_key order by purchased_on)`;
}
