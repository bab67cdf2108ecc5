import * as Plot from '@observablehq/plot';
import {colors, frame, tip} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {count, share} from '../../messages/format';
import {hueOf, signs} from './direction';
import {directionOf, sidesOf, type Direction, type Move, type States} from './states';

/** What the words of a picture of moves are. */
export interface MigrationOptions {
  states: States;
  /** what the two sides are: "at first", "later" */
  from: string;
  to: string;
  /** who came from nowhere, and who is known no more */
  newcomers: string;
  gone: string;
  title: (move: Moved) => string;
}

/** A move beside those from and to the same state. */
export interface Moved extends Move {
  direction: Direction;
  /** all who were in the first state, or came; and those who are in the second */
  of_from: number;
  of_to: number;
  /** of those who were in the first state */
  share: number;
}

interface Cell extends Moved {
  row: string;
  column: string;
}

const lineHeight = 44;
const none = 'none';

/**
 * From each state (a row) to each state (a column): customers, and the share of the row. Climbs and falls have a hue and a
 * sign of their own, the diagonal is quiet; the deeper, the larger the share.
 */
export function migration(moves: readonly Move[], options: MigrationOptions, width: number): Plot.PlotOptions {
  const {states, title} = options;
  const rows = sidesOf(states, moves, 'from_state');
  const columns = sidesOf(states, moves, 'to_state');
  const cells = movedOf(states, moves).map((move) => ({
    ...move,
    row: move.from_state ?? none,
    column: move.to_state ?? none
  }));
  const left = Math.min(132, Math.max(88, width * 0.2));
  const cell = (width - left - 8) / Math.max(1, columns.length);
  const slanted = cell < 76;
  const tight = cell < 52;
  const right = tight ? 20 : 8;
  const fontSize = tight ? 10 : 12;
  return {
    ...frame(width, {left, right, top: slanted ? 96 : 48, bottom: 8}),
    height: (slanted ? 104 : 56) + lineHeight * Math.max(1, rows.length),
    x: {
      type: 'band',
      domain: columns.map((state) => state ?? none),
      axis: 'top',
      label: `↓ ${options.from}    ${options.to} →`,
      labelAnchor: 'left',
      labelArrow: false,
      tickSize: 0,
      padding: 0.04,
      tickRotate: tight ? -60 : slanted ? -45 : 0,
      tickFormat: (state: string) => shortened(state === none ? options.gone : states.name(state), slanted ? 14 : 18)
    },
    y: {
      type: 'band',
      domain: rows.map((state) => state ?? none),
      label: null,
      tickSize: 0,
      padding: 0.04,
      tickFormat: (state: string) =>
        shortened(state === none ? options.newcomers : states.name(state), Math.floor(left / 7))
    },
    color: {type: 'identity'},
    marks: [
      Plot.cell(grid(rows, columns), {x: 'column', y: 'row', fill: colors.hairline, fillOpacity: 0.35}),
      Plot.cell(cells, {
        className: 'points',
        x: 'column',
        y: 'row',
        fill: ({direction}: Cell) => hueOf[direction],
        fillOpacity: ({direction, share: part}: Cell) => (direction === 'stay' ? 0.12 : 0.1) + 0.4 * part,
        title,
        tip
      }),
      Plot.text(cells, {
        x: 'column',
        y: 'row',
        dy: tight ? 0 : -8,
        text: ({customers, direction}: Cell) => `${signs[direction]}${tight ? '' : ' '}${count(customers)}`,
        fontSize,
        fill: colors.ink,
        fontWeight: 500
      }),
      tight
        ? null
        : Plot.text(cells, {
            x: 'column',
            y: 'row',
            dy: 8,
            text: ({share: part}: Cell) => share(part),
            fontSize,
            fill: colors.ink
          })
    ]
  };
}

/** Moves with the totals of their two sides, in the order of the states. */
export function movedOf(states: States, moves: readonly Move[]): Moved[] {
  const total = (side: 'from_state' | 'to_state', state: string | null): number =>
    moves.filter((move) => move[side] === state).reduce((sum, {customers}) => sum + customers, 0);
  const place = (state: string | null): number => (state === null ? Infinity : states.order.indexOf(state));
  return moves
    .map((move) => {
      const of_from = total('from_state', move.from_state);
      const direction = directionOf(states, move.from_state, move.to_state);
      return {
        ...move,
        direction,
        of_from,
        of_to: total('to_state', move.to_state),
        share: move.customers / Math.max(1, of_from)
      };
    })
    .sort((a, b) => compare(place(a.from_state), place(b.from_state)) || compare(place(a.to_state), place(b.to_state)));
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function grid(rows: readonly (string | null)[], columns: readonly (string | null)[]) {
  return rows.flatMap((row) => columns.map((column) => ({row: row ?? none, column: column ?? none})));
}
