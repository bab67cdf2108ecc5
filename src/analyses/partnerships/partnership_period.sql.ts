import type {Params} from '../../engine/sql';
import type {ModelContext} from '../../models/compile';
import {filterNeeds} from '../../models/selected_purchase.sql';
import {categories, serving, type Category} from './categories';
import {goodsSql} from './partnership_customer.sql';
import {holdsMonths, monthConditions} from './sums';
import {isOfShared, scaledSql} from './what-if';

/** The account of everyone looked at, period by period. */
export function model(context: ModelContext): string {
  const bought = holdsMonths(context) ? ofMonths(context) : ofPurchases;
  const sums = categories.map(
    (name) => `sum(${changedSql(name, context.params)}) filter (where category = '${name}') as ${name}`
  );
  const lines = categories.map(
    (name) => `case when known.${name} then coalesce(spent.${name}, 0) end::decimal(38, 4) as ${name}`
  );
  const known = serving.map((name) => `coalesce(${name}, 0)`).join(' + ');
  const rates = categories.map((name) => `('${name}', $rate_${name}::double)`).join(', ');
  return `-- The account of everyone looked at, period by period; costs in the period that the files date them to.
-- needs: ${bought.needs}, partnership_item, partnership_base, partnership_part, partnership_claim, partnership_known
-- one row per month, quarter or year with a purchase or a cost
--
-- $grain       'month', 'quarter' or 'year'
-- period       its first day
-- complete     false where the data begins more than a week into the period, or ends before it
-- shared costs of a period are those of the files, times the part that those looked at carry of all that is shared;
-- totals typed in are spread over days; undated costs are in no period
with

${bought.sql},

sales as (
    select
        date_trunc($grain, day)::date as period,
        sum(amount) as net_sales,
        sum(known_cost) as known_cost,
        sum(uncosted) as uncosted,
        sum(purchases)::bigint as purchases
    from bought
    group by period
),

direct as (
    select date_trunc($grain, incurred_on)::date as period, category, sum(amount) as amount
    from partnership_item
    semi join partnership_base using (customer_key)
    where inside and incurred_on is not null
    group by all
),

filed as (
    select date_trunc($grain, incurred_on)::date as period, category, sum(amount) as amount
    from partnership_item
    where owner = 'all' and inside and incurred_on is not null
    group by all
),

shared as (
    select period, category, case when part = 1 then amount else round(amount::double * part, 4) end as amount
    from filed
    join partnership_part using (category)
    where source = 'file'
),

rated as (
    select period, category, greatest(net_sales, 0)::double * rate / 100 as amount
    from sales
    cross join (values ${rates}) as rates (category, rate)
    where rate > 0
),

spans as (
    select
        period,
        greatest(0, least((period + ${interval})::date - 1, $to_day::date) - greatest(period, $from_day::date) + 1)
        / ($to_day::date - $from_day::date + 1) as days_share
    from sales
),

typed as (
    select period, category, units::double * 0.0001 * part * days_share as amount
    from partnership_claim
    join partnership_part using (source, category)
    cross join spans
    where source = 'typed'
),

costs as (
    select period, category, true as own, amount::decimal(38, 4) as amount
    from direct
    union all
    select period, category, false as own, amount::decimal(38, 4) as amount
    from shared
    union all
    select period, category, false as own, amount::decimal(38, 4) as amount
    from typed
    union all
    select period, category, false as own, amount::decimal(38, 4) as amount
    from rated
),

spent as (
    select period, ${sums.join(', ')}
    from costs
    group by period
),

lines as (
    select
        period,
        (period + ${interval})::date - 1 as period_end,
        coalesce(purchases, 0)::bigint as purchases,
        coalesce(net_sales, 0)::decimal(38, 4) as net_sales,
        (coalesce(known_cost, 0) + ${goodsSql('uncosted')})::decimal(38, 4) as cost_of_goods,
        ${lines.join(',\n        ')}
    from sales
    full join spent using (period)
    cross join partnership_known as known
)

select
    period,
    period_end,
    purchases,
    net_sales,
    cost_of_goods,
    (net_sales - cost_of_goods)::decimal(38, 4) as gross_profit,
    ${serving.join(',\n    ')},
    case when coalesce(${serving.join(', ')}) is not null then (${known})::decimal(38, 4) end as cost_to_serve,
    (net_sales - cost_of_goods - (${known}))::decimal(38, 4) as profit,
    acquisition,
    period + 7 >= $from_day::date and period_end <= $to_day::date as complete
from lines`;
}

/** A cost with its "what if". */
function changedSql(name: Category, params: Params): string {
  const scaled = scaledSql('amount', name, params);
  return isOfShared(params) && scaled !== 'amount' ? `case when own then amount else ${scaled} end` : scaled;
}

const interval = `case $grain when 'year' then interval 1 year when 'quarter' then interval 3 months else interval 1 month end`;

interface Bought {
  needs: string;
  sql: string;
}

const ofPurchases: Bought = {
  needs: 'selected_purchase',
  sql: `bought as (
    select
        purchased_on as day,
        amount,
        coalesce(cost, 0) as known_cost,
        case when cost is null then amount else 0 end as uncosted,
        1 as purchases
    from selected_purchase
    where customer_key is not null
)`
};

const ofMonths = (context: ModelContext): Bought => ({
  needs: ['customer_month', ...filterNeeds(context)].join(', '),
  sql: `bought as (
    select month as day, amount, coalesce(cost, 0) as known_cost, coalesce(uncosted, 0) as uncosted, purchases
    from customer_month
    where ${monthConditions(context)}
)`
});
