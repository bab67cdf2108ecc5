import type {ModelContext} from './compile';
import {conditions, filterNeeds} from './selected_purchase.sql';
import {wholeCustomers, wholeMonths} from './whole';

/** Purchases that count by customer and month; from the mart where the scope takes whole months of whole customers. */
export function model(context: ModelContext): string {
  const mart = wholeCustomers(context) && wholeMonths(context);
  return `-- What each customer bought in each month, of purchases that count.
-- needs: ${mart ? ['customer_month', ...filterNeeds(context)].join(', ') : 'selected_purchase'}
-- one row per customer and month with a purchase that counts
--
-- month    its first day
${mart ? fromMart(context) : fromPurchases}`;
}

const fromMart = (context: ModelContext): string => `select
    customer_key,
    month,
    sum(amount) as amount,
    sum(purchases)::bigint as purchases
from customer_month
where ${conditions(context, {first: 'month', last: 'last_day(month)'}).join('\n    and ')}
group by customer_key, month`;

const fromPurchases = `select
    customer_key,
    date_trunc('month', purchased_on)::date as month,
    sum(amount) as amount,
    count(*) as purchases
from selected_purchase
where customer_key is not null
group by customer_key, month`;
