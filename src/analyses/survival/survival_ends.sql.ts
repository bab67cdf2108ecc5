import type {ModelContext} from '../../models/compile';
import {ungrouped} from '../../models/grouping';

/** The waits counted, so that all that follows reads thousands of rows and not millions. */
export function model({params}: ModelContext): string {
  const grouped = params['split'] !== ungrouped;
  return `-- How many waits ended or are open after how many days, by the group of the customer.
-- needs: ${grouped ? 'survival_wait, customer_group' : 'survival_wait'}
-- one row per group and duration
--
-- group_name    '' where none is given
-- leaving       waits that ended after so many days, or are open and have lasted so many
-- events        of them, those that ended
select
    ${grouped ? "coalesce(group_name, '')" : "''"} as group_name,
    duration,
    count(*) as leaving,
    count(*) filter (where event) as events
from survival_wait${grouped ? '\nleft join customer_group using (customer_key)' : ''}
group by all`;
}
