import type {Params} from '../../engine/sql';
import type {ParamSpecs, ParamValues} from '../analysis';

const grains = ['week', 'month', 'quarter', 'year'] as const;
const ages = ['calendar', 'rolling'] as const;
const actives = ['occasion', 'purchase'] as const;
export const figures = [
  'retained',
  'customers',
  'unbounded',
  'net_sales',
  'sales_retention',
  'cumulative_sales',
  'cumulative_margin',
  'orders',
  'average_order'
] as const;

export type Grain = (typeof grains)[number];
export type Age = (typeof ages)[number];
export type Active = (typeof actives)[number];
export type FigureName = (typeof figures)[number];

/** The highest age that can be chosen: ten years of weeks. */
const oldest = 520;

export const params = {
  figure: {kind: 'choice', initial: 'retained', options: figures, needs: {cumulative_margin: ['purchase.cost']}},
  grain: {kind: 'choice', initial: 'month', options: grains},
  age: {kind: 'choice', initial: 'calendar', options: ages},
  split: {kind: 'grouping', initial: 'none'},
  active: {kind: 'choice', initial: 'occasion', options: actives, in: 'view'},
  at: {kind: 'number', unit: 'periods', initial: 1, min: 0, max: oldest, step: 1, in: 'view'}
} as const satisfies ParamSpecs;

export type CohortParams = ParamValues<typeof params>;

/** The length of a period. */
export const grainOf = (values: Params): Grain => option(grains, values['grain'], params.grain.initial);

/** How age is counted. */
export const ageOf = (values: Params): Age => option(ages, values['age'], params.age.initial);

/** What counts as having bought in a period. */
export const activeOf = (values: Params): Active => option(actives, values['active'], params.active.initial);

/** What a cell shows. */
export const figureOf = (values: Params): FigureName => option(figures, values['figure'], params.figure.initial);

/** Whether cohorts are periods of the first purchase, and not groups of customers. */
export const isByTime = (values: Params): boolean => (values['split'] ?? 'none') === 'none';

function option<T extends string>(options: readonly T[], value: unknown, initial: T): T {
  return options.find((one) => one === value) ?? initial;
}
