import {wilsonSql} from '../../models/wilson';

const {low, high} = wilsonSql('kept', 'eligible');

/** The average of all cohorts, age by age. */
export const model =
  (): string => `-- The average of all cohorts at each age, each with its weight, of customers of whom the period is over.
-- needs: cohorts
-- one row per age that is over for someone
--
-- cohorts                    with someone of whom the period is over; whole: of them complete
-- retained                   Σ kept ÷ Σ eligible; cohorts of which nobody came back count with their zeros
-- low, high                  95 % interval of it by Wilson; null at age 0
-- customers, net_sales …     per complete cohort; null where there is none
with

sums as (
    select
        age,
        count(*) as cohorts,
        count(*) filter (where state = 'complete') as whole,
        sum(eligible)::bigint as eligible,
        sum(kept)::bigint as kept,
        sum(kept_later)::bigint as kept_later,
        sum(base_sales)::decimal(38, 4) as base_sales,
        sum(first_sales)::decimal(38, 4) as first_sales,
        sum(base_total)::decimal(38, 4) as base_total,
        sum(base_margin)::decimal(38, 4) as base_margin,
        avg(customers) filter (where state = 'complete') as customers,
        sum(net_sales) filter (where state = 'complete') as net_sales,
        sum(orders) filter (where state = 'complete') as orders
    from cohorts
    where eligible > 0
    group by age
)

select
    age,
    cohorts,
    whole,
    eligible,
    kept,
    kept_later,
    kept / eligible as retained,
    case when age > 0 then ${low} end as low,
    case when age > 0 then ${high} end as high,
    kept_later / eligible as unbounded,
    first_sales,
    base_sales,
    base_total,
    base_margin,
    case when first_sales > 0 then base_sales::double / first_sales::double end as sales_retention,
    base_total::double / eligible as cumulative_sales_per_customer,
    base_margin::double / eligible as cumulative_margin_per_customer,
    customers,
    net_sales::double / nullif(whole, 0) as net_sales,
    orders / nullif(whole, 0) as orders,
    net_sales::double / nullif(orders, 0) as average_order
from sums`;
