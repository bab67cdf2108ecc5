import type {Engine} from '../engine/engine';
import type {Loaded, Need} from './loaded';

const ofPurchase = ['channel', 'category', 'product', 'payment_method'] as const;
const fixed = ['segment', 'country', ...ofPurchase] as const;
const attributePrefix = 'attribute:';

/** Whether purchases can be filtered by this name: a fixed dimension, or `attribute:NAME` of the customer file. */
export function isDimension(name: string): boolean {
  return (fixed as readonly string[]).includes(name) || name.startsWith(attributePrefix);
}

/** The dimensions that the loaded data can be filtered by. */
export function dimensionsOf(loaded: Loaded): string[] {
  const has = (...needs: Need[]): boolean => needs.some((need) => loaded.filled.has(need));
  return [
    ...(has('customer.segment') ? ['segment'] : []),
    ...(has('purchase.country', 'customer.country') ? ['country'] : []),
    ...ofPurchase.filter((name) => has(`purchase.${name}`)),
    ...loaded.attributes.map((name) => attributePrefix + name)
  ];
}

/** The name of the attribute that a dimension stands for; undefined for a fixed dimension. */
export function attributeOf(dimension: string): string | undefined {
  return dimension.startsWith(attributePrefix) ? dimension.slice(attributePrefix.length) : undefined;
}

/** Whether a dimension is a column of the purchases, else it is one of their customers. */
export function isOfPurchase(dimension: string, loaded: Loaded): boolean {
  if (dimension === 'country') return loaded.filled.has('purchase.country');
  return (ofPurchase as readonly string[]).includes(dimension);
}

/** A value of a dimension, '' for "none given", and how many purchases or customers have it. */
export interface DimensionValue {
  value: string;
  rows: number;
}

/**
 * The values of a dimension, most frequent first, at most `limit`.
 *
 * @throws {QueryError}
 */
export async function valuesOf(
  engine: Engine,
  dimension: string,
  loaded: Loaded,
  {search = '', limit = 200, signal}: {search?: string; limit?: number; signal?: AbortSignal} = {}
): Promise<DimensionValue[]> {
  const table = isOfPurchase(dimension, loaded) ? 'purchase' : 'customer';
  const attribute = attributeOf(dimension);
  const column = attribute === undefined ? columnOf(dimension) : 'attributes[$attribute::varchar]';
  const rows = await engine.query(
    `select coalesce(${column}, '') as value, count(*) as rows
     from ${table}
     where contains(lower(coalesce(${column}, '')), lower($search::varchar))
     group by all
     order by rows desc, value
     limit $limit::integer`,
    {search, limit, ...(attribute === undefined ? {} : {attribute})},
    signal ? {signal} : {}
  );
  return rows.objects<DimensionValue>();
}

function columnOf(dimension: string): string {
  const known = fixed.find((name) => name === dimension);
  if (known === undefined) throw new RangeError(`unknown dimension: ${dimension}`);
  return known;
}
