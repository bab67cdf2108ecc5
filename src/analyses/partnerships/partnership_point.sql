-- Sales against cost to serve: the largest customers one by one, the others counted in cells.
-- needs: partnership_profit, customer_facts
-- one row per customer, of the 1,200 with the most net sales, or per cell of a grid of eighths of a power of ten
--
-- x, y         net sales and cost to serve; of a cell the geometric means
-- customers    1, or as many as are in the cell; those without sales or without cost to serve aren't among them
-- id, name     null for a cell
-- least_sales … the limits of a cell, or the customer's own values
with

placed as (
    select
        *,
        row_number() over (order by net_sales desc, customer_key) <= 1200 as single
    from partnership_profit
    where net_sales > 0 and cost_to_serve > 0
),

celled as (
    select
        *,
        case when single then customer_key end as own_key,
        case when not single then floor(log10(net_sales::double) * 8) end as cell_x,
        case when not single then floor(log10(cost_to_serve::double) * 8) end as cell_y
    from placed
),

marks as (
    select
        own_key as customer_key,
        count(*) as customers,
        exp(avg(ln(net_sales::double))) as x,
        exp(avg(ln(cost_to_serve::double))) as y,
        sum(net_sales)::decimal(38, 4) as net_sales,
        sum(gross_profit)::decimal(38, 4) as gross_profit,
        sum(cost_to_serve)::decimal(38, 4) as cost_to_serve,
        sum(profit)::decimal(38, 4) as profit,
        min(net_sales)::decimal(38, 4) as least_sales,
        max(net_sales)::decimal(38, 4) as most_sales,
        min(cost_to_serve)::decimal(38, 4) as least_cost,
        max(cost_to_serve)::decimal(38, 4) as most_cost
    from celled
    group by own_key, cell_x, cell_y
)

select
    customer_id as id,
    name,
    customers,
    x,
    y,
    marks.net_sales,
    marks.gross_profit,
    marks.cost_to_serve,
    marks.profit,
    least_sales,
    most_sales,
    least_cost,
    most_cost
from marks
left join customer_facts using (customer_key)
