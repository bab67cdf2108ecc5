import * as Plot from '@observablehq/plot';
import {colors, countTick, frame, grid, hues, label, rule, shareTick, tip} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {count, share} from '../../messages/format';
import {ungrouped} from '../../models/grouping';
import {curveName, days, type Named} from './names';
import type {SurvivalParams} from './params';
import type {Point, Summary, Time} from './parts';
import {placed} from './placed';
import {words} from './words';

export interface CurveParts {
  points: readonly Point[];
  times: readonly Time[];
  summaries: readonly Summary[];
}

/** Fewer than these seen so long: the curve is drawn dashed, and no chance is told. */
export const few = 10;

const lineHeight = 17;
const axisHeight = 44;
const mostStops = 40;
const mostTicks = 120;

/**
 * The curves with their bands: the share that has bought again, rising; of relationships the share still there, falling.
 * Below the axis stands how many are known that long.
 */
export function chart(parts: CurveParts, params: SurvivalParams, width: number): Plot.PlotOptions {
  const {points, times, summaries} = parts;
  const compared = params.split !== ungrouped;
  const left = compared ? (width < 600 ? 96 : 148) : 56;
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

/** A point as it is drawn: `at`, `from` and `to` are the share shown and its limits. */
interface Drawn extends Point {
  at: number;
  from: number | null;
  to: number | null;
}

interface Curve {
  summary: Summary;
  color: string;
  drawn: Drawn[];
}

function curveOf(summary: Summary, points: readonly Point[], params: SurvivalParams): Curve {
  const own = points.filter(({place}) => place === summary.place);
  return {
    summary,
    color: colorOf(summary, params),
    drawn: [startOf(summary), ...own].map((point) => shown(point, params))
  };
}

/** Before anything happens all are waiting. */
const startOf = ({place, group_name, waits}: Summary): Point => ({
  place,
  group_name,
  from_day: 0,
  duration: 0,
  at_risk: waits,
  at_risk_last: waits,
  events: 0,
  censored: 0,
  survival: 1,
  low: 1,
  high: 1
});

function shown(point: Point, {what}: SurvivalParams): Drawn {
  const {survival, low, high} = point;
  if (what === 'contract') return {...point, at: survival, from: low, to: high};
  const over = (value: number | null): number | null => (value === null ? null : 1 - value);
  return {...point, at: 1 - survival, from: over(high), to: over(low)};
}

function topOf(curves: readonly Curve[], {what}: SurvivalParams): number {
  if (what === 'contract') return 1;
  const known = curves.flatMap(({drawn}) =>
    drawn.map((point) => Math.max(point.at, isKnown(point) ? (point.to ?? 0) : 0))
  );
  return Math.min(1, Math.max(0.1, Math.ceil(Math.max(0, ...known) * 10) / 10));
}

const isKnown = ({at_risk}: Point): boolean => at_risk >= few;

export function colorOf({place, group_name}: Named, {split}: SurvivalParams): string {
  if (split === ungrouped) return colors.mark;
  return group_name === null ? colors.grey : (hues[place - 1] ?? colors.grey);
}

function band({drawn, color}: Curve, top: number): Plot.Markish[] {
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
function lines({drawn, color}: Curve): Plot.Markish[] {
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
function halfway(summaries: readonly Summary[], {what}: SurvivalParams, most: number): Plot.Markish[] {
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
function names(curves: readonly Curve[], {height, top, right, most}: Room, params: SurvivalParams): Plot.Markish[] {
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

interface Table {
  moments: readonly number[];
  left: number;
  compared: boolean;
}

/** How many are known that long, in columns below the ticks, as papers print it. */
function atRisk({times, summaries}: CurveParts, params: SurvivalParams, {moments, left, compared}: Table) {
  const shownTimes = times.filter(({duration}) => moments.includes(duration));
  const lineOf = (place: number): number => summaries.findIndex((summary) => summary.place === place) + 1;
  const y = (line: number): number => axisHeight + 6 + lineHeight * line;
  return [
    Plot.text([words.t('chart.at risk', {what: params.what})], {
      frameAnchor: 'bottom-left',
      text: (text: string) => text,
      textAnchor: 'start',
      dx: compared ? 8 - left : 0,
      dy: y(0),
      fill: colors.quiet,
      lineAnchor: 'middle'
    }),
    ...summaries.flatMap((summary) => [
      ...(compared
        ? [
            Plot.text([curveName(summary, params)], {
              frameAnchor: 'bottom-left',
              text: (text: string) => shortened(text, Math.floor(left / 8.5)),
              textAnchor: 'start',
              dx: 8 - left,
              dy: y(lineOf(summary.place)),
              fill: colorOf(summary, params),
              fontWeight: 500,
              lineAnchor: 'middle'
            })
          ]
        : []),
      Plot.text(
        shownTimes.filter(({place}) => place === summary.place),
        {
          x: 'duration',
          frameAnchor: 'bottom',
          text: ({at_risk}: Time) => count(at_risk),
          dy: y(lineOf(summary.place)),
          fill: colors.ink,
          lineAnchor: 'middle'
        }
      )
    ])
  ];
}

function pointers(curves: readonly Curve[], params: SurvivalParams): Plot.Markish[] {
  const all = curves.flatMap(({drawn}) => drawn.slice(1));
  const stops = curves.flatMap(({drawn}) => thinned(drawn.slice(1)));
  const at = {x: 'duration', y: 'at'} as const;
  return [
    Plot.dot(stops, {...at, r: 3, fill: 'transparent', stroke: 'none', className: 'points'}),
    Plot.dot(all, Plot.pointer({...at, r: 4, fill: (point: Drawn) => colorOf(point, params), stroke: colors.paper})),
    Plot.tip(all, Plot.pointer({...at, title: (point: Drawn) => title(point, params), ...tip}))
  ];
}

/** Evenly many of the points, the last among them: as many as one would want to step through. */
function thinned(points: readonly Drawn[]): Drawn[] {
  const each = Math.ceil(points.length / mostStops);
  return points.filter((_, place) => (points.length - 1 - place) % Math.max(1, each) === 0);
}

function title(point: Drawn, params: SurvivalParams): string {
  return words.t('chart.tip', {
    what: params.what,
    group: params.split === ungrouped ? '' : `${curveName(point, params)}\n`,
    days: days(point.duration),
    share: share(point.at),
    low: share(point.from),
    high: share(point.to),
    events: count(point.events),
    atRisk: count(point.at_risk),
    same: point.from_day === point.duration ? 'yes' : 'no',
    from: count(point.from_day),
    to: count(point.duration),
    censored: point.censored
  });
}

/** The days that have room: all, or every second, third … */
function momentsOf(times: readonly Time[], room: number): number[] {
  const all = [...new Set(times.map(({duration}) => duration))].sort((a, b) => a - b);
  const each = Math.max(1, Math.ceil((all.length * 46) / Math.max(1, room)));
  return all.filter((_, place) => place % each === 0);
}
