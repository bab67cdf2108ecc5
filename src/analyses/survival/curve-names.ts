import * as Plot from '@observablehq/plot';
import {label} from '../../charts/theme';
import {shortened} from '../../charts/words';
import type {Curve} from './curve';
import {curveName} from './names';
import type {SurvivalParams} from './params';
import {placed} from '../../charts/placed';

interface Room {
  /** of the plot, in pixels */
  height: number;
  /** the share at its upper edge */
  top: number;
  /** pixels beside it for the names */
  right: number;
  /** the days at its right edge */
  most: number;
}

/** The name of each curve at the right edge, moved apart where they would cover each other. */
export function names(
  curves: readonly Curve[],
  {height, top, right, most}: Room,
  params: SurvivalParams
): Plot.Markish[] {
  const ends = curves.map(({drawn}) => drawn.at(-1)?.at ?? 0);
  const spots = placed(
    ends.map((at) => (1 - Math.min(at, top) / top) * height),
    {least: 16, from: 0, to: height}
  );
  return curves.map(({summary, color}, place) =>
    Plot.text([summary], {
      x: most,
      y: top * (1 - (spots[place] ?? 0) / height),
      text: () => shortened(curveName(summary, params), Math.floor(right / 8)),
      textAnchor: 'start',
      dx: 6,
      ...label,
      fill: color
    })
  );
}
