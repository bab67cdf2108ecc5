-- What each would be ranked by if the smallest part of all left, paid more, or cost less.
-- needs: pareto
-- one row per scenario and entity that stays in it
--
-- rank        anew in each scenario
-- entities    how many stay
with

size as (
    select count(*) as entities, (count(*) * round($whatif_share::double * 10)::bigint + 999) // 1000 as changed
    from pareto
),

valued as (
    select
        rank as rank_now,
        size.entities,
        rank > size.entities - changed as is_changed,
        value::decimal(38, 7) as value,
        round($whatif_price::double * 10)::integer * 0.001
            * case when $measure = 'profit' then profit + cost else net_sales end as dearer,
        round($whatif_cost::double * 10)::integer * 0.001 * case when $measure = 'profit' then cost else 0 end as cheaper
    from pareto
    cross join size
),

anew as (
    select 'price' as scenario, entities, rank_now, case when is_changed then value + dearer else value end as value
    from valued
    union all
    select 'cost' as scenario, entities, rank_now, case when is_changed then value + cheaper else value end as value
    from valued
)

select 'now' as scenario, rank_now as rank, entities, value
from valued
union all
select 'left' as scenario, rank_now as rank, count(*) over () as entities, value
from valued
where not is_changed
union all
select
    scenario,
    row_number() over (partition by scenario order by value desc, rank_now) as rank,
    entities,
    value
from anew
