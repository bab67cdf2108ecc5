import type {Params} from '../../engine/sql';
import type {ParamSpecs, ParamValues} from '../analysis';

const whats = ['first', 'second', 'third', 'later', 'any', 'contract'] as const;

/** After which purchase the next one is waited for, by occasion: the fourth and all later ones are one; or a relationship's life. */
export type What = (typeof whats)[number];

export const params = {
  what: {
    kind: 'choice',
    initial: 'first',
    options: whats,
    needs: {contract: ['customer.customer_id', 'customer.closed_on']}
  },
  split: {kind: 'grouping', initial: 'none'},
  horizon: {kind: 'number', unit: 'days', initial: 0, min: 0, max: 20000, step: 1, in: 'view'},
  silent: {kind: 'number', unit: 'days', initial: 60, min: 0, max: 20000, step: 1, in: 'view'},
  within: {kind: 'number', unit: 'days', initial: 90, min: 1, max: 20000, step: 1, in: 'view'}
} as const satisfies ParamSpecs;

export type SurvivalParams = ParamValues<typeof params>;

/** What is waited for. @throws {RangeError} for anything but the options */
export function whatOf(values: Params): What {
  const found = whats.find((option) => option === values['what']);
  if (found === undefined) throw new RangeError(`unknown option: ${String(values['what'])}`);
  return found;
}
