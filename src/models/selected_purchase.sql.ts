import {ModelError} from '../engine/errors';
import type {ModelContext} from './compile';
import {attributeOf, isDimension, isOfPurchase} from './dimension';
import {attributeParam, filterParam, kindsOf} from './scope';

/** The purchases that count: those of the kinds, days and filters that the scope keeps. Says only what it leaves out. */
export function model(context: ModelContext): string {
  return `-- The purchases that count by the period, filters and rules chosen.
-- needs: ${needs(context).join(', ')}
-- one row per purchase
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
    kind
from purchase
where ${conditions(context).join('\n    and ')}`;
}

/** The conditions on `purchase` that the scope means, at least one. @throws {ModelError} for an unknown dimension */
export function conditions(context: ModelContext): string[] {
  const {scope, loaded, anonymous} = context;
  return [
    `kind in (${kindsOf(scope)
      .map((kind) => `'${kind}'`)
      .join(', ')})`,
    ...(!anonymous && loaded.anonymous > 0 ? ['customer_key is not null'] : []),
    ...(scope.from === null ? [] : ['purchased_on >= $from_day::date']),
    ...(scope.to === null && scope.as_of === null ? [] : ['purchased_on <= $to_day::date']),
    ...Object.entries(scope.filters).flatMap(([dimension, values], index) =>
      values.length === 0 ? [] : [kept(context, dimension, values, index)]
    )
  ];
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

function needs({scope, loaded}: ModelContext): string[] {
  const ofCustomers = Object.keys(scope.filters).some((dimension) => !isOfPurchase(dimension, loaded));
  return ofCustomers ? ['purchase', 'customer'] : ['purchase'];
}
