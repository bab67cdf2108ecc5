import type {ModelContext} from '../../models/compile';
import {categories} from './categories';
import {shareSql, slotsOf, sources} from './shares';

/** What each customer carries of the costs of all together. */
export function model({params}: ModelContext): string {
  const slots = slotsOf(params);
  const pools = slots.flatMap(({name}) => [
    `coalesce(max(units) filter (where slot = '${name}'), 0) as ${name}`,
    `coalesce(max(times) filter (where slot = '${name}'), 0) as ${name}_times`
  ]);
  const shares = sources.flatMap((source) =>
    categories.map((category) => {
      const own = slots.filter((slot) => slot.source === source && slot.category === category).map(shareSql);
      return `((${own.join('\n        + ') || '0'})::decimal(38, 0) * 0.0001)::decimal(38, 4) as ${source}_${category}`;
    })
  );
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
    customer_key,
    ${shares.join(',\n    ')}
from partnership_weight
cross join pools`;
}
