-- The whale curve: what the most profitable customers make together, until the others take it away again.
-- needs: partnership_profit
-- one row per point, at most about 200 of them, and one before the first customer
--
-- rank                customers up to here; rank_from: the first of the slice that ends here
-- customers_share     of all, 0 to 1
-- cumulative          their profit
-- cumulative_share    of the profit of all; null where that isn't above 0
with

total as (
    select
        count(*) as customers,
        sum(profit) as total,
        count(*) filter (where profit > 0) as peak,
        greatest(1, (count(*) + 198) // 199) as step
    from partnership_profit
    having count(*) > 0
),

points as (
    select rank, cumulative, customers, total
    from partnership_profit
    cross join total
    where rank % step = 0 or rank = customers or rank = peak
    union all
    select 0 as rank, 0 as cumulative, customers, total
    from total
)

select
    rank,
    coalesce(lag(rank) over (order by rank) + 1, 0) as rank_from,
    rank::double / customers as customers_share,
    cumulative::decimal(38, 4) as cumulative,
    case when total > 0 then cumulative::double / total::double end as cumulative_share
from points
