import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, moneyTick, rule, shareTick, tip} from '../../charts/theme';
import {count, money, share} from '../../messages/format';
import type {Measure, ParetoParams} from './params';
import type {Peak, WhaleRow} from './rows';
import {words} from './words';

export interface WhaleOptions {
  by: ParetoParams['by'];
  /** what adds up; needn't be what the bars rank by */
  measure: Measure;
  peak: Peak;
  currency: string | null;
}

const yTicks = 5;

/**
 * What the most profitable part makes as it adds up: rising to the peak, falling where others take away. In money where
 * the total isn't above zero. Each tenth, and the peak, can be read and chosen.
 */
export function whale(rows: readonly WhaleRow[], options: WhaleOptions, width: number): Plot.PlotOptions {
  const {by, measure, peak, currency} = options;
  const shares = peak.peak_share !== null;
  const y = shares ? (row: WhaleRow) => row.share : (row: WhaleRow) => Number(row.value);
  const all = shares ? 1 : Number(peak.total);
  const falling = fallOf(rows, peak);
  const stops = rows.filter((row) => isStop(row, peak));
  const domain = domainOf(rows, y, shares);
  return {
    ...frame(width, {height: Math.min(width, 440), left: 56, right: 24, top: 40, bottom: 44}),
    x: {
      type: 'linear',
      domain: [0, 1],
      label: words.t('chart.whale.x', {by, measure}),
      labelArrow: false,
      tickFormat: shareTick,
      ticks: 5
    },
    y: {
      type: 'linear',
      domain,
      label: words.t(shares ? 'chart.whale.y' : 'chart.whale.y money', {measure, currency: currency ?? 'none'}),
      labelArrow: false,
      tickFormat: shares ? shareTick : moneyTick,
      ticks: yTicks
    },
    marks: [
      Plot.gridY({...grid, ticks: yTicks}),
      Plot.areaY(falling, {x: 'entities_share', y1: all, y2: y, fill: colors.loss, fillOpacity: 0.16}),
      Plot.ruleY([all], {stroke: colors.quiet, strokeDasharray: '3,3'}),
      Plot.line(rows, {x: 'entities_share', y, stroke: colors.mark, strokeWidth: 2}),
      Plot.line(falling, {x: 'entities_share', y, stroke: colors.loss, strokeWidth: 2, strokeDasharray: '6,2'}),
      Plot.dot(stops, {
        x: 'entities_share',
        y,
        r: 3,
        fill: (row: WhaleRow) => (row.entities >= losingFrom(peak) ? colors.loss : colors.mark),
        className: 'points',
        title: (row: WhaleRow) => title(row, options),
        tip
      }),
      ...peakLabel(rows, peak, y),
      Plot.ruleY([0], rule)
    ]
  };
}

/** The points from the last one at the height of the peak; beside that one none where no one is below zero. */
const fallOf = (rows: readonly WhaleRow[], peak: Peak): WhaleRow[] =>
  rows.slice(Math.max(0, rows.filter(({entities}) => entities < losingFrom(peak)).length - 1));

const losingFrom = ({losing_from}: Peak): number => losing_from ?? Infinity;

/** The peak, and the point at or next after each tenth of all. */
function isStop({entities}: WhaleRow, peak: Peak): boolean {
  if (entities === 0) return false;
  if (entities === peak.before_peak || entities === peak.entities) return true;
  return tenths.some((tenth) => Math.ceil((peak.entities * tenth) / 10) === entities);
}

const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function peakLabel(rows: readonly WhaleRow[], peak: Peak, y: (row: WhaleRow) => number | null): Plot.Markish[] {
  const top = rows.find((row) => row.entities === peak.before_peak);
  if (!top || peak.losing === 0) return [];
  const anchor = top.entities_share < 0.2 ? 'start' : top.entities_share > 0.8 ? 'end' : 'middle';
  const text = words.t('chart.whale.peak', {
    share: peak.peak_share === null ? money(peak.peak) : share(peak.peak_share)
  });
  return [Plot.text([top], {x: 'entities_share', y, text: () => text, textAnchor: anchor, dy: -14, ...label})];
}

function title(row: WhaleRow, {by, measure}: WhaleOptions): string {
  const fill = {
    by,
    measure,
    part: share(row.entities_share),
    number: count(row.entities),
    count: row.entities,
    value: money(row.value)
  };
  if (row.share === null) return words.t('chart.whale.tip money', fill);
  return words.t('chart.whale.tip', {...fill, share: share(row.share)});
}

function domainOf(rows: readonly WhaleRow[], y: (row: WhaleRow) => number | null, shares: boolean): [number, number] {
  const values = rows.map((row) => y(row) ?? 0);
  return [Math.min(0, ...values), Math.max(shares ? 1 : 0, ...values)];
}
