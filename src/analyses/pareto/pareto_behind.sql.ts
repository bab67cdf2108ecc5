import type {ModelContext} from '../../models/compile';
import {windowOf} from '../../models/scope';
import {byOf, grainOf, sinceOf} from './params';
import {within} from './pareto_move.sql';
import {purchasesFor} from './pareto_purchase.sql';
import {spansOf} from './spans';

/**
 * The customers who bought what is asked for; of a ranking of customers, those customers. Asked for are ranks
 * (`rank_from`, `rank_to`), of the ranking by profit where `ranking` says so, or those who crossed from a class to another
 * (`class_before`, `class_now`).
 */
export function model(context: ModelContext): string {
  return typeof context.params['class_before'] === 'string' ? moved(context) : ranked(context);
}

function ranked(context: ModelContext): string {
  const ranking = context.params['ranking'] === 'profit' ? 'pareto_profit' : 'pareto';
  return `-- The customers behind some ranks, with what they brought there.
-- needs: ${purchasesFor(context)}, customer_facts, ${ranking}
-- one row per customer
--
-- $rank_from, $rank_to    the ranks, both included
-- before, now             of two periods; null here
-- last_on                 the last day of a purchase that counts
with

chosen as (
    select id
    from ${ranking}
    where rank between $rank_from::bigint and $rank_to::bigint
),

${sums(context, 'null::decimal(38, 4)', 'null::decimal(38, 4)')}`;
}

function moved(context: ModelContext): string {
  const {params, scope, loaded} = context;
  const spans = spansOf(windowOf(scope, loaded), {grain: grainOf(params), since: sinceOf(params)});
  const value = params['measure'] === 'profit' ? 'amount - cost' : 'amount';
  const [before, now] = [within('purchased_on', spans?.before), within('purchased_on', spans?.now)];
  return `-- The customers behind those who crossed from one class to another, with what they brought in both periods.
-- needs: ${purchasesFor(context)}, customer_facts, pareto_move
-- one row per customer
--
-- $class_before, $class_now    A, B, C or 'none'
-- before, now                  what they brought there in each period; null where nothing
-- last_on                      the last day of a purchase that counts, of both periods
with

chosen as (
    select id
    from pareto_move
    where class_before = $class_before and class_now = $class_now
),

${sums(context, `sum(${value}) filter (${before})`, `sum(${value}) filter (${now})`, `(${before} or ${now})`)}`;
}

function sums(context: ModelContext, before: string, now: string, days?: string): string {
  const by = byOf(context.params);
  const purchase = purchasesFor(context);
  const column = by === 'customer' ? 'customer_id' : by;
  return `sums as (
    select
        customer_key,
        ${before} as before,
        ${now} as now,
        sum(amount) as net_sales,
        sum(amount - cost) as profit,
        count(*) as purchases,
        max(purchased_on) as last_on
    from ${purchase}
    where customer_key is not null${days === undefined ? '' : `\n        and ${days}`}
        and exists (select 1 from chosen where chosen.id is not distinct from ${purchase}.${column})
    group by customer_key
)

select
    customer_id,
    name,
    before,
    now,
    segment,
    country,
    net_sales,
    profit,
    sums.purchases,
    sums.last_on
from sums
join customer_facts using (customer_key)`;
}
