-- What was known of each buyer $test_days ago, and whether they have bought since.
-- needs: selected_occasion
-- one row per customer with a purchase occasion up to then
--
-- times           purchase occasions up to then
-- silent_days     from the last of them to then
with

occasion as (
    select *, purchased_on <= $to_day::date - $test_days::integer as known
    from selected_occasion
)

select
    customer_key,
    count(*) filter (known) as times,
    ($to_day::date - $test_days::integer - max(purchased_on) filter (known))::bigint as silent_days,
    bool_or(not known) as again
from occasion
group by customer_key
having bool_or(known)
