-- How far the curves are drawn, and how far apart the days are at which their numbers stand.
-- needs: survival
-- one row; none where nothing is waited for
--
-- $horizon    in days; 0 for the longest that is seen
-- step        the smallest round number of days that the limit holds at most nine times
with

furthest as (
    select case when $horizon::bigint > 0 then least($horizon::bigint, max(duration)) else max(duration) end as most
    from survival
    having count(*) > 0
),

round_step(step) as (
    values (1), (2), (5), (7), (14), (30), (60), (90), (180), (365), (730), (1825), (3650)
)

select most, coalesce(min(step) filter (step * 9 >= most), 7300)::bigint as step
from furthest
cross join round_step
group by most
