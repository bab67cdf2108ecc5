/** The SQL of what is computed once after an import. `${from}` names the relations it reads; none of it takes parameters. */

/** One row per customer with a purchase, by its id; money by kind of purchase. */
export const factsSql = (purchase: string, has: {cost: boolean}): string => `
select
    customer_id,
    min(purchased_on) as first_on,
    max(purchased_on) as last_on,
    count(*) as purchases,
    coalesce(sum(amount) filter (where kind = 'sale'), 0)::decimal(38, 4) as sales,
    coalesce(sum(amount) filter (where kind = 'return'), 0)::decimal(38, 4) as returned,
    coalesce(sum(amount) filter (where kind = 'cancellation'), 0)::decimal(38, 4) as cancelled,
    ${has.cost ? 'sum(cost)' : 'null'}::decimal(38, 4) as cost
from ${purchase}
where customer_id is not null
group by customer_id`;

/** One row per customer with a purchase: the country of most of its purchases, the first by name where several tie. */
export const usualCountrySql = (purchase: string): string => `
select customer_id, arg_min(country, {'most': -purchases, 'country': country}) as country
from (
    select customer_id, country, count(*) as purchases
    from ${purchase}
    where customer_id is not null and country is not null
    group by customer_id, country
)
group by customer_id`;

/**
 * One row per customer, month and kind of purchase; months without purchases have no row. `uncosted` is the amount of
 * purchases of which no cost is known.
 */
export const monthSql = (purchase: string): string => `
select
    customer_key,
    date_trunc('month', purchased_on)::date as month,
    kind,
    count(*) as purchases,
    sum(amount)::decimal(38, 4) as amount,
    sum(cost)::decimal(38, 4) as cost,
    sum(quantity)::decimal(38, 4) as quantity,
    sum(amount) filter (where cost is null)::decimal(38, 4) as uncosted
from ${purchase}
where customer_key is not null
group by all`;

/**
 * One row per purchase occasion: a customer on a day with positive net amount of sales and returns.
 * `gap_days` is null for the last one: the next is still to come, or never comes.
 */
export const gapSql = (purchase: string): string => `
with day as (
    select customer_key, purchased_on
    from ${purchase}
    where customer_key is not null and kind in ('sale', 'return')
    group by customer_key, purchased_on
    having sum(amount) > 0
)
select
    customer_key,
    (row_number() over own)::integer as occasion,
    purchased_on,
    (lead(purchased_on) over own - purchased_on)::integer as gap_days
from day
window own as (partition by customer_key order by purchased_on)`;
