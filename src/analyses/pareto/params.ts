import type {Params} from '../../engine/sql';
import type {Loaded, ParamSpecs, ParamValues} from '../analysis';

const bys = ['customer', 'product', 'category', 'channel', 'country'] as const;
const measures = ['net_sales', 'profit'] as const;
const grains = ['year', 'quarter', 'month'] as const;
const sinces = ['previous', 'year_before'] as const;

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
  grain: {kind: 'choice', initial: 'quarter', options: grains},
  threshold: {kind: 'number', unit: 'percent', initial: 20, min: 0, max: 100, step: 0.1, in: 'view'},
  since: {kind: 'choice', initial: 'previous', options: sinces, in: 'view'},
  whatif_share: {kind: 'number', unit: 'percent', initial: 20, min: 0, max: 100, step: 0.1, in: 'view'},
  whatif_price: {kind: 'number', unit: 'percent', initial: 5, min: 0, max: 100, step: 0.1, in: 'view'},
  whatif_cost: {kind: 'number', unit: 'percent', initial: 5, min: 0, max: 100, step: 0.1, in: 'view'}
} as const satisfies ParamSpecs;

export type ParetoParams = ParamValues<typeof params>;

/** The values with the second limit no lower than the first, and per cent in tenths. */
export function settle(values: ParetoParams): ParetoParams {
  return {
    ...values,
    limit_b: Math.max(values.limit_a, values.limit_b),
    threshold: tenths(values.threshold),
    whatif_share: tenths(values.whatif_share),
    whatif_price: tenths(values.whatif_price),
    whatif_cost: tenths(values.whatif_cost)
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** What the whale curve adds up: profit where costs are known, else net sales, which fall only by returns. */
export const whaleMeasure = ({filled}: Pick<Loaded, 'filled'>): Measure =>
  filled.has('purchase.cost') ? 'profit' : 'net_sales';

/** What is ranked. */
export const byOf = (values: Params): By => oneOf(bys, values.by);

/** By what it is ranked. */
export const measureOf = (values: Params): Measure => oneOf(measures, values.measure);

/** By what periods. */
export const grainOf = (values: Params): ParetoParams['grain'] => oneOf(grains, values.grain);

/** Since when classes are compared. */
export const sinceOf = (values: Params): ParetoParams['since'] => oneOf(sinces, values.since);

/** The first option stands in for what is none: parameters are checked where they come in. */
function oneOf<T extends string>(options: readonly [T, ...T[]], value: unknown): T {
  return options.find((option) => option === value) ?? options[0];
}
