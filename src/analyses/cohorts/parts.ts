import type {Part} from '../analysis';
import * as is from '../columns';

/** The columns of a cohort at an age. */
export const columns = {
  line: is.text,
  cohort: is.day,
  group_name: is.text,
  age: is.count,
  state: is.category,
  period_from: is.day,
  period_to: is.day,
  size: is.count,
  eligible: is.count,
  base: is.count,
  customers: is.count,
  kept: is.count,
  kept_later: is.count,
  retained: is.share,
  low: is.share,
  high: is.share,
  unbounded: is.share,
  net_sales: is.money,
  first_sales: is.money,
  base_sales: is.money,
  base_total: is.money,
  base_margin: is.money,
  sales_retention: is.share,
  cumulative_sales_per_customer: is.rate,
  cumulative_margin_per_customer: is.rate,
  orders: is.count,
  average_order: is.rate
} as const;

/** The rows of the pictures. */
export const parts = {
  cells: {
    model: 'cohort_cell',
    order: ['place', 'age'],
    columns: {place: is.count, ...columns}
  },
  averages: {
    model: 'cohort_average',
    order: ['age'],
    columns: {
      age: is.count,
      cohorts: is.count,
      whole: is.count,
      eligible: is.count,
      kept: is.count,
      kept_later: is.count,
      retained: is.share,
      low: is.share,
      high: is.share,
      unbounded: is.share,
      base_sales: is.money,
      first_sales: is.money,
      sales_retention: is.share,
      base_total: is.money,
      cumulative_sales_per_customer: is.rate,
      base_margin: is.money,
      cumulative_margin_per_customer: is.rate,
      customers: is.number,
      net_sales: is.rate,
      orders: is.number,
      average_order: is.rate
    }
  },
  costs: {
    model: 'cohort_cost',
    order: ['cohort', 'group_name'],
    columns: {cohort: is.day, group_name: is.text, customers: is.count, costs: is.count, cost: is.rate}
  },
  summary: {
    model: 'cohort_summary',
    order: [],
    columns: {
      cohorts: is.count,
      customers: is.count,
      ages: is.count,
      first_cohort: is.day,
      last_cohort: is.day
    }
  }
} as const satisfies Record<string, Part>;

export type State = 'complete' | 'partly' | 'in progress';
type Amount = number | string;

/** What a cell and an average have in common: ratios, and what they are made of. */
interface Ratios {
  age: number;
  eligible: number;
  kept: number;
  kept_later: number;
  retained: number | null;
  low: number | null;
  high: number | null;
  unbounded: number | null;
  base_sales: Amount;
  first_sales: Amount;
  sales_retention: number | null;
  base_total: Amount;
  base_margin: Amount | null;
  cumulative_sales_per_customer: number | null;
  cumulative_margin_per_customer: number | null;
  average_order: number | null;
}

/** A row of `cohort_cell`. */
export interface CellRow extends Ratios {
  place: number;
  cohort: string | null;
  group_name: string | null;
  state: State;
  period_from: string | null;
  period_to: string | null;
  size: number;
  base: number;
  customers: number;
  net_sales: Amount;
  orders: number | null;
}

/** A row of `cohort_average`. Customers, sales and orders are per complete cohort; null where there is none. */
export interface AverageRow extends Ratios {
  cohorts: number;
  whole: number;
  customers: number | null;
  net_sales: number | null;
  orders: number | null;
}

/** A row of `cohort_cost`; both names are null where it is of all cohorts. */
export interface CostRow {
  cohort: string | null;
  group_name: string | null;
  customers: number;
  costs: number;
  cost: number;
}

export interface SummaryRow {
  cohorts: number;
  customers: number;
  ages: number;
  first_cohort: string | null;
  last_cohort: string | null;
}
