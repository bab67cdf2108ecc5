-- Every customer with the phase, the limits of the own rhythm, and what is at stake.
-- needs: selected_purchase, known_customer, customer_phase, gap_limit, phases_silence
-- one row per known customer
--
-- net_sales       of the purchases that count; profit of those whose cost is known
-- yearly_sales    of the year up to the last purchase, returns since then taken off; yearly_profit the same
-- usual_gap       median of the own gaps; of all with as many occasions (Kaplan–Meier) where there are fewer than three
-- active_until    by when active_quantile of such gaps are over; lapses_on: lapsed_quantile. null: never by this data
-- value_at_stake  yearly profit (sales where no cost is known) × the chance of not coming back within $test_days; never below 0; exact to ten decimals, so that sums are the same in any order
with

sums as (
    select
        customer_key,
        sum(amount) as net_sales,
        sum(amount - cost) as profit,
        sum(amount) filter (purchased_on > last_on - 365) as yearly_sales,
        sum(amount - cost) filter (purchased_on > last_on - 365) as yearly_profit
    from selected_purchase
    join (select customer_key, last_on from customer_phase) using (customer_key)
    group by customer_key
)

select
    customer_key,
    known_customer.customer_id,
    phase,
    occasions,
    last_on,
    recency_days,
    tenure_days,
    coalesce(net_sales, 0)::decimal(38, 4) as net_sales,
    profit,
    coalesce(yearly_sales, 0)::decimal(38, 4) as yearly_sales,
    yearly_profit,
    coalesce(case when occasions >= 4 then median_gap end, gap_limit.median_days) as usual_gap,
    sales_recent,
    sales_before,
    last_on + customer_phase.active_days as active_until,
    last_on + customer_phase.lapsed_days as lapses_on,
    return_share,
    at_least,
    greatest(0, coalesce(yearly_profit, yearly_sales, 0)::double * (1 - return_share))::decimal(38, 10) as value_at_stake,
    coalesce(recency_days > customer_phase.active_days, false) as late,
    phase <> 'dissolution' and (
        phase = 'decline'
        or late and recency_days <= coalesce(customer_phase.lapsed_days, recency_days)
    ) as slipping,
    phase <> 'dissolution' and coalesce(
        occasions > $exploration_purchases and sales_before > 0 and sales_recent < $decline_growth::double * sales_before,
        false
    ) as shrinking
from customer_phase
join known_customer using (customer_key)
left join sums using (customer_key)
left join gap_limit on gap_limit.class = least(occasions, 4)
left join phases_silence using (customer_key)
