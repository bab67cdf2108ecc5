export type Class = 'A' | 'B' | 'C';
/** A class, or nothing bought in the period. */
export type ClassOrNone = Class | 'none';

/** An exact amount: text where a number would lose digits. */
export type Money = number | string;

/** The one row of `pareto_summary`. */
export interface Summary {
  entities: number;
  total: Money;
  top_20: number;
  top_20_share: number | null;
  for_limit: number | null;
  largest_share: number | null;
  negative: number;
  negative_value: Money;
  peak_share: number | null;
  gini: number | null;
}

export interface TopRow {
  percentage: number;
  entities: number;
  value: Money;
  share: number | null;
}

export interface ClassRow {
  class: Class;
  entities: number;
  entities_share: number;
  value: Money;
  share: number;
  rank_from: number | null;
  rank_to: number | null;
}

export interface BarRow {
  bar: number;
  rank_from: number;
  rank_to: number;
  id: string | null;
  name: string | null;
  value: Money;
  share: number | null;
  cumulative_share: number | null;
  class: Class | null;
}

export interface LorenzRow {
  entities_share: number;
  share: number;
}

export interface TrendRow {
  period: string;
  period_end: string;
  entities: number;
  value: Money;
  top_20: number;
  top_20_share: number | null;
  largest_share: number | null;
  gini: number | null;
  complete: boolean;
}

export interface StepRow {
  entities: number;
  value: Money;
  share: number | null;
}

export interface WhaleRow extends StepRow {
  entities_share: number;
}

/** The one row of `pareto_peak`. */
export interface Peak {
  entities: number;
  total: Money;
  peak: Money;
  peak_share: number | null;
  before_peak: number;
  before_peak_share: number;
  losing: number;
  losing_from: number | null;
  destroyed: Money;
  destroyed_share: number | null;
}

export interface ClaimRow {
  claim: 'sales' | 'profit' | 'best' | 'worst';
  percentage: number;
  claimed_from: number;
  claimed_to: number;
  entities: number | null;
  value: Money | null;
  share: number | null;
  needed: number | null;
  needed_share: number | null;
}

/** The one row of `pareto_concentration`. */
export interface Concentration {
  id: string | null;
  name: string | null;
  value: Money;
  share: number | null;
  positive: number;
  hhi: number | null;
  effective: number | null;
}

export interface LossRow {
  entities: number;
  net_sales: Money;
  net_sales_share: number | null;
  profit: Money | null;
  profit_share: number | null;
}

export interface WhatifRow {
  scenario: 'now' | 'left' | 'price' | 'cost';
  entities: number;
  changed: number;
  net_sales: Money;
  sales_change: Money;
  sales_change_share: number | null;
  profit: Money | null;
  profit_change: Money | null;
  profit_change_share: number | null;
  top_20_share: number | null;
}

/** All who crossed from one class to another (place 0), or one of the most weighty of them. */
export interface MoveRow {
  class_before: ClassOrNone;
  class_now: ClassOrNone;
  place: number;
  id: string | null;
  name: string | null;
  entities: number;
  before: Money | null;
  now: Money | null;
}
