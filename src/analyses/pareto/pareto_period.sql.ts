import type {ModelContext} from '../../models/compile';
import {byOf, measureOf} from './params';
import {sumOf} from './pareto_bought.sql';

/** What each customer, product … brought in each year, quarter or month. */
export function model({params}: ModelContext): string {
  return `-- What each ${byOf(params)} brought in each period.
-- needs: pareto_bought
-- one row per ${byOf(params)} and period with a purchase that counts
--
-- $grain    'year', 'quarter' or 'month'
-- period    its first day
with

sums as (
    select date_trunc($grain, day)::date as period, ${sumOf[measureOf(params)]} as value
    from pareto_bought
    group by period, key
)

select
    period,
    (
        period
        + case $grain when 'year' then interval 1 year when 'quarter' then interval 3 months else interval 1 month end
    )::date - 1 as period_end,
    value
from sums
where value is not null`;
}
