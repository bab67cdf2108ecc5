import type {Row, Selection} from '../analysis';
import {barName} from './bar-name';
import type {BarRow, ClassRow} from './parts';
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

const ranks = (title: string, rank_from: number, rank_to: number): Selection => ({title, params: {rank_from, rank_to}});
