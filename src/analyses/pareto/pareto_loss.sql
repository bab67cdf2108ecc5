-- What the loss of the largest would cost.
-- needs: pareto
-- one row for the largest alone, the 5 and the 10 largest, where there are so many
--
-- net_sales_share, profit_share    of all; null where what all bring isn't positive, or no cost is known
with

sizes as (
    select unnest([1, 5, 10])::bigint as entities
),

total as (
    select sum(net_sales) as net_sales, sum(profit) as profit, count(*) as entities
    from pareto
)

select
    sizes.entities,
    sum(pareto.net_sales) as net_sales,
    case
        when any_value(total.net_sales) > 0 then sum(pareto.net_sales)::double / any_value(total.net_sales)::double
    end as net_sales_share,
    sum(pareto.profit) as profit,
    case
        when any_value(total.profit) > 0 then sum(pareto.profit)::double / any_value(total.profit)::double
    end as profit_share
from sizes
join total on sizes.entities <= total.entities
join pareto on rank <= sizes.entities
group by sizes.entities
