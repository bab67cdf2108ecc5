import {count, day, share} from '../../messages/format';
import type {MigrationOptions, Moved} from '../states/migration';
import {directions, type Move} from '../states/states';
import type {Sentence} from '../analysis';
import type {MoveRow} from './parts';
import {ladder, rungName} from './rungs';
import {words} from './words';

/** The two days that are compared; undefined where no one was known on either. */
export function daysOf(rows: readonly MoveRow[]): {from_on: string; to_on: string; days: number} | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const {from_on, to_on} = first;
  return {from_on, to_on, days: Math.round((Date.parse(to_on) - Date.parse(from_on)) / 86_400_000)};
}

export const movesOf = (rows: readonly MoveRow[]): Move[] =>
  rows.map(({from_rung, to_rung, customers}) => ({from_state: from_rung, to_state: to_rung, customers}));

/** "From 9 Dec 2010 to 9 Dec 2011, 120 customers climbed, 340 fell and 400 stayed where they were." */
export function movesSentence(rows: readonly MoveRow[]): Sentence {
  const span = daysOf(rows);
  if (!span) return [];
  const {climb, fall, stay, gone, ...others} = directions(ladder, movesOf(rows));
  const arrived = others.new;
  return words.rich(span.days === 0 ? 'moves.same' : 'moves.sentence', {
    from: day(span.from_on),
    to: day(span.to_on),
    climb,
    climbed: count(climb),
    fall,
    fell: count(fall),
    stayed: count(stay),
    arrived,
    arrivals: count(arrived),
    gone,
    departed: count(gone)
  });
}

/** What the pictures of moves say. */
export function moveWords(rows: readonly MoveRow[]): MigrationOptions {
  const span = daysOf(rows);
  return {
    states: ladder,
    from: span ? day(span.from_on) : '',
    to: span ? day(span.to_on) : '',
    newcomers: words.t('move.new'),
    gone: words.t('move.gone'),
    title: moveTitle
  };
}

function moveTitle({from_state, to_state, customers, direction, of_from, of_to, share: part}: Moved): string {
  const fill = {
    from: from_state === null ? words.t('move.new') : rungName(from_state),
    to: to_state === null ? words.t('move.gone') : rungName(to_state),
    customers: count(customers),
    direction,
    share: share(part),
    of: count(of_from),
    share_to: share(customers / Math.max(1, of_to)),
    of_to: count(of_to)
  };
  return words.t('move.tip', fill);
}
