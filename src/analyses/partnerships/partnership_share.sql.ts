import type {ModelContext} from '../../models/compile';
import {categories} from './categories';
import {shareSql, slotsOf, sources} from './shares';

/** What each customer carries of the costs of all together. */
export function model({params}: ModelContext): string {
  const slots = slotsOf(params);
  const pools = slots.flatMap(({name, source, category, driver}) => {
    const own = `filter (where source = '${source}' and category = '${category}' and driver = '${driver}')`;
    return [
      `coalesce(max(units) ${own}, 0)::bigint as ${name}`,
      `coalesce(max(times) ${own}, 1)::bigint as ${name}_times`
    ];
  });
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

whole as (
    select
        source,
        category,
        driver,
        list_reduce(list(times), lambda a, b: greatest_common_divisor(a, b)) as times,
        sum(units) // list_reduce(list(times), lambda a, b: greatest_common_divisor(a, b)) as units
    from partnership_pool
    group by source, category, driver
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
