import type {Part} from '../analysis';
import * as is from '../columns';

const curve = {place: is.count, group_name: is.text};

/** What the view shows beside the curves' own rows. */
export const parts = {
  summary: {
    model: 'survival_summary',
    order: ['place'],
    columns: {
      ...curve,
      groups: is.count,
      waits: is.count,
      events: is.count,
      censored: is.count,
      longest: is.count,
      last_survival: is.share,
      lower: is.number,
      lower_low: is.number,
      lower_high: is.number,
      median: is.number,
      median_low: is.number,
      median_high: is.number,
      upper: is.number,
      upper_low: is.number,
      upper_high: is.number,
      naive: is.number,
      horizon: is.count,
      mean: is.number,
      mean_error: is.number
    }
  },
  points: {
    model: 'survival_point',
    order: ['place', 'duration'],
    columns: {
      ...curve,
      from_day: is.count,
      duration: is.count,
      at_risk: is.count,
      at_risk_last: is.count,
      events: is.count,
      censored: is.count,
      survival: is.share,
      low: is.share,
      high: is.share
    }
  },
  times: {
    model: 'survival_time',
    order: ['place', 'duration'],
    columns: {
      ...curve,
      duration: is.count,
      at_risk: is.count,
      waiting: is.count,
      survival: is.share,
      low: is.share,
      high: is.share,
      chance: is.share
    }
  },
  rank: {
    model: 'survival_log_rank',
    order: ['place', 'other'],
    columns: {place: is.count, other: is.count, observed: is.count, expected: is.number, covariance: is.number}
  },
  conditional: {
    model: 'survival_conditional',
    order: ['place'],
    columns: {
      ...curve,
      waiting: is.count,
      later: is.count,
      stays: is.share,
      low: is.share,
      high: is.share
    }
  },
  aside: {model: 'survival_aside', order: ['waits'], columns: {waits: is.count}}
} as const satisfies Record<string, Part>;

/** Which curve: its place, 1 for the one with most waits; its name, '' where none is given, null where groups share it. */
interface Curve {
  place: number;
  group_name: string | null;
}

/** A row of `survival_summary`. */
export interface Summary extends Curve {
  groups: number;
  waits: number;
  events: number;
  censored: number;
  longest: number;
  last_survival: number;
  lower: number | null;
  lower_low: number | null;
  lower_high: number | null;
  median: number | null;
  median_low: number | null;
  median_high: number | null;
  upper: number | null;
  upper_low: number | null;
  upper_high: number | null;
  naive: number | null;
  horizon: number;
  mean: number | null;
  mean_error: number | null;
}

/** A row of `survival_point`. */
export interface Point extends Curve {
  from_day: number;
  duration: number;
  at_risk: number;
  at_risk_last: number;
  events: number;
  censored: number;
  survival: number;
  low: number | null;
  high: number | null;
}

/** A row of `survival_time`. */
export interface Time extends Curve {
  duration: number;
  at_risk: number;
  waiting: number;
  survival: number | null;
  low: number | null;
  high: number | null;
  chance: number | null;
}

/** A row of `survival_log_rank`. */
export interface RankRow {
  place: number;
  other: number;
  observed: number;
  expected: number;
  covariance: number;
}

/** A row of `survival_conditional`. */
export interface Conditional extends Curve {
  waiting: number;
  later: number;
  stays: number | null;
  low: number | null;
  high: number | null;
}
