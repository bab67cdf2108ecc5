import {count} from '../../messages/format';
import {heatOf, topOf} from './heat';
import {cohortName, keyOf} from './names';
import type {CohortParams} from './params';
import type {AverageRow, CellRow, State} from './parts';
import {averageTip, cellTip} from './tips';
import {cellText, fullText, kindOf, startsHigh, valueOf} from './values';

/** How much of a value fits into a cell: all of it, a short form, two digits of per cent, nothing. */
export type Room = 'full' | 'short' | 'digits' | 'none';

export interface GridCell {
  cell: CellRow;
  text: string;
  tip: string;
  heat: number | null;
  state: State;
  /** over for less than half of the cohort */
  few: boolean;
}

export interface GridRow {
  key: string;
  label: string;
  size: string;
  /** by age, from 0 to the last that is observed */
  cells: readonly GridCell[];
}

export interface GridMean {
  text: string;
  tip: string;
  heat: number | null;
}

export interface Grid {
  ages: readonly number[];
  rows: readonly GridRow[];
  /** by age, from 0 to the last that is over for someone */
  averages: readonly GridMean[];
  room: Room;
  /** the value of the strongest colour */
  top: number;
  /** whether some values are above that */
  above: boolean;
}

/** The matrix in words and steps of colour. */
export function gridOf(cells: readonly CellRow[], averages: readonly AverageRow[], params: CohortParams): Grid {
  const oldest = cells.reduce((most, {age}) => Math.max(most, age), 0);
  const ages = Array.from({length: oldest + 1}, (_, age) => age);
  const room = roomFor(oldest);
  const top = topOf(cells, params.figure);
  const rows = new Map<number, CellRow[]>();
  for (const cell of cells) {
    const row = rows.get(cell.place) ?? [];
    rows.set(cell.place, row);
    row.push(cell);
  }
  return {
    ages,
    room,
    top,
    above: cells.some(
      (cell) => (cell.age > 0 || !startsHigh(params.figure)) && (valueOf(cell, params.figure) ?? 0) > top
    ),
    rows: [...rows.values()].map((row) => rowOf(row, params, room, top)),
    averages: byAge(averages)
      .slice(0, ages.length)
      .map((row) => ({
        text: textOf(row, params, room),
        tip: averageTip(row, params),
        heat: heatOf(row, params.figure, top)
      }))
  };
}

function roomFor(oldest: number): Room {
  if (oldest < 14) return 'full';
  if (oldest < 25) return 'short';
  return oldest < 50 ? 'digits' : 'none';
}

function rowOf(row: readonly CellRow[], params: CohortParams, room: Room, top: number): GridRow {
  const first = row[0] ?? {cohort: null, group_name: null, size: 0};
  return {
    key: keyOf(first),
    label: cohortName(first, params),
    size: count(first.size),
    cells: byAge(row).map((cell) => ({
      cell,
      text: textOf(cell, params, room),
      tip: cellTip(cell, params),
      heat: heatOf(cell, params.figure, top),
      state: cell.state,
      few: cell.eligible > 0 && cell.eligible * 2 < cell.size
    }))
  };
}

const byAge = <T extends {age: number}>(rows: readonly T[]): T[] => rows.toSorted((a, b) => a.age - b.age);

function textOf(row: CellRow | AverageRow, {figure}: CohortParams, room: Room): string {
  const value = valueOf(row, figure);
  const kind = kindOf(figure);
  if (value === null || room === 'none') return '';
  if (room === 'digits') return kind === 'share' && value < 0.995 ? String(Math.round(value * 100)) : '';
  const full = room === 'full' && (kind === 'share' || (kind === 'count' && Number.isInteger(value)));
  return full ? fullText(value, figure) : cellText(value, figure);
}
