-- The customers behind a phase, a list to watch, a cell of the past, or a move between phases.
-- needs: phases_watched, phases_past, phase_past, phases_move, customer, customer_facts
-- one row per customer
--
-- $phase, $list                        null: not asked for
-- $past                                a phase, as it was told $test_days ago
-- $times_from to $silent_to            a cell of occasions and days of silence, $test_days ago
-- $moved_from, $moved_to               a move between two moments; 'new': not known at the first
with

chosen as (
    select *
    from phases_watched
    where ($phase::varchar is null or phase = $phase::varchar)
        and case $list::varchar
            when 'slipping' then slipping
            when 'slowing' then slowing
            when 'shrinking' then shrinking
            when 'won_back' then won_back
            else true
        end
        and ($past::varchar is null or customer_key in (
            select customer_key
            from phase_past
            where phase = $past::varchar
        ))
        and ($times_from::bigint is null or customer_key in (
            select customer_key
            from phases_past
            where times between $times_from::bigint and coalesce($times_to::bigint, times)
                and silent_days between $silent_from::bigint and coalesce($silent_to::bigint, silent_days)
        ))
        and (($moved_from::varchar is null and $moved_to::varchar is null) or customer_key in (
            select customer_key
            from phases_move
            where coalesce(from_phase, 'new') = coalesce($moved_from::varchar, from_phase, 'new')
                and to_phase = coalesce($moved_to::varchar, to_phase)
        ))
)

select
    chosen.customer_id,
    customer.name,
    customer.segment,
    coalesce(customer_facts.country, customer.country) as country,
    phase,
    occasions,
    chosen.last_on,
    recency_days,
    usual_gap,
    reason,
    recent_gap,
    earlier_gap,
    sales_recent,
    sales_before,
    back_on,
    away_days,
    active_until,
    lapses_on,
    return_share,
    net_sales,
    profit,
    yearly_sales,
    yearly_profit,
    value_at_stake::double as value_at_stake
from chosen
left join customer using (customer_key)
left join customer_facts using (customer_key)
