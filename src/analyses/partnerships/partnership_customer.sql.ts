import type {ModelContext} from '../../models/compile';
import {categories, type Category} from './categories';

/** The account of each customer for the period, before it is grouped or counted per year. */
export function model({params}: ModelContext): string {
  const costs = categories.map((name) => `(${costSql(name, params)})::decimal(38, 4) as ${name}`);
  const lines = categories.map((name) => `case when known.${name} then lined.${name} end as ${name}`);
  return `-- The account of each customer for the period.
-- needs: partnership_base, partnership_charge, partnership_known
-- one row per customer who bought in the period, or bought before and cost something in it
--
-- $margin               per cent of net sales, for purchases that don't say what the goods cost
-- $allocated            per cent of what is shared out that counts: 100, unless one asks "what if"
-- $rate_delivery …      per cent of net sales above 0, typed in
-- cost_of_goods         known, and for the rest by the margin typed in; uncosted are the sales of that part
-- delivery …            null where nothing is known of the category; allocated is what of them is shared out or typed in
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
        ${categories.map((name) => `direct_${name}`).join(', ')}
    from partnership_base
    left join partnership_charge using (customer_key)
    where net_sales is not null or partnership_charge.customer_key is not null
)

select
    customer_key,
    net_sales,
    uncosted,
    cost_of_goods,
    occasions,
    years,
    ${lines.join(',\n    ')},
    (${categories
      .filter((name) => name !== 'acquisition')
      .map((name) => `lined.${name} - coalesce(direct_${name}, 0)`)
      .join(' + ')})::decimal(38, 4) as allocated
from lined
cross join partnership_known as known`;
}

/** What goods cost by the margin typed in, as SQL; 0 where there are none. */
export const goodsSql = (sales: string): string =>
  `coalesce(round(${sales}::decimal(28, 4) * (100 - $margin::decimal(9, 4)) * 0.01, 4), 0)`;

/** A cost of a customer: its own, its shares, and the part of its sales that is typed in. */
function costSql(name: Category, params: ModelContext['params']): string {
  return [
    `coalesce(direct_${name}, 0)`,
    scaledSql(`file_${name}`, params),
    ...(Number(params[`total_${name}`] ?? 0) > 0 ? [scaledSql(`typed_${name}`, params)] : []),
    ...(Number(params[`rate_${name}`] ?? 0) > 0
      ? [`coalesce(round(greatest(net_sales, 0)::decimal(28, 4) * $rate_${name}::decimal(9, 4) * 0.01, 4), 0)`]
      : [])
  ].join(' + ');
}

/** A share as it counts. */
export const scaledSql = (share: string, params: ModelContext['params']): string =>
  Number(params['allocated'] ?? 100) === 100
    ? `coalesce(${share}, 0)`
    : `coalesce(round(${share}::decimal(28, 4) * $allocated::decimal(9, 4) * 0.01, 4), 0)`;
