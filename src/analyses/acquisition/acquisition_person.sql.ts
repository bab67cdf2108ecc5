import type {ModelContext} from '../../models/compile';
import {literal} from '../../engine/sql';

/** Every lead, and how far it came. */
export function model({scope}: ModelContext): string {
  const period = [
    ...(scope.from === null ? [] : [`first_on >= ${literal(scope.from)}::date`]),
    ...(scope.to === null ? [] : [`first_on <= ${literal(scope.to)}::date`])
  ];
  return `-- Every lead whose first contact is in the period, and how far it came by the as-of day.
-- needs: acquisition_row, acquisition_place, acquisition_bought, customer
-- one row per lead
--
-- first_on      the first contact that isn't a win or a loss; the first at all where there is no other
-- reached       the furthest open stage, by its place; 0 where there is none
-- won_on        the day of the won stage or of the first purchase from the first contact on, whichever is earlier
-- days          from the first contact to that; null where the win is before it, or the only contact
-- state         won; lost: its last word is a lost stage; before: it had bought before its first contact and has no won
--               stage, so it was no stranger; open: all others
-- channel       the touchpoint of the first contact, else the channel by which the customer was won; '': not known
-- owner         who handled it last; '': not known
-- reason        what came of a lost one; '': not known
with

contacts as (
    select
        lead,
        min(customer_id) as customer_id,
        bool_or(deal is not null) as is_deal,
        min(occurred_on) filter (part in ('start', 'open')) as began_on,
        min(occurred_on) as earliest_on,
        max(occurred_on) filter (part = 'open') as open_on,
        min(occurred_on) filter (part = 'won') as won_on,
        max(occurred_on) filter (part = 'lost') as lost_on,
        arg_min(touchpoint, {'day': occurred_on, 'touchpoint': touchpoint})
            filter (touchpoint is not null) as touchpoint,
        arg_max(owner, {'day': occurred_on, 'part': part in ('won', 'lost'), 'owner': owner})
            filter (owner is not null) as owner,
        arg_max(outcome, {'day': occurred_on, 'outcome': outcome})
            filter (part = 'lost' and outcome is not null) as reason
    from acquisition_row
    group by lead
),

furthest as (
    select lead, max(place) as reached
    from acquisition_row
    join acquisition_place using (stage)
    group by lead
),

people as (
    select *, coalesce(began_on, earliest_on) as first_on
    from contacts
),

buys as (
    select
        lead,
        min(purchased_on) as bought_on,
        min(purchased_on) filter (purchased_on >= first_on) as bought_since
    from people
    join acquisition_bought using (customer_id)
    where not is_deal
    group by lead
),

known as (
    select
        people.* exclude (won_on),
        won_on as stage_won_on,
        case when won_on is null and bought_on < first_on then null else least(won_on, bought_since) end as won_on,
        won_on is null and coalesce(bought_on < first_on, false) as is_before
    from people
    left join buys using (lead)
)

select
    lead,
    known.customer_id,
    first_on,
    coalesce(reached, 0) as reached,
    won_on,
    case when began_on is not null and won_on >= first_on then (won_on - first_on)::integer end as days,
    won_on is not null and won_on < first_on as is_early,
    case
        when is_before then 'before'
        when won_on is not null then 'won'
        when lost_on is not null and lost_on >= coalesce(open_on, lost_on) then 'lost'
        else 'open'
    end as state,
    lost_on,
    coalesce(touchpoint, customer.acquisition_channel, '') as channel,
    coalesce(owner, '') as owner,
    coalesce(segment, '') as segment,
    coalesce(country, '') as country,
    coalesce(reason, '') as reason
from known
left join furthest using (lead)
left join customer on customer.customer_id = known.customer_id${
    period.length === 0 ? '' : `\nwhere ${period.join(' and ')}`
  }`;
}
