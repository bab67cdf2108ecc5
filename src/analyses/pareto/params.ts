import type {Params} from '../../engine/sql';
import type {ParamSpecs, ParamValues} from '../analysis';

const bys = ['customer', 'product', 'category', 'channel', 'country'] as const;
const measures = ['net_sales', 'profit'] as const;
const grains = ['year', 'quarter'] as const;

export type By = (typeof bys)[number];
export type Measure = (typeof measures)[number];
export type Grain = (typeof grains)[number];

export const params = {
  by: {
    kind: 'choice',
    initial: 'customer',
    options: bys,
    needs: {
      product: ['purchase.product'],
      category: ['purchase.category'],
      channel: ['purchase.channel'],
      country: ['purchase.country']
    }
  },
  measure: {kind: 'choice', initial: 'net_sales', options: measures, needs: {profit: ['purchase.cost']}},
  limit_a: {kind: 'number', unit: 'percent', initial: 80, min: 1, max: 99, step: 1},
  limit_b: {kind: 'number', unit: 'percent', initial: 95, min: 1, max: 100, step: 1},
  grain: {kind: 'choice', initial: 'quarter', options: grains}
} as const satisfies ParamSpecs;

export type ParetoParams = ParamValues<typeof params>;

/** The values with the second limit no lower than the first. */
export function settle(values: ParetoParams): ParetoParams {
  return {...values, limit_b: Math.max(values.limit_a, values.limit_b)};
}

/** What is ranked. @throws {RangeError} for anything but the options */
export const byOf = (values: Params): By => oneOf(bys, values.by);

/** By what it is ranked. @throws {RangeError} for anything but the options */
export const measureOf = (values: Params): Measure => oneOf(measures, values.measure);

function oneOf<T extends string>(options: readonly T[], value: unknown): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw new RangeError(`unknown option: ${String(value)}`);
  return found;
}
