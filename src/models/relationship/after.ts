import {testDay, today} from './moments';

/** SQL of what a state is held against: whether each customer bought in the days after it, and for how much, net. */
export const afterCtes = `back as (
    select distinct customer_key
    from customer_occasion
    where purchased_on > ${testDay} and purchased_on <= ${today}
),

bought as (
    select customer_key, sum(amount) as sales
    from selected_purchase
    where customer_key is not null and purchased_on > ${testDay} and purchased_on <= ${today}
    group by customer_key
)`;

/** SQL that gives a state with what came after it. */
export const afterSql = (state: string): string => `select
    state.customer_key,
    state.${state},
    back.customer_key is not null as again,
    coalesce(bought.sales, 0)::decimal(38, 4) as sales_after
from state
left join back on state.customer_key = back.customer_key
left join bought on state.customer_key = bought.customer_key`;

/**
 * SQL of how many of each state bought again in the days that followed it, with a 95 % interval of the share.
 * source: Wilson 1927
 */
export const hitSql = (state: 'rung' | 'phase'): string => `with

counted as (
    select
        ${state},
        count(*) as customers,
        count(*) filter (where again) as again,
        coalesce(sum(sales_after), 0)::decimal(38, 4) as sales_after,
        1.959963984540054::double as z
    from ${state}_past
    group by ${state}
),

spread as (
    select
        *,
        (again + z * z / 2) / (customers + z * z) as middle,
        z / (customers + z * z) * sqrt(again * (customers - again)::double / customers + z * z / 4) as half
    from counted
)

select
    ${testDay} as tested_on,
    ${state},
    customers,
    again,
    again::double / customers as again_share,
    greatest(0, middle - half) as low,
    least(1, middle + half) as high,
    sales_after
from spread`;
