-- The customers behind a month's sales.
-- needs: selected_purchase, first_purchase, customer_facts
-- one row per customer
--
-- $month     its first day
-- $who       'new': first bought in the month, 'returning': the others, 'all'
with

sums as (
    select
        customer_key,
        sum(amount) as net_sales,
        count(*) as purchases,
        max(purchased_on) as last_on
    from selected_purchase
    where customer_key is not null and date_trunc('month', purchased_on)::date = $month::date
    group by customer_key
),

placed as (
    select
        *,
        coalesce(date_trunc('month', first_purchase.first_on)::date = $month::date, false) as new
    from sums
    left join first_purchase using (customer_key)
)

select
    customer_id,
    name,
    segment,
    country,
    net_sales,
    placed.purchases,
    placed.last_on
from placed
join customer_facts using (customer_key)
where $who = 'all' or new = ($who = 'new')
