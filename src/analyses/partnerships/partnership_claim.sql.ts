import type {ModelContext} from '../../models/compile';
import {categories, usualDriver} from './categories';
import {typedTotals} from './shares';
import {yearsSql} from './years';

const byCategory = (value: (category: (typeof categories)[number]) => string): string =>
  `case category ${categories.map((category) => `when '${category}' then ${value(category)}`).join(' ')} end`;

/** The costs of all together, with the driver that the person, the file or the rule names. */
export function model(context: ModelContext): string {
  const typed = typedTotals(context).map((category) => `('${category}', $total_${category}::decimal(18, 4))`);
  return `-- The costs that no customer caused alone, and by what they are to be shared out.
-- needs: partnership_item
-- one row per source, category and driver
--
-- $driver_delivery …    the driver chosen; '': as the file says, else the usual one of the category
-- $total_delivery …     money per year, typed in; as much of it as the period has years
-- source                'file' or 'typed'
-- units                 the amount in ten-thousandths
-- times                 rows that are all there several times are shared out as one and then taken as often, so that a file
--                       that is loaded twice doubles every share
with

named as (
    select 'file' as source, category, driver, incurred_on, amount, count(*) as times
    from partnership_item
    where owner = 'all' and inside
    group by all${typed.length === 0 ? '' : typedSql(typed)}
),

chosen as (
    select
        *,
        ${byCategory((category) => `$driver_${category}`)} as choice,
        ${byCategory((category) => `'${usualDriver[category]}'`)} as usual
    from named
)

select
    source,
    category,
    coalesce(nullif(choice, ''), driver, usual) as driver,
    sum((amount * 10000)::hugeint * times)::hugeint as units,
    list_reduce(list(times), lambda a, b: greatest_common_divisor(a, b))::hugeint as times
from chosen
group by source, category, coalesce(nullif(choice, ''), driver, usual)`;
}

const typedSql = (totals: readonly string[]): string => `
    union all
    select
        'typed' as source,
        category,
        null as driver,
        null as incurred_on,
        round(total * ${yearsSql('$from_day::date', '$to_day::date')}, 4)::decimal(18, 4) as amount,
        1 as times
    from (values ${totals.join(', ')}) as typed (category, total)
    where $to_day::date is not null`;
