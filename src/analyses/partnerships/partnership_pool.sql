-- The costs to be shared out, with a driver that there is something of.
-- needs: partnership_claim, partnership_weight
-- one row per source, category and driver asked for
--
-- driver     by which it is shared; 'equal' where customers have nothing of the one that was asked for
-- weights    what all customers have of the driver, together
with

totals as (
    select
        sum(orders) as orders,
        sum(lines) as lines,
        sum(quantity) as quantity,
        sum(sales) as sales,
        sum(equal) as equal
    from partnership_weight
    having count(*) > 0
),

asked as (
    select
        source,
        category,
        driver as asked,
        units,
        times,
        equal,
        case driver
            when 'orders' then orders
            when 'lines' then lines
            when 'quantity' then quantity
            when 'sales' then sales
            else equal
        end as weights
    from partnership_claim
    cross join totals
)

select
    source,
    category,
    asked,
    case when weights > 0 then asked else 'equal' end as driver,
    case when weights > 0 then weights else equal end as weights,
    units,
    times
from asked
