-- What comes after a silence: of waits that have lasted some days and aren't over, how many last some days more.
-- needs: survival
-- one row per curve
--
-- $silent      days that have passed
-- $within      days that follow
-- waiting      waits that are seen to last longer than the days that have passed
-- later        of them, those that are seen to last all days that follow
-- stays        share of those waiting that isn't over within the days that follow; null where none is seen so far
-- low, high    its 95 % limits, log-type
with

curve as (
    select place, any_value(group_name) as group_name, max(duration) as longest, min(survival) as last
    from survival
    group by place
),

moment as (
    select
        place,
        coalesce(sum(events + censored) filter (duration > $silent::bigint), 0)::bigint as waiting,
        coalesce(sum(events + censored) filter (duration >= $silent::bigint + $within::bigint), 0)::bigint as later,
        coalesce(min(survival) filter (duration <= $silent::bigint), 1) as now_survival,
        coalesce(min(survival) filter (duration <= $silent::bigint + $within::bigint), 1) as later_survival,
        coalesce(max(pow(std_error / nullif(survival, 0), 2)) filter (duration <= $silent::bigint), 0) as now_error,
        max(pow(std_error / nullif(survival, 0), 2)) filter (duration <= $silent::bigint + $within::bigint) as later_error
    from survival
    group by place
),

ratio as (
    select
        *,
        case
            when waiting > 0 and (last = 0 or longest >= $silent::bigint + $within::bigint) then later_survival / nullif(now_survival, 0)
        end as stays,
        sqrt(greatest(0, coalesce(later_error, 0) - now_error)) as error
    from moment
    join curve using (place)
)

select
    place,
    group_name,
    waiting,
    later,
    stays,
    case when stays > 0 then exp(ln(nullif(stays, 0)) - 1.959963984540054 * error) end as low,
    case when stays > 0 then least(1, exp(ln(nullif(stays, 0)) + 1.959963984540054 * error)) end as high
from ratio
