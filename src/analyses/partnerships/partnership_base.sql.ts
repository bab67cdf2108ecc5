import {yearsSql} from './years';

/** What each customer of the account bought, and for how long it was looked at. */
export function model(): string {
  return `-- What each customer of the account bought in the period, and for how many years it was looked at.
-- needs: partnership_member, partnership_sale, selected_occasion, customer_facts
-- one row per customer who bought in the period or before it
--
-- net_sales    null: nothing in the period
-- known_cost, uncosted    as of its purchases
-- occasions    days with a purchase of more than came back
-- years        from the first purchase, or the first day of the period, to its last; at least 90 days
with

own as (
    select customer_key, count(*) as occasions
    from selected_occasion
    group by customer_key
),

dated as (
    select
        customer_key,
        net_sales,
        known_cost,
        uncosted,
        coalesce(occasions, 0) as occasions,
        least(greatest(first_on, $from_day::date), $to_day::date - 89) as start_on
    from partnership_member
    join customer_facts using (customer_key)
    left join partnership_sale using (customer_key)
    left join own using (customer_key)
),

spans as (
    select start_on, ${yearsSql('start_on', '$to_day::date')} as years
    from (select distinct start_on from dated) as starts
)

select
    customer_key,
    net_sales,
    known_cost,
    uncosted,
    occasions,
    years
from dated
join spans using (start_on)`;
}
