-- Each curve in a few numbers.
-- needs: survival, survival_mean, survival_place
-- one row per curve
--
-- groups            how many groups share the curve
-- waits             all of them; events: those that ended; censored: those that are open
-- longest           days that the longest wait has been seen for, and the share that isn't over by then
-- lower, upper      days after which a quarter, and three quarters, are over; null where that isn't reached
-- median            days after which half are over; where the share stands still at exactly that, the middle of the standstill
-- …_low, …_high     95 % limits: where the band of the curve crosses
-- naive             the median of the waits that ended, open ones left out: too short
-- horizon           days up to which the mean is taken
-- source: quantiles and their limits as in quantile.survfit of R
with

quantile(part) as (
    values (0.25), (0.5), (0.75)
),

crossing as (
    select
        place,
        part,
        (min(duration) filter (survival <= 1 - part + 1.5e-8)
            + coalesce(min(duration) filter (survival <= 1 - part - 1.5e-8), max(duration))) / 2 as reached,
        (min(duration) filter (low <= 1 - part + 1.5e-8)
            + coalesce(min(duration) filter (low <= 1 - part - 1.5e-8), max(duration))) / 2 as reached_low,
        (min(duration) filter (high <= 1 - part + 1.5e-8)
            + coalesce(min(duration) filter (high <= 1 - part - 1.5e-8), max(duration))) / 2 as reached_high
    from survival
    cross join quantile
    group by place, part
),

quantiles as (
    select
        place,
        max(reached) filter (part = 0.25) as lower,
        max(reached_low) filter (part = 0.25) as lower_low,
        max(reached_high) filter (part = 0.25) as lower_high,
        max(reached) filter (part = 0.5) as median,
        max(reached_low) filter (part = 0.5) as median_low,
        max(reached_high) filter (part = 0.5) as median_high,
        max(reached) filter (part = 0.75) as upper,
        max(reached_low) filter (part = 0.75) as upper_low,
        max(reached_high) filter (part = 0.75) as upper_high
    from crossing
    group by place
),

ended as (
    select
        place,
        duration,
        sum(events) over (partition by place order by duration) * 2 as twice,
        sum(events) over (partition by place) as events
    from survival
    where events > 0
),

naive as (
    select
        place,
        (min(duration) filter (twice >= events) + min(duration) filter (twice > events)) / 2 as naive
    from ended
    group by place
),

sizes as (
    select
        place,
        any_value(group_name) as group_name,
        max(at_risk) as waits,
        sum(events)::bigint as events,
        sum(censored)::bigint as censored,
        max(duration) as longest,
        min(survival) as last_survival
    from survival
    group by place
),

members as (
    select place, count(*) as groups
    from survival_place
    group by place
)

select
    place,
    group_name,
    groups,
    waits,
    events,
    censored,
    longest,
    last_survival,
    quantiles.* exclude (place),
    naive,
    horizon,
    mean,
    mean_error
from sizes
join members using (place)
join quantiles using (place)
join survival_mean using (place)
left join naive using (place)
