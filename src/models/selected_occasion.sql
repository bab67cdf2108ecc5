-- The days on which each customer bought: same-day returns taken off, something was left.
-- needs: selected_purchase
-- one row per customer and day
select
    customer_key,
    purchased_on,
    sum(amount) as amount
from selected_purchase
where customer_key is not null
group by customer_key, purchased_on
having sum(amount) > 0
