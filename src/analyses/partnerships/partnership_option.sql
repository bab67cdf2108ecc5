-- The accounts to choose from: the 500 with the most net sales.
-- needs: partnerships
-- one row per customer or group
select id, name, net_sales
from partnerships
order by net_sales desc, id
limit 500
