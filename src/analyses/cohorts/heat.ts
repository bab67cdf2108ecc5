import type {FigureName} from './params';
import type {AverageRow, CellRow} from './parts';
import {startsHigh, valueOf} from './values';

/** How many steps the scale of colours has. */
export const steps = 9;

/** Fewer customers than this make no scale: one of one would be 100 %. */
export const enough = 10;

/** Whether so many customers stand behind a value that it may set a scale, as far as any have that many. */
export function weighty(cells: readonly CellRow[]): (cell: CellRow) => boolean {
  const most = cells.reduce((largest, {eligible}) => Math.max(largest, eligible), 0);
  return ({eligible, state}) => state !== 'in progress' && eligible >= Math.min(enough, most);
}

/** The value of the strongest colour: the largest with some weight; 0 where nothing is above zero. */
export function topOf(cells: readonly CellRow[], figure: FigureName): number {
  const values = cells
    .filter(weighty(cells))
    .filter(({age}) => age > 0 || !startsHigh(figure))
    .map((cell) => valueOf(cell, figure) ?? 0);
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** The step of the colour of a cell or an average, 1 to `steps`; 0 for nothing, -1 below zero, null at an age that isn't on the scale. */
export function heatOf(cell: CellRow | AverageRow, figure: FigureName, top: number): number | null {
  const value = valueOf(cell, figure);
  if (value === null || (cell.age === 0 && startsHigh(figure))) return null;
  if (value < 0) return -1;
  if (value === 0 || top === 0) return 0;
  return Math.min(steps, Math.max(1, Math.ceil((value / top) * steps)));
}
