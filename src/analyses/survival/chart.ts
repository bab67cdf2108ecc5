import * as Plot from '@observablehq/plot';
import {countTick, frame, grid, rule, shareTick} from '../../charts/theme';
import {ungrouped} from '../../models/grouping';
import {atRisk, axisHeight, lineHeight} from './at-risk';
import {curveOf, topOf} from './curve';
import {band, halfway, lines} from './curve-marks';
import {names} from './curve-names';
import type {SurvivalParams} from './params';
import type {Point, Summary, Time} from './parts';
import {pointers} from './pointers';
import {words} from './words';

export interface CurveParts {
  points: readonly Point[];
  times: readonly Time[];
  summaries: readonly Summary[];
}

/**
 * The curves with their bands: the share that has bought again, rising; of relationships the share still there, falling.
 * Below the axis stands how many are known that long.
 */
export function chart(parts: CurveParts, params: SurvivalParams, width: number): Plot.PlotOptions {
  const {points, times, summaries} = parts;
  const compared = params.split !== ungrouped;
  const left = compared ? (width < 600 ? 108 : 148) : 56;
  const right = compared ? (width < 600 ? 84 : 132) : 24;
  const table = lineHeight * (summaries.length + 1) + 8;
  const height = Math.round(Math.min(440, Math.max(280, width * 0.44)));
  const moments = momentsOf(times, width - left - right);
  const most = Math.max(1, ...times.map(({duration}) => duration), ...points.map(({duration}) => duration));
  const curves = summaries.map((summary) => curveOf(summary, points, params));
  const top = topOf(curves, params);
  return {
    ...frame(width, {left, right, top: 28, bottom: axisHeight + table, height: height + table}),
    x: {
      type: 'linear',
      domain: [0, most],
      label: words.t('chart.x', {what: params.what}),
      labelAnchor: 'right',
      labelArrow: false,
      labelOffset: 36,
      ticks: moments,
      tickFormat: countTick
    },
    y: {
      type: 'linear',
      domain: [0, top],
      label: words.t('chart.y', {what: params.what}),
      labelArrow: false,
      tickFormat: shareTick,
      ticks: 5
    },
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      ...curves.flatMap((curve) => band(curve, top)),
      ...(compared ? [] : halfway(summaries, params, most)),
      ...curves.flatMap((curve) => lines(curve)),
      Plot.ruleY([0], rule),
      ...(compared ? names(curves, {height: height - 28 - axisHeight, top, right, most}, params) : []),
      ...atRisk(parts, params, {moments, left, compared}),
      ...pointers(curves, params)
    ]
  };
}

/** The days that have room: all, or every second, third … */
function momentsOf(times: readonly Time[], room: number): number[] {
  const all = [...new Set(times.map(({duration}) => duration))].sort((a, b) => a - b);
  const each = Math.max(1, Math.ceil((all.length * 46) / Math.max(1, room)));
  return all.filter((_, place) => place % each === 0);
}
