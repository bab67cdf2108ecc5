-- Net sales by month, of customers who bought for the first time in that month and of those who had bought before.
-- needs: selected_month, first_purchase, overview_order
-- one row per month from the first to the last with a purchase that counts; months without any are 0
--
-- $to_day            the last day that is looked at
-- returning_sales    of customers whose first purchase was in an earlier month, or who only returned
-- customers          with an order in the month
-- complete           false where the last day looked at comes before the month's end
with

sales as (
    select
        month,
        sum(amount) as net_sales,
        coalesce(sum(amount) filter (month = date_trunc('month', first_on)::date), 0) as new_sales
    from selected_month
    left join first_purchase using (customer_key)
    group by month
),

orders as (
    select
        month,
        sum(orders) as orders,
        count(*) as customers,
        count(*) filter (month = date_trunc('month', first_purchase.first_on)::date) as new_customers
    from overview_order
    left join first_purchase using (customer_key)
    group by month
),

span as (
    select min(month) as first_month, max(month) as last_month
    from sales
),

months as (
    select unnest(generate_series(first_month, last_month, interval 1 month))::date as month
    from span
    where first_month is not null
)

select
    month,
    coalesce(net_sales, 0) as net_sales,
    coalesce(new_sales, 0) as new_sales,
    coalesce(net_sales - new_sales, 0) as returning_sales,
    coalesce(orders, 0)::bigint as orders,
    coalesce(customers, 0) as customers,
    coalesce(new_customers, 0) as new_customers,
    (month + interval 1 month)::date - 1 <= $to_day::date as complete
from months
left join sales using (month)
left join orders using (month)
