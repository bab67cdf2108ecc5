import type {NumberParam, ParamSpecs, ParamValues} from '../analysis';
import {categories, drivers} from './categories';

const rate = {kind: 'number', unit: 'percent', initial: 0, min: 0, max: 100, step: 0.1, in: 'view'} as const;
const total = {kind: 'number', unit: 'per_year', initial: 0, min: 0, max: 1e12, step: 1, in: 'view'} as const;
/** What if the category cost so much more, or less? */
const change = {kind: 'number', unit: 'percent', initial: 0, min: -100, max: 100, step: 1, in: 'view'} as const;
/** One of the drivers; '': as the file says, else the usual one of the category. */
const driver = {kind: 'text', initial: '', longest: 10, in: 'view'} as const;

export const params = {
  split: {kind: 'grouping', initial: 'none', withStates: true},
  basis: {kind: 'choice', initial: 'period', options: ['period', 'year']},
  margin: {kind: 'number', unit: 'percent', initial: 35, min: -100, max: 100, step: 1},
  grain: {kind: 'choice', initial: 'quarter', options: ['month', 'quarter', 'year'], in: 'view'},
  contacts: {kind: 'choice', initial: 'auto', options: ['auto', 'count', 'leave out'], in: 'view'},
  left: {kind: 'text', initial: '', longest: 200, in: 'view'},
  right: {kind: 'text', initial: '', longest: 200, in: 'view'},
  driver_delivery: driver,
  driver_bonus: driver,
  driver_returns: driver,
  driver_database: driver,
  driver_salaries: driver,
  driver_other: driver,
  driver_acquisition: driver,
  rate_delivery: rate,
  rate_bonus: rate,
  rate_returns: rate,
  rate_database: rate,
  rate_salaries: rate,
  rate_other: rate,
  rate_acquisition: rate,
  total_delivery: total,
  total_bonus: total,
  total_returns: total,
  total_database: total,
  total_salaries: total,
  total_other: total,
  total_acquisition: total,
  change_delivery: change,
  change_bonus: change,
  change_returns: change,
  change_database: change,
  change_salaries: change,
  change_other: change,
  change_acquisition: change,
  change_of: {kind: 'choice', initial: 'whole', options: ['whole', 'shared'], in: 'view'}
} as const satisfies ParamSpecs;

export type PartnershipParams = ParamValues<typeof params>;

/** The values without drivers that there are none of. */
export function settle(values: PartnershipParams): PartnershipParams {
  const wrong = categories.map((category) => `driver_${category}` as const).filter((name) => !isDriver(values[name]));
  return wrong.length === 0 ? values : {...values, ...Object.fromEntries(wrong.map((name) => [name, '']))};
}

const isDriver = (value: string): boolean => value === '' || (drivers as readonly string[]).includes(value);

/** The range of a number parameter, for its field in the view. */
export const rangeOf = ({min, max, step, initial}: NumberParam) => ({min, max, step, initial});
