import type {ModelContext} from '../../models/compile';
import {windowOf} from '../../models/scope';
import {byOf, grainOf, measureOf, sinceOf, type By} from './params';
import {purchasesFor} from './pareto_purchase.sql';
import {spansOf, type Span, type Spans} from './spans';

/** The classes of two periods side by side, each ranked by itself. */
export function model(context: ModelContext): string {
  const {params, scope, loaded} = context;
  const by = byOf(params);
  const purchase = purchasesFor(context);
  const spans = spansOf(windowOf(scope, loaded), {grain: grainOf(params), since: sinceOf(params)});
  const value = measureOf(params) === 'profit' ? 'amount - cost' : 'amount';
  return `-- The class of each ${by} in two periods, each ranked by itself.
-- needs: ${purchase}${by === 'customer' ? ', customer_facts' : ''}
-- one row per ${by} with a purchase that counts in one of the periods; none where a period's total isn't positive
--
-- $limit_a, $limit_b        per cent of the period's total at which classes A and B end
-- before, now               what was ranked by in each period; null where there was nothing
-- class_before, class_now   as in the whole ranking; 'none' where there was nothing
with

${sums(by, purchase, value, spans)},

ranked as (
    select
        *,
        sum(before) over () as total_before,
        sum(now) over () as total_now,
        sum(before) over (order by before desc nulls last, id nulls last rows unbounded preceding) as reached_before,
        sum(now) over (order by now desc nulls last, id nulls last rows unbounded preceding) as reached_now
    from named
)

select
    id,
    name,
    before,
    now,
    ${classOf('before')} as class_before,
    ${classOf('now')} as class_now
from ranked
where total_before > 0
    and total_now > 0
    and (before is not null or now is not null)`;
}

const classOf = (period: 'before' | 'now'): string => `case
        when ${period} is null then 'none'
        when (reached_${period} - ${period}) * 100 < $limit_a::integer * total_${period} then 'A'
        when (reached_${period} - ${period}) * 100 < $limit_b::integer * total_${period} then 'B'
        else 'C'
    end`;

function sums(by: By, purchase: string, value: string, spans: Spans | null): string {
  const key = by === 'customer' ? 'customer_key' : by;
  const named =
    by === 'customer'
      ? 'select customer_id as id, name, before, now\n    from sums\n    join customer_facts using (customer_key)'
      : `select ${by} as id, null::varchar as name, before, now\n    from sums`;
  return `sums as (
    select
        ${key},
        sum(${value}) filter (${within(spans?.before)}) as before,
        sum(${value}) filter (${within(spans?.now)}) as now
    from ${purchase}
    where ${spans ? `(${within(spans.before)} or ${within(spans.now)})` : 'false'}${by === 'customer' ? '\n        and customer_key is not null' : ''}
    group by ${key}
),

named as (
    ${named}
)`;
}

/** Whether a purchase is of a period, as SQL. */
export const within = (span: Span | undefined): string =>
  span ? `purchased_on between date '${span.from}' and date '${span.to}'` : 'false';
