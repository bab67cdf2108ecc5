import type {ParamSpecs, ParamValues} from '../analysis';

export const params = {
  active_months: {kind: 'number', unit: 'months', initial: 12, min: 1, max: 60, step: 1}
} as const satisfies ParamSpecs;

export type OverviewParams = ParamValues<typeof params>;
