import type {ModelContext} from '../../models/compile';
import {categories, categorySql, drivers, driverSql} from './categories';

/**
 * Every cost that the files hold, once. Of contacts, which usually are the time of account managers whose salaries are
 * in the cost file too, only where the person says so, or where that file has no salaries.
 */
export function model({params, loaded: {filled}}: ModelContext): string {
  const contacts = String(params['contacts'] ?? 'auto');
  const filed = filled.has('partnership_cost.amount');
  const others = [
    ...(filled.has('customer.acquisition_cost') ? [acquisition] : []),
    ...(filled.has('interaction.cost') && contacts !== 'leave out'
      ? [ofContacts(filed && contacts === 'auto' ? withoutSalaries : 'true')]
      : [])
  ];
  const parts = filed || others.length === 0 ? [ofFile, ...others] : others;
  return `-- What partnerships cost by the files: the cost file, what winning customers cost, and contacts.
-- needs: ${['customer_facts', ...parts.map(({table}) => table)].join(', ')}
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

every_one as (
    ${parts.map(({sql}) => sql).join('\n    union all\n    ')}
)

select
    source::${enumOf(['cost file', 'acquisition', 'contact'])} as source,
    category::${enumOf(categories)} as category,
    driver::${enumOf(drivers)} as driver,
    (case
        when every_one.customer_id is null then 'all'
        when customer_key is null then 'unknown'
        else 'one'
    end)::${enumOf(['all', 'unknown', 'one'])} as owner,
    customer_key,
    incurred_on,
    incurred_on is null or incurred_on between $from_day::date and $to_day::date as inside,
    amount
from every_one
left join customer_facts using (customer_id)
where amount is not null`;
}

/** A type for a column of few words: a byte each, of as many costs as there are. */
const enumOf = (words: readonly string[]): string => `enum(${words.map((word) => `'${word}'`).join(', ')})`;

/** Costs of one table. */
interface Part {
  table: string;
  sql: string;
}

const ofFile: Part = {
  table: 'partnership_cost',
  sql: `select
        'cost file' as source,
        word.category,
        word.driver,
        nullif(trim(customer_id), '') as customer_id,
        incurred_on,
        amount
    from partnership_cost
    join (
        select
            category as said,
            driver as asked,
            ${categorySql('category')} as category,
            ${driverSql('driver')} as driver
        from (select distinct category, driver from partnership_cost) as named
    ) as word on partnership_cost.category is not distinct from said and partnership_cost.driver is not distinct from asked`
};

const acquisition: Part = {
  table: 'customer',
  sql: `select
        'acquisition' as source,
        'acquisition' as category,
        null as driver,
        customer.customer_id,
        coalesce(acquired_on, first_on) as incurred_on,
        acquisition_cost as amount
    from customer
    left join customer_facts using (customer_key)
    where acquisition_cost is not null`
};

const ofContacts = (counted: string): Part => ({
  table: 'interaction',
  sql: `select
        'contact' as source,
        'salaries' as category,
        null as driver,
        nullif(trim(customer_id), '') as customer_id,
        occurred_on as incurred_on,
        cost as amount
    from interaction
    where cost is not null and ${counted}`
});

const withoutSalaries = `not exists (
        select 1 from (select distinct category from partnership_cost) as named where ${categorySql('category')} = 'salaries'
    )`;
