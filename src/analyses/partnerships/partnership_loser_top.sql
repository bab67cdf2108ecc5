-- The hundred customers that cost most.
-- needs: partnership_loser, customer_facts
-- one row per customer
--
-- price, cost, more, fewer    as in the list of all that lose money
select
    customer_id as id,
    name,
    net_sales,
    gross_profit,
    cost_to_serve,
    profit,
    reason,
    price,
    partnership_loser.cost,
    more,
    fewer
from partnership_loser
join customer_facts using (customer_key)
order by profit, customer_id
limit 100
