-- What the largest 1, 5, 10 and 20 per cent make.
-- needs: pareto
-- one row per percentage
--
-- entities    how many that is: the smallest whole number that is at least that part of all
-- share       of the total; null where the total isn't positive
with

percentages as (
    select unnest([1, 5, 10, 20]) as percentage
),

sizes as (
    select percentage, (count(*) * percentage + 99) // 100 as entities
    from pareto
    cross join percentages
    group by percentage
)

select
    percentage,
    any_value(entities) as entities,
    sum(value) as value,
    sum(share) as share
from sizes
join pareto on rank <= entities
group by percentage
