-- How concentrated the business is, in a few numbers.
-- needs: pareto
-- one row; none where nothing counts
--
-- $limit_a           per cent of the total
-- total              what is ranked by, of all
-- for_limit          how many of the largest make the limit; null where the total isn't positive
-- top_20             how many a fifth of all are, rounded up
-- top_20_share       what these make of the total, 0 to 1 and above where some are negative
-- largest_share      what the largest alone makes of the total
-- negative           how many are below zero, and what they take away
-- peak_share         what all above zero make of the total
-- gini               0: all alike, 1: one has it all; null where one is below zero or the total isn't positive
-- source: Gini coefficient of a ranked list, as in Kaplan & Narayanan (2001) for customers
with

total as (
    select sum(value) as total, count(*) as entities
    from pareto
)

select
    any_value(entities) as entities,
    any_value(total) as total,
    any_value((entities * 20 + 99) // 100) as top_20,
    sum(share) filter (rank <= (entities * 20 + 99) // 100) as top_20_share,
    case when any_value(total) > 0 then count(*) filter (class = 'A') end as for_limit,
    max(share) as largest_share,
    count(*) filter (value < 0) as negative,
    coalesce(sum(value) filter (value < 0), 0) as negative_value,
    max(cumulative_share) as peak_share,
    case
        when any_value(total) > 0 and min(value) >= 0 then
            2 * sum((entities - rank + 1) * value)::double / (any_value(entities) * any_value(total))::double
            - (any_value(entities) + 1) / any_value(entities)
    end as gini
from pareto
cross join total
having count(*) > 0
