import * as Plot from '@observablehq/plot';
import {colors, label} from '../../charts/theme';
import {isKnown, type Curve, type Drawn} from './curve';
import {days} from './names';
import type {SurvivalParams} from './params';
import type {Summary} from './parts';
import {words} from './words';

const mostTicks = 120;

/** The limits of a curve, as a band no higher than the picture. */
export function band({drawn, color}: Curve, top: number): Plot.Markish[] {
  const known = drawn.filter(({from, to}) => from !== null && to !== null);
  return [
    Plot.areaY(known, {
      x: 'duration',
      y1: 'from',
      y2: ({to}: Drawn) => Math.min(top, to ?? 0),
      curve: 'step-after',
      fill: color,
      fillOpacity: 0.14
    })
  ];
}

/** Whole where enough are seen, dashed after; small crosses where some are last seen and the points are few. */
export function lines({drawn, color}: Curve): Plot.Markish[] {
  const end = drawn.findIndex((point) => !isKnown(point));
  const sure = end === -1 ? drawn : drawn.slice(0, end);
  const unsure = end === -1 ? [] : drawn.slice(Math.max(0, end - 1));
  const line = {x: 'duration', y: 'at', curve: 'step-after', stroke: color} as const;
  const bridge = sure.at(-1) && unsure[0] ? [{...unsure[1], at: sure.at(-1)?.at}] : [];
  return [
    Plot.line([...sure, ...bridge], {...line, strokeWidth: 2}),
    Plot.line(unsure, {...line, strokeWidth: 1.25, strokeDasharray: '3,3'}),
    ...(drawn.length > mostTicks
      ? []
      : [
          Plot.dot(
            drawn.filter(({censored}) => censored > 0),
            {x: 'duration', y: 'at', symbol: 'plus', r: 3, stroke: color, strokeWidth: 1}
          )
        ])
  ];
}

/** Where half are over, if that is reached within what is drawn. */
export function halfway(summaries: readonly Summary[], {what}: SurvivalParams, most: number): Plot.Markish[] {
  const reached = summaries.filter(({median}) => median !== null && median <= most);
  return [
    Plot.ruleX(reached, {x: 'median', y1: 0, y2: 0.5, stroke: colors.quiet, strokeDasharray: '3,3'}),
    Plot.ruleY(reached, {x1: 0, x2: 'median', y: 0.5, stroke: colors.quiet, strokeDasharray: '3,3'}),
    Plot.text(reached, {
      x: 'median',
      y: what === 'contract' ? 0.5 : 0.25,
      text: ({median}: Summary) => words.t('chart.half', {median: days(median)}),
      textAnchor: 'start',
      dx: 8,
      dy: what === 'contract' ? -10 : 0,
      ...label
    })
  ];
}
