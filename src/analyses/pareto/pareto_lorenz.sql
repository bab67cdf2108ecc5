-- The Lorenz curve: what the smallest part of all makes of the total.
-- needs: pareto
-- one row per point, at most 202 of them from (0, 0) to (1, 1); none where one is below zero or the total isn't positive
--
-- entities_share    the smallest ones, of all, 0 to 1
-- share             what they make, 0 to 1
with

total as (
    select count(*) as entities, sum(value) as total
    from pareto
    having sum(value) > 0 and min(value) >= 0
),

points as (
    select
        (entities - rank + 1)::double / entities as entities_share,
        (total - cumulative + value)::double / total::double as share
    from pareto
    cross join total
    where (entities - rank + 1) % greatest(1, (entities + 199) // 200) = 0 or rank = 1
)

select entities_share, share
from points
union all
select 0::double as entities_share, 0::double as share
from total
