import type {Part} from '../analysis';
import * as is from '../columns';

/** The columns of the funnel. */
export const columns = {
  place: is.count,
  step: is.category,
  stage: is.text,
  people: is.count,
  step_share: is.share,
  start_share: is.share,
  lost: is.count,
  open: is.count,
  timed: is.count,
  median_days: is.number,
  p75_days: is.number,
  step_timed: is.count,
  step_median_days: is.number
} as const;

const became = {leads: is.count, won: is.count, lost: is.count, open: is.count} as const;

/** The rows of the pictures beside the funnel, and the funnel itself for the view. */
export const parts = {
  summary: {
    model: 'acquisition_summary',
    order: [],
    columns: {
      first_on: is.day,
      last_on: is.day,
      ...became,
      share: is.share,
      decided_share: is.share,
      median_days: is.number,
      p75_days: is.number,
      p90_days: is.number,
      ripe: is.count,
      ripe_won: is.count,
      young_open: is.count,
      early: is.count,
      before: is.count,
      later: is.count,
      owners: is.count,
      owners_not_won: is.count,
      reasons: is.count
    }
  },
  steps: {model: 'acquisition', order: ['place'], columns},
  stages: {
    model: 'acquisition_stage',
    order: ['place', 'stage'],
    columns: {stage: is.text, part: is.category, place: is.count, leads: is.count}
  },
  groups: {
    model: 'acquisition_group',
    order: ['leads desc', 'lead_group'],
    columns: {
      lead_group: is.text,
      ...became,
      share: is.share,
      low: is.share,
      high: is.share,
      decided_share: is.share,
      ripe: is.count,
      ripe_share: is.share,
      median_days: is.number,
      cost: is.rate,
      costs: is.count
    }
  },
  group_steps: {
    model: 'acquisition_group_step',
    order: ['lead_group', 'place'],
    columns: {lead_group: is.text, place: is.count, people: is.count, start_share: is.share}
  },
  months: {
    model: 'acquisition_month',
    order: ['month'],
    columns: {month: is.month, ...became, share: is.share, over: is.flag}
  },
  reasons: {
    model: 'acquisition_reason',
    order: ['leads desc', 'reason'],
    columns: {reason: is.text, leads: is.count, lost_share: is.share}
  },
  curve: {
    model: 'acquisition_curve',
    order: ['lead_group', 'duration'],
    late: true,
    columns: {
      lead_group: is.text,
      duration: is.count,
      at_risk: is.count,
      won_share: is.share,
      low: is.share,
      high: is.share
    }
  }
} as const satisfies Record<string, Part>;

export interface StepRow {
  place: number;
  step: 'start' | 'stage' | 'won';
  stage: string | null;
  people: number;
  step_share: number | null;
  start_share: number | null;
  lost: number;
  open: number;
  timed: number;
  median_days: number | null;
  p75_days: number | null;
  step_timed: number;
  step_median_days: number | null;
}

/** The one row of `acquisition_summary`. */
export interface Summary {
  first_on: string;
  last_on: string;
  leads: number;
  won: number;
  lost: number;
  open: number;
  share: number;
  decided_share: number | null;
  median_days: number | null;
  p75_days: number | null;
  p90_days: number | null;
  ripe: number;
  ripe_won: number;
  young_open: number;
  early: number;
  before: number;
  later: number;
  owners: number;
  owners_not_won: number;
  reasons: number;
}

export interface StageRow {
  stage: string;
  part: 'open' | 'won' | 'lost';
  place: number | null;
  leads: number;
}

export interface GroupRow {
  lead_group: string;
  leads: number;
  won: number;
  lost: number;
  open: number;
  share: number;
  low: number;
  high: number;
  decided_share: number | null;
  ripe: number;
  ripe_share: number | null;
  median_days: number | null;
  cost: number | null;
  costs: number;
}

export interface GroupStepRow {
  lead_group: string;
  place: number;
  people: number;
  start_share: number;
}

export interface MonthRow {
  month: string;
  leads: number;
  won: number;
  lost: number;
  open: number;
  share: number;
  over: boolean;
}

export interface ReasonRow {
  reason: string;
  leads: number;
  lost_share: number;
}

export interface CurveRow {
  lead_group: string | null;
  duration: number;
  at_risk: number;
  won_share: number;
  low: number | null;
  high: number | null;
}
