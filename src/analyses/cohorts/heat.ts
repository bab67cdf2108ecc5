import type {FigureName} from './params';
import type {CellRow} from './parts';
import {startsHigh, valueOf} from './values';

/** How many steps the scale of colours has. */
export const steps = 9;

/** The scale of a matrix: the value of the strongest colour; 0 where nothing is above zero. */
export function topOf(cells: readonly CellRow[], figure: FigureName): number {
  const values = cells
    .filter(({age, state}) => state !== 'in progress' && (age > 0 || !startsHigh(figure)))
    .map((cell) => valueOf(cell, figure) ?? 0);
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** The step of a cell's colour, 1 to `steps`; 0 for nothing, -1 below zero, null at an age that isn't on the scale. */
export function heatOf(cell: CellRow, figure: FigureName, top: number): number | null {
  const value = valueOf(cell, figure);
  if (value === null || (cell.age === 0 && startsHigh(figure))) return null;
  if (value < 0) return -1;
  if (value === 0 || top === 0) return 0;
  return Math.min(steps, Math.max(1, Math.ceil((value / top) * steps)));
}
