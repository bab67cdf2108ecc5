import type {Row, Selection} from '../analysis';
import {count} from '../../messages/format';
import {groupName} from './names';
import type {PartnershipParams} from './params';
import type {LoserRow, PointRow, QuadrantRow, ReasonRow, WhaleRow} from './parts';
import {words} from './words';

/** The customers of a row of the list of accounts. */
export function ofRow(row: Row, params: PartnershipParams): Selection {
  const id = String(row['id'] ?? '');
  const name = row['name'];
  return picked(name === null || name === undefined ? groupName(id, params.split) : String(name), {
    pick: 'row',
    value: id
  });
}

/** One customer, by its id. */
export const ofCustomer = ({id, name}: Pick<LoserRow, 'id' | 'name'>): Selection =>
  picked(name ?? id, {pick: 'row', value: id});

/** The customers of a slice of the whale curve. */
export const ofSlice = ({rank_from, rank}: WhaleRow): Selection =>
  picked(words.t('select.ranks', {from: count(rank_from), to: count(rank)}), {
    pick: 'rank',
    least: Math.max(1, rank_from),
    most: rank
  });

/** The customers from a rank by profit to another. */
export const ofRanks = (title: string, from: number, to: number): Selection =>
  picked(title, {pick: 'rank', least: from, most: to});

export const ofQuadrant = ({margin, cost}: QuadrantRow): Selection =>
  picked(words.t(`quadrant.${margin} ${cost}`), {pick: 'quadrant', value: `${margin} ${cost}`});

export const ofReason = ({reason}: ReasonRow): Selection =>
  picked(words.t('select.reason', {reason: words.t(`reason.${reason}` as 'reason.all')}), {
    pick: 'reason',
    value: reason
  });

/** The customers of a dot, or of a cell of many. */
export function ofPoint(point: PointRow): Selection {
  const title =
    point.id === null
      ? words.t('select.cell', {count: point.customers, customers: count(point.customers)})
      : (point.name ?? point.id);
  return picked(title, {
    pick: 'cell',
    least: Number(point.least_sales),
    most: Number(point.most_sales),
    low: Number(point.least_cost),
    high: Number(point.most_cost)
  });
}

interface Picked {
  pick: 'row' | 'rank' | 'cell' | 'quadrant' | 'reason';
  value?: string;
  least?: number;
  most?: number;
  low?: number;
  high?: number;
}

const picked = (
  title: string,
  {
    pick,
    value = null,
    least = null,
    most = null,
    low = null,
    high = null
  }: Partial<Nulls<Picked>> & {pick: Picked['pick']}
): Selection => ({
  title,
  params: {pick, value, least, most, low, high}
});

type Nulls<T> = {[K in keyof T]: T[K] | null};
