import type {Sort} from './pages.svelte';

/** A place in a table; row -1 is the header. */
export interface Cell {
  row: number;
  column: number;
}

export interface Size {
  rows: number;
  columns: number;
  /** rows that fit in the window */
  page: number;
}

/** Where a key leads from a cell; undefined for keys that move nothing. With `far` (Ctrl), Home and End go to the corners. */
export function step(key: string, {row, column}: Cell, size: Size, far = false): Cell | undefined {
  const {rows, columns, page} = size;
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: clamp(nextRow, -1, rows - 1),
    column: clamp(nextColumn, 0, columns - 1)
  });
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(far ? rows - 1 : row + 1, column);
    case 'ArrowLeft':
      return to(row, far ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, far ? columns - 1 : column + 1);
    case 'PageUp':
      return to(Math.max(0, row - page), column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(far ? 0 : row, 0);
    case 'End':
      return to(far ? rows - 1 : row, columns - 1);
    default:
      return undefined;
  }
}

/** The order that a press on a header gives: numbers largest first, text smallest first, then the reverse, then the source's own. */
export function nextSort(current: Sort | null, column: string, numeric: boolean): Sort | null {
  if (current?.column !== column) return {column, descending: numeric};
  return current.descending === numeric ? {column, descending: !numeric} : null;
}

/** The cells between two corners. */
export function between(a: Cell, b: Cell): {rows: number[]; columns: number[]} {
  return {rows: span(a.row, b.row), columns: span(a.column, b.column)};
}

function span(a: number, b: number): number[] {
  const first = Math.min(a, b);
  return Array.from({length: Math.abs(a - b) + 1}, (_, index) => first + index);
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));
