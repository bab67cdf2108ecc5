-- The curves at round numbers of days.
-- needs: survival, survival_limit
-- one row per curve and number of days
--
-- at_risk     waits that have lasted so many days
-- waiting     of them, those that aren't over that day and are seen longer
-- survival    share that isn't over after so many days; null where the curve isn't known so far
-- chance      to be over within the days to the next row, of those not over before; null where that isn't known
with

curve as (
    select place, any_value(group_name) as group_name, max(duration) as longest, min(survival) as last
    from survival
    group by place
),

grid as (
    select place, group_name, longest, last, unnest(range(0, most + 1, step)) as duration
    from curve
    cross join survival_limit
),

known as (
    select
        grid.*,
        coalesce(after.at_risk, 0) as at_risk,
        coalesce(case when after.duration = grid.duration
            then after.at_risk - after.events - after.censored else after.at_risk end, 0) as waiting
    from grid
    asof left join survival as after on grid.place = after.place and grid.duration <= after.duration
),

placed as (
    select
        known.place,
        known.group_name,
        known.duration,
        known.at_risk,
        waiting,
        case when known.duration <= longest or last = 0 then coalesce(survival, 1) end as survival,
        case when known.duration <= longest then case when survival is null then 1 else low end end as low,
        case when known.duration <= longest then case when survival is null then 1 else high end end as high
    from known
    asof left join survival as before on known.place = before.place and known.duration >= before.duration
)

select
    *,
    1 - lead(survival) over (partition by place order by duration) / nullif(survival, 0) as chance
from placed
