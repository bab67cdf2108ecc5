import type {ModelContext} from '../../models/compile';
import {shareSql, sharedCosts, slotsOf} from './shares';

/** What each customer carries of the costs of all together. */
export function model(context: ModelContext): string {
  const slots = slotsOf(context);
  const pools = slots.flatMap(({slot}) => [
    `coalesce(max(units) filter (where slot = '${slot}'), 0) as ${slot}`,
    `coalesce(max(times) filter (where slot = '${slot}'), 0) as ${slot}_times`
  ]);
  const shares = sharedCosts(context).map(({name}) => {
    const own = slots.filter((slot) => slot.name === name).map(shareSql);
    return `((${own.join('\n        + ')})::decimal(38, 0) * 0.0001)::decimal(38, 4) as ${name}`;
  });
  if (slots.length === 0) return nothingToShare;
  return `-- What each customer carries of the costs of all together, by running parts of the driver.
-- needs: partnership_pool, partnership_weight
-- one row per customer with a purchase that counts, filtered or not
--
-- file_delivery …     of what the files hold; typed_delivery … of what was typed in
-- customers stand in the order of their ids; each carries the cost of all up to it less that of all before it, both
-- rounded to ten-thousandths: shares add up to the cost exactly, and are exact to one ten-thousandth
with

counted as (
    select
        source || '_' || category || '_' || driver as slot,
        list_reduce(list(times), lambda a, b: greatest_common_divisor(a, b))::bigint as times,
        sum(units) as units
    from partnership_pool
    group by slot
),

whole as (
    select slot, times, (units // times)::double as units
    from counted
),

pools as (
    select
        ${pools.join(',\n        ')}
    from whole
)

select
    ${['customer_key', ...shares].join(',\n    ')}
from partnership_weight
cross join pools`;
}

const nothingToShare = `-- What each customer carries of the costs of all together: nothing, since there are none.
-- needs: partnership_weight
-- one row per customer with a purchase that counts, filtered or not
select customer_key
from partnership_weight`;
