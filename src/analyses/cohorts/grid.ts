import {count} from '../../messages/format';
import {heatOf, topOf} from './heat';
import {cohortName, keyOf} from './names';
import type {CohortParams} from './params';
import type {AverageRow, CellRow, State} from './parts';
import {averageTip, cellTip} from './tips';
import {fullText, shortText, valueOf} from './values';

/** How much of a value fits into a cell. */
export type Room = 'full' | 'short' | 'none';

export interface GridCell {
  cell: CellRow;
  text: string;
  tip: string;
  heat: number | null;
  state: State;
}

export interface GridRow {
  key: string;
  label: string;
  size: string;
  /** by age; undefined where nothing is observed yet */
  cells: readonly (GridCell | undefined)[];
}

export interface Grid {
  ages: readonly number[];
  rows: readonly GridRow[];
  averages: readonly ({row: AverageRow; text: string; tip: string} | undefined)[];
  room: Room;
  /** the value of the strongest colour */
  top: number;
}

/** The matrix in words and steps of colour. */
export function gridOf(cells: readonly CellRow[], averages: readonly AverageRow[], params: CohortParams): Grid {
  const oldest = cells.reduce((most, {age}) => Math.max(most, age), 0);
  const ages = Array.from({length: oldest + 1}, (_, age) => age);
  const room = oldest < 14 ? 'full' : oldest < 25 ? 'short' : 'none';
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
    rows: [...rows.values()].map((row) => rowOf(row, ages, params, room, top)),
    averages: ages.map((age) => {
      const row = averages.find((one) => one.age === age);
      return row && {row, text: textOf(row, params, room), tip: averageTip(row, params)};
    })
  };
}

function rowOf(
  row: readonly CellRow[],
  ages: readonly number[],
  params: CohortParams,
  room: Room,
  top: number
): GridRow {
  const first = row[0] ?? {cohort: null, group_name: null, size: 0};
  const byAge = new Map(row.map((cell) => [cell.age, cell]));
  return {
    key: keyOf(first),
    label: cohortName(first, params),
    size: count(first.size),
    cells: ages.map((age) => {
      const cell = byAge.get(age);
      return (
        cell && {
          cell,
          text: textOf(cell, params, room),
          tip: cellTip(cell, params),
          heat: heatOf(cell, params.figure, top),
          state: cell.state
        }
      );
    })
  };
}

function textOf(row: CellRow | AverageRow, {figure}: CohortParams, room: Room): string {
  const value = valueOf(row, figure);
  if (room === 'none') return '';
  const wide = room === 'full' && (figure === 'retained' || figure === 'unbounded' || figure === 'sales_retention');
  const counted = room === 'full' && (figure === 'customers' || figure === 'orders') && Number.isInteger(value);
  return wide || counted ? fullText(value, figure) : shortText(value, figure);
}
