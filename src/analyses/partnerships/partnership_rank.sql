-- Customers from the most to the least profitable.
-- needs: partnership_profit
-- one row per customer
--
-- rank          1 for the most profitable; equal ones by id
-- cumulative    the profit of this and all more profitable ones
select
    customer_key,
    profit,
    row_number() over most_first as rank,
    (sum(profit) over (most_first rows unbounded preceding))::decimal(38, 4) as cumulative
from partnership_profit
window most_first as (order by profit desc, customer_key)
