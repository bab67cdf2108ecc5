import {wilsonSql} from '../../models/wilson';

const {low, high} = wilsonSql('kept', 'eligible');

/** Who stays: cohorts, age by age. */
export const model =
  (): string => `-- Who stays: what each cohort did at each age, and what belongs to no cohort, so that sales add up.
-- needs: cohort_sum, cohort_spend
-- one row per cohort and age; after them one per reason why purchases belong to no cohort
--
-- state              'complete': the period is over for the whole cohort; 'partly': for some of it; 'in progress'
--                    'before first': returned before ever buying; 'never bought': only returned;
--                    'won earlier': before the period looked at
-- retained           kept ÷ those of whom the period is over; while it is for none, so far
-- low, high          95 % interval of it by Wilson; null at age 0, which is everyone, and while in progress
-- unbounded          share who bought at this age or later
-- sales_retention    sales ÷ the same customers' sales at age 0; null where those aren't above zero
with

ratios as (
    select
        *,
        kept / nullif(base, 0) as retained,
        case when age > 0 and eligible > 0 then ${low} end as low,
        case when age > 0 and eligible > 0 then ${high} end as high,
        kept_later / nullif(base, 0) as unbounded,
        base_first as first_sales,
        case when base_first > 0 then base_sales::double / base_first::double end as sales_retention,
        base_total::double / nullif(base, 0) as cumulative_sales_per_customer,
        base_margin::double / nullif(base, 0) as cumulative_margin_per_customer
    from cohort_sum
),

outside as (
    select
        outside as state,
        count(distinct customer_key) as customers,
        sum(net_sales)::decimal(38, 4) as net_sales,
        sum(orders)::bigint as orders
    from cohort_spend
    where outside is not null
    group by outside
),

rows as (
    select *
    from ratios
    union all by name
    select *
    from outside
)

select
    line,
    cohort,
    group_name,
    age,
    state,
    period_from,
    period_to,
    size,
    eligible,
    base,
    customers,
    kept,
    kept_later,
    retained,
    low,
    high,
    unbounded,
    net_sales,
    first_sales,
    base_sales,
    base_total,
    base_margin,
    sales_retention,
    cumulative_sales_per_customer,
    cumulative_margin_per_customer,
    orders,
    net_sales::double / nullif(orders, 0) as average_order
from rows`;
