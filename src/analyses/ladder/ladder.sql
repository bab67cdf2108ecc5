-- How far each relationship has come: the rungs of the ladder, from the lowest to the highest, and lapsed beside it.
-- needs: customer_rung, rung_observable, ladder_sales
-- one row per rung; none where no one is known
--
-- observable    whether the data can show it; where it can't, and no one stands there, the numbers are null
-- reached       customers on this rung or a higher one; null of lapsed, and of rungs that can't be seen: who only returned
--               stands on the lowest one all the same
-- step_share    of those who came at least to the rung below, the part that came at least to this one; rungs that can't be
--               seen are passed over
-- start_share   the same, of all who stand on the ladder
-- frequency     purchase occasions of the last $client_days days, mean
-- profit        of purchases whose cost is known; null where none is
with

place as (
    select rung, place
    from (values
        ('prospect', 1),
        ('customer', 2),
        ('client', 3),
        ('supporter', 4),
        ('advocate', 5),
        ('partner', 6),
        ('lapsed', 7)
    ) as places(rung, place)
),

standing as (
    select
        rung,
        count(*) as customers,
        avg(occasions_recent)::double as frequency,
        coalesce(sum(net_sales), 0)::decimal(38, 4) as net_sales,
        sum(profit)::decimal(38, 4) as profit
    from customer_rung
    left join ladder_sales using (customer_key)
    group by rung
),

known as (
    select sum(customers)::bigint as total
    from standing
    having count(*) > 0
),

seen as (
    select
        rung,
        place,
        observable,
        case when observable or customers > 0 then coalesce(customers, 0) end as customers,
        case when observable or customers > 0 then coalesce(net_sales, 0) end as net_sales,
        frequency,
        profit,
        total,
        rung <> 'lapsed' and observable as counts
    from place
    join rung_observable using (rung)
    cross join known
    left join standing using (rung)
),

climbed as (
    select
        *,
        case when counts then (sum(customers) over (partition by counts order by place desc))::bigint end as reached
    from seen
)

select
    rung,
    place::bigint as place,
    observable,
    customers,
    customers::double / total as share_of_all,
    reached,
    reached::double / nullif(lag(reached) over below, 0) as step_share,
    reached::double / nullif(first_value(reached) over below, 0) as start_share,
    frequency,
    net_sales::decimal(38, 4) as net_sales,
    net_sales::double / nullif(customers, 0) as sales_per_customer,
    profit
from climbed
window below as (partition by counts order by place)
