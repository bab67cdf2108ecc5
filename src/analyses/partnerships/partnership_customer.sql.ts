import type {Params} from '../../engine/sql';
import type {ModelContext} from '../../models/compile';
import {categories, serving, type Category} from './categories';
import {askedShares, moneySql, sharedCosts, sharedOf} from './shares';
import {changeOf, changesProfit, ownSql, scaledSql} from './what-if';

/** The account of each customer for the period, before it is grouped or counted per year. */
export function model(context: ModelContext): string {
  const costs = categories.map((name) => `(${costSql(name, context)})::decimal(38, 4) as ${name}`);
  const asked = askedShares(context).length > 0;
  const lines = categories.map((name) => `case when known.${name} then lined.${name} end as ${name}`);
  const known = serving.map((name) => `coalesce(${name}, 0)`).join(' + ');
  const whatIf = changesProfit(context.params);
  const charged = [
    'partnership_charge.customer_key is not null',
    ...sharedCosts(context).map(({name}) => `${name} <> 0`)
  ];
  return `-- The account of each customer for the period.
-- needs: partnership_base, partnership_charge, partnership_share, partnership_known${asked ? ', partnership_asked' : ''}
-- one row per customer who bought in the period, or bought before and cost something in it
--
-- $margin               per cent of net sales, for purchases that don't say what the goods cost
-- $change_delivery …    per cent by which the category is asked to cost more or less: 0, unless one asks "what if"
-- $rate_delivery …      per cent of net sales above 0, typed in
-- cost_of_goods         known, and for the rest by the margin typed in; uncosted are the sales of that part
-- delivery …            null where nothing is known of the category; allocated is what of them is shared out or typed in
-- cost_to_serve         of all categories but acquisition; 0 where none is known
-- profit                net sales - cost of goods - cost to serve${whatIf ? '\n-- what_if               what of the cost to serve is there only because one asks "what if"' : ''}
with

lined as (
    select
        customer_key,
        coalesce(net_sales, 0)::decimal(38, 4) as net_sales,
        coalesce(uncosted, 0)::decimal(38, 4) as uncosted,
        (coalesce(known_cost, 0) + ${goodsSql('uncosted')})::decimal(38, 4) as cost_of_goods,
        occasions,
        years,
        ${costs.join(',\n        ')},
        (${serving.map((name) => sharedSql(name, context)).join(' + ')})::decimal(38, 4) as allocated${whatIf ? `,\n        (${whatIfSql(context)})::decimal(38, 4) as what_if` : ''}
    from partnership_base
    left join partnership_charge using (customer_key)
    left join partnership_share using (customer_key)${asked ? '\n    left join partnership_asked using (customer_key)' : ''}
    where net_sales is not null
        or ${charged.join('\n        or ')}
),

accounts as (
    select
        customer_key,
        net_sales,
        uncosted,
        cost_of_goods,
        occasions,
        years,
        ${lines.join(',\n        ')},
        allocated${whatIf ? ',\n        what_if' : ''}
    from lined
    cross join partnership_known as known
)

select
    *,
    (${known})::decimal(38, 4) as cost_to_serve,
    (net_sales - cost_of_goods - (${known}))::decimal(38, 4) as profit
from accounts`;
}

/** What goods cost by the margin typed in, as SQL; 0 where there are none. */
export const goodsSql = (sales: string): string =>
  `coalesce(round(${sales}::decimal(28, 4) * (100 - $margin::decimal(9, 4)) * 0.01, 4), 0)`;

/** Whether a part of sales is typed in as the cost of a category. */
export const isRated = (name: Category, params: Params): boolean => Number(params[`rate_${name}`] ?? 0) > 0;

/** That part of a customer's sales, as SQL. */
export const rateSql = (name: Category): string =>
  `coalesce(round(greatest(net_sales, 0)::decimal(28, 4) * $rate_${name}::decimal(9, 4) * 0.01, 4), 0)`;

const costSql = (name: Category, context: ModelContext): string =>
  `${ownSql(`coalesce(direct_${name}, 0)`, name, context.params)} + ${sharedSql(name, context)}`;

/** A customer's shares of a category, and the part of its sales that is typed in, with the "what if". */
function sharedSql(category: Category, context: ModelContext): string {
  if (changeOf(context.params, category) === 0) return plainShares(category, context);
  const shares = sharedOf(category, context).map(({name}) => moneySql(`coalesce(${name}_asked, 0)`));
  const rated = isRated(category, context.params) ? [scaledSql(rateSql(category), category, context.params)] : [];
  return [...shares, ...rated].join(' + ') || '0';
}

function plainShares(category: Category, context: ModelContext): string {
  const shares = sharedOf(category, context).map(({name}) => moneySql(`coalesce(${name}, 0)`));
  const rated = isRated(category, context.params) ? [rateSql(category)] : [];
  return [...shares, ...rated].join(' + ') || '0';
}

function whatIfSql(context: ModelContext): string {
  const changes = serving.filter((name) => changeOf(context.params, name) !== 0);
  const added = changes.map(
    (name) => `${costSql(name, context)} - (coalesce(direct_${name}, 0) + ${plainShares(name, context)})`
  );
  return added.join(' + ') || '0';
}
