-- How far the leads of each group come.
-- needs: acquisition, acquisition_lead
-- one row per group and step
--
-- people         leads of the group that came as far
-- start_share    of all of the group
with

groups as (
    select lead_group, count(*) as leads
    from acquisition_lead
    group by lead_group
),

passed as (
    select
        lead_group,
        place,
        count(*) filter (state = 'won' or (step <> 'won' and reached >= place)) as people
    from acquisition_lead
    cross join (select place, step from acquisition)
    group by lead_group, place
)

select lead_group, place, people, people::double / leads::double as start_share
from passed
join groups using (lead_group)
