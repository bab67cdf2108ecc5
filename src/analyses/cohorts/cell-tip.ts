/** Where the words on a cell stand, in pixels of the box that holds the matrix. */
export interface Tip {
  text: string;
  x: number;
  /** the upper edge of the cell, or the lower one where the words stand below it */
  y: number;
  below: boolean;
  /** how much of the words' width lies to the left of x, in per cent */
  shift: number;
}

/** What is said of a cell that the pointer is on: above it, or below it near the top of the window; never outside the box. */
export function tipOf(cell: Element, box: Element, text: string): Tip {
  const [at, around] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
  const x = at.left + at.width / 2 - around.left;
  const below = at.top < 160;
  return {
    text,
    x,
    y: (below ? at.bottom : at.top) - around.top,
    below,
    shift: Math.round((100 * x) / Math.max(1, around.width))
  };
}
