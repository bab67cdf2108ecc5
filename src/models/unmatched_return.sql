-- Returns and cancellations of what the customer hadn't bought before.
-- needs: purchase
-- one row per customer, product and day of such a return
--
-- product    '' where the purchase names none
with

returned as (
    select distinct customer_key, coalesce(product, '') as product, purchased_on
    from purchase
    where kind in ('return', 'cancellation') and amount < 0 and customer_key is not null
),

sold as (
    select customer_key, coalesce(product, '') as product, min(purchased_on) as first_on
    from purchase
    where kind in ('sale', 'free') and customer_key in (select customer_key from returned)
    group by customer_key, coalesce(product, '')
)

select customer_key, product, purchased_on
from returned
left join sold using (customer_key, product)
where coalesce(first_on > purchased_on, true)
