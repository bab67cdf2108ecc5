-- How many customers went from each phase to each other between two moments, and what they brought on the way.
-- needs: phases_move, selected_purchase
-- one row per pair of phases that someone was in
--
-- from_phase      null for those not known at the first moment
-- net_sales       after the first moment, up to the second; profit: of purchases whose cost is known
with

sums as (
    select customer_key, sum(amount) as net_sales, sum(amount - cost) as profit
    from selected_purchase
    join phases_move using (customer_key)
    where purchased_on > from_on and purchased_on <= to_on
    group by customer_key
)

select
    from_phase,
    to_phase,
    any_value(from_on) as from_on,
    any_value(to_on) as to_on,
    count(*) as customers,
    coalesce(sum(net_sales), 0)::decimal(38, 4) as net_sales,
    sum(profit)::decimal(38, 4) as profit
from phases_move
left join sums using (customer_key)
group by from_phase, to_phase
