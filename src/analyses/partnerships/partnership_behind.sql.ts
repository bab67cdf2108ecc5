import type {ModelContext} from '../../models/compile';
import {statementSql} from './statement';

/** The customers behind a row, a mark or a class. */
export function model(context: ModelContext): string {
  return `-- The customers behind a row or a mark, each with its own account.
-- needs: partnership_grouped, partnership_profit, partnership_rank, partnership_quadrant, partnership_loser, customer_facts
-- one row per customer
--
-- $pick              'row', 'rank', 'quadrant', 'reason' or 'cell': by what they are chosen
-- $value             the row's id; 'high low' for margin and cost of a quadrant; the reason of a loss
-- $least, $most      the ranks by profit, or the net sales of a cell, both included
-- $low, $high        the cost to serve of a cell, both included
with

limits as (
    select any_value(margin_from) as margin_from, any_value(cost_from) as cost_from
    from partnership_quadrant
),

chosen as (
    select customer_key
    from partnership_grouped
    where $pick::varchar = 'row' and id = $value::varchar
    union all
    select customer_key
    from partnership_profit
    cross join limits
    where case $pick::varchar
        when 'cell'
            then net_sales between $least::double and $most::double and cost_to_serve between $low::double and $high::double
        when 'quadrant' then net_sales > 0
            and (case when margin_share >= margin_from then 'high' else 'low' end)
            || ' ' || (case when cost_share >= cost_from then 'high' else 'low' end) = $value::varchar
        else false
    end
    union all
    select customer_key
    from partnership_rank
    where $pick::varchar = 'rank' and rank between $least::double and $most::double
    union all
    select customer_key
    from partnership_loser
    where $pick::varchar = 'reason' and reason = $value::varchar
),

own as (
    select partnership_grouped.*
    from partnership_grouped
    semi join chosen using (customer_key)
),

accounts as (
    ${statementSql(context, 'own', {keys: ['customer_key'], single: true}).replaceAll('\n', '\n    ')}
)

select
    customer_id,
    customer_facts.name,
    customer_facts.segment,
    customer_facts.country,
    accounts.net_sales,
    gross_profit,
    cost_to_serve,
    profit,
    profit_share,
    acquisition,
    occasions
from accounts
join customer_facts using (customer_key)`;
}
