-- Where each customer stood at two moments.
-- needs: phase_then
-- one row per customer known at the second moment
--
-- from_on         null where only one moment has someone
-- from_phase      null for those not known at the first
with

moments as (
    select case when count(distinct moment) = 2 then min(moment) end as from_on, max(moment) as to_on
    from phase_then
)

select
    here.customer_key,
    from_on,
    to_on,
    there.phase as from_phase,
    here.phase as to_phase
from phase_then as here
join moments on here.moment = to_on
left join phase_then as there on there.customer_key = here.customer_key and there.moment = from_on
