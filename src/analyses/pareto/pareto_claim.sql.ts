import type {ModelContext} from '../../models/compile';
import {whaleMeasure} from './params';

/** What textbooks claim of concentration, and what this data says. */
export function model({loaded}: ModelContext): string {
  const profit = whaleMeasure(loaded) === 'profit';
  return `-- What textbooks claim of the largest and the smallest part of all, and what this data says.
-- needs: pareto_sales${profit ? ', pareto_profit' : ''}
-- one row per claim; none where nothing counts
-- source: Pareto (1896) and Juran (1951) on 80 of 20; Kaplan & Narayanan (2001) on profit
--
-- percentage              how large a part of all the claim is about
-- claimed_from, _to       what it is said to make of the total; below 0: to take away
-- entities                how many that part is, rounded up; null where costs aren't known
-- value, share            what they make here, and of the total; null where costs aren't known, or the total isn't positive
-- needed, needed_share    the fewest who make claimed_from, where the claim is one number
with

claims(claim, ranking, percentage, claimed_from, claimed_to, worst) as (
    values
        ('sales', 'sales', 20, 80, 80, false),
        ('profit', 'profit', 10, 90, 90, false),
        ('best', 'profit', 20, 150, 300, false),
        ('worst', 'profit', 10, -200, -50, true)
),

ranked as (
    select 'sales' as ranking, rank, cumulative
    from pareto_sales${profit ? ranked : ''}
),

totals as (
    select ranking, count(*) as of_entities, arg_max(cumulative, rank) as total
    from ranked
    group by ranking
),

sized as (
    select claims.*, total, of_entities, (of_entities * percentage + 99) // 100 as entities
    from claims
    left join totals using (ranking)
    where exists (select 1 from totals)
),

made as (
    select
        sized.*,
        max(cumulative) filter (rank = entities) as best,
        coalesce(max(cumulative) filter (rank = of_entities - entities), 0) as others,
        min(rank) filter (
            claimed_from = claimed_to and total > 0 and cumulative * 100 >= claimed_from * total
        ) as needed
    from sized
    left join ranked using (ranking)
    group by all
)

select
    claim,
    percentage,
    claimed_from::double / 100 as claimed_from,
    claimed_to::double / 100 as claimed_to,
    entities,
    case when worst then total - others else best end as value,
    case when total > 0 then (case when worst then total - others else best end)::double / total::double end as share,
    needed,
    needed::double / of_entities as needed_share
from made`;
}

const ranked = `
    union all
    select 'profit' as ranking, rank, cumulative
    from pareto_profit`;
