import type {ModelContext} from '../../models/compile';

/** What was taken off the list price; only where the files say it. */
export function model({loaded}: ModelContext): string {
  const known = loaded.filled.has('purchase.discount');
  return `-- What was taken off the list price of what each customer bought.
-- needs: ${known ? 'selected_purchase' : 'partnership_base'}
-- one row per customer of the account
--
-- discount    null where the files say none
select
    customer_key,
    ${known ? 'sum(discount)' : 'null'}::decimal(38, 4) as discount
from ${known ? 'selected_purchase\nwhere customer_key is not null\ngroup by customer_key' : 'partnership_base'}`;
}
