import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, moneyTick, rule, shareTick, tip} from '../../charts/theme';
import {count, money, share} from '../../messages/format';
import type {Summary, WhaleRow} from './parts';
import {words} from './words';

export interface WhaleOptions {
  summary: Summary;
  currency: string | null;
}

/** Cumulative profit from the most to the least profitable customer: per cent of the total, or money where that isn't above 0. */
export function whale(rows: readonly WhaleRow[], {summary, currency}: WhaleOptions, width: number): Plot.PlotOptions {
  const before = rows.filter((row) => row.before !== null);
  const shares = before.length === 0 && rows.every(({cumulative_share}) => cumulative_share !== null);
  const y = (row: WhaleRow): number => (shares ? (row.cumulative_share ?? 0) : Number(row.cumulative));
  const values = rows.map(y);
  const earlier = before.map((row) => Number(row.before));
  const end = values.at(-1) ?? 0;
  const falling = rows.filter(({rank}) => rank >= summary.peak_customers);
  return {
    ...frame(width, {left: 64, right: 24, top: 40, bottom: 44}),
    x: {
      type: 'linear',
      domain: [0, 1],
      label: words.t('chart.whale.x'),
      labelArrow: false,
      tickFormat: shareTick,
      ticks: 5
    },
    y: {
      type: 'linear',
      domain: [Math.min(0, ...values, ...earlier), Math.max(shares ? 1 : 0, ...values, ...earlier)],
      nice: true,
      label: words.t(shares ? 'chart.whale.y' : 'chart.whale.y money', {currency: currency ?? 'none'}),
      labelArrow: false,
      tickFormat: shares ? shareTick : moneyTick,
      ticks: 5
    },
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      Plot.areaY(falling, {x: 'customers_share', y1: end, y2: y, fill: colors.loss, fillOpacity: 0.14}),
      Plot.ruleY([end], {stroke: colors.quiet, strokeDasharray: '3,3'}),
      ...without(before),
      Plot.line(rows, {x: 'customers_share', y, stroke: colors.profit, strokeWidth: 2}),
      Plot.line(falling, {x: 'customers_share', y, stroke: colors.loss, strokeWidth: 2, strokeDasharray: '6,2'}),
      Plot.dot(stops(rows, summary), {
        x: 'customers_share',
        y,
        r: 3,
        fill: ({rank}: WhaleRow) => (rank > summary.peak_customers ? colors.loss : colors.profit),
        className: 'points',
        title: (row: WhaleRow) => title(row),
        tip
      }),
      ...peak(rows, summary, y, shares),
      Plot.ruleY([0], rule)
    ]
  };
}

/** The curve as it would be without the "what if". */
function without(rows: readonly WhaleRow[]): Plot.Markish[] {
  const y = (row: WhaleRow): number => Number(row.before);
  return [
    Plot.line(rows, {x: 'customers_share', y, stroke: colors.ink, strokeWidth: 1.5, strokeDasharray: '2,3'}),
    ...(rows.length === 0
      ? []
      : [
          Plot.text([words.t('chart.whale.before')], {
            ...{frameAnchor: 'bottom-right', text: (text: string) => text, ...label},
            ...{dx: -8, dy: -12, fontWeight: 400}
          })
        ])
  ];
}

/** The slices that can be chosen: about twenty, each from where the one before ended. */
export function stops(rows: readonly WhaleRow[], {customers, peak_customers}: Summary): WhaleRow[] {
  const chosen: WhaleRow[] = [];
  for (const row of rows) {
    const before = chosen.at(-1)?.rank ?? 0;
    const wide = row.rank - before >= customers / 20;
    if (row.rank > before && (wide || row.rank === peak_customers || row.rank === customers)) {
      chosen.push({...row, rank_from: before + 1});
    }
  }
  return chosen;
}

function peak(
  rows: readonly WhaleRow[],
  summary: Summary,
  y: (row: WhaleRow) => number,
  shares: boolean
): Plot.Markish[] {
  const top = rows.find(({rank}) => rank === summary.peak_customers);
  if (!top || summary.losing === 0 || summary.peak_customers === 0) return [];
  const anchor = top.customers_share < 0.25 ? 'start' : top.customers_share > 0.75 ? 'end' : 'middle';
  const text = words.t('chart.whale.peak', {
    value: shares && top.cumulative_share !== null ? share(top.cumulative_share) : money(top.cumulative),
    customers: share(top.customers_share)
  });
  return [Plot.text([top], {x: 'customers_share', y, text: () => text, textAnchor: anchor, dy: -14, ...label})];
}

function title(row: WhaleRow): string {
  const fill = {
    part: share(row.customers_share),
    number: count(row.rank),
    count: row.rank,
    value: money(row.cumulative),
    share: share(row.cumulative_share)
  };
  return words.t(row.cumulative_share === null ? 'chart.whale.tip money' : 'chart.whale.tip', fill);
}
