import type {ModelContext} from '../../models/compile';
import {measureOf, whaleMeasure} from './params';

/** The ranking. Where the whale curve is drawn by the same measure, its ranking is taken. */
export function model({params, loaded}: ModelContext): string {
  const isWhale = measureOf(params) === whaleMeasure(loaded);
  return `-- Who carries the business: from the largest to the smallest, with what they add up to.
-- needs: pareto_ranked
-- one row per entity (customer, product, category, channel or country)
--
-- $limit_a, $limit_b    per cent of the total at which classes A and B end, 1 to 100
-- rank                  1 for the largest; equal ones by id
-- cumulative            the value of this and all larger ones; rises above the total where some are negative
-- share                 value / total; null where the total isn't positive
-- class                 A up to and with the one that reaches the first limit, B likewise, else C; null without a share
with

total as (
    select sum(value) as total
    from pareto_ranked
),

ranked as (
${isWhale ? taken : anew}
)

select
    rank,
    id,
    name,
    net_sales,
    profit,
    cost,
    purchases,
    value,
    cumulative,
    case when total > 0 then value::double / total::double end as share,
    case when total > 0 then cumulative::double / total::double end as cumulative_share,
    case
        when total <= 0 then null
        when (cumulative - value) * 100 < $limit_a::integer * total then 'A'
        when (cumulative - value) * 100 < $limit_b::integer * total then 'B'
        else 'C'
    end as class
from ranked
cross join total`;
}

const taken = `    select *, whale_rank as rank, whale_cumulative as cumulative
    from pareto_ranked`;

const anew = `    select
        *,
        row_number() over largest_first as rank,
        sum(value) over (largest_first rows unbounded preceding) as cumulative
    from pareto_ranked
    window largest_first as (order by value desc, place)`;
