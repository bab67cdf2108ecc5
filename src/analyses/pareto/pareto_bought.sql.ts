import type {ModelContext} from '../../models/compile';
import {windowOf} from '../../models/scope';
import {conditions, filterNeeds} from '../../models/selected_purchase.sql';
import {wholeCustomers, wholeMonths} from '../../models/whole';
import {byOf, grainOf, sinceOf} from './params';
import {purchasesFor} from './pareto_purchase.sql';
import {spansOf} from './spans';

/** What counts, by what is ranked; of customers by months where nothing finer is asked for: far fewer rows than purchases. */
export function model(context: ModelContext): string {
  const by = byOf(context.params);
  const isMart = byMonths(context);
  const source = purchasesFor(context);
  return `-- What was bought, by ${by}, of purchases that count.
-- needs: ${isMart ? ['customer_month', ...filterNeeds(context)].join(', ') : source}
-- one row per ${isMart ? 'customer, month and kind of purchase' : 'purchase'}
-- inline
--
-- key         ${by === 'customer' ? 'of the customer' : `the ${by}; null where a purchase names none`}
-- day         ${isMart ? 'the first of the month' : 'of the purchase'}
-- cost        of goods, of purchases whose cost is known; null where none is
-- uncosted    the amount of the others
${isMart ? fromMart(context) : fromPurchases(source, by === 'customer' ? 'customer_key' : by)}`;
}

/** What some of its rows brought; profit is of purchases whose cost is known, null where none is. */
export const sumOf = {
  net_sales: 'sum(amount)',
  profit: 'sum(amount) - coalesce(sum(uncosted), 0) - sum(cost)'
} as const;

/** Whether customers are ranked, the scope takes whole months of whole customers, and no halves of the period are compared. */
function byMonths(context: ModelContext): boolean {
  const {params, scope, loaded} = context;
  const spans = spansOf(windowOf(scope, loaded), {grain: grainOf(params), since: sinceOf(params)});
  return byOf(params) === 'customer' && wholeCustomers(context) && wholeMonths(context) && spans?.kind !== 'half';
}

const fromMart = (context: ModelContext): string => `select
    customer_key as key,
    month as day,
    amount,
    cost,
    uncosted,
    purchases
from customer_month
where ${conditions(context, {first: 'month', last: 'last_day(month)'}).join('\n    and ')}`;

const fromPurchases = (source: string, key: string): string => `select
    ${key} as key,
    purchased_on as day,
    amount,
    cost,
    case when cost is null then amount end as uncosted,
    1 as purchases
from ${source}${key === 'customer_key' ? '\nwhere customer_key is not null' : ''}`;
