import type {Part} from '../analysis';
import * as is from '../columns';

/** The business in a few numbers. */
export const parts = {
  figures: {
    model: 'overview_figure',
    order: [],
    columns: {
      customers: is.count,
      buyers: is.count,
      active_customers: is.count,
      net_sales: is.money,
      purchases: is.count,
      orders: is.count,
      average_order: is.rate,
      observed_years: is.number,
      orders_per_year: is.number,
      repeat_buyers: is.count,
      repeat_by_order: is.share,
      day_buyers: is.count,
      repeat_day_buyers: is.count,
      repeat_by_day: is.share,
      first_on: is.day,
      last_on: is.day
    }
  },
  months: {
    model: 'overview_month',
    order: ['month'],
    columns: {
      month: is.month,
      net_sales: is.money,
      new_sales: is.money,
      returning_sales: is.money,
      orders: is.count,
      customers: is.count,
      new_customers: is.count,
      complete: is.flag
    }
  }
} as const satisfies Record<string, Part>;

/** The one row of `overview_figure`. */
export interface Figures {
  customers: number;
  buyers: number;
  active_customers: number;
  net_sales: number | string;
  purchases: number;
  orders: number;
  average_order: number | null;
  observed_years: number | null;
  orders_per_year: number | null;
  repeat_buyers: number;
  repeat_by_order: number | null;
  day_buyers: number;
  repeat_day_buyers: number;
  repeat_by_day: number | null;
  first_on: string;
  last_on: string;
}

export interface MonthRow {
  month: string;
  net_sales: number | string;
  new_sales: number | string;
  returning_sales: number | string;
  orders: number;
  customers: number;
  new_customers: number;
  complete: boolean;
}
