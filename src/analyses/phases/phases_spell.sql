-- How long each customer was silent after each purchase occasion, as of the as-of day.
-- needs: customer_occasion
-- one row per purchase occasion
-- inline
--
-- class       after the 1st, 2nd, 3rd, 4th or a later occasion
-- duration    days to the next occasion, or to the as-of day where it is still to come
-- event       whether the next occasion came
select
    customer_key,
    occasion,
    purchased_on,
    least(occasion, 4)::integer as class,
    (least(until, $to_day::date) - purchased_on)::integer as duration,
    until <= $to_day::date as event
from customer_occasion
where purchased_on <= $to_day::date
