import type {ModelContext} from '../../models/compile';
import {serving} from './categories';

/** Whether amounts are counted per year. */
export const isYearly = ({params}: ModelContext): boolean => params['basis'] === 'year';

interface Grouped {
  /** the columns that tell groups apart */
  keys: readonly string[];
  /** further columns, made of the keys */
  more?: readonly string[];
  /** whether each row is a group of its own */
  single?: boolean;
}

/**
 * The account of groups of customers as SQL: sums of the rows of `from`, which has the columns of `partnership_profit`
 * and the keys. Subtotals are made of the lines as they are shown, so that they add up.
 */
export function statementSql(
  context: ModelContext,
  from: string,
  {keys: names, more = [], single = false}: Grouped
): string {
  const keys = names.join(', ');
  const line = (value: string): string =>
    isYearly(context) ? `(${value}::double / years)::decimal(38, 4)` : `${value}::decimal(38, 4)`;
  const money = ['net_sales', 'cost_of_goods', ...serving, 'acquisition', 'allocated', 'uncosted'];
  const known = serving.map((name) => `coalesce(${name}, 0)`).join(' + ');
  const rowsAsTheyAre = `select
        ${keys},
        1::bigint as customers,
        occasions,
        years,
        ${money.join(',\n        ')}
    from ${from}`;
  const summed = `select
        ${keys},
        count(*) as customers,
        sum(occasions)::bigint as occasions,
        max(years) as years,
        ${money.map((name) => `sum(${name}) as ${name}`).join(',\n        ')}
    from ${from}
    group by ${keys}`;
  return `with

summed as (
    ${single ? rowsAsTheyAre : summed}
),

lines as (
    select
        ${keys},
        customers,
        occasions,
        years,
        net_sales::double / nullif(occasions, 0) as average_purchase,
        occasions / years as purchases_per_year,
        ${money.map((name) => `${line(name)} as ${name}`).join(',\n        ')}
    from summed
),

served as (
    select
        *,
        (net_sales - cost_of_goods)::decimal(38, 4) as gross_profit,
        case when coalesce(${serving.join(', ')}) is not null then (${known})::decimal(38, 4) end as cost_to_serve
    from lines
),

earned as (
    select *, (gross_profit - coalesce(cost_to_serve, 0))::decimal(38, 4) as profit
    from served
)

select
    ${[...names, ...more].join(',\n    ')},
    customers,
    occasions,
    years,
    average_purchase,
    purchases_per_year,
    net_sales,
    cost_of_goods,
    gross_profit,
    ${serving.join(',\n    ')},
    cost_to_serve,
    allocated,
    profit,
    case when net_sales > 0 then profit::double / net_sales::double end as profit_share,
    acquisition,
    (profit - coalesce(acquisition, 0))::decimal(38, 4) as profit_after_acquisition,
    uncosted
from earned`;
}
