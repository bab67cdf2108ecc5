-- How likely each customer is to come back, having been silent as long as now.
-- needs: customer_phase, phases_curve
-- one row per customer with a purchase occasion
--
-- $test_days      the days within which
-- return_share    1 − S(silence + $test_days) ÷ S(silence), with S of all silences after as many occasions
-- at_least        whether no silence was observed for as long as that: S is then taken to stay as it was last
with

open as (
    select
        customer_key,
        least(occasions, 4) as class,
        recency_days as silent_days,
        recency_days + $test_days::integer as later_days
    from customer_phase
    where occasions > 0
),

now as (
    select open.*, coalesce(survival, 1) as survival
    from open
    asof left join phases_curve on open.class = phases_curve.class and open.silent_days >= phases_curve.duration
),

later as (
    select now.*, coalesce(phases_curve.survival, 1) as survival_later
    from now
    asof left join phases_curve on now.class = phases_curve.class and now.later_days >= phases_curve.duration
),

longest as (
    select class, max(duration) as longest_days
    from phases_curve
    group by class
)

select
    customer_key,
    1 - survival_later / nullif(survival, 0) as return_share,
    later_days > longest_days as at_least
from later
join longest using (class)
