-- The customers of a cohort, of those who bought at some age or didn't, or of those in no cohort.
-- needs: cohort_customer, cohort_spend, customer_facts
-- one row per customer
--
-- $cohort_day, $group_name    the cohort; null: all
-- $at_age                     the age
-- $side                       'active': bought at this age; 'inactive': didn't; 'cell': have any purchase; 'all';
--                             or the state of a row that belongs to no cohort
-- $base                       'whole': only those of whom the period is over; 'begun': also those within it
-- net_sales                   of the purchases at this age
with

placed as (
    select customer_key, age, net_sales, occasions
    from cohort_spend
    where age = $at_age::bigint
),

cell as (
    select customer_key, net_sales, occasions
    from cohort_customer
    left join placed using (customer_key)
    where counted
        and ($cohort_day::date is null or cohort = $cohort_day::date)
        and ($group_name::varchar is null or group_name = $group_name::varchar)
        and case $side::varchar
            when 'cell' then net_sales is not null
            when 'all' then true
            when 'active' then occasions > 0
            when 'inactive' then coalesce(occasions, 0) = 0
            else false
        end
        and ($side::varchar in ('cell', 'all') or $at_age::bigint <= if($base::varchar = 'whole', whole, begun))
),

outside as (
    select customer_key, sum(net_sales) as net_sales, sum(occasions) as occasions
    from cohort_spend
    where outside = $side::varchar
    group by customer_key
),

listed as (
    select customer_key, net_sales, occasions
    from cell
    union all
    select customer_key, net_sales, occasions
    from outside
)

select
    customer_id,
    name,
    segment,
    country,
    cohort_customer.first_on,
    cohort_customer.last_on,
    coalesce(listed.occasions, 0) > 0 as active,
    coalesce(listed.net_sales, 0)::decimal(38, 4) as net_sales
from listed
join customer_facts using (customer_key)
left join cohort_customer using (customer_key)
