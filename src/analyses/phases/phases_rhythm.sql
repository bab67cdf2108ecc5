-- What the gaps between a customer's purchases tell: whether they grow, and whether one was a long absence.
-- needs: phases_spell, customer_phase, gap_limit
-- one row per customer with a purchase occasion
--
-- $test_days      "lately"
-- recent_gap      mean of the last two gaps that are over; null where a customer has fewer than five
-- earlier_gap     median of those before
-- back_on         the latest return, within the last $test_days, from an absence past the limit for lapsed; null: none
-- away_days       how long that absence was
with

spell as (
    select
        phases_spell.*,
        occasions,
        greatest(gap_limit.lapsed_days, case when class = 4 then $own_gaps::double * median_gap end) as limit_days
    from phases_spell
    join customer_phase using (customer_key)
    left join gap_limit using (class)
    where event
)

select
    customer_key,
    avg(duration) filter (occasions >= 6 and occasion >= occasions - 2) as recent_gap,
    median(duration) filter (occasions >= 6 and occasion < occasions - 2) as earlier_gap,
    max(purchased_on + duration) filter (duration > limit_days and purchased_on + duration > since_on) as back_on,
    arg_max(duration, occasion) filter (duration > limit_days and purchased_on + duration > since_on) as away_days
from spell
cross join (select $to_day::date - $test_days::integer as since_on)
group by customer_key
