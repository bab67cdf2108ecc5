-- Leads by the month of their first contact: what became of each by the as-of day.
-- needs: acquisition_lead
-- one row per month with a first contact
--
-- share    won ÷ leads
-- over     false where fewer days have passed since its last day than nine of ten wins take: more may come
with

limits as (
    select ceil(quantile_cont(days, 0.9))::integer as p90_days
    from acquisition_lead
    where state = 'won'
)

select
    date_trunc('month', first_on)::date as month,
    count(*) as leads,
    count(*) filter (state = 'won') as won,
    count(*) filter (state = 'lost') as lost,
    count(*) filter (state = 'open') as open,
    count(*) filter (state = 'won')::double / count(*)::double as share,
    coalesce(last_day(any_value(first_on)) + any_value(p90_days) <= $as_of::date, false) as over
from acquisition_lead
cross join limits
group by date_trunc('month', first_on)
