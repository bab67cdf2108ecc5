-- The accounts to choose from: rungs and phases in their order, of others the 500 with the most net sales.
-- needs: partnerships
-- one row per customer or group
--
-- place    of a rung or phase; null for others
select id, name, place, net_sales
from partnerships
order by place, net_sales desc, id
limit 500
