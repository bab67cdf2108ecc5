-- How strangers become customers, in a few numbers.
-- needs: acquisition_person, acquisition_lead, interaction
-- one row; none where there are no leads
--
-- share             won ÷ leads
-- decided_share     won ÷ (won + lost)
-- early             won before their first contact on file: they count as won, their time isn't known
-- before            had bought before their first contact: left out
-- later             contacts after the as-of day, which aren't looked at
-- median_days       from the first contact to the win, of those won; p75_days, p90_days likewise
-- ripe              leads whose first contact is at least p90_days ago, and ripe_won of them: nearly all that will be won are
-- young_open        open leads younger than that: it is not over for them
-- owners            leads of whom an owner is known, and owners_not_won of them that aren't won
-- reasons           lost leads of whom a reason is known
with

times as (
    select
        median(days)::double as median_days,
        quantile_cont(days, 0.75)::double as p75_days,
        quantile_cont(days, 0.9)::double as p90_days
    from acquisition_lead
    where state = 'won'
)

select
    min(first_on) as first_on,
    max(first_on) as last_on,
    count(*) as leads,
    count(*) filter (state = 'won') as won,
    count(*) filter (state = 'lost') as lost,
    count(*) filter (state = 'open') as open,
    count(*) filter (state = 'won')::double / count(*)::double as share,
    count(*) filter (state = 'won')::double / nullif(count(*) filter (state in ('won', 'lost')), 0)::double as decided_share,
    any_value(median_days) as median_days,
    any_value(p75_days) as p75_days,
    any_value(p90_days) as p90_days,
    count(*) filter (first_on + ceil(p90_days)::integer <= $as_of::date) as ripe,
    count(*) filter (first_on + ceil(p90_days)::integer <= $as_of::date and state = 'won') as ripe_won,
    count(*) filter (state = 'open' and not coalesce(first_on + ceil(p90_days)::integer <= $as_of::date, false))
        as young_open,
    count(*) filter (is_early) as early,
    (select count(*) from acquisition_person where state = 'before') as before,
    (select count(*) from interaction where occurred_on > $as_of::date) as later,
    count(*) filter (owner <> '') as owners,
    count(*) filter (owner <> '' and state <> 'won') as owners_not_won,
    count(*) filter (state = 'lost' and reason <> '') as reasons
from acquisition_lead
cross join times
having count(*) > 0
