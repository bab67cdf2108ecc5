-- The whale curve: what the most profitable part of all makes, as it adds up.
-- needs: pareto_profit
-- one row per point, at most 1,002 of them from none to all, the peak among them
--
-- entities          so many of the most profitable
-- entities_share    of all, 0 to 1
-- value             their profit together
-- share             of the total; rises above 1 where some lose money, null where the total isn't positive
with

size as (
    select
        count(*) as entities,
        count(*) filter (value > 0) as before_peak,
        sum(value) as total
    from pareto_profit
    having count(*) > 0
),

points as (
    select (entities * step + 999) // 1000 as rank
    from size
    cross join range(1001) as steps(step)
    union
    select before_peak as rank
    from size
)

select
    points.rank as entities,
    points.rank::double / entities as entities_share,
    coalesce(cumulative, 0)::decimal(38, 4) as value,
    case when total > 0 then coalesce(cumulative, 0)::double / total::double end as share
from points
cross join size
left join pareto_profit using (rank)
