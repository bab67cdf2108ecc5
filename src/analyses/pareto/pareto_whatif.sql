-- What if the smallest part of all left, paid more, or cost less.
-- needs: pareto, pareto_whatif_value
-- one row per scenario: as it is, without them, at higher prices, at lower costs; none where nothing counts
--
-- $whatif_share     how large the part is, per cent of all; the smallest by what is ranked by
-- $whatif_price     per cent more that they pay, and get back for returns
-- $whatif_cost      per cent less that their goods cost
-- entities          how many stay
-- changed           how many leave, pay more, or cost less: the smallest whole number that is at least that part
-- sales_change      against how it is, exact; profit_change likewise
-- …_change_share    of how it is; null where that isn't positive
-- profit            of purchases whose cost is known; null where none is
-- top_20_share      what the largest fifth of those who stay make then, ranked anew; null where the total isn't positive
with

size as (
    select count(*) as entities, (count(*) * round($whatif_share::double * 10)::bigint + 999) // 1000 as changed
    from pareto
    having count(*) > 0
),

sums as (
    select
        any_value(size.entities) as entities,
        any_value(changed) as changed,
        sum(net_sales) as net_sales,
        sum(profit) as profit,
        coalesce(sum(net_sales) filter (rank > size.entities - changed), 0) as low_sales,
        coalesce(sum(profit) filter (rank > size.entities - changed), 0) as low_profit,
        coalesce(sum(cost) filter (rank > size.entities - changed), 0) as low_cost
    from pareto
    cross join size
    having count(*) > 0
),

changes as (
    select 'now' as scenario, entities, 0::decimal(38, 7) as sales_change, 0::decimal(38, 7) as profit_change
    from sums
    union all
    select
        'left' as scenario,
        entities - changed as entities,
        (-low_sales)::decimal(38, 7) as sales_change,
        (-low_profit)::decimal(38, 7) as profit_change
    from sums
    union all
    select
        'price' as scenario,
        entities,
        (round($whatif_price::double * 10)::integer * 0.001 * low_sales)::decimal(38, 7) as sales_change,
        (round($whatif_price::double * 10)::integer * 0.001 * (low_profit + low_cost))::decimal(38, 7) as profit_change
    from sums
    union all
    select
        'cost' as scenario,
        entities,
        0::decimal(38, 7) as sales_change,
        (round($whatif_cost::double * 10)::integer * 0.001 * low_cost)::decimal(38, 7) as profit_change
    from sums
),

concentration as (
    select scenario, case when total > 0 then value::double / total::double end as top_20_share
    from pareto_whatif_value
)

select
    scenario,
    changes.entities,
    changed,
    net_sales + sales_change as net_sales,
    sales_change,
    case when net_sales > 0 then sales_change::double / net_sales::double end as sales_change_share,
    profit + profit_change as profit,
    case when profit is not null then profit_change end as profit_change,
    case when profit > 0 then profit_change::double / profit::double end as profit_change_share,
    top_20_share
from changes
cross join sums
left join concentration using (scenario)
