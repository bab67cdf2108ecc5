/** No browser lets an element be much taller than 17 to 33 million pixels. */
export const tallest = 12_000_000;

/** A list of rows of one height, seen through a window that is scrolled. All lengths in pixels. */
export interface Extent {
  rows: number;
  rowHeight: number;
  /** of the window, without what covers it */
  view: number;
}

/** What the rows would take, unlimited. */
export const fullHeight = ({rows, rowHeight}: Extent): number => rows * rowHeight;

/** What the scrolled element takes: the rows' height, as far as browsers allow. */
export const height = (extent: Extent): number => Math.min(fullHeight(extent), Math.max(tallest, extent.view));

/** Place in the rows for a place of the scroll bar; the two ends are the same. */
export const toRows = (extent: Extent, scrollTop: number): number => limit(extent, scrollTop * ratio(extent));

/** Place of the scroll bar for a place in the rows. */
export const toScroll = (extent: Extent, top: number): number => limit(extent, top) / ratio(extent);

/** A place in the rows that is really there. */
export const limit = (extent: Extent, top: number): number =>
  Math.min(Math.max(0, top), Math.max(0, fullHeight(extent) - extent.view));

/** The rows seen from a place, and some around: from `start` up to, not with, `end`. */
export function visible(extent: Extent, top: number, around = 8): {start: number; end: number} {
  const {rows, rowHeight, view} = extent;
  const start = Math.max(0, Math.floor(top / rowHeight) - around);
  return {start: Math.min(start, rows), end: Math.min(rows, Math.ceil((top + view) / rowHeight) + around)};
}

/** The place nearest to `top` from which all of a row is seen. */
export function reveal(extent: Extent, top: number, row: number): number {
  const {rowHeight, view} = extent;
  const from = row * rowHeight;
  if (from < top) return limit(extent, from);
  if (from + rowHeight > top + view) return limit(extent, from + rowHeight - view);
  return top;
}

function ratio(extent: Extent): number {
  const scrolled = height(extent) - extent.view;
  const all = fullHeight(extent) - extent.view;
  return scrolled > 0 && all > scrolled ? all / scrolled : 1;
}
