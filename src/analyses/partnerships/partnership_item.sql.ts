import type {ModelContext} from '../../models/compile';
import {categorySql, driverSql} from './categories';

/**
 * Every cost that the files hold, once. Of contacts, which usually are the time of account managers whose salaries are
 * in the cost file too, only where the person says so, or where that file has no salaries.
 */
export function model({params}: ModelContext): string {
  const contacts = String(params['contacts'] ?? 'auto');
  const counted =
    contacts === 'leave out'
      ? 'false'
      : contacts === 'count'
        ? 'true'
        : `not exists (select 1 from word where category = 'salaries')`;
  return `-- What partnerships cost by the files: the cost file, what winning customers cost, and contacts.
-- needs: partnership_cost, customer, customer_facts, interaction
-- one row per cost
--
-- $from_day, $to_day    the days that count
-- source                cost file, acquisition (of a customer) or contact
-- driver                by which the file wants it shared out; null where it names none
-- owner                 'one' customer, 'all' together, or someone 'unknown', who never bought
-- customer_key          of the one
-- incurred_on           null: undated; acquisition is of the day a customer was won, else of the first purchase
-- inside                whether it is of the period; undated costs are, whole
with

word as (
    select
        category as said,
        driver as asked,
        ${categorySql('category')} as category,
        ${driverSql('driver')} as driver
    from (select distinct category, driver from partnership_cost) as named
),

every_one as (
    select
        'cost file' as source,
        word.category,
        word.driver,
        nullif(trim(customer_id), '') as customer_id,
        incurred_on,
        amount
    from partnership_cost
    join word on partnership_cost.category is not distinct from said and partnership_cost.driver is not distinct from asked
    union all
    select
        'acquisition' as source,
        'acquisition' as category,
        null as driver,
        customer.customer_id,
        coalesce(acquired_on, first_on) as incurred_on,
        acquisition_cost as amount
    from customer
    left join customer_facts using (customer_key)
    where acquisition_cost is not null
    union all
    select
        'contact' as source,
        'salaries' as category,
        null as driver,
        nullif(trim(customer_id), '') as customer_id,
        occurred_on as incurred_on,
        cost as amount
    from interaction
    where cost is not null and ${counted}
)

select
    source,
    category,
    driver,
    case
        when every_one.customer_id is null then 'all'
        when customer_key is null then 'unknown'
        else 'one'
    end as owner,
    customer_key,
    incurred_on,
    incurred_on is null or incurred_on between $from_day::date and $to_day::date as inside,
    amount
from every_one
left join customer_facts using (customer_id)
where amount is not null`;
}
