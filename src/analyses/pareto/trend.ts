import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, grid, label, rule, shareTick, tip} from '../../charts/theme';
import {count, decimal, month as monthName, nothing, share} from '../../messages/format';
import type {ParetoParams} from './params';
import type {TrendRow} from './rows';
import {words} from './words';

/** What the top 20 % made in each year or quarter; periods that the data covers only in part are hatched. */
export function trend(rows: readonly TrendRow[], {grain}: ParetoParams, width: number): Plot.PlotOptions {
  const most = Math.max(1, ...rows.map((row) => row.top_20_share ?? 0));
  const room = (width - 72) / Math.max(1, rows.length);
  return {
    ...frame(width, {left: 56, right: 16, top: 32, height: 260}),
    x: {
      type: 'band',
      domain: rows.map(({period}) => period),
      label: null,
      tickSize: 0,
      tickFormat: (period: string, place: number) => (place % Math.ceil(64 / room) === 0 ? named(period, grain) : '')
    },
    y: {
      type: 'linear',
      domain: [0, most],
      label: words.t('chart.trend.y'),
      labelArrow: false,
      tickFormat: shareTick,
      ticks: 5
    },
    marks: [
      hatching,
      Plot.gridY({...grid, ticks: 5}),
      Plot.barY(rows, {
        x: 'period',
        y: 'top_20_share',
        inset: 1,
        fill: (row: TrendRow) => (row.complete ? colors.mark : hatch),
        stroke: (row: TrendRow) => (row.complete ? 'none' : colors.grey),
        title: (row: TrendRow) => title(row, grain),
        tip
      }),
      Plot.text(
        rows.filter((row) => row.top_20_share !== null && room >= 36),
        {x: 'period', y: 'top_20_share', text: (row: TrendRow) => share(row.top_20_share), dy: -8, ...label}
      ),
      Plot.ruleY([0], rule)
    ]
  };
}

/** `2011`, `Q3 2011`, `Jul 2011` of the first day of a period. */
export function named(period: string, grain: ParetoParams['grain']): string {
  const [year = '', month = '1'] = period.split('-');
  if (grain === 'year') return year;
  if (grain === 'month') return monthName(period);
  return words.t('chart.trend.quarter', {quarter: Math.ceil(Number(month) / 3), year});
}

function title(row: TrendRow, grain: ParetoParams['grain']): string {
  return words.t(row.complete ? 'chart.trend.tip' : 'chart.trend.tip partly', {
    period: named(row.period, grain),
    top: count(row.top_20),
    entities: count(row.entities),
    share: share(row.top_20_share),
    gini: row.gini === null ? nothing : decimal(row.gini, 3)
  });
}
