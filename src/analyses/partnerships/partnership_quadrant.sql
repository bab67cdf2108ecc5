-- Customers by net margin and cost to serve, each split at the customer in the middle.
-- needs: partnership_profit
-- one row per quadrant; none where no customer has sales above 0
--
-- margin, cost             'high' or 'low'; who is at the limit is high
-- margin_from, cost_from   the medians of gross profit / net sales and of cost to serve / net sales
-- source: Shapiro, Rangan, Moriarty and Ross, "Manage customers for profits (not just sales)", HBR 1987
with

limits as (
    select median(margin_share) as margin_from, median(cost_share) as cost_from
    from partnership_profit
    where net_sales > 0
    having count(*) > 0
),

quadrants as (
    select margin, cost, margin_from, cost_from
    from limits
    cross join (values ('high'), ('low')) as margins (margin)
    cross join (values ('high'), ('low')) as costs (cost)
),

customers as (
    select
        case when margin_share >= margin_from then 'high' else 'low' end as margin,
        case when cost_share >= cost_from then 'high' else 'low' end as cost,
        net_sales,
        gross_profit,
        cost_to_serve,
        profit
    from partnership_profit
    cross join limits
    where net_sales > 0
)

select
    margin,
    cost,
    count(net_sales) as customers,
    coalesce(sum(net_sales), 0)::decimal(38, 4) as net_sales,
    coalesce(sum(gross_profit), 0)::decimal(38, 4) as gross_profit,
    coalesce(sum(cost_to_serve), 0)::decimal(38, 4) as cost_to_serve,
    coalesce(sum(profit), 0)::decimal(38, 4) as profit,
    any_value(margin_from) as margin_from,
    any_value(cost_from) as cost_from
from quadrants
left join customers using (margin, cost)
group by margin, cost
