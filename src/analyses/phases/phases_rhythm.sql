-- What the gaps between a customer's purchases tell: whether they grow, and whether one was a long absence.
-- needs: customer_occasion, customer_phase, gap_limit
-- one row per customer of whom one of the two can be told
--
-- $test_days      "lately"
-- recent_gap      mean of the last two gaps that are over; null where a customer has fewer than five
-- earlier_gap     median of those before
-- back_on         the latest return, within the last $test_days, from an absence past the limit for lapsed; null: none
-- away_days       how long that absence was
with

gap as (
    select customer_key, occasion, until, until - purchased_on as days
    from customer_occasion
    where until <= $to_day::date
),

pace as (
    select
        customer_key,
        avg(days) filter (where occasion >= occasions - 2) as recent_gap,
        median(days) filter (where occasion < occasions - 2) as earlier_gap
    from gap
    join (
        select customer_key, occasions
        from customer_phase
        where occasions >= 6
    ) using (customer_key)
    group by customer_key
),

back as (
    select customer_key, max(until) as back_on, arg_max(days, until)::integer as away_days
    from gap
    join customer_phase using (customer_key)
    join gap_limit on least(occasion, 4) = class
    where until > $to_day::date - $test_days::integer
        and days > if(class = 4, greatest(gap_limit.lapsed_days, ceil($own_gaps::double * median_gap)), gap_limit.lapsed_days)
        and gap_limit.lapsed_days is not null
    group by customer_key
)

select customer_key, recent_gap, earlier_gap, back_on, away_days
from pace
full join back using (customer_key)
