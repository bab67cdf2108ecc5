import {serving} from './categories';

/** Customers by what they leave after cost to serve. */
export function model(): string {
  const known = serving.map((name) => `coalesce(${name}, 0)`).join(' + ');
  return `-- Customers from the most to the least profitable, after cost to serve; totals of the period.
-- needs: partnership_customer
-- one row per customer
--
-- cost_to_serve    of all categories but acquisition; 0 where none is known
-- rank             1 for the most profitable; equal ones by id
-- cumulative       the profit of this and all more profitable ones
-- margin_share     gross profit / net sales, cost_share likewise, to six digits, so that equal ones
--                  tie; null where net sales aren't above 0
with

earned as (
    select
        *,
        (net_sales - cost_of_goods)::decimal(38, 4) as gross_profit,
        (${known})::decimal(38, 4) as cost_to_serve
    from partnership_customer
),

left_over as (
    select *, (gross_profit - cost_to_serve)::decimal(38, 4) as profit
    from earned
)

select
    *,
    case when net_sales > 0 then round(gross_profit::double / net_sales::double, 6) end as margin_share,
    case when net_sales > 0 then round(cost_to_serve::double / net_sales::double, 6) end as cost_share,
    row_number() over most_first as rank,
    (sum(profit) over (most_first rows unbounded preceding))::decimal(38, 4) as cumulative
from left_over
window most_first as (order by profit desc, customer_key)`;
}
