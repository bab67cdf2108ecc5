import {categories} from './categories';

/** What each customer of the account costs, by category and by where the number comes from. */
export function model(): string {
  const rates = categories.map((category) => `('${category}', $rate_${category}::decimal(9, 4))`).join(', ');
  return `-- What each customer costs, by category and by where the number comes from.
-- needs: partnership_item, partnership_share, partnership_sale, partnership_member, customer
-- one row per customer, category and origin
--
-- $rate_delivery …    per cent of net sales above 0, typed in
-- $allocated          per cent of what is shared out that counts: 100, unless one asks "what if"
-- origin              'direct': the files name the customer; 'file', 'typed': shared out; 'rate': a part of sales
-- amount              as it counts
-- unscaled                the same before $allocated
with

direct as (
    select customer_id, category, sum(amount) as amount
    from partnership_item
    where inside and customer_id is not null
    group by customer_id, category
),

rate as (
    select category, rate
    from (values ${rates}) as typed (category, rate)
    where rate > 0
),

charges as (
    select customer_key, category, 'direct' as origin, amount as unscaled
    from direct
    join customer using (customer_id)
    union all
    select customer_key, category, source as origin, amount as unscaled
    from partnership_share
    union all
    select
        customer_key,
        category,
        'rate' as origin,
        round(greatest(net_sales, 0)::decimal(28, 4) * rate * 0.01, 4)::decimal(38, 4) as unscaled
    from partnership_sale
    cross join rate
)

select
    customer_key,
    category,
    origin,
    case
        when origin in ('file', 'typed')
            then round(unscaled::decimal(28, 4) * $allocated::decimal(9, 4) * 0.01, 4)::decimal(38, 4)
        else unscaled::decimal(38, 4)
    end as amount,
    unscaled::decimal(38, 4) as unscaled
from charges
semi join partnership_member using (customer_key)`;
}
