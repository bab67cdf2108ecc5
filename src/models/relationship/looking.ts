import type {ModelContext} from '../compile';
import {windowOf} from '../scope';
import type {Looking} from './base';
import {monthEnds, monthsApart, oneMoment, testDay, today, twoMoments, twoMomentsNeed} from './moments';

const ofToday = {limits: 'gap_limit', rhythm: 'customer_rhythm'} as const;

/** Where states are looked at: today, at two moments by today's limits, and once by the past's. */
export const looking = {
  now: {...ofToday, moments: oneMoment(today)},
  then: {...ofToday, moments: twoMoments, momentsNeed: twoMomentsNeed},
  past: {limits: 'gap_limit_past', rhythm: 'rhythm_past', moments: oneMoment(testDay)}
} as const satisfies Record<string, Looking>;

/** At the ends of months, by today's limits. */
export const overTime = ({loaded, scope}: ModelContext): Looking => ({
  ...ofToday,
  moments: monthEnds(monthsApart(loaded, windowOf(scope, loaded)))
});
