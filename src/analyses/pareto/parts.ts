import type {Part} from '../analysis';
import * as is from '../columns';

/** The rows of the pictures beside the ranking. */
export const parts = {
  summary: {
    model: 'pareto_summary',
    order: [],
    columns: {
      entities: is.count,
      total: is.money,
      top_20: is.count,
      top_20_share: is.share,
      for_limit: is.count,
      largest_share: is.share,
      negative: is.count,
      negative_value: is.money,
      peak_share: is.share,
      gini: is.number
    }
  },
  top: {
    model: 'pareto_top',
    order: ['percentage'],
    columns: {percentage: {type: 'INTEGER', unit: 'count'}, entities: is.count, value: is.money, share: is.share}
  },
  classes: {
    model: 'pareto_class',
    order: ['class'],
    columns: {
      class: is.category,
      entities: is.count,
      entities_share: is.share,
      value: is.money,
      share: is.share,
      rank_from: is.count,
      rank_to: is.count
    }
  },
  bars: {
    model: 'pareto_bar',
    order: ['bar'],
    columns: {
      bar: is.count,
      rank_from: is.count,
      rank_to: is.count,
      id: is.text,
      name: is.text,
      value: is.money,
      share: is.share,
      cumulative_share: is.share,
      class: is.category
    }
  },
  lorenz: {
    model: 'pareto_lorenz',
    order: ['entities_share', 'share'],
    columns: {entities_share: is.share, share: is.share}
  },
  trend: {
    model: 'pareto_trend',
    order: ['period'],
    late: true,
    columns: {
      period: is.day,
      period_end: is.day,
      entities: is.count,
      value: is.money,
      top_20: is.count,
      top_20_share: is.share,
      largest_share: is.share,
      gini: is.number,
      complete: is.flag
    }
  }
} as const satisfies Record<string, Part>;

/** The one row of `pareto_summary`. */
export interface Summary {
  entities: number;
  total: number | string;
  top_20: number;
  top_20_share: number | null;
  for_limit: number | null;
  largest_share: number | null;
  negative: number;
  negative_value: number | string;
  peak_share: number | null;
  gini: number | null;
}

export interface TopRow {
  percentage: number;
  entities: number;
  value: number | string;
  share: number | null;
}

export interface ClassRow {
  class: 'A' | 'B' | 'C';
  entities: number;
  entities_share: number;
  value: number | string;
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
  value: number | string;
  share: number | null;
  cumulative_share: number | null;
  class: 'A' | 'B' | 'C' | null;
}

export interface LorenzRow {
  entities_share: number;
  share: number;
}

export interface TrendRow {
  period: string;
  period_end: string;
  entities: number;
  value: number | string;
  top_20: number;
  top_20_share: number | null;
  largest_share: number | null;
  gini: number | null;
  complete: boolean;
}
