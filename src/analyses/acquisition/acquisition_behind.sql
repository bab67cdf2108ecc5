-- The leads behind a step, a group, a month or a reason.
-- needs: acquisition, acquisition_lead, acquisition_place
-- one row per lead
--
-- $lead_step      place of a step that they came to; null: any
-- $lead_state     won, lost or open; lost and open ones of a step went no further; null: any
-- $lead_in        channel, owner or another group; null: any
-- $lead_month     the first day of the month of their first contact; null: any
-- $lead_reason    why they were lost; null: any
-- deal            null where the customer is the lead
-- stage           the furthest open one; null where there is none
select
    customer_id,
    nullif(lead, customer_id) as deal,
    first_on,
    (select any_value(stage) from acquisition_place where place = reached) as stage,
    state,
    won_on,
    days::bigint as days,
    nullif(owner, '') as owner,
    nullif(channel, '') as channel
from acquisition_lead
where ($lead_step::bigint is null
        or case when $lead_state::varchar in ('lost', 'open') then reached = $lead_step::bigint
            else state = 'won' or reached >= $lead_step::bigint end)
    and ($lead_step::bigint is distinct from (select max(place) from acquisition) or state = 'won')
    and ($lead_state::varchar is null or state = $lead_state::varchar)
    and ($lead_in::varchar is null or lead_group = $lead_in::varchar)
    and ($lead_month::date is null or date_trunc('month', first_on) = $lead_month::date)
    and ($lead_reason::varchar is null or reason = $lead_reason::varchar)
