-- How many orders each customer placed in each month.
-- needs: selected_order
-- one row per customer and month with an order
--
-- month              of the first day of the orders
-- first_on, last_on  the first days of the first and of the last of them
select
    customer_key,
    date_trunc('month', ordered_on)::date as month,
    count(*) as orders,
    min(ordered_on) as first_on,
    max(ordered_on) as last_on
from selected_order
group by customer_key, month
