import {words} from '../messages/ui';
import {pointAt, pointAway, pointsOf, wordsOf, type Point} from './points';

/** Where the keyboard is in a chart, and what is read out there. */
export class Cursor {
  #points: Point[] | undefined;
  #at = -1;
  #spoken = $state('');

  /** for a live region */
  get spoken(): string {
    return this.#spoken;
  }

  /** Forgets the points of a drawing that is no more, and keeps the place in the order. */
  redrawn(): void {
    this.#points = undefined;
  }

  /** Moves by a key. @returns false for a key that moves nothing */
  move(svg: SVGSVGElement, key: string): boolean {
    this.#points ??= pointsOf(svg);
    const next = target(key, this.#at, this.#points.length);
    const point = next === undefined ? undefined : this.#points[next];
    if (next === undefined || !point) return false;
    this.#mark(next);
    pointAt(svg, point);
    const count = this.#points.length;
    // Plot draws the tooltip of a chart in facets in the next frame.
    requestAnimationFrame(() => {
      this.#spoken = words.t('chart.point', {text: wordsOf(svg, point), index: next + 1, count});
    });
    return true;
  }

  /** Takes mark and tooltip away, and stays ready to go on from here. */
  leave(svg: SVGSVGElement): void {
    this.#mark(-1);
    pointAway(svg);
    this.#spoken = '';
  }

  #mark(next: number): void {
    this.#points?.[this.#at]?.element.classList.remove('current');
    if (next >= 0) this.#at = next;
    if (next >= 0) this.#points?.[next]?.element.classList.add('current');
  }
}

const backward = ['ArrowLeft', 'ArrowUp'];
const forward = ['ArrowRight', 'ArrowDown'];

/** The index that a key leads to from another; from -1, nowhere, to the first or last. Undefined for other keys. */
export function target(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const page = Math.max(1, Math.round(count / 10));
  const to = (index: number): number => Math.min(count - 1, Math.max(0, index));
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (at < 0) return backward.includes(key) ? count - 1 : forward.includes(key) ? 0 : undefined;
  if (backward.includes(key)) return to(at - 1);
  if (forward.includes(key)) return to(at + 1);
  if (key === 'PageUp') return to(at - page);
  if (key === 'PageDown') return to(at + page);
  return undefined;
}
