import {wilsonSql} from '../../models/wilson';

const {low, high} = wilsonSql('won', 'leads');

/** What becomes of the leads of each group. */
export const model =
  (): string => `-- Leads by channel, owner or another group: how many become customers, how fast, at what cost.
-- needs: acquisition_lead, customer
-- one row per group
--
-- lead_group           '': not known
-- share                won ÷ leads; low and high: 95 % interval by Wilson's score
-- decided_share        won ÷ (won + lost)
-- ripe_share           won ÷ leads, of those whose first contact is as long ago as nine of ten wins take
-- median_days          from the first contact to the win
-- cost                 acquisition cost on file of all its leads ÷ won; costs: leads with such a cost
with

limits as (
    select quantile_cont(days, 0.9)::double as p90_days
    from acquisition_lead
    where state = 'won'
),

spent as (
    select lead_group, sum(acquisition_cost) as cost, count(acquisition_cost) as costs
    from (select distinct lead_group, customer_id from acquisition_lead)
    join customer using (customer_id)
    group by lead_group
),

sums as (
    select
        lead_group,
        count(*) as leads,
        count(*) filter (state = 'won') as won,
        count(*) filter (state = 'lost') as lost,
        count(*) filter (state = 'open') as open,
        count(*) filter (first_on + ceil(p90_days)::integer <= $as_of::date) as ripe,
        count(*) filter (first_on + ceil(p90_days)::integer <= $as_of::date and state = 'won') as ripe_won,
        median(days)::double as median_days
    from acquisition_lead
    cross join limits
    group by lead_group
)

select
    lead_group,
    leads,
    won,
    lost,
    open,
    won::double / leads as share,
    ${low} as low,
    ${high} as high,
    won::double / nullif(won + lost, 0) as decided_share,
    ripe,
    ripe_won::double / nullif(ripe, 0) as ripe_share,
    median_days,
    case when cost is not null then cost::double / nullif(won, 0) end as cost,
    coalesce(costs, 0) as costs
from sums
left join spent using (lead_group)`;
