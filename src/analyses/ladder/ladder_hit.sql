-- How many of each rung bought again in the days that followed, with what was known before.
-- needs: rung_past
-- one row per rung with a customer $test_days days before the last day
--
-- tested_on      the day on which the rungs were looked at
-- again          of these customers, those who bought on a day after it, up to the last day
-- low, high      95 % interval of the share. source: Wilson 1927
-- sales_after    what they brought in those days
with

counted as (
    select
        rung,
        count(*) as customers,
        count(*) filter (where again) as again,
        coalesce(sum(sales_after), 0)::decimal(38, 4) as sales_after,
        1.959963984540054::double as z
    from rung_past
    group by rung
),

spread as (
    select
        *,
        (again + z * z / 2) / (customers + z * z) as middle,
        z / (customers + z * z) * sqrt(again * (customers - again)::double / customers + z * z / 4) as half
    from counted
)

select
    $to_day::date - $test_days::integer as tested_on,
    rung,
    customers,
    again,
    again::double / customers as again_share,
    greatest(0, middle - half) as low,
    least(1, middle + half) as high,
    sales_after
from spread
