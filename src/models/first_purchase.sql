-- The day on which each customer first bought anything, whatever the period and filters.
-- needs: purchase
-- one row per customer with a sale
select
    customer_key,
    min(purchased_on) as first_on
from purchase
where kind = 'sale' and customer_key is not null
group by customer_key
