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
