import type {Part} from '../analysis';
import * as is from '../columns';
import {limitPart} from '../states/limits';

/** The rows of the pictures beside the ladder. */
export const parts = {
  rungs: {
    model: 'ladder',
    order: ['place'],
    columns: {
      rung: is.category,
      place: is.count,
      observable: is.flag,
      customers: is.count,
      share_of_all: is.share,
      reached: is.count,
      step_share: is.share,
      start_share: is.share,
      frequency: is.number,
      net_sales: is.money,
      sales_per_customer: is.rate,
      profit: is.money
    }
  },
  limits: limitPart,
  ways: {
    model: 'ladder_way',
    order: ['place'],
    late: true,
    columns: {rung: is.category, place: is.count, since_rung: is.category, customers: is.count, median_days: is.number}
  },
  moves: {
    model: 'ladder_move',
    order: ['from_rung', 'to_rung'],
    late: true,
    columns: {from_on: is.day, to_on: is.day, from_rung: is.category, to_rung: is.category, customers: is.count}
  },
  hits: {
    model: 'rung_hit',
    order: ['rung'],
    late: true,
    columns: {
      tested_on: is.day,
      rung: is.category,
      customers: is.count,
      again: is.count,
      again_share: is.share,
      low: is.share,
      high: is.share,
      sales_after: is.money
    }
  },
  rewards: {
    model: 'ladder_reward',
    order: ['rung'],
    late: true,
    columns: {rung: is.category, customers: is.count, net_sales: is.money, profit: is.money}
  },
  months: {
    model: 'rung_month',
    order: ['moment', 'rung'],
    late: true,
    columns: {moment: is.day, rung: is.category, customers: is.count}
  }
} as const satisfies Record<string, Part>;

/** A row of the main model: a rung. Numbers are null where the data can't show the rung. */
export interface RungRow {
  rung: string;
  place: number;
  observable: boolean;
  customers: number | null;
  share_of_all: number | null;
  reached: number | null;
  step_share: number | null;
  start_share: number | null;
  frequency: number | null;
  net_sales: number | string | null;
  sales_per_customer: number | null;
  profit: number | string | null;
}

export interface WayRow {
  rung: string;
  place: number;
  since_rung: string;
  customers: number;
  median_days: number;
}

export interface MoveRow {
  from_on: string;
  to_on: string;
  from_rung: string | null;
  to_rung: string | null;
  customers: number;
}

export interface HitRow {
  tested_on: string;
  rung: string;
  customers: number;
  again: number;
  again_share: number;
  low: number;
  high: number;
  sales_after: number | string;
}

export interface RewardRow {
  rung: string;
  customers: number;
  net_sales: number | string;
  profit: number | string | null;
}

export interface MonthRow {
  moment: string;
  rung: string;
  customers: number;
}
