import {count, day, decimal, money, nothing, share} from '../../messages/format';
import type {ViewContext} from '../analysis';
import type {OverviewParams} from './params';
import type {Figures} from './parts';
import {words} from './words';

/** A number with its name, and what it is made of. */
export interface Figure {
  name: string;
  value: string;
  made: string;
}

/** The numbers at the top, each with its numerator and denominator or its rule. */
export function figuresOf(figures: Figures, {active_months}: OverviewParams, context: ViewContext): Figure[] {
  const {currency, loaded} = context;
  const amount = (value: number | string | null): string =>
    value === null || currency === null ? money(value) : `${money(value)} ${currency}`;
  const ids = loaded.filled.has('purchase.transaction_id');
  const orders = count(figures.orders);
  return [
    figure('customers', count(figures.customers), {}),
    figure('active_customers', count(figures.active_customers), {
      share: figures.buyers === 0 ? nothing : share(figures.active_customers / figures.buyers),
      buyers: count(figures.buyers),
      months: active_months
    }),
    figure('net_sales', amount(figures.net_sales), {from: day(figures.first_on), to: day(figures.last_on)}),
    {...figure('orders', orders, {}, ids ? '.ids' : '.days')},
    figure('average_order', amount(figures.average_order), {orders}),
    figure('orders_per_year', decimal(figures.orders_per_year), {orders, years: decimal(figures.observed_years, 1)}),
    figure('repeat_by_order', share(figures.repeat_by_order), {
      repeat: count(figures.repeat_buyers),
      of: count(figures.buyers)
    }),
    figure('repeat_by_day', share(figures.repeat_by_day), {
      repeat: count(figures.repeat_day_buyers),
      of: count(figures.day_buyers)
    })
  ];
}

type Name =
  | 'customers'
  | 'active_customers'
  | 'net_sales'
  | 'orders'
  | 'average_order'
  | 'orders_per_year'
  | 'repeat_by_order'
  | 'repeat_by_day';

function figure(
  name: Name,
  value: string,
  fill: Record<string, string | number>,
  rule: '' | '.ids' | '.days' = ''
): Figure {
  const key = `figure.${name}${rule}`;
  return {name: words.t(`column.${name}`), value, made: words.has(key) ? words.t(key, fill) : ''};
}
