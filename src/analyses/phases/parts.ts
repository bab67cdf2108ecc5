import type {Part, ResultColumns} from '../analysis';
import * as is from '../columns';
import type {Phase} from '../../models/relationship/states';
import {limitPart} from '../states/limits';
import type {List} from './phases';

/** Of the main model. Days are medians. */
export const columns = {
  phase: is.category,
  place: is.count,
  observable: is.flag,
  customers: is.count,
  customers_share: is.share,
  net_sales: is.money,
  sales_share: is.share,
  per_customer: is.rate,
  profit: is.money,
  median_recency: is.number,
  median_tenure: is.number,
  slipping: is.count,
  slipping_sales: is.money,
  value_at_stake: is.rate
} as const satisfies ResultColumns;

/** Whole days; null where there are none to count. */
export const days = {type: 'INTEGER', unit: 'count'} as const;

/** The rows of the lists to watch, and of the pictures beside the phases. */
export const parts = {
  rows: {model: 'phases', order: ['place'], columns},
  hits: {
    model: 'phase_hit',
    order: ['phase'],
    late: true,
    columns: {
      tested_on: is.day,
      phase: is.category,
      customers: is.count,
      again: is.count,
      again_share: is.share,
      low: is.share,
      high: is.share,
      sales_after: is.money
    }
  },
  lists: {
    model: 'phases_list',
    order: ['place'],
    late: true,
    columns: {
      list: is.category,
      place: is.count,
      customers: is.count,
      yearly_sales: is.money,
      yearly_profit: is.money,
      value_at_stake: is.rate
    }
  },
  watch: {
    model: 'phases_watch',
    order: ['list', 'rank'],
    late: true,
    columns: {
      list: is.category,
      rank: is.count,
      customer_id: is.text,
      name: is.text,
      phase: is.category,
      reason: is.category,
      occasions: is.count,
      last_on: is.day,
      recency_days: days,
      usual_gap: is.number,
      recent_gap: is.number,
      earlier_gap: is.number,
      back_on: is.day,
      away_days: days,
      sales_recent: is.money,
      sales_before: is.money,
      active_until: is.day,
      lapses_on: is.day,
      return_share: is.share,
      at_least: is.flag,
      yearly_sales: is.money,
      yearly_profit: is.money,
      value_at_stake: is.rate
    }
  },
  limits: limitPart,
  cells: {
    model: 'phases_cell',
    order: ['times_from', 'silent_from'],
    late: true,
    columns: {
      times_from: is.count,
      times_to: is.count,
      silent_from: is.count,
      silent_to: is.count,
      customers: is.count,
      again: is.count,
      hit_rate: is.share,
      low: is.share,
      high: is.share
    }
  },
  months: {
    model: 'phase_month',
    order: ['moment', 'phase'],
    late: true,
    columns: {moment: is.day, phase: is.category, customers: is.count}
  },
  moves: {
    model: 'phases_migration',
    order: ['from_phase', 'to_phase'],
    late: true,
    columns: {
      from_phase: is.category,
      to_phase: is.category,
      from_on: is.day,
      to_on: is.day,
      customers: is.count,
      net_sales: is.money,
      profit: is.money
    }
  }
} as const satisfies Record<string, Part>;

/** A row of the main model; counts and sums are null where the loaded data can't show the phase. */
export interface PhaseRow {
  phase: Phase;
  place: number;
  observable: boolean;
  customers: number | null;
  customers_share: number | null;
  net_sales: number | string | null;
  sales_share: number | null;
  per_customer: number | null;
  profit: number | string | null;
  median_recency: number | null;
  median_tenure: number | null;
  slipping: number;
  slipping_sales: number | string;
  value_at_stake: number | string | null;
}

/** Of the customers of a phase on the day of the test, those who bought in the days since. */
export interface HitRow {
  tested_on: string;
  phase: Phase;
  customers: number;
  again: number;
  again_share: number;
  low: number;
  high: number;
  sales_after: number | string;
}

export interface ListRow {
  list: List;
  place: number;
  customers: number;
  yearly_sales: number | string;
  yearly_profit: number | string | null;
  value_at_stake: number | string | null;
}

export interface WatchRow {
  list: List;
  rank: number;
  customer_id: string;
  name: string | null;
  phase: Phase;
  reason: 'silent' | 'less' | 'both' | null;
  occasions: number;
  last_on: string;
  recency_days: number;
  usual_gap: number | null;
  recent_gap: number | null;
  earlier_gap: number | null;
  back_on: string | null;
  away_days: number | null;
  sales_recent: number | string | null;
  sales_before: number | string | null;
  active_until: string | null;
  lapses_on: string | null;
  return_share: number | null;
  at_least: boolean | null;
  yearly_sales: number | string;
  yearly_profit: number | string | null;
  value_at_stake: number | string | null;
}

/** Ends are included; null: no end. */
export interface CellRow {
  times_from: number;
  times_to: number | null;
  silent_from: number;
  silent_to: number | null;
  customers: number;
  again: number;
  hit_rate: number;
  low: number;
  high: number;
}

export interface MonthRow {
  moment: string;
  phase: Phase;
  customers: number;
}

export interface MoveRow {
  from_phase: Phase | null;
  to_phase: Phase;
  from_on: string | null;
  to_on: string;
  customers: number;
  net_sales: number | string;
  profit: number | string | null;
}
