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

scenarios(scenario) as (
    values ('now'), ('left'), ('price'), ('cost')
),

changes as (
    select
        scenario,
        case scenario when 'left' then entities - changed else entities end as entities,
        changed,
        net_sales,
        profit,
        case scenario
            when 'left' then (-low_sales)::decimal(38, 7)
            when 'price' then (round($whatif_price::double * 10)::integer * 0.001 * low_sales)::decimal(38, 7)
            else 0::decimal(38, 7)
        end as sales_change,
        case scenario
            when 'left' then (-low_profit)::decimal(38, 7)
            when 'price' then
                (round($whatif_price::double * 10)::integer * 0.001 * (low_profit + low_cost))::decimal(38, 7)
            when 'cost' then (round($whatif_cost::double * 10)::integer * 0.001 * low_cost)::decimal(38, 7)
            else 0::decimal(38, 7)
        end as profit_change,
        case scenario when 'left' then "left" when 'price' then price when 'cost' then cost else now end as top,
        case scenario
            when 'left' then left_total
            when 'price' then price_total
            when 'cost' then cost_total
            else now_total
        end as total
    from sums
    cross join pareto_whatif_value
    cross join scenarios
)

select
    scenario,
    entities,
    changed,
    net_sales + sales_change as net_sales,
    sales_change,
    case when net_sales > 0 then sales_change::double / net_sales::double end as sales_change_share,
    profit + profit_change as profit,
    case when profit is not null then profit_change end as profit_change,
    case when profit > 0 then profit_change::double / profit::double end as profit_change_share,
    case when total > 0 then top::double / total::double end as top_20_share
from changes
