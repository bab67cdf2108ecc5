import type {ModelContext} from '../../models/compile';
import {conditions, filterNeeds} from '../../models/selected_purchase.sql';
import {wholeCustomers, wholeMonths} from '../../models/whole';

/** The customers whose account is drawn up: also those who only cost something in the period, but bought before it. */
export function model(context: ModelContext): string {
  if (context.scope.from === null) return ofSales;
  const open = {...context, scope: {...context.scope, from: null}};
  const months = wholeCustomers(open) && wholeMonths(open);
  const source = months ? 'customer_month' : 'purchase';
  const days = months ? {first: 'month', last: 'last_day(month)'} : {first: 'purchased_on', last: 'purchased_on'};
  return `-- The customers that filters and rules keep, who bought in the period or before it.
-- needs: ${[source, ...filterNeeds(open)].join(', ')}
-- one row per customer
select distinct customer_key
from ${source}
where customer_key is not null
    and ${conditions(open, days).join('\n    and ')}`;
}

/** Without a first day of the period there is nothing before it. */
const ofSales = `-- The customers that filters and rules keep, who bought in the period.
-- needs: partnership_sale
-- one row per customer
select customer_key
from partnership_sale`;
