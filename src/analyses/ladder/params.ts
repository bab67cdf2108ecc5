import type {ParamSpecs, ParamValues} from '../analysis';

const rewards = ['net_sales', 'profit'] as const;

/** All of them stand beside the picture that they change. */
export const params = {
  then_from: {kind: 'day', initial: '', in: 'view'},
  then_to: {kind: 'day', initial: '', in: 'view'},
  test_days: {kind: 'number', unit: 'days', initial: 91, min: 7, max: 730, step: 1, in: 'view'},
  horizon: {kind: 'number', unit: 'periods', initial: 4, min: 1, max: 20, step: 1, in: 'view'},
  discount: {kind: 'number', unit: 'percent', initial: 10, min: 0, max: 50, step: 0.5, in: 'view'},
  reward: {kind: 'choice', initial: 'net_sales', options: rewards, needs: {profit: ['purchase.cost']}, in: 'view'}
} as const satisfies ParamSpecs;

export type LadderParams = ParamValues<typeof params>;
