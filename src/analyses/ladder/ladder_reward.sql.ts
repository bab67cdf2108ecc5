import type {ModelContext} from '../../models/compile';
import {twoMoments, twoMomentsNeed} from '../../models/relationship/moments';

/** What the customers of each rung brought in the period that followed. */
export const model = ({
  loaded
}: ModelContext): string => `-- What those who stood on a rung on the first of two days brought after it, until the second.
-- needs: rung_then, selected_purchase, ${twoMomentsNeed}
-- one row per rung with a customer on the first day
--
-- profit    net sales minus cost of goods, of purchases whose cost is known; null where no cost is known
with

day as (
    select min(moment) as from_on, max(moment) as to_on
    from (
    ${twoMoments}
    )
),

brought as (
    select
        customer_key,
        sum(amount) as net_sales,
        sum(${loaded.filled.has('purchase.cost') ? 'amount - cost' : 'null::decimal(18, 4)'}) as profit
    from selected_purchase
    cross join day
    where purchased_on > from_on and purchased_on <= to_on
    group by customer_key
)

select
    rung,
    count(*) as customers,
    coalesce(sum(net_sales), 0)::decimal(38, 4) as net_sales,
    ${loaded.filled.has('purchase.cost') ? 'coalesce(sum(profit), 0)' : 'sum(profit)'}::decimal(38, 4) as profit
from rung_then
join day on moment = from_on
left join brought using (customer_key)
where from_on < to_on
group by rung`;
