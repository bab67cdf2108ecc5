-- What there is to watch: how many customers each list holds, and what they bring in a year.
-- needs: phases_watched
-- one row per list, in the order in which they matter; none where no one is known
--
-- value_at_stake    of those for whom it is known
with

listed as (
    select unnest(['slipping', 'slowing', 'shrinking', 'won_back']) as list, unnest(range(1, 5)) as place
),

sums as (
    select
        list,
        place,
        count(*) filter (here) as customers,
        sum(yearly_sales) filter (here) as yearly_sales,
        sum(yearly_profit) filter (here) as yearly_profit,
        (sum(value_at_stake) filter (here))::double as value_at_stake
    from (
        select
            *,
            case list
                when 'slipping' then slipping
                when 'slowing' then slowing
                when 'shrinking' then shrinking
                else won_back
            end as here
        from phases_watched
        cross join listed
    )
    group by list, place
)

select
    list,
    place,
    customers,
    coalesce(yearly_sales, 0)::decimal(38, 4) as yearly_sales,
    yearly_profit,
    value_at_stake
from sums
