import type {ModelContext} from '../../models/compile';
import {byOf, measureOf, type By} from './params';
import {purchasesFor} from './pareto_purchase.sql';

const byCustomer = `with

sums as (
    select
        customer_key,
        sum(amount) as net_sales,
        sum(amount - cost) as profit,
        sum(cost) as cost,
        count(*) as purchases
    from selected_purchase
    where customer_key is not null
    group by customer_key
)

select
    customer_id as id,
    name,
    net_sales,
    profit,
    sums.cost,
    sums.purchases,
    MEASURE as value
from sums
join customer_facts using (customer_key)
where MEASURE is not null`;

const byColumn = `select
    COLUMN as id,
    null::varchar as name,
    sum(amount) as net_sales,
    sum(amount - cost) as profit,
    sum(cost) as cost,
    count(*) as purchases,
    MEASURE as value
from PURCHASE
group by COLUMN
having MEASURE is not null`;

/** What is ranked: customers, products, categories, channels or countries, each with what it brought. */
export function model(context: ModelContext): string {
  const {params} = context;
  const by = byOf(params);
  const purchase = purchasesFor(context);
  const needs = by === 'customer' ? 'selected_purchase, customer_facts' : purchase;
  return `-- What each ${by} brought.
-- needs: ${needs}
-- one row per ${by} with a purchase that counts${by === 'customer' ? '' : '; null: purchases that name none'}
--
-- profit    net sales minus cost of goods, of purchases whose cost is known; null where none is
-- cost      cost of goods of those purchases
-- value     what is ranked by: ${measureOf(params)}
${body(by).replaceAll('COLUMN', by).replaceAll('PURCHASE', purchase).replaceAll('MEASURE', measureOf(params))}`;
}

const body = (by: By): string => (by === 'customer' ? byCustomer : byColumn);
