import type {ModelContext} from '../../models/compile';
import {categories} from './categories';
import {sharedCosts} from './shares';

/** What each customer costs: what the files say is its own, and its shares. */
export function model(context: ModelContext): string {
  const direct = categories.map(
    (name) => `sum(amount) filter (where category = '${name}')::decimal(38, 4) as direct_${name}`
  );
  const shares = sharedCosts(context).map(({name}) => name);
  return `-- What each customer costs, by category and by where the number comes from.
-- needs: partnership_item, partnership_share
-- one row per customer with a cost
--
-- direct_delivery …    the files name the customer; null where they don't
-- file_delivery …      shared out of what the files hold; typed_delivery … of what was typed in; of costs that there can be
with

direct as (
    select
        customer_key,
        ${direct.join(',\n        ')}
    from partnership_item
    where owner = 'one' and inside
    group by customer_key
),

carried as (
    select *
    from partnership_share
    where ${shares.map((name) => `${name} <> 0`).join('\n        or ') || 'false'}
)

select
    customer_key,
    ${[
      ...categories.map((name) => `direct_${name}`),
      ...shares.map((name) => `coalesce(${name}, 0)::decimal(38, 4) as ${name}`)
    ].join(',\n    ')}
from direct
full join carried using (customer_key)`;
}
