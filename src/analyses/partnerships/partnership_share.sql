-- What each customer carries of the costs of all together, by largest remainder.
-- needs: partnership_pool, partnership_weight
-- one row per source, category and customer with a share
--
-- amount    whole ten-thousandths that add up to the cost exactly: each gets its share rounded down, and what is left
--           goes, one ten-thousandth each, to those who lost most by that; of equal ones to the first by id
with

weighed as (
    select
        source,
        category,
        asked,
        times,
        sign(units) as direction,
        abs(units) // times as units,
        weights,
        customer_key,
        case driver
            when 'orders' then orders
            when 'lines' then lines
            when 'quantity' then quantity
            when 'sales' then sales
            else equal
        end as weight
    from partnership_pool
    cross join partnership_weight
),

floored as (
    select
        *,
        units * weight // weights as whole,
        units * weight % weights as rest
    from weighed
    where weight > 0
),

ranked as (
    select
        source,
        category,
        customer_key,
        direction,
        times,
        whole,
        units - sum(whole) over (partition by source, category, asked) as missing,
        row_number() over (partition by source, category, asked order by rest desc, customer_key) as place
    from floored
)

select
    source,
    category,
    customer_key,
    (sum(direction * times * (whole + (place <= missing)::integer))::decimal(38, 0) * 0.0001)::decimal(38, 4) as amount
from ranked
group by source, category, customer_key
