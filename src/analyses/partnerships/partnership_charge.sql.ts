import {categories} from './categories';

/** What the files say that each customer costs. */
export function model(): string {
  const direct = categories.map(
    (name) => `sum(amount) filter (where category = '${name}')::decimal(38, 4) as direct_${name}`
  );
  return `-- What each customer costs by the files themselves, by category.
-- needs: partnership_item
-- one row per customer that a cost of the period names
--
-- direct_delivery …    null where the files name none
select
    customer_key,
    ${direct.join(',\n    ')}
from partnership_item
where owner = 'one' and inside
group by customer_key`;
}
