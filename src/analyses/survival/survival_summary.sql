-- Each curve in a few numbers.
-- needs: survival, survival_quantile, survival_mean, survival_place
-- one row per curve
--
-- groups            how many groups share the curve
-- waits             all of them; events: those that ended; censored: those that are open
-- longest           days that the longest wait has been seen for, and the share that isn't over by then
-- lower … upper     days after which a quarter, half and three quarters are over, with 95 % limits
-- naive             the median of the waits that ended, open ones left out: too short
-- horizon           days up to which the mean is taken
with

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
    survival_quantile.* exclude (place),
    naive,
    horizon,
    mean,
    mean_error
from sizes
join members using (place)
join survival_quantile using (place)
join survival_mean using (place)
left join naive using (place)
