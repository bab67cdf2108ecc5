-- The business in a few numbers.
-- needs: selected_purchase, overview_order, selected_occasion
-- one row; none where nothing counts
--
-- $as_of                 the day from which is looked back
-- $active_months         how far back a customer counts as active
-- customers              with a purchase that counts
-- buyers                 of them, those with an order; the others only returned
-- active_customers       with an order in the last months before the as-of day
-- orders                 distinct transaction ids of a customer, else days on which a customer bought
-- average_order          net sales / orders; null without orders
-- observed_years         from each customer's first order to the as-of day, at least 90 days each, added up
-- orders_per_year        orders / observed_years
-- repeat_by_order        customers with two orders or more / customers with one or more
-- repeat_by_day          customers who bought on two days or more / customers who bought on one or more
with

purchases as (
    select
        count(distinct customer_key) as customers,
        sum(amount) as net_sales,
        count(*) as purchases,
        min(purchased_on) as first_on,
        max(purchased_on) as last_on
    from selected_purchase
    having count(*) > 0
),

customer_orders as (
    select
        customer_key,
        sum(orders) as orders,
        greatest($as_of::date - min(first_on) + 1, 90) as observed_days,
        max(last_on) > $as_of::date - to_months($active_months::integer) as active
    from overview_order
    group by customer_key
),

orders as (
    select
        count(*) as buyers,
        coalesce(sum(orders), 0)::bigint as orders,
        count(*) filter (active) as active_customers,
        sum(observed_days) / 365.25 as observed_years,
        count(*) filter (orders >= 2) as repeat_buyers
    from customer_orders
),

customer_days as (
    select customer_key, count(*) as days
    from selected_occasion
    group by customer_key
),

days as (
    select count(*) as day_buyers, count(*) filter (days >= 2) as repeat_day_buyers
    from customer_days
)

select
    customers,
    buyers,
    active_customers,
    net_sales,
    purchases,
    orders,
    net_sales::double / nullif(orders, 0) as average_order,
    observed_years::double as observed_years,
    orders / nullif(observed_years::double, 0) as orders_per_year,
    repeat_buyers,
    repeat_buyers / nullif(buyers, 0) as repeat_by_order,
    day_buyers,
    repeat_day_buyers,
    repeat_day_buyers / nullif(day_buyers, 0) as repeat_by_day,
    first_on,
    last_on
from purchases
cross join orders
cross join days
