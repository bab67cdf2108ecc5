import {kaplanMeierSql} from '../../models/kaplan-meier';

/** How many leads are won within so many days. */
export function model(): string {
  return `-- The share of leads won within so many days of the first contact, though some are too young to tell.
-- needs: acquisition_lead
-- one row per day on which one is won, from 0 to the age of the oldest lead: of all, and of the four largest groups
--
-- lead_group    null: all; '': not known
-- won_share     1 − Kaplan–Meier: open leads are followed up to the as-of day; a lost one is never won, and is followed as
--               long. One won before its first contact counts as won on day 0
-- low, high     95 % interval, by the logarithm of what is left
-- at_risk       leads followed that long and not won before
with

largest as (
    select lead_group
    from acquisition_lead
    group by lead_group
    order by count(*) desc, lead_group
    limit 4
),

durations as (
    select
        lead_group,
        case when state = 'won' then coalesce(days, 0) else ($as_of::date - first_on)::integer end as duration,
        state = 'won' as event
    from acquisition_lead
),

everyone as (
    ${kaplanMeierSql('durations').replaceAll('\n', '\n    ')}
),

each_group as (
    ${kaplanMeierSql('(select * from durations join largest using (lead_group))', ['lead_group']).replaceAll('\n', '\n    ')}
),

together as (
    select null::varchar as lead_group, * from everyone
    union all by name
    select * from each_group
),

ends as (
    select lead_group, max(duration) as duration
    from together
    group by lead_group
)

select
    together.lead_group,
    together.duration::bigint as duration,
    at_risk,
    1 - survival as won_share,
    case when greenwood is not null then 1 - least(1, survival * exp(1.959963984540054 * sqrt(greenwood))) end as low,
    case when greenwood is not null then 1 - survival * exp(-1.959963984540054 * sqrt(greenwood)) end as high
from together
join ends on ends.lead_group is not distinct from together.lead_group
where events > 0 or together.duration = ends.duration`;
}
