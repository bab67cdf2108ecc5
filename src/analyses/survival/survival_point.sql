-- The curves as they are drawn: at most 500 points each, every one a point of the curve itself.
-- needs: survival, survival_limit
-- one row per curve and stretch of days; stretches in which nothing ended or was seen last have none
--
-- from_day      the first day of the stretch on which something ended or was seen last
-- duration      the last; survival, low and high are those after it
-- at_risk       waits that lasted to from_day
select
    place,
    any_value(group_name) as group_name,
    min(duration) as from_day,
    max(duration) as duration,
    max(at_risk) as at_risk,
    min(at_risk) as at_risk_last,
    sum(events)::bigint as events,
    sum(censored)::bigint as censored,
    min(survival) as survival,
    arg_max({'low': low, 'high': high}, duration).low as low,
    arg_max({'low': low, 'high': high}, duration).high as high
from survival
cross join survival_limit
where duration <= most
group by place, duration // (most // 500 + 1)
