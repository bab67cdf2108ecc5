import type {ModelContext} from '../../models/compile';
import {windowOf} from '../../models/scope';
import {byOf, grainOf, measureOf, sinceOf} from './params';
import {sumOf} from './pareto_bought.sql';
import {spansOf, type Span} from './spans';

/** The classes of two periods side by side, each ranked by itself. */
export function model({params, scope, loaded}: ModelContext): string {
  const by = byOf(params);
  const spans = spansOf(windowOf(scope, loaded), {grain: grainOf(params), since: sinceOf(params)});
  const [before, now] = [within('day', spans?.before), within('day', spans?.now)];
  const value = sumOf[measureOf(params)];
  return `-- The class of each ${by} in two periods, each ranked by itself.
-- needs: pareto_bought${by === 'customer' ? ', customer_facts' : ''}
-- one row per ${by} with a purchase that counts in one of the periods; none where a period's total isn't positive
--
-- $limit_a, $limit_b        per cent of the period's total at which classes A and B end
-- before, now               what was ranked by in each period; null where there was nothing
-- class_before, class_now   as in the whole ranking; 'none' where there was nothing
with

sums as (
    select key, ${before} as is_before, ${value} as value
    from pareto_bought
    where ${before}
        or ${now}
    group by key, is_before
),

paired as (
    select
        key,
        any_value(value) filter (is_before) as before,
        any_value(value) filter (not is_before) as now
    from sums
    where value is not null
    group by key
),

ranked as (
    select
        *,
        sum(before) over () as total_before,
        sum(now) over () as total_now,
        sum(before) over (order by before desc nulls last, key nulls last rows unbounded preceding) as reached_before,
        sum(now) over (order by now desc nulls last, key nulls last rows unbounded preceding) as reached_now
    from paired
)

select
    ${by === 'customer' ? 'customer_id as id,\n    name' : 'key as id,\n    null::varchar as name'},
    before,
    now,
    ${classOf('before')} as class_before,
    ${classOf('now')} as class_now
from ranked${by === 'customer' ? '\njoin customer_facts on customer_key = key' : ''}
where total_before > 0
    and total_now > 0`;
}

const classOf = (period: 'before' | 'now'): string => `case
        when ${period} is null then 'none'
        when (reached_${period} - ${period}) * 100 < $limit_a::integer * total_${period} then 'A'
        when (reached_${period} - ${period}) * 100 < $limit_b::integer * total_${period} then 'B'
        else 'C'
    end`;

/** Whether a day is of a period, as SQL. */
export const within = (day: string, span: Span | undefined): string =>
  span ? `${day} between date '${span.from}' and date '${span.to}'` : 'false';
