import {serving} from './categories';

/** Customers with a loss, why, and what would make each break even. */
export function model(): string {
  const rates = serving.map((name) => `coalesce(sum(${name}), 0)::double / sum(net_sales)::double as ${name}_rate`);
  const excess = serving.map(
    (name) => `coalesce(${name}, 0)::double - net_sales::double * ${name}_rate as ${name}_excess`
  );
  const reasons = ['margin', 'discount', ...serving];
  const most = `greatest(${reasons.map((name) => `coalesce(${name}_excess, 0)`).join(', ')})`;
  return `-- Customers with a loss: what most sets them apart from the company, and what would make each break even.
-- needs: partnership_profit, partnership_discount
-- one row per customer with a loss
--
-- reason                 the line that costs most beyond what the company's average would; 'margin' is what too low a margin
--                        costs that discounts don't explain; 'sales': net sales aren't above 0; 'all': none is beyond
-- excess                 that amount
-- price                  by what part prices would have to rise: loss / net sales
-- cost                   by what part cost to serve would have to fall: loss / cost to serve; null where even none is too little
-- more                   by what part more purchases of the same kind, while database, salaries and other stay: null where
--                        a purchase doesn't earn its own delivery, bonus and returns
-- fewer                  by what part fewer orders for the same sales, if delivery, returns and salaries go with them: null
--                        where even none is too little
with

all_of_us as (
    select
        sum(gross_profit)::double / sum(net_sales)::double as margin_rate,
        coalesce(sum(discount), 0)::double / sum(net_sales)::double as discount_rate,
        ${rates.join(',\n        ')}
    from partnership_profit
    left join partnership_discount using (customer_key)
    having sum(net_sales) > 0
),

losing as (
    select
        partnership_profit.*,
        discount,
        (-profit)::double as loss,
        coalesce(delivery, 0)::double + coalesce(bonus, 0)::double + coalesce(returns, 0)::double as moving,
        coalesce(database, 0)::double + coalesce(salaries, 0)::double + coalesce(other, 0)::double as standing,
        coalesce(delivery, 0)::double + coalesce(returns, 0)::double + coalesce(salaries, 0)::double as by_order
    from partnership_profit
    left join partnership_discount using (customer_key)
    where profit < 0
),

beyond as (
    select
        losing.*,
        greatest(coalesce(discount, 0)::double - net_sales::double * discount_rate, 0) as discount_excess,
        net_sales::double * margin_rate - gross_profit::double - discount_excess as margin_excess,
        ${excess.join(',\n        ')}
    from losing
    left join all_of_us on true
),

explained as (
    select *, ${most} as excess
    from beyond
)

select
    customer_key,
    net_sales,
    gross_profit,
    cost_to_serve,
    profit,
    occasions,
    case
        when net_sales <= 0 then 'sales'
        when excess <= 0 then 'all'
        ${reasons.map((name) => `when ${name}_excess = excess then '${name}'`).join('\n        ')}
        else 'all'
    end as reason,
    excess,
    case when net_sales > 0 then loss / net_sales::double end as price,
    case when gross_profit >= 0 and cost_to_serve > 0 then loss / cost_to_serve::double end as cost,
    case
        when gross_profit::double - moving > 0 and occasions > 0 then standing / (gross_profit::double - moving) - 1
    end as more,
    case when by_order >= loss then loss / by_order end as fewer
from explained`;
}
