import type {Part, ResultColumns} from '../analysis';
import * as is from '../columns';

/** The lines of an account, from what is sold to what is left. */
export const lines = {
  customers: is.count,
  occasions: is.count,
  years: is.number,
  average_purchase: is.rate,
  purchases_per_year: is.number,
  net_sales: is.money,
  cost_of_goods: is.money,
  gross_profit: is.money,
  delivery: is.money,
  bonus: is.money,
  returns: is.money,
  database: is.money,
  salaries: is.money,
  other: is.money,
  cost_to_serve: is.money,
  allocated: is.money,
  profit: is.money,
  profit_share: is.share,
  acquisition: is.money,
  profit_after_acquisition: is.money,
  uncosted: is.money
} as const satisfies ResultColumns;

/** The rows beside the list of accounts. */
export const parts = {
  summary: {
    model: 'partnership_summary',
    order: [],
    columns: {
      customers: is.count,
      net_sales: is.money,
      gross_profit: is.money,
      cost_to_serve: is.money,
      profit: is.money,
      uncosted: is.money,
      allocated: is.money,
      peak: is.money,
      peak_customers: is.count,
      losing: is.count,
      destroyed: is.money,
      what_if: is.money,
      profit_before: is.money,
      peak_before: is.money,
      peak_customers_before: is.count,
      losing_before: is.count,
      destroyed_before: is.money,
      median_margin: is.share,
      median_cost: is.share,
      without_sales: is.count,
      undated: is.money,
      contacts_left_out: {type: 'DECIMAL(38,4)', unit: 'number'}
    }
  },
  account: {model: 'partnership_account', order: ['side'], columns: {side: is.category, ...lines}},
  categories: {
    model: 'partnership_category',
    order: ['category'],
    columns: {
      category: is.category,
      file_total: is.money,
      direct: is.money,
      shared: is.money,
      elsewhere: is.money,
      unknown: is.money,
      outside: is.money,
      unshared: is.money,
      typed: is.money,
      what_if: is.money,
      carried: is.money,
      shared_by: is.text,
      asked_by: is.text
    }
  },
  options: {
    model: 'partnership_option',
    order: ['place', 'net_sales desc', 'id'],
    columns: {id: is.text, name: is.text, place: is.count, net_sales: is.money}
  },
  whale: {
    model: 'partnership_whale',
    order: ['rank'],
    columns: {
      rank: is.count,
      rank_from: is.count,
      customers_share: is.share,
      cumulative: is.money,
      cumulative_share: is.share,
      before: is.money
    }
  },
  points: {
    model: 'partnership_point',
    order: ['net_sales desc', 'id', 'x', 'y'],
    columns: {
      id: is.text,
      name: is.text,
      customers: is.count,
      x: is.rate,
      y: is.rate,
      net_sales: is.money,
      gross_profit: is.money,
      cost_to_serve: is.money,
      profit: is.money,
      least_sales: is.money,
      most_sales: is.money,
      least_cost: is.money,
      most_cost: is.money
    }
  },
  quadrants: {
    model: 'partnership_quadrant',
    order: ['margin', 'cost'],
    columns: {
      margin: is.category,
      cost: is.category,
      customers: is.count,
      net_sales: is.money,
      gross_profit: is.money,
      cost_to_serve: is.money,
      profit: is.money,
      margin_from: is.share,
      cost_from: is.share
    }
  },
  reasons: {
    model: 'partnership_reason',
    order: ['profit', 'reason'],
    late: true,
    columns: {reason: is.category, customers: is.count, net_sales: is.money, profit: is.money}
  },
  losers: {
    model: 'partnership_loser_top',
    order: ['profit', 'id'],
    late: true,
    columns: {
      id: is.text,
      name: is.text,
      net_sales: is.money,
      gross_profit: is.money,
      cost_to_serve: is.money,
      profit: is.money,
      reason: is.category,
      price: is.share,
      cost: is.share,
      more: is.share,
      fewer: is.share
    }
  },
  periods: {
    model: 'partnership_period',
    order: ['period'],
    late: true,
    columns: {
      period: is.day,
      period_end: is.day,
      purchases: is.count,
      net_sales: is.money,
      cost_of_goods: is.money,
      gross_profit: is.money,
      delivery: is.money,
      bonus: is.money,
      returns: is.money,
      database: is.money,
      salaries: is.money,
      other: is.money,
      cost_to_serve: is.money,
      profit: is.money,
      acquisition: is.money,
      complete: is.flag
    }
  }
} as const satisfies Record<string, Part>;

/** An exact amount as it comes: a number, or text where it is too long for one. */
export type Amount = number | string;

/** The one row of `partnership_summary`. */
export interface Summary {
  customers: number;
  net_sales: Amount;
  gross_profit: Amount;
  cost_to_serve: Amount;
  profit: Amount;
  uncosted: Amount;
  allocated: Amount;
  peak: Amount;
  peak_customers: number;
  losing: number;
  destroyed: Amount;
  what_if: Amount;
  profit_before: Amount;
  peak_before: Amount;
  peak_customers_before: number;
  losing_before: number;
  destroyed_before: Amount;
  median_margin: number | null;
  median_cost: number | null;
  without_sales: number;
  undated: Amount;
  contacts_left_out: Amount;
}

/** The amounts of an account that its statement shows; null where nothing is known of a cost. */
export interface Account {
  net_sales: Amount;
  cost_of_goods: Amount;
  gross_profit: Amount;
  delivery: Amount | null;
  bonus: Amount | null;
  returns: Amount | null;
  database: Amount | null;
  salaries: Amount | null;
  other: Amount | null;
  cost_to_serve: Amount | null;
  profit: Amount;
  acquisition: Amount | null;
}

export interface AccountRow extends Account {
  side: 'all' | 'left' | 'right';
  customers: number;
  occasions: number;
  years: number;
  average_purchase: number | null;
  purchases_per_year: number;
  allocated: Amount;
  profit_share: number | null;
  profit_after_acquisition: Amount;
  uncosted: Amount;
}

export interface CategoryRow {
  category: string;
  file_total: Amount;
  direct: Amount;
  shared: Amount;
  elsewhere: Amount;
  unknown: Amount;
  outside: Amount;
  unshared: Amount;
  typed: Amount;
  what_if: Amount;
  carried: Amount;
  shared_by: string | null;
  asked_by: string | null;
}

export interface OptionRow {
  id: string;
  name: string | null;
  net_sales: Amount;
}

export interface WhaleRow {
  rank: number;
  rank_from: number;
  customers_share: number;
  cumulative: Amount;
  cumulative_share: number | null;
  /** without the "what if"; null where none is asked */
  before: Amount | null;
}

export interface PointRow {
  id: string | null;
  name: string | null;
  customers: number;
  x: number;
  y: number;
  net_sales: Amount;
  gross_profit: Amount;
  cost_to_serve: Amount;
  profit: Amount;
  least_sales: Amount;
  most_sales: Amount;
  least_cost: Amount;
  most_cost: Amount;
}

export interface QuadrantRow {
  margin: 'high' | 'low';
  cost: 'high' | 'low';
  customers: number;
  net_sales: Amount;
  gross_profit: Amount;
  cost_to_serve: Amount;
  profit: Amount;
  margin_from: number;
  cost_from: number;
}

export interface ReasonRow {
  reason: string;
  customers: number;
  net_sales: Amount;
  profit: Amount;
}

export interface LoserRow {
  id: string;
  name: string | null;
  net_sales: Amount;
  gross_profit: Amount;
  cost_to_serve: Amount;
  profit: Amount;
  reason: string;
  price: number | null;
  cost: number | null;
  more: number | null;
  fewer: number | null;
}

export interface PeriodRow extends Account {
  period: string;
  period_end: string;
  purchases: number;
  complete: boolean;
}
