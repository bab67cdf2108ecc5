import type {ModelContext} from '../../models/compile';
import {changesProfit} from './what-if';

/** The points of the whale curve; beside them the curve without the "what if", where one is asked. */
export function model({params}: ModelContext): string {
  const asked = changesProfit(params);
  return `-- The whale curve: what the most profitable customers make together, until the others take it away again.
-- needs: partnership_profit, partnership_rank
-- one row per point, at most about 200 of them, and one before the first customer
--
-- rank                customers up to here; rank_from: the first of the slice that ends here
-- customers_share     of all, 0 to 1
-- cumulative          their profit
-- cumulative_share    of the profit of all; null where that isn't above 0
-- before              the profit of as many customers, the most profitable first, without the "what if"; null where none is asked
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
    from partnership_rank
    cross join total
    where rank % step = 0 or rank = customers or rank = peak
    union all
    select 0 as rank, 0 as cumulative, customers, total
    from total
)${asked ? withoutSql : ''}

select
    rank,
    coalesce(lag(rank) over (order by rank) + 1, 0) as rank_from,
    rank::double / customers as customers_share,
    cumulative::decimal(38, 4) as cumulative,
    case when total > 0 then cumulative::double / total::double end as cumulative_share,
    ${asked ? 'coalesce(before, 0)' : 'null'}::decimal(38, 4) as before
from points${asked ? '\nleft join ranked using (rank)' : ''}`;
}

const withoutSql = `,

ranked as (
    select
        row_number() over most_first as rank,
        sum(profit + what_if) over (most_first rows unbounded preceding) as before
    from partnership_profit
    window most_first as (order by profit + what_if desc, customer_key)
)`;
