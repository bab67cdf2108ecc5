import {count, decimal, money, share, short} from '../../messages/format';
import type {FigureName} from './params';
import type {AverageRow, CellRow} from './parts';
import {words} from './words';

type Kind = 'share' | 'count' | 'money';

interface Shown {
  kind: Kind;
  /** adds up from age to age, so that age 0 is on the same scale */
  cumulative: boolean;
  of(row: CellRow | AverageRow): number | null;
}

const number = (value: number | string | null): number | null => (value === null ? null : Number(value));
const later = (kind: Kind, of: Shown['of']): Shown => ({kind, cumulative: false, of});

/** What each figure is in a row. */
const shown: Readonly<Record<FigureName, Shown>> = {
  retained: later('share', (row) => row.retained),
  customers: later('count', (row) => row.customers),
  unbounded: later('share', (row) => row.unbounded),
  net_sales: later('money', (row) => number(row.net_sales)),
  sales_retention: later('share', (row) => row.sales_retention),
  cumulative_sales: {kind: 'money', cumulative: true, of: (row) => row.cumulative_sales_per_customer},
  cumulative_margin: {kind: 'money', cumulative: true, of: (row) => row.cumulative_margin_per_customer},
  orders: later('count', (row) => row.orders),
  average_order: {kind: 'money', cumulative: true, of: (row) => row.average_order}
};

/** The value that a row shows; null for what isn't known. */
export const valueOf = (row: CellRow | AverageRow, figure: FigureName): number | null => shown[figure].of(row);

export const kindOf = (figure: FigureName): Kind => shown[figure].kind;

/** Whether age 0 is everything there is at first, and would outshine all later ages. */
export const startsHigh = (figure: FigureName): boolean => !shown[figure].cumulative;

/** A value in full: `36.6%`, `1,234`, `1,234.50`. */
export function fullText(value: number | null, figure: FigureName): string {
  const kind = kindOf(figure);
  if (kind === 'share') return share(value);
  return kind === 'money' ? money(value) : Number.isInteger(value) ? count(value) : decimal(value, 1);
}

/** A value as short as a cell or an axis takes: `37%`, `1.2K`. */
export function shortText(value: number | null, figure: FigureName): string {
  if (value === null) return '';
  return kindOf(figure) === 'share' ? share(Math.round(value * 100) / 100) : short(value);
}

/** A value as a cell takes it: amounts below 10,000 in whole units. */
export const cellText = (value: number, figure: FigureName): string =>
  kindOf(figure) === 'money' && Math.abs(value) < 9999.5 ? count(Math.round(value)) : shortText(value, figure);

/** Numerator and denominator of a ratio in words; '' of what is none. */
export function fractionText(row: CellRow | AverageRow, figure: FigureName): string {
  const base = count('base' in row ? row.base : row.eligible);
  switch (figure) {
    case 'retained':
      return words.t('fraction.customers', {part: count(row.kept), all: base});
    case 'unbounded':
      return words.t('fraction.customers', {part: count(row.kept_later), all: base});
    case 'sales_retention':
      return words.t('fraction.amounts', {part: money(row.base_sales), all: money(row.first_sales)});
    case 'cumulative_sales':
      return words.t('fraction.per customer', {part: money(row.base_total), all: base});
    case 'cumulative_margin':
      return row.base_margin === null
        ? ''
        : words.t('fraction.per customer', {part: money(row.base_margin), all: base});
    case 'average_order':
      return words.t('fraction.per order', {part: money(row.net_sales), all: ordersText(row.orders)});
    case 'customers':
    case 'net_sales':
    case 'orders':
      return '';
  }
}

const ordersText = (orders: number | null): string => (Number.isInteger(orders) ? count(orders) : decimal(orders, 1));

/** The 95 % interval of the retained share in words; '' where there is none. */
export function intervalText({low, high}: CellRow | AverageRow, figure: FigureName): string {
  if (figure !== 'retained' || low === null || high === null) return '';
  return words.t('interval', {low: share(low), high: share(high)});
}
