-- What a log-rank test of the curves is made of: at each day on which a wait ended, what every group would have if all were alike.
-- needs: survival
-- one row per pair of curves, each with itself included; none where there is only one
--
-- observed      waits of the first that ended
-- expected      that would have if all groups were alike
-- covariance    of observed - expected of the first and of the other
-- source: Mantel (1966); Peto & Peto (1972); as in survdiff of R
with

moment as (
    select duration, sum(events) as events
    from survival
    group by duration
    having sum(events) > 0
),

curve as (
    select distinct place
    from survival
),

risk as (
    select
        curve.place,
        moment.duration,
        moment.events,
        coalesce(after.at_risk, 0) as at_risk,
        case when after.duration = moment.duration then after.events else 0 end as own
    from moment
    cross join curve
    asof left join survival as after on curve.place = after.place and moment.duration <= after.duration
),

shared as (
    select
        place,
        duration,
        own,
        events,
        sum(at_risk) over (partition by duration) as everyone,
        at_risk / sum(at_risk) over (partition by duration) as part
    from risk
),

single as (
    select place, sum(own)::bigint as observed, sum(events * part order by duration) as expected
    from shared
    group by place
),

pair as (
    select
        shared.place,
        other.place as other,
        sum(
            shared.events * (shared.everyone - shared.events) / (shared.everyone - 1)
            * shared.part * ((shared.place = other.place)::integer - other.part)
            order by shared.duration
        ) filter (shared.everyone > 1) as covariance
    from shared
    join shared as other using (duration)
    group by shared.place, other.place
)

select place, other, observed, expected, coalesce(covariance, 0)::double as covariance
from pair
join single using (place)
where (select count(*) from curve) > 1
