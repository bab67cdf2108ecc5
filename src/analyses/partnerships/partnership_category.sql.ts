import type {ModelContext} from '../../models/compile';
import {categories, type Category} from './categories';
import {isRated, rateSql} from './partnership_customer.sql';
import {moneySql, sharedCosts, sharedOf, type Source} from './shares';

/** Where all costs of the files went. */
export function model(context: ModelContext): string {
  const shareOf = (source: Source, category: Category): string =>
    sharedOf(category, context).some((one) => one.source === source) ? moneySql(`${source}_${category}`) : '0';
  const rated = (name: Category): string => (isRated(name, context.params) ? `sum(${rateSql(name)})` : '0');
  const charged = categories.map(
    (name) => `select
        '${name}' as category,
        direct_${name} as direct,
        ${shareOf('file', name)} as shared,
        ${shareOf('typed', name)} as shared_typed
    from direct_sums
    cross join share_sums`
  );
  const carried = categories.map(
    (name) => `select '${name}' as category, ${name} as carried, rated_${name} as rated from account_sums`
  );
  const out = categories.map(
    (name) => `select '${name}' as category, ${shareOf('file', name)} as shared_out from all_share_sums`
  );
  const direct = categories.map((name) => `sum(direct_${name}) as direct_${name}`);
  const shared = sharedCosts(context).map(({name}) => `sum(${name}) as ${name}`);
  const totals = categories.flatMap((name) => [`sum(${name}) as ${name}`, `${rated(name)} as rated_${name}`]);
  return `-- What the files say each category costs, and where all of it went, to the ten-thousandth.
-- needs: partnership_item, partnership_base, partnership_share, partnership_charge, partnership_profit, partnership_pool, partnership_claim
-- one row per category with a cost
--
-- file_total     = direct + shared + elsewhere + unknown + outside + unshared
-- direct         of the period, the files name a customer of this account
-- shared         of the period and of all together: the part of the customers of this account
-- elsewhere      both, of customers whom filters, rules or the period leave out
-- unknown        of someone who never bought
-- outside        before or after the period
-- unshared       of all together in a period in which no one bought
-- typed          rates and totals typed in
-- what_if        what a "what if" adds or takes away
-- carried        what stands in the account: direct + shared + typed + what_if
-- shared_by      the drivers, divided by commas; asked_by those that were asked for; null where nothing is shared
with

items as (
    select
        category,
        sum(amount) as file_total,
        sum(amount) filter (where not inside) as outside,
        sum(amount) filter (where inside and owner = 'unknown') as unknown,
        sum(amount) filter (where inside and owner = 'one') as known
    from partnership_item
    group by category
),

direct_sums as (
    select ${direct.join(', ')}
    from partnership_charge
    semi join partnership_base using (customer_key)
),

share_sums as (
    select ${['count(*) as customers', ...shared].join(', ')}
    from partnership_share
    semi join partnership_base using (customer_key)
),

all_share_sums as (
    select ${['count(*) as customers', ...shared].join(', ')}
    from partnership_share
),

account_sums as (
    select ${totals.join(', ')}
    from partnership_profit
),

charged as (
    ${charged.join('\n    union all\n    ')}
),

accounts as (
    ${carried.join('\n    union all\n    ')}
),

shares as (
    ${out.join('\n    union all\n    ')}
),

claims as (
    select category, (sum(units)::decimal(38, 0) * 0.0001)::decimal(38, 4) as claimed
    from partnership_claim
    where source = 'file'
    group by category
),

pools as (
    select
        category,
        string_agg(distinct driver, ',' order by driver) as shared_by,
        string_agg(distinct asked, ',' order by asked) as asked_by
    from partnership_pool
    group by category
),

typed_in as (
    select category
    from (values ${categories.map((name) => `('${name}', $rate_${name} > 0 or $total_${name} > 0)`).join(', ')}) as typed (category, typed)
    where typed
),

there as (
    select category from items
    union
    select category from typed_in
),

sums as (
    select
        category,
        coalesce(file_total, 0) as file_total,
        coalesce(direct, 0) as direct,
        coalesce(shared, 0) as shared,
        coalesce(known, 0) - coalesce(direct, 0) + coalesce(shared_out, 0) - coalesce(shared, 0) as elsewhere,
        coalesce(unknown, 0) as unknown,
        coalesce(outside, 0) as outside,
        coalesce(claimed, 0) - coalesce(shared_out, 0) as unshared,
        coalesce(shared_typed, 0) + coalesce(rated, 0) as typed,
        coalesce(carried, 0) as carried
    from there
    left join items using (category)
    left join charged using (category)
    left join accounts using (category)
    left join shares using (category)
    left join claims using (category)
)

select
    category,
    file_total::decimal(38, 4) as file_total,
    direct::decimal(38, 4) as direct,
    shared::decimal(38, 4) as shared,
    elsewhere::decimal(38, 4) as elsewhere,
    unknown::decimal(38, 4) as unknown,
    outside::decimal(38, 4) as outside,
    unshared::decimal(38, 4) as unshared,
    typed::decimal(38, 4) as typed,
    (carried - direct - shared - typed)::decimal(38, 4) as what_if,
    carried::decimal(38, 4) as carried,
    shared_by,
    asked_by
from sums
left join pools using (category)`;
}
