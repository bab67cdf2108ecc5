-- The day on which each customer first bought each product.
-- needs: purchase
-- one row per customer and product with a sale
--
-- product    '' where the purchase names none
select
    customer_key,
    coalesce(product, '') as product,
    min(purchased_on) as first_on
from purchase
where kind in ('sale', 'free')
group by customer_key, coalesce(product, '')
