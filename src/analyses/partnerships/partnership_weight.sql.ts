import type {ModelContext} from '../../models/compile';
import {usedDrivers} from './shares';

/** Where each customer stands on each driver: what those before it have together, and what those up to it have. */
export function model(context: ModelContext): string {
  const drivers = usedDrivers(context);
  const totals = drivers.map((driver) => `sum(${driver}) over () as ${driver}_all`);
  const running = drivers.map((driver) => `sum(${driver}) over by_key as ${driver}_sum`);
  const places = drivers.flatMap((driver) => [
    `coalesce((${driver}_sum - ${driver})::double / nullif(${driver}_all, 0)::double, 0) as ${driver}_from`,
    `coalesce(${driver}_sum::double / nullif(${driver}_all, 0)::double, 0) as ${driver}_to`
  ]);
  return `-- Where each customer stands on each driver, with customers in the order of their ids.
-- needs: partnership_all, partnership_order
-- one row per customer with a purchase that counts, filtered or not
--
-- orders_from, orders_to …    the part of all orders that the customers before it have, and those up to it: 0 to 1, where
--                             one ends the next begins; all 0 where no one has any; of drivers that a cost may have
-- quantity, sales             in ten-thousandths; nothing of customers whose sum is below 0
with

own as (
    select
        customer_key,
        coalesce(orders, 0)::hugeint as orders,
        lines::hugeint as lines,
        greatest(quantity * 10000, 0)::hugeint as quantity,
        greatest(net_sales * 10000, 0)::hugeint as sales,
        1::hugeint as equal
    from partnership_all
    left join partnership_order using (customer_key)
),

running as (
    select
        customer_key,
        ${drivers.join(', ')},
        ${[...totals, ...running].join(',\n        ')}
    from own
    window by_key as (order by customer_key rows unbounded preceding)
)

select
    customer_key,
    ${places.join(',\n    ')}
from running`;
}
