import type {Grid} from './grid';

/** A place of the matrix: row 0 is the ages, the last one the average; column 0 the cohorts. */
export interface Place {
  row: number;
  column: number;
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity]
};

export const lastRow = ({rows}: Grid): number => rows.length + 1;
export const lastColumn = ({ages}: Grid): number => ages.length;

/** The place that a key leads to, past what isn't observed yet; undefined for other keys. */
export function moved(grid: Grid, {row, column}: Place, key: string): Place | undefined {
  const [down, right] = moves[key] ?? [];
  if (down === undefined || right === undefined) return undefined;
  return nearest(grid, {row: row + down, column: column + right});
}

/** The place itself, or the nearest one in the matrix where something is observed. */
export function nearest(grid: Grid, {row, column}: Place): Place {
  const line = Math.min(lastRow(grid), Math.max(0, row));
  return {row: line, column: Math.min(observed(grid, line), Math.max(0, column))};
}

/** The last column of a row in which something is observed. */
function observed(grid: Grid, row: number): number {
  if (row === 0) return lastColumn(grid);
  return (row === lastRow(grid) ? grid.averages : (grid.rows[row - 1]?.cells ?? [])).length;
}
