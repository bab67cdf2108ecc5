import type {ModelContext} from '../../models/compile';
import {ungrouped} from '../../models/grouping';

/** The accounts of the customers with the row that each belongs to: its own, or that of its group. */
export function model({params}: ModelContext): string {
  const split = String(params['split'] ?? ungrouped);
  if (split === ungrouped) {
    return `-- The account of each customer, under its id.
-- needs: partnership_profit, customer_facts
-- one row per customer
--
-- id, name    of the customer
select
    customer_id as id,
    name,
    partnership_profit.*
from partnership_profit
join customer_facts using (customer_key)`;
  }
  return `-- The account of each customer, under the name of its group.
-- needs: partnership_profit, customer_facts, customer_group
-- one row per customer
--
-- id          the group; '' where the customer has none
select
    coalesce(group_name, '') as id,
    null::varchar as name,
    partnership_profit.*
from partnership_profit
join customer_facts using (customer_key)
left join customer_group using (customer_key)`;
}
