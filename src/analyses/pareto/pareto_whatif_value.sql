-- What the largest fifth would make if the smallest part of all left, paid more, or cost less.
-- needs: pareto
-- one row
--
-- now, left, price, cost    of the largest fifth of those who stay, as it is and in each scenario; null where no one does
-- …_total                   of all who stay
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

sums as (
    select
        sum(value) filter (rank <= top) as now,
        sum(value) as now_total,
        sum(value) filter (rank <= top_left) as "left",
        sum(value) filter (not is_changed) as left_total,
        sum(dearer) as price_total,
        sum(cheaper) as cost_total,
        min(dearer) filter (rank <= top) as least_dearer,
        min(cheaper) filter (rank <= top) as least_cheaper
    from valued
),

dearer as (
    select dearer, top, row_number() over (order by dearer desc) as place
    from valued
    join sums on dearer >= least_dearer
),

cheaper as (
    select cheaper, top, row_number() over (order by cheaper desc) as place
    from valued
    join sums on cheaper >= least_cheaper
)

select
    now,
    now_total,
    "left",
    left_total,
    (select sum(dearer) from dearer where place <= top) as price,
    price_total,
    (select sum(cheaper) from cheaper where place <= top) as cost,
    cost_total
from sums
