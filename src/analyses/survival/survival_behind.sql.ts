import type {ModelContext} from '../../models/compile';
import {ungrouped} from '../../models/grouping';

/** The customers whose waits make a stretch of a curve. */
export function model({params}: ModelContext): string {
  const grouped = params['split'] !== ungrouped;
  const joins = `left join customer_group using (customer_key)
    join survival_place on survival_place.group_name = coalesce(customer_group.group_name, '')`;
  return `-- The customers whose waits ended, or are open, after some days.
-- needs: survival_wait, ${grouped ? 'customer_group, survival_place, ' : ''}selected_purchase, customer, customer_facts
-- one row per customer
--
-- $of_place                the curve; null for all
-- $days_from, $days_to     how long the wait lasted, both included
-- $ended                   true: waits that ended; false: open ones
-- started_on, days         of the longest such wait
-- times                    how many such waits
-- net_sales, last_on       of the purchases that count
with

chosen as (
    select
        customer_key,
        arg_max(started_on, {'days': duration, 'late': started_on}) as started_on,
        max(duration)::bigint as days,
        count(*) as times
    from survival_wait
    ${grouped ? joins : ''}
    where duration between $days_from::bigint and $days_to::bigint
        and event = $ended::boolean
        and coalesce($of_place::bigint, ${grouped ? 'place' : '1'}) = ${grouped ? 'place' : '1'}
    group by customer_key
),

sums as (
    select customer_key, sum(amount) as net_sales, max(purchased_on) as last_on
    from selected_purchase
    where customer_key in (select customer_key from chosen)
    group by customer_key
)

select
    customer.customer_id,
    customer.name,
    customer.segment,
    coalesce(customer_facts.country, customer.country) as country,
    started_on,
    days,
    times,
    net_sales,
    sums.last_on
from chosen
join customer using (customer_key)
left join customer_facts using (customer_key)
left join sums using (customer_key)`;
}
