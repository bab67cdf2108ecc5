import {count, money, share} from '../../messages/format';
import type {Results, Sentence, ViewContext} from '../analysis';
import type {OverviewParams} from './params';
import type {Figures} from './parts';
import {words} from './words';

/** "4,338 customers placed 18,532 orders for 8,911,407.90 net; 65.6% of them ordered more than once." */
export function takeaway(results: Results, _params: OverviewParams, {currency}: ViewContext): Sentence {
  const figures = results.parts['figures']?.[0] as unknown as Figures | undefined;
  if (!figures) return words.rich('takeaway.nothing');
  const sales = currency === null ? money(figures.net_sales) : `${money(figures.net_sales)} ${currency}`;
  if (figures.orders === 0) {
    return words.rich('takeaway.no orders', {count: figures.customers, customers: count(figures.customers), sales});
  }
  return words.rich('takeaway.sales', {
    count: figures.buyers,
    customers: count(figures.buyers),
    orderCount: figures.orders,
    orders: count(figures.orders),
    sales,
    repeat: share(figures.repeat_by_order)
  });
}
