import type {ModelContext} from '../../models/compile';
import {byOf} from './params';
import {purchasesFor} from './pareto_purchase.sql';

/** The customers who bought what stands at some ranks; of a ranking of customers, those customers. */
export function model(context: ModelContext): string {
  const by = byOf(context.params);
  const purchase = purchasesFor(context);
  const column = by === 'customer' ? 'customer_id' : by;
  return `-- The customers behind some ranks, with what they brought there.
-- needs: ${purchase}, customer_facts, pareto
-- one row per customer
--
-- $rank_from, $rank_to    the ranks, both included
-- last_on                 the last day of a purchase that counts
with

chosen as (
    select id
    from pareto
    where rank between $rank_from::bigint and $rank_to::bigint
),

sums as (
    select
        customer_key,
        sum(amount) as net_sales,
        sum(amount - cost) as profit,
        count(*) as purchases,
        max(purchased_on) as last_on
    from ${purchase}
    where customer_key is not null
        and exists (select 1 from chosen where chosen.id is not distinct from ${purchase}.${column})
    group by customer_key
)

select
    customer_id,
    name,
    segment,
    country,
    net_sales,
    profit,
    sums.purchases,
    sums.last_on
from sums
join customer_facts using (customer_key)`;
}
