-- What the largest fifth would make if the smallest part of all left, paid more, or cost less.
-- needs: pareto
-- one row per scenario
--
-- value    of the largest fifth of those who stay; total: of all who stay; both null where no one does
--
-- Who is above the least of the present fifth then is ranked anew; no one else can be among the largest.
with

size as (
    select count(*) as entities, (count(*) * round($whatif_share::double * 10)::bigint + 999) // 1000 as changed
    from pareto
),

valued as (
    select
        rank,
        value::decimal(38, 7) as value,
        rank > entities - changed as is_changed,
        (entities * 20 + 99) // 100 as top,
        ((entities - changed) * 20 + 99) // 100 as top_left,
        case when not is_changed then value::decimal(38, 7) else
            value::decimal(38, 7) + round($whatif_price::double * 10)::integer * 0.001
                * case when $measure = 'profit' then profit + cost else net_sales end
        end as dearer,
        case when not is_changed or $measure <> 'profit' then value::decimal(38, 7) else
            value::decimal(38, 7) + round($whatif_cost::double * 10)::integer * 0.001 * cost
        end as cheaper
    from pareto
    cross join size
),

least as (
    select
        min(dearer) filter (rank <= top) as dearer,
        min(cheaper) filter (rank <= top) as cheaper
    from valued
),

dearer as (
    select valued.dearer as value, top, row_number() over (order by valued.dearer desc) as place
    from valued
    join least on valued.dearer >= least.dearer
),

cheaper as (
    select valued.cheaper as value, top, row_number() over (order by valued.cheaper desc) as place
    from valued
    join least on valued.cheaper >= least.cheaper
)

select 'now' as scenario, sum(value) filter (rank <= top) as value, sum(value) as total
from valued
union all
select
    'left' as scenario,
    sum(value) filter (rank <= top_left) as value,
    sum(value) filter (not is_changed) as total
from valued
union all
select 'price' as scenario, (select sum(value) from dearer where place <= top) as value, sum(dearer) as total
from valued
union all
select 'cost' as scenario, (select sum(value) from cheaper where place <= top) as value, sum(cheaper) as total
from valued
