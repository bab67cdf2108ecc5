import type {ParamSpecs, ParamValues} from '../analysis';

/** The numbers of the rules themselves are shared definitions: `models/definitions.ts`. */
export const params = {
  test_days: {kind: 'number', unit: 'days', initial: 91, min: 7, max: 730, step: 1},
  slowing: {kind: 'number', unit: 'times', initial: 1.5, min: 1.1, max: 5, step: 0.1, in: 'view'},
  then_from: {kind: 'day', initial: '', in: 'view'},
  then_to: {kind: 'day', initial: '', in: 'view'},
  horizon: {kind: 'number', unit: 'steps', initial: 4, min: 1, max: 20, step: 1, in: 'view'},
  discount: {kind: 'number', unit: 'percent', initial: 10, min: 0, max: 50, step: 1, in: 'view'}
} as const satisfies ParamSpecs;

export type PhasesParams = ParamValues<typeof params>;

/** The days with the second moment no earlier than the first. */
export function settle(values: PhasesParams): PhasesParams {
  const {then_from, then_to} = values;
  return then_from !== '' && then_to !== '' && then_to < then_from
    ? {...values, then_from: then_to, then_to: then_from}
    : values;
}
