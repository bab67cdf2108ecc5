import type {ModelContext} from '../../models/compile';
import {categorySql, driverSql} from './categories';

/**
 * Every cost that the files hold, once. Of contacts, which usually are the time of account managers whose salaries are
 * in the cost file too, only where the person says so, or where that file has no salaries.
 */
export function model({params}: ModelContext): string {
  const contacts = String(params['contacts'] ?? 'auto');
  const counted =
    contacts === 'leave out' ? 'false' : contacts === 'count' ? 'true' : 'not exists (select 1 from salary)';
  return `-- What partnerships cost by the files: the cost file, what winning customers cost, and contacts.
-- needs: partnership_cost, customer, customer_facts, interaction
-- one row per source, category, driver, customer and month
--
-- $from_day, $to_day    the days that count
-- source                cost file, acquisition (of a customer) or contact
-- driver                by which the file wants it shared out; null where it names none
-- customer_id           null: of all together
-- month                 null: undated
-- inside                whether it is of the period; undated costs are, whole
-- acquisition           of the day a customer was won, else of the first purchase
with

costs as (
    select category, driver, nullif(trim(customer_id), '') as customer_id, incurred_on, sum(amount) as amount
    from partnership_cost
    group by all
),

filed as (
    select
        'cost file' as source,
        ${categorySql('category')} as category,
        ${driverSql('driver')} as driver,
        customer_id,
        incurred_on,
        amount
    from costs
),

salary as (
    select category
    from filed
    where category = 'salaries'
),

won as (
    select
        'acquisition' as source,
        'acquisition' as category,
        null::varchar as driver,
        customer.customer_id,
        coalesce(acquired_on, first_on) as incurred_on,
        acquisition_cost as amount
    from customer
    left join customer_facts using (customer_key)
    where acquisition_cost is not null
),

contact as (
    select
        'contact' as source,
        'salaries' as category,
        null::varchar as driver,
        nullif(trim(customer_id), '') as customer_id,
        occurred_on as incurred_on,
        cost as amount
    from interaction
    where cost is not null and ${counted}
),

every_one as (
    select * from filed
    union all
    select * from won
    union all
    select * from contact
)

select
    source,
    category,
    driver,
    customer_id,
    date_trunc('month', incurred_on)::date as month,
    incurred_on is null or incurred_on between $from_day::date and $to_day::date as inside,
    sum(amount)::decimal(38, 4) as amount
from every_one
group by all`;
}
