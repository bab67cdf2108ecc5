-- What each cohort did at each age, zeros included, up to the age that is in progress.
-- needs: cohort_customer, cohort_spend
-- one row per cohort and age that has begun for someone
--
-- line            names the cohort: its first day, or the group
-- size            customers of the cohort
-- eligible        those of whom the period at this age is over: everything about it is known
-- base            those whom ratios are about: the eligible, or, where there are none yet, those in the period now
-- customers       who bought at this age, of the whole cohort; kept: of the base
-- kept_later      of the base, who bought at this age or later
-- net_sales       of the whole cohort at this age; base_sales: of the base
-- base_first      what the base bought at age 0
-- base_total      what the base bought up to this age; base_margin: and earned, of purchases with a known cost
--                 null where it isn't computed, and so are orders
-- state           'complete' for the whole cohort, 'partly' for some of it, 'in progress' for none
-- $grain, $age    of which the days of a period come, where they are the same for the whole cohort
with

step as (
    select case $grain::varchar
        when 'week' then interval 7 days
        when 'quarter' then interval 3 months
        when 'year' then interval 12 months
        else interval 1 month
    end as length
),

members as (
    select
        customer_key,
        coalesce(cohort::varchar, group_name) as line,
        cohort,
        group_name,
        whole,
        begun,
        reached
    from cohort_customer
    where counted
),

lines as (
    select line, cohort, group_name, count(*) as size, max(begun) as last_age
    from members
    group by line, cohort, group_name
),

cells as (
    select line, cohort, group_name, size, unnest(range(last_age + 1)) as age
    from lines
),

flow as (
    select
        line,
        whole,
        begun,
        age,
        sum(net_sales) as net_sales,
        sum(margin) as margin,
        sum(orders) as orders,
        count(*) filter (where occasions > 0) as customers
    from cohort_spend
    join members using (customer_key)
    where age >= 0
    group by line, whole, begun, age
),

at_age as (
    select
        line,
        age,
        sum(net_sales) as net_sales,
        sum(orders) as orders,
        sum(customers) as customers,
        sum(customers) filter (where age <= whole) as kept,
        sum(net_sales) filter (where age <= whole) as sales,
        sum(margin) filter (where age <= whole) as margin
    from flow
    group by line, age
),

-- customers whose last period that is over is this one
ending as (
    select
        line,
        whole as last_age,
        sum(net_sales) filter (where age <= whole) as sales,
        sum(net_sales) filter (where age = 0) as first_sales,
        sum(margin) filter (where age <= whole) as margin
    from flow
    where whole >= 0
    group by line, whole
),

-- customers who are within this period now
within as (
    select
        line,
        begun as last_age,
        sum(net_sales) as total,
        sum(margin) as margin,
        sum(net_sales) filter (where age = 0) as first_sales,
        sum(net_sales) filter (where age = begun) as sales,
        sum(customers) filter (where age = begun) as kept
    from flow
    where begun > whole
    group by line, begun
),

ending_members as (
    select line, whole as last_age, count(*) as customers
    from members
    group by line, whole
),

within_members as (
    select line, begun as last_age, count(*) as customers
    from members
    where begun > whole
    group by line, begun
),

reaching as (
    select line, least(whole, reached) as last_age, count(*) as customers
    from members
    group by line, last_age
),

known as (
    select
        cells.*,
        coalesce(at_age.net_sales, 0) as net_sales,
        at_age.orders,
        coalesce(bool_or(at_age.orders is not null) over (), false) as has_orders,
        coalesce(bool_or(at_age.margin is not null or within.margin is not null) over (), false) as has_margin,
        coalesce(at_age.customers, 0) as customers,
        coalesce(sum(ending_members.customers) over from_here, 0) as eligible,
        coalesce(within_members.customers, 0) as present,
        coalesce(at_age.kept, 0) as kept,
        coalesce(within.kept, 0) as kept_now,
        coalesce(sum(reaching.customers) over from_here, 0) as kept_later,
        coalesce(at_age.sales, 0) as sales,
        coalesce(within.sales, 0) as sales_now,
        coalesce(sum(ending.first_sales) over from_here, 0) as first_sales,
        coalesce(within.first_sales, 0) as first_sales_now,
        coalesce(sum(at_age.sales) over up_to_here, 0) - coalesce(sum(ending.sales) over before, 0) as total,
        coalesce(within.total, 0) as total_now,
        coalesce(sum(at_age.margin) over up_to_here, 0) - coalesce(sum(ending.margin) over before, 0) as margin,
        coalesce(within.margin, 0) as margin_now
    from cells
    left join at_age using (line, age)
    left join ending on ending.line = cells.line and ending.last_age = cells.age
    left join within on within.line = cells.line and within.last_age = cells.age
    left join ending_members on ending_members.line = cells.line and ending_members.last_age = cells.age
    left join within_members on within_members.line = cells.line and within_members.last_age = cells.age
    left join reaching on reaching.line = cells.line and reaching.last_age = cells.age
    window
        from_here as (partition by cells.line order by cells.age desc),
        up_to_here as (partition by cells.line order by cells.age),
        before as (
            partition by cells.line order by cells.age rows between unbounded preceding and 1 preceding
        )
)

select
    line,
    cohort,
    group_name,
    age,
    case when eligible = size then 'complete' when eligible > 0 then 'partly' else 'in progress' end as state,
    case when $age::varchar = 'calendar' then (cohort + age::integer * step.length)::date end as period_from,
    case when $age::varchar = 'calendar' then (cohort + (age::integer + 1) * step.length)::date - 1 end as period_to,
    size,
    eligible::bigint as eligible,
    (case when eligible > 0 then eligible else present end)::bigint as base,
    customers::bigint as customers,
    (case when eligible > 0 then kept else kept_now end)::bigint as kept,
    (case when eligible > 0 then kept_later else kept_now end)::bigint as kept_later,
    net_sales::decimal(38, 4) as net_sales,
    (case when eligible > 0 then sales else sales_now end)::decimal(38, 4) as base_sales,
    (case when eligible > 0 then first_sales else first_sales_now end)::decimal(38, 4) as base_first,
    (case when eligible > 0 then total else total_now end)::decimal(38, 4) as base_total,
    (
        case
            when not has_margin then null
            when eligible > 0 then margin
            else margin_now
        end
    )::decimal(38, 4) as base_margin,
    (case when has_orders then coalesce(orders, 0) end)::bigint as orders
from known
cross join step
