-- After how many days a quarter, half and three quarters of each curve are over.
-- needs: survival
-- one row per curve
--
-- lower, median, upper    where the share stands still at exactly that part, the middle of the standstill; null where it isn't reached
-- …_low, …_high           95 % limits: where the band of the curve crosses
-- source: quantile.survfit of R, with its tolerance
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
)

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
