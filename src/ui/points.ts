/** One bar, dot or cell of a chart that the keyboard stops at. */
export interface Point {
  element: SVGGraphicsElement;
  /** its middle, in the drawing's own units; for ordering only */
  x: number;
  y: number;
}

type Root = Element & {value?: unknown};

/** Groups that are furniture, or have no points of their own. */
const furniture = /(axis|grid|tip|frame|rule|tick|text|link|arrow|crosshair|line|area|image)/;

/**
 * The points of a chart's main mark: of the marks with class `points` if there are any, else of the first mark of
 * bars, dots or cells. In reading order: left to right, or top to bottom where all begin at one edge.
 */
export function pointsOf(svg: SVGSVGElement): Point[] {
  const points = mainMark(svg).flatMap(leaves).map(place);
  const vertical = points.length > 1 && new Set(points.map(({left}) => Math.round(left))).size === 1;
  points.sort((a, b) => (vertical ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
  return points;
}

/** Whether the keyboard has anything to stop at. */
export const hasPoints = (svg: SVGSVGElement): boolean => mainMark(svg).some((group) => group.childElementCount > 0);

/** Lets the chart point at a point as if by mouse: its tooltip opens, and its value is the chart's. */
export function pointAt(svg: SVGSVGElement, {element}: Point): void {
  const box = element.getBoundingClientRect();
  const at = {clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
  svg.dispatchEvent(new PointerEvent('pointermove', {...at, pointerType: 'mouse', buttons: 0}));
}

/** Closes the tooltip. */
export function pointAway(svg: SVGSVGElement): void {
  svg.dispatchEvent(new PointerEvent('pointerleave', {pointerType: 'mouse'}));
}

/** The datum that the chart points at; null where at none. */
export function pointedAt(root: Element): unknown {
  return (root as Root).value ?? null;
}

/** What is known of a point in words: its own label, else the open tooltip, line by line. */
export function wordsOf(svg: SVGSVGElement, {element}: Point): string {
  const own = element.getAttribute('aria-label');
  if (own) return own;
  const lines = [...svg.querySelectorAll('[aria-label="tip"] text > tspan')].map((line) => clean(line.textContent));
  if (lines.length > 0) return lines.filter(Boolean).join(', ');
  return clean(element.querySelector('title')?.textContent ?? '');
}

const clean = (text: string | null): string =>
  (text ?? '')
    .replace(/[\u200b■]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function mainMark(svg: SVGSVGElement): SVGGElement[] {
  const named = [...svg.querySelectorAll<SVGGElement>('g.points')];
  if (named.length > 0) return named;
  const marks = [...svg.children].filter((child): child is SVGGElement => {
    const label = child.getAttribute('aria-label');
    return child.tagName === 'g' && label !== null && !furniture.test(label) && !child.hasAttribute('aria-hidden');
  });
  return marks.slice(0, 1);
}

const leaves = (group: SVGGElement): SVGGraphicsElement[] => [
  ...group.querySelectorAll<SVGGraphicsElement>('rect, circle, path, use')
];

function place(element: SVGGraphicsElement): Point & {left: number} {
  const box = element.getBoundingClientRect();
  return {element, x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x};
}
