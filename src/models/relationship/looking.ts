import type {Looking} from './base';
import {monthEnds, oneMoment, testDay, today, twoMoments} from './moments';

const ofToday = {limits: 'gap_limit', rhythm: 'customer_rhythm'} as const;

/** Where states are looked at: today, at two moments and at all months' ends by today's limits, and once by the past's. */
export const looking = {
  now: {...ofToday, moments: oneMoment(today)},
  then: {...ofToday, moments: twoMoments},
  month: {...ofToday, moments: monthEnds},
  past: {limits: 'gap_limit_past', rhythm: 'rhythm_past', moments: oneMoment(testDay)}
} as const satisfies Record<string, Looking>;
