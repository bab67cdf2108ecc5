import {count, money, nothing, share} from '../../messages/format';
import type {Selection} from '../analysis';
import type {SmallRow} from '../small-row';
import type {LoserRow, ReasonRow} from './parts';
import {ofCustomer, ofReason} from './selection';
import {withUnit} from './with-unit';
import {words} from './words';

/** How many losses the view lists; the customers behind a reason are all there. */
export const listed = 12;

/** The column heads of the table of reasons. */
export const reasonHead = (currency: string | null): string[] => [
  words.t('column.reason'),
  words.t('column.customers'),
  withUnit(words.t('column.net_sales'), currency),
  withUnit(words.t('column.profit'), currency)
];

export const reasonRows = (rows: readonly ReasonRow[], onselect: (selection: Selection) => void): SmallRow[] =>
  rows.map((row) => {
    const reason = reasonName(row.reason);
    return {
      cells: [reason, count(row.customers), money(row.net_sales), money(row.profit)],
      hint: words.t('losers.show', {reason}),
      onselect: () => onselect(ofReason(row))
    };
  });

/** The column heads of the table of the largest losses. */
export const loserHead = (currency: string | null): string[] => [
  words.t('column.customer_id'),
  withUnit(words.t('column.net_sales'), currency),
  withUnit(words.t('column.profit'), currency),
  words.t('column.reason'),
  words.t('losers.price'),
  words.t('losers.frequency'),
  words.t('losers.fewer'),
  words.t('losers.cost')
];

/** The largest losses, with the change of price, frequency or cost that would end each. */
export const loserRows = (rows: readonly LoserRow[], onselect: (selection: Selection) => void): SmallRow[] =>
  rows.slice(0, listed).map((row) => ({
    cells: [
      nameOf(row, rows),
      money(row.net_sales),
      money(row.profit),
      reasonName(row.reason),
      up(row.price),
      up(row.more),
      down(row.fewer),
      down(row.cost)
    ],
    hint: words.t('losers.show one', {name: row.name ?? row.id}),
    onselect: () => onselect(ofCustomer(row))
  }));

/** The name; with the id where two have the same. */
const nameOf = ({id, name}: LoserRow, rows: readonly LoserRow[]): string =>
  name === null
    ? id
    : rows.some((other) => other.id !== id && (other.name ?? other.id) === name)
      ? `${name} (${id})`
      : name;

const reasonName = (reason: string): string => words.t(`reason.${reason}` as 'reason.all');
const up = (part: number | null): string => (part === null ? nothing : `+${share(part)}`);
const down = (part: number | null): string => (part === null ? nothing : `−${share(part)}`);
