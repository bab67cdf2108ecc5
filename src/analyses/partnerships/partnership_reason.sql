-- Why customers lose money: how many by each reason.
-- needs: partnership_loser
-- one row per reason that holds
select
    reason,
    count(*) as customers,
    sum(net_sales)::decimal(38, 4) as net_sales,
    sum(profit)::decimal(38, 4) as profit
from partnership_loser
group by reason
