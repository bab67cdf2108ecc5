import {ModelError} from '../engine/errors';
import type {ModelContext} from './compile';
import {attributeOf, isDimension, isOfPurchase} from './dimension';
import {exclusionConditions, exclusionNeeds, exclusionsOf, withoutTwins} from './exclusions';
import {attributeParam, filterParam, kindsOf} from './scope';

/** The purchases that count: those of the kinds, days and filters that the scope keeps. Says only what it leaves out. */
export function model(context: ModelContext): string {
  const once = withoutTwins(exclusionsOf(context.scope.without));
  return `-- The purchases that count by the period, filters and rules chosen.
-- needs: ${['purchase', ...filterNeeds(context)].join(', ')}
-- one row per purchase${once ? '; of rows that are all alike, one' : '\n-- inline'}
select
    customer_key,
    customer_id,
    transaction_id,
    purchased_on,
    amount,
    quantity,
    cost,
    product,
    category,
    channel,
    country,
    promotion,
    discount,
    kind
from ${once ? '(select distinct * from purchase) as purchase' : 'purchase'}
where ${conditions(context).join('\n    and ')}`;
}

/** The days of a row, as SQL: its period's start is held against the last, its end against the first. */
interface Days {
  first: string;
  last: string;
}

/** The conditions that the scope means, at least one. @throws {ModelError} for an unknown dimension */
export function conditions(
  context: ModelContext,
  days: Days = {first: 'purchased_on', last: 'purchased_on'}
): string[] {
  const {scope, loaded, anonymous} = context;
  const rules = exclusionsOf(scope.without);
  return [
    `kind in (${kindsOf(scope)
      .map((kind) => `'${kind}'`)
      .join(', ')})`,
    ...(!anonymous && loaded.anonymous > 0 ? ['customer_key is not null'] : []),
    ...(scope.from === null ? [] : [`${days.last} >= $from_day::date`]),
    ...(scope.to === null && scope.as_of === null ? [] : [`${days.first} <= $to_day::date`]),
    ...exclusionConditions(rules, loaded),
    ...Object.entries(scope.filters).flatMap(([dimension, values], index) =>
      values.length === 0 ? [] : [kept(context, dimension, values, index)]
    )
  ];
}

/** The tables and models that the scope's filters and rules ask, beside the one that is filtered. */
export function filterNeeds({scope, loaded}: ModelContext): string[] {
  const ofCustomers = Object.entries(scope.filters).some(
    ([dimension, values]) => values.length > 0 && !isOfPurchase(dimension, loaded)
  );
  const rules = exclusionNeeds(exclusionsOf(scope.without));
  return [...new Set([...(ofCustomers ? ['customer'] : []), ...rules])];
}

function kept({loaded}: ModelContext, dimension: string, values: readonly string[], index: number): string {
  if (!isDimension(dimension)) throw new ModelError(`unknown dimension: ${dimension}`);
  const list = values.map((_, value) => `$${filterParam(index, value)}`).join(', ');
  const ownKeys = `customer_key in (select customer_key from customer where`;
  if (attributeOf(dimension) !== undefined) {
    return `${ownKeys} coalesce(attributes[$${attributeParam(index)}], '') in (${list}))`;
  }
  const condition = `${values.includes('') ? `coalesce(${dimension}, '')` : dimension} in (${list})`;
  return isOfPurchase(dimension, loaded) ? condition : `${ownKeys} ${condition})`;
}
