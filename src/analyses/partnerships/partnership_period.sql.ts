import type {ModelContext} from '../../models/compile';
import {categories, serving} from './categories';

/** The account of everyone looked at, period by period. */
export function model({loaded}: ModelContext): string {
  const dated = loaded.filled.has('purchase.cost') ? ofPurchases : ofMonths;
  const sums = categories.map((name) => `sum(amount) filter (where category = '${name}') as ${name}`);
  const lines = categories.map(
    (name) => `case when known.${name} then coalesce(spent.${name}, 0) end::decimal(38, 4) as ${name}`
  );
  const known = serving.map((name) => `coalesce(${name}, 0)`).join(' + ');
  const rates = categories.map((name) => `('${name}', $rate_${name}::double, $total_${name}::double)`).join(', ');
  return `-- The account of everyone looked at, period by period; costs in the period that the files date them to.
-- needs: ${dated.needs}, partnership_item, partnership_member, partnership_share, partnership_known, customer
-- one row per month, quarter or year with a purchase or a cost
--
-- $grain       'month', 'quarter' or 'year'
-- period       its first day
-- complete     false where the data begins more than a week into the period, or ends before it
-- shared costs of a period are those of the files, times the part that those looked at carry of all that is shared
-- undated costs are in no period
with

${dated.sql},

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
    select date_trunc($grain, month)::date as period, category, sum(amount) as amount
    from partnership_item
    join customer using (customer_id)
    semi join partnership_member using (customer_key)
    where inside and month is not null
    group by all
),

parts as (
    select
        category,
        sum(amount) as total,
        coalesce(sum(amount) filter (where customer_key in (select customer_key from partnership_member)), 0) as ours
    from partnership_share
    where source = 'file'
    group by category
),

shared as (
    select
        date_trunc($grain, month)::date as period,
        category,
        case when ours = total then sum(amount) else round(sum(amount)::double * ours::double / total::double, 4) end as amount
    from partnership_item
    join parts using (category)
    where inside and month is not null and customer_id is null and total <> 0
    group by period, category, ours, total
),

typed as (
    select period, category, greatest(net_sales, 0)::double * rate / 100 + total * days / 365.25 as amount
    from sales
    cross join (values ${rates}) as typed (category, rate, total)
    cross join lateral (
        select greatest(0, least((period + ${interval})::date - 1, $to_day::date) - greatest(period, $from_day::date) + 1) as days
    )
    where rate > 0 or total > 0
),

costs as (
    select period, category, amount::decimal(38, 4) as amount
    from direct
    union all
    select period, category, (amount::double * $allocated / 100)::decimal(38, 4) as amount
    from shared
    union all
    select period, category, amount::decimal(38, 4) as amount
    from typed
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
        (coalesce(known_cost, 0) + coalesce(round(uncosted::decimal(28, 4) * (100 - $margin::decimal(9, 4)) * 0.01, 4), 0))::decimal(38, 4)
            as cost_of_goods,
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
    (${known})::decimal(38, 4) as cost_to_serve,
    (net_sales - cost_of_goods - (${known}))::decimal(38, 4) as profit,
    acquisition,
    period + 7 >= $from_day::date and period_end <= $to_day::date as complete
from lines`;
}

const interval = `case $grain when 'year' then interval 1 year when 'quarter' then interval 3 months else interval 1 month end`;

const ofPurchases = {
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

const ofMonths = {
  needs: 'selected_month',
  sql: `bought as (
    select month as day, amount, 0 as known_cost, amount as uncosted, purchases
    from selected_month
)`
};
