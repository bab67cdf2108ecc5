import {canonical} from '../tables/canonical';
import type {ModelContext} from './compile';

/** The customers that only purchases name. */
export function model({loaded}: ModelContext): string {
  const columns = Object.keys(canonical.customer).filter((name) => name !== 'customer_id');
  const filled = columns.filter((name) => loaded.filled.has(`customer.${name}` as never));
  const known = [...filled, ...(loaded.attributes.length > 0 ? ['nullif(cardinality(attributes), 0)'] : [])];
  const nothing = known.length === 0 ? ['false'] : known.map((column) => `${column} is null`);
  return `-- The customers of whom nothing but the id is known: purchases name them, the customer file doesn't.
-- needs: customer
-- one row per such customer; none where there is no customer file
select customer_key
from customer
where ${nothing.join('\n    and ')}`;
}
