-- How long waits last on average within a horizon: the area below the curve.
-- needs: survival
-- one row per curve
--
-- $horizon      in days; 0 for the longest that all curves are known for
-- mean          mean of the wait or the horizon, whichever is shorter; null where the curve isn't known so far
-- mean_error    its standard error
-- source: restricted mean as in print.survfit of R with rmean
with

curve as (
    select place, max(duration) as longest, min(survival) as last
    from survival
    group by place
),

limits as (
    select
        case
            when $horizon::bigint > 0 then $horizon::bigint
            else coalesce(min(longest) filter (last > 0), max(longest))
        end as horizon
    from curve
),

step as (
    select place, 0 as number, 0 as duration, 1.0::double as survival, 0.0::double as variance
    from curve
    union all
    select
        place,
        row_number() over (partition by place order by duration),
        duration,
        survival,
        coalesce(events / nullif(at_risk::double * (at_risk - events), 0), 0)
    from survival
    cross join limits
    where duration < horizon
),

area as (
    select
        step.*,
        survival * (lead(duration, 1, horizon) over (partition by place order by number) - duration) as area
    from step
    cross join limits
),

rest as (
    select
        place,
        number,
        variance,
        sum(area) over (partition by place order by number desc) as rest
    from area
)

select
    place,
    any_value(horizon) as horizon,
    case when any_value(known) then max(rest) end as mean,
    case when any_value(known) then sqrt(sum(variance * rest * rest order by number)) end as mean_error
from rest
join (select place, last = 0 or longest >= horizon as known from curve cross join limits) using (place)
cross join limits
group by place
