import {count, day, money} from '../../messages/format';
import type {Sentence, ViewContext} from '../analysis';
import type {ParetoParams} from './params';
import type {ClassOrNone, MoveRow} from './rows';
import {className} from './selection';
import {spansOf, type Span, type Spans} from './spans';
import {named} from './trend';
import {words} from './words';

/** The classes in the order of the matrix, the best first. */
export const classes = ['A', 'B', 'C', 'none'] as const;

/** Whether someone stayed, rose, fell, came from nothing or went to nothing. */
export type Direction = 'stayed' | 'rose' | 'fell' | 'came' | 'gone';

export function directionOf(before: ClassOrNone, now: ClassOrNone): Direction {
  if (before === now) return 'stayed';
  if (before === 'none') return 'came';
  if (now === 'none') return 'gone';
  return now < before ? 'rose' : 'fell';
}

/** The periods that the view compares; null where there are none. */
export const spansFor = (params: ParetoParams, {window}: ViewContext): Spans | null => spansOf(window, params);

/** The rows that say how many crossed from one class to another. */
export const cellsOf = (rows: readonly MoveRow[]): MoveRow[] => rows.filter(({place}) => place === 0);

/** "Q3 2011 against Q2 2011, each ranked by itself. Customers that rose: 196; that fell: 279 …" */
export function movesText(rows: readonly MoveRow[], spans: Spans, {by}: ParetoParams): Sentence {
  const cells = cellsOf(rows);
  const of = (direction: Direction): string =>
    count(
      cells
        .filter((cell) => directionOf(cell.class_before, cell.class_now) === direction)
        .reduce((sum, {entities}) => sum + entities, 0)
    );
  return words.rich('moves.text', {
    by,
    ...spanNames(spans),
    rose: of('rose'),
    fell: of('fell'),
    gone: of('gone'),
    came: of('came')
  });
}

/** What the two periods are called. */
export const spanNames = ({before, now, kind}: Spans): {before: string; now: string} => ({
  before: spanName(before, kind),
  now: spanName(now, kind)
});

/** `Q3 2011`; of a half its days. */
function spanName({from, to}: Span, kind: Spans['kind']): string {
  return kind === 'half' ? words.t('moves.half', {from: day(from), to: day(to)}) : named(from, kind);
}

/** Why there is nothing to compare. */
export function nothingToCompare(spans: Spans | null, {grain, since}: ParetoParams): string {
  if (spans) return words.t('moves.no total');
  return since === 'year_before' ? words.t('moves.none year before', {grain}) : words.t('moves.none');
}

/** One cell of the matrix, as it's shown. */
export interface Cell extends Pick<MoveRow, 'class_before' | 'class_now'> {
  direction: Direction;
  /** empty where there is no one */
  text: string;
  hint: string;
}

/** The matrix by rows: from each class to each. */
export const matrix = (rows: readonly MoveRow[], by: ParetoParams['by']): Cell[][] =>
  classes.map((before) => classes.map((now) => cellOf(rows, before, now, by)));

function cellOf(rows: readonly MoveRow[], before: ClassOrNone, now: ClassOrNone, by: ParetoParams['by']): Cell {
  const found = cellsOf(rows).find((cell) => cell.class_before === before && cell.class_now === now);
  const direction = directionOf(before, now);
  const text = found ? `${arrows[direction]}${count(found.entities)}` : '';
  return {class_before: before, class_now: now, direction, text, hint: found ? hintOf(found, by) : ''};
}

/** A fall and a climb differ by more than their colour. */
const arrows: Readonly<Record<Direction, string>> = {stayed: '', rose: '↑ ', fell: '↓ ', came: '+ ', gone: '− '};

const hintOf = (cell: MoveRow, by: ParetoParams['by']): string =>
  words.t('moves.hint', {
    by,
    before: className(cell.class_before),
    now: className(cell.class_now),
    count: cell.entities,
    number: count(cell.entities),
    value_before: money(cell.before),
    value_now: money(cell.now)
  });

/** Those who went one way, the weightiest first. */
export interface MoverList extends Pick<MoveRow, 'class_before' | 'class_now'> {
  title: string;
  rows: {name: string; before: string; now: string}[];
  /** how many there are in all */
  entities: number;
}

const ways = [
  ['A', 'C', 'moves.list AC'],
  ['C', 'A', 'moves.list CA'],
  ['A', 'none', 'moves.list Anone']
] as const;

export const moverLists = (rows: readonly MoveRow[]): MoverList[] =>
  ways.map(([before, now, key]) => {
    const own = rows.filter((row) => row.class_before === before && row.class_now === now);
    return {
      class_before: before,
      class_now: now,
      title: words.t(key),
      rows: own
        .filter(({place}) => place > 0)
        .map((row) => ({name: nameOf(row), before: money(row.before), now: money(row.now)})),
      entities: cellsOf(own)[0]?.entities ?? 0
    };
  });

const nameOf = ({name, id}: MoveRow): string => name ?? id ?? words.t('chart.bars.none given');
