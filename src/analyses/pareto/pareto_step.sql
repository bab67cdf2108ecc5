-- What the largest make together, for every threshold that can be chosen: each tenth of a per cent of all.
-- needs: pareto
-- one row per number of entities that a threshold stands for, at most 1,001, from none to all
--
-- entities    the smallest whole number that is at least that part of all
-- value       what so many of the largest make
-- share       of the total; null where the total isn't positive
with

size as (
    select count(*) as entities, coalesce(max(share) is not null, false) as has_shares
    from pareto
    having count(*) > 0
),

steps as (
    select distinct (entities * step + 999) // 1000 as entities, has_shares
    from size
    cross join range(1001) as steps(step)
)

select
    steps.entities,
    coalesce(cumulative, 0)::decimal(38, 4) as value,
    case when steps.entities > 0 then cumulative_share when has_shares then 0 end as share
from steps
left join pareto on rank = steps.entities
