-- How far leads come: from the first contact over each open stage to being a customer.
-- needs: acquisition_lead, acquisition_place, acquisition_row
-- one row per step: the first contact (place 0), the open stages in their order, won; none where there are no leads
--
-- step             start, stage or won
-- stage            what the file calls it; null where it has no name for it
-- people           leads that came as far: who is seen in a later stage, or won, has passed all before
-- step_share       of those of the step before, start_share of all; null for the first
-- lost             of those whose furthest step it is: lost; open: still there
-- timed            leads of whom the day of the step is known, and the days to it from the first contact
-- step_timed       leads of whom the day of this step and of the one before are known, and the days between
with

leads as (
    select lead, first_on, reached, state, won_on, days, is_early
    from acquisition_lead
),

places as (
    select 0::bigint as place, 'start' as step, (select max(stage) from acquisition_place where place = 0) as stage
    union all
    select place, 'stage' as step, stage
    from acquisition_place
    where place > 0
    union all
    select
        (select coalesce(max(place), 0) + 1 from acquisition_place) as place,
        'won' as step,
        (select mode(stage order by stage) from acquisition_row where part = 'won') as stage
),

entries as (
    select lead, place, min(occurred_on) as entered_on
    from acquisition_row
    join acquisition_place using (stage)
    where place > 0
    group by lead, place
    union all
    select lead, 0 as place, first_on as entered_on
    from leads
    where not is_early
    union all
    select lead, (select max(place) from places) as place, won_on as entered_on
    from leads
    where days is not null
),

times as (
    select
        lead,
        place,
        (entered_on - first_on)::integer as days,
        case when lag(place) over steps = place - 1 and entered_on >= lag(entered_on) over steps
            then (entered_on - lag(entered_on) over steps)::integer end as step_days
    from entries
    join leads using (lead)
    window steps as (partition by lead order by place)
),

timed as (
    select
        place,
        count(days) as timed,
        median(days)::double as median_days,
        quantile_cont(days, 0.75)::double as p75_days,
        count(step_days) as step_timed,
        median(step_days)::double as step_median_days
    from times
    group by place
),

passed as (
    select
        place,
        step,
        any_value(places.stage) as stage,
        count(*) filter (state = 'won' or (step <> 'won' and reached >= place)) as people,
        count(*) filter (step <> 'won' and state = 'lost' and reached = place) as lost,
        count(*) filter (step <> 'won' and state = 'open' and reached = place) as open
    from places
    cross join leads
    group by place, step
)

select
    place,
    step,
    stage,
    people,
    people::double / nullif(lag(people) over (order by place), 0) as step_share,
    case when place > 0 then people::double / nullif(first_value(people) over (order by place), 0) end as start_share,
    lost,
    open,
    coalesce(timed, 0) as timed,
    median_days,
    p75_days,
    coalesce(step_timed, 0) as step_timed,
    step_median_days
from passed
left join timed using (place)
