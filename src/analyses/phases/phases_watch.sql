-- The first of each list to watch, by what is at stake.
-- needs: phases_watched, customer_facts
-- one row per list and customer; at most a hundred of a list
--
-- rank      by value at stake; of those won back, and where none is known, by yearly sales; then by id
with

watched as (
    select unnest(['slipping', 'slowing', 'shrinking', 'won_back']) as list
),

listed as (
    select *
    from phases_watched
    cross join watched
    where case list
        when 'slipping' then slipping
        when 'slowing' then slowing
        when 'shrinking' then shrinking
        else won_back end
),

ranked as (
    select
        *,
        row_number() over (
            partition by list
            order by
                case when list = 'won_back' then null else value_at_stake end desc nulls last,
                yearly_sales desc,
                customer_id
        ) as rank
    from listed
)

select
    list,
    rank,
    ranked.customer_id,
    name,
    phase,
    reason,
    occasions,
    ranked.last_on,
    recency_days,
    usual_gap,
    recent_gap,
    earlier_gap,
    back_on,
    away_days,
    sales_recent,
    sales_before,
    active_until,
    lapses_on,
    return_share,
    at_least,
    yearly_sales,
    yearly_profit,
    value_at_stake::double as value_at_stake
from ranked
left join customer_facts using (customer_key)
where rank <= 100
