import type {ModelContext} from '../../models/compile';
import {byOf, measureOf} from './params';
import {sumOf} from './pareto_bought.sql';

/** What is ranked: customers, products, categories, channels or countries, each with what it brought. */
export function model({params}: ModelContext): string {
  const by = byOf(params);
  return `-- What each ${by} brought.
-- needs: pareto_bought${by === 'customer' ? ', customer_facts' : ''}
-- one row per ${by} with a purchase that counts${by === 'customer' ? '' : '; null: purchases that name none'}
--
-- profit    net sales minus cost of goods, of purchases whose cost is known; null where none is
-- cost      cost of goods of those purchases
-- value     what is ranked by: ${measureOf(params)}
-- place     in the order of ids: of two that bring the same, the one with the lower place ranks first
with

sums as (
    select
        key,
        ${sumOf.net_sales} as net_sales,
        ${sumOf.profit} as profit,
        sum(cost) as cost,
        sum(purchases)::bigint as purchases
    from pareto_bought
    group by key
)

select
    ${by === 'customer' ? customer : column},
    net_sales,
    profit,
    sums.cost,
    sums.purchases,
    ${measureOf(params)} as value
from sums${by === 'customer' ? '\njoin customer_facts on customer_key = key' : ''}
where ${measureOf(params)} is not null`;
}

/** Keys of customers come in the order of their ids. */
const customer = `customer_id as id,
    name,
    customer_key::bigint as place`;

const column = `key as id,
    null::varchar as name,
    row_number() over (order by key nulls last) as place`;
