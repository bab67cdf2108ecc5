import {count} from '../../messages/format';
import type {Row, Selection} from '../analysis';
import {barName} from './bar-name';
import type {BarRow, ClassOrNone, ClassRow, MoveRow} from './rows';
import {words} from './words';

/** The customers of a bar. */
export const ofBar = (bar: BarRow): Selection => ranks(barName(bar), bar.rank_from, bar.rank_to);

/** The customers of a class; undefined where no one is in it. */
export function ofClass({class: name, rank_from, rank_to}: ClassRow): Selection | undefined {
  if (rank_from === null || rank_to === null) return undefined;
  return ranks(words.t('select.class', {class: name}), rank_from, rank_to);
}

/** The customers of a row of the table twin. */
export function ofRow(row: Row): Selection {
  const rank = Number(row['rank']);
  const name = row['name'] ?? row['id'];
  return ranks(name === null || name === undefined ? words.t('chart.bars.none given') : String(name), rank, rank);
}

/** The customers of so many of the largest. */
export const ofLargest = (entities: number): Selection => ranks(rankTitle(1, entities), 1, entities);

/** The customers between two ranks of the ranking that the whale curve is drawn from. */
export function ofWhale(from: number, to: number): Selection {
  return {title: rankTitle(from, to), params: {rank_from: from, rank_to: to, ranking: 'profit'}};
}

/** The customers who crossed from a class to another, or stayed. */
export function ofMove({class_before, class_now}: Pick<MoveRow, 'class_before' | 'class_now'>): Selection {
  const title = words.t('moves.select', {before: className(class_before), now: className(class_now)});
  return {title, params: {class_before, class_now}};
}

/** `class A`, `nothing bought`. */
export const className = (name: ClassOrNone): string =>
  name === 'none' ? words.t('moves.class none') : words.t('select.class', {class: name});

const rankTitle = (from: number, to: number): string => words.t('select.ranks', {from: count(from), to: count(to)});

const ranks = (title: string, rank_from: number, rank_to: number): Selection => ({title, params: {rank_from, rank_to}});
