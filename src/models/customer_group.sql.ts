import {ModelError} from '../engine/errors';
import type {ModelContext} from './compile';
import {attributeOf} from './dimension';
import {ungrouped} from './grouping';

/** The group of each customer, by the parameter `split`. */
export function model({params}: ModelContext): string {
  const {needs, says, sql} = groupSql(String(params['split'] ?? ungrouped));
  return `-- The group that each customer belongs to: ${says}.
-- needs: ${needs}
-- one row per customer; of those without a purchase only where something else than purchases tells the group
--
-- group_name    '' where none is given
${sql}`;
}

interface Grouping {
  needs: string;
  says: string;
  sql: string;
}

function groupSql(split: string): Grouping {
  if (split === ungrouped) return facts('all are one group', `''`);
  if (split === 'segment' || split === 'country') return known(`the ${split}`, split);
  if (split === 'acquisition_channel') return customer('how it was won', 'acquisition_channel');
  if (split === 'rung') return state('the rung on the ladder', 'customer_rung', 'rung');
  if (split === 'phase') return state('the phase of the relationship', 'customer_phase', 'phase');
  if (attributeOf(split) !== undefined) {
    return customer(
      'an attribute of the customer file',
      `attributes[substr($split::varchar, length('attribute:') + 1)]`
    );
  }
  if (split === 'first_channel') return first('channel');
  if (split === 'first_category') return first('category');
  if (split === 'first_promotion') return first('promotion');
  throw new ModelError(`unknown grouping: ${split}`);
}

const facts = (says: string, value: string): Grouping => ({
  needs: 'customer_facts',
  says,
  sql: `select customer_key, ${value} as group_name\nfrom customer_facts`
});

/** What purchases and the customer file tell of buyers, and the file alone of others. */
const known = (says: string, column: string): Grouping => ({
  needs: 'customer, customer_facts',
  says,
  sql: `select customer_key, coalesce(customer_facts.${column}, customer.${column}, '') as group_name
from customer
left join customer_facts using (customer_key)`
});

const customer = (says: string, value: string): Grouping => ({
  needs: 'customer',
  says,
  sql: `select customer_key, coalesce(${value}, '') as group_name\nfrom customer`
});

const state = (says: string, model: string, column: string): Grouping => ({
  needs: model,
  says,
  sql: `select customer_key, ${column} as group_name\nfrom ${model}`
});

const first = (column: string): Grouping => ({
  needs: 'purchase',
  says: `the ${column} of the first day with a sale, the first by name where there are several`,
  sql: `with

first_day as (
    select customer_key, min(purchased_on) as purchased_on
    from purchase
    where kind = 'sale' and customer_key is not null
    group by customer_key
)

select customer_key, coalesce(min(${column}), '') as group_name
from purchase
join first_day using (customer_key, purchased_on)
where kind = 'sale'
group by customer_key`
});
