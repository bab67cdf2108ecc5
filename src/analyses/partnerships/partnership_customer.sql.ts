import {categories} from './categories';
import {yearsSql} from './years';

/** The account of each customer for the period, before it is grouped or counted per year. */
export function model(): string {
  const sums = categories.map((category) => `sum(amount) filter (where category = '${category}') as ${category}`);
  const lines = categories.map(
    (category) => `case when known.${category} then coalesce(cost.${category}, 0) end::decimal(38, 4) as ${category}`
  );
  return `-- The account of each customer for the period.
-- needs: partnership_member, partnership_sale, partnership_charge, partnership_known, selected_occasion, customer_facts
-- one row per customer who bought in the period, or bought before and cost something in it
--
-- $margin          per cent of net sales, for purchases that don't say what the goods cost
-- cost_of_goods    known, and for the rest by the margin typed in; typed is that part
-- occasions        days with a purchase of more than came back
-- years            from the first purchase, or the first day of the period, to its last; at least 90 days
-- delivery …       null where nothing is known of the category; allocated is what of them is shared out
with

own as (
    select customer_key, count(*) as occasions
    from selected_occasion
    group by customer_key
),

cost as (
    select
        customer_key,
        ${sums.join(',\n        ')},
        sum(amount) filter (where origin <> 'direct' and category <> 'acquisition') as allocated
    from partnership_charge
    group by customer_key
),

dated as (
    select
        customer_key,
        net_sales,
        known_cost,
        uncosted,
        least(greatest(first_on, $from_day::date), $to_day::date - 89) as start_on
    from partnership_member
    join customer_facts using (customer_key)
    left join partnership_sale using (customer_key)
    where net_sales is not null or customer_key in (select customer_key from cost)
)

select
    customer_key,
    coalesce(net_sales, 0)::decimal(38, 4) as net_sales,
    coalesce(uncosted, 0)::decimal(38, 4) as uncosted,
    (coalesce(known_cost, 0) + coalesce(round(uncosted::decimal(28, 4) * (100 - $margin::decimal(9, 4)) * 0.01, 4), 0))::decimal(38, 4)
        as cost_of_goods,
    coalesce(occasions, 0)::bigint as occasions,
    ${yearsSql('start_on', '$to_day::date')} as years,
    ${lines.join(',\n    ')},
    coalesce(allocated, 0)::decimal(38, 4) as allocated
from dated
cross join partnership_known as known
left join own using (customer_key)
left join cost using (customer_key)`;
}
