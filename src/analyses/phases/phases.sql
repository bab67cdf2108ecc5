-- The phases of relationships: who is in each, what they bring, and how many of them are slipping.
-- needs: phases_customer, phase_observable
-- one row per phase; none where no one is known
--
-- observable       whether what is loaded can show the phase; customers and sums are null where it can't and no one is in it
-- customers_share  of all known, 0 to 1
-- sales_share      of all net sales; null where these aren't above 0
-- median_recency   days since the last purchase; median_tenure: since the first
-- slipping_sales   what those who are slipping bring in a year; value_at_stake: of them
with

phase_list as (
    select
        unnest(['awareness', 'exploration', 'expansion', 'commitment', 'plateau', 'decline', 'dissolution']) as phase,
        unnest(range(1, 8)) as place
),

sums as (
    select
        phase,
        count(*) as customers,
        sum(net_sales) as net_sales,
        sum(profit) as profit,
        median(recency_days) as median_recency,
        median(tenure_days) as median_tenure,
        count(*) filter (slipping) as slipping,
        sum(yearly_sales) filter (slipping) as slipping_sales,
        (sum(value_at_stake) filter (slipping))::double as value_at_stake
    from phases_customer
    group by phase
),

total as (
    select sum(customers) as customers, sum(net_sales) as net_sales
    from sums
    having sum(customers) > 0
)

select
    phase,
    place,
    observable or sums.customers is not null as observable,
    case when observable or sums.customers is not null then coalesce(sums.customers, 0) end as customers,
    sums.customers::double / total.customers::double as customers_share,
    case when observable or sums.customers is not null then coalesce(sums.net_sales, 0) end as net_sales,
    case when total.net_sales > 0 then sums.net_sales::double / total.net_sales::double end as sales_share,
    sums.net_sales::double / sums.customers as per_customer,
    profit,
    median_recency,
    median_tenure,
    coalesce(slipping, 0) as slipping,
    coalesce(slipping_sales, 0)::decimal(38, 4) as slipping_sales,
    value_at_stake
from phase_list
cross join total
join phase_observable using (phase)
left join sums using (phase)
