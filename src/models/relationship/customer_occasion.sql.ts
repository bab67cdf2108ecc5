import type {ModelContext} from '../compile';
import {kindsOf} from '../scope';
import {conditions, filterNeeds} from '../selected_purchase.sql';
import {wholeCustomers} from '../whole';

/** Purchase occasions in their order; from the mart where its order is that of the scope. */
export function model(context: ModelContext): string {
  const mart = fits(context);
  return `-- The days on which each customer bought, counted, each with the day of the next one.
-- needs: ${mart ? ['purchase_gap', ...filterNeeds(context)].join(', ') : 'selected_occasion'}
-- one row per customer and day
--
-- occasion    1 for the first day
-- until       the day of the next one; ${none} where there is none yet
${mart ? fromMart(context) : fromOccasions}`;
}

/** The day that stands for "never". */
export const none = '9999-12-31';

/** The mart counts sales and returns from the first day in the data on. */
function fits(context: ModelContext): boolean {
  const kinds = kindsOf(context.scope);
  const same = kinds.includes('return') && !kinds.includes('cancellation');
  return same && context.scope.from === null && wholeCustomers(context);
}

function fromMart(context: ModelContext): string {
  const [, ...others] = conditions(context);
  const where = others.length === 0 ? '' : `\nwhere ${others.join('\n    and ')}`;
  return `select
    customer_key,
    occasion,
    purchased_on,
    case when purchased_on + gap_days <= $to_day::date then purchased_on + gap_days else date '${none}' end as until
from purchase_gap${where}`;
}

const fromOccasions = `select
    customer_key,
    (row_number() over own)::integer as occasion,
    purchased_on,
    lead(purchased_on, 1, date '${none}') over own as until
from selected_occasion
window own as (partition by customer_key order by purchased_on)`;
