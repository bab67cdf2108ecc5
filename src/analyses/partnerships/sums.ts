import type {ModelContext} from '../../models/compile';
import {conditions, filterNeeds} from '../../models/selected_purchase.sql';
import {wholeCustomers, wholeMonths} from '../../models/whole';

/** What each customer bought, as SQL with its header's needs; from the mart where that holds what is asked for. */
export function sumsOf(context: ModelContext, purchases: string): {needs: string; sql: string} {
  return holdsMonths(context) ? fromMonths(context) : {needs: purchases, sql: fromPurchases(purchases)};
}

/** Whether the mart of months holds what the scope asks for: whole months of whole customers. */
export const holdsMonths = (context: ModelContext): boolean => wholeCustomers(context) && wholeMonths(context);

/** The rows of the mart of months that count, as SQL. */
export const monthConditions = (context: ModelContext): string =>
  conditions(context, {first: 'month', last: 'last_day(month)'}).join('\n    and ');

function fromMonths(context: ModelContext): {needs: string; sql: string} {
  return {
    needs: ['customer_month', ...filterNeeds(context)].join(', '),
    sql: `select
    customer_key,
    sum(amount)::decimal(38, 4) as net_sales,
    coalesce(sum(cost), 0)::decimal(38, 4) as known_cost,
    coalesce(sum(uncosted), 0)::decimal(38, 4) as uncosted,
    sum(purchases)::bigint as lines,
    coalesce(sum(quantity), 0)::decimal(38, 4) as quantity
from customer_month
where ${monthConditions(context)}
group by customer_key`
  };
}

const fromPurchases = (purchases: string): string => `select
    customer_key,
    sum(amount)::decimal(38, 4) as net_sales,
    coalesce(sum(cost), 0)::decimal(38, 4) as known_cost,
    coalesce(sum(amount) filter (where cost is null), 0)::decimal(38, 4) as uncosted,
    count(*) as lines,
    coalesce(sum(quantity), 0)::decimal(38, 4) as quantity
from ${purchases}
where customer_key is not null
group by customer_key`;
