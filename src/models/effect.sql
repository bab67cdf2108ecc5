-- What a choice of rules leaves of the business, in a few numbers.
-- needs: selected_purchase, selected_occasion
-- one row
--
-- amount          exact, as text; '0' where nothing counts
-- top_20_share    what the largest fifth of the customers, rounded up, make of the total; null where the total isn't positive
-- repeat_rate     customers who bought on two days or more / customers who bought on one or more; null where there is none
with

sums as (
    select customer_key, sum(amount) as amount, count(*) as purchases
    from selected_purchase
    where customer_key is not null
    group by customer_key
),

ranked as (
    select
        amount,
        row_number() over (order by amount desc, customer_key) as rank,
        count(*) over () as customers,
        sum(amount) over () as total
    from sums
),

top as (
    select sum(amount) filter (rank <= (customers * 20 + 99) // 100)::double / any_value(total)::double as top_20_share
    from ranked
    having any_value(total) > 0
),

days as (
    select customer_key, count(*) as days
    from selected_occasion
    group by customer_key
)

select
    (select coalesce(sum(purchases), 0)::bigint from sums) as purchases,
    (select count(*) from sums) as customers,
    (select coalesce(sum(amount), 0)::varchar from sums) as amount,
    (select top_20_share from top) as top_20_share,
    (select count(*) filter (days >= 2) / nullif(count(*), 0) from days) as repeat_rate
