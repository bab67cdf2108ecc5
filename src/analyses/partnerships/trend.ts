import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, grid, label, moneyTick, rule, tip} from '../../charts/theme';
import {money, share} from '../../messages/format';
import type {PeriodRow} from './parts';
import {periodName, periodTick} from './sides';
import {words} from './words';

export interface TrendOptions {
  grain: string;
  currency: string | null;
}

/**
 * What was left in each period, between the profit on sales and the costs of the partnership, where any are known; what
 * isn't whole is hatched.
 */
export function trend(rows: readonly PeriodRow[], {grain, currency}: TrendOptions, width: number): Plot.PlotOptions {
  const costly = rows.filter(({cost_to_serve}) => cost_to_serve !== null);
  const values = rows.flatMap((row) => [row.profit, row.gross_profit, row.cost_to_serve].map(Number));
  const every = Math.max(1, Math.ceil((rows.length * 56) / Math.max(1, width - 180)));
  const x = 'period';
  return {
    ...frame(width, {left: 56, right: 124, top: 40, bottom: 32}),
    x: {
      type: 'band',
      domain: rows.map(({period}) => period),
      label: null,
      tickSize: 0,
      paddingInner: 0.2,
      tickFormat: (period: string) =>
        rows.findIndex((row) => row.period === period) % every === 0 ? periodTick(period, grain) : ''
    },
    y: {
      type: 'linear',
      domain: [Math.min(0, ...values), Math.max(0, ...values)],
      nice: true,
      label: words.t('chart.trend.y', {currency: currency ?? 'none'}),
      labelArrow: false,
      tickFormat: moneyTick,
      ticks: 5
    },
    marks: [
      hatching,
      Plot.gridY({...grid, ticks: 5}),
      Plot.barY(rows, {
        ...{x, y: (row: PeriodRow) => Number(row.profit), className: 'points', tip},
        fill: (row: PeriodRow) => (Number(row.profit) < 0 ? colors.loss : colors.profit),
        title: (row: PeriodRow) => title(row, grain)
      }),
      Plot.barY(
        rows.filter(({complete}) => !complete),
        {x, y: (row: PeriodRow) => Number(row.profit), fill: hatch, fillOpacity: 0.55, pointerEvents: 'none'}
      ),
      Plot.line(rows, {x, y: (row: PeriodRow) => Number(row.gross_profit), stroke: colors.ink, strokeWidth: 1.5}),
      Plot.line(costly, {
        ...{x, y: (row: PeriodRow) => Number(row.cost_to_serve)},
        ...{stroke: colors.quiet, strokeWidth: 1.5, strokeDasharray: '4,3'}
      }),
      ...names(rows),
      Plot.ruleY([0], rule)
    ]
  };
}

/** What the lines and the bars are, beside the last period; as far apart as type needs. */
function names(rows: readonly PeriodRow[]): Plot.Markish[] {
  const last = rows.at(-1);
  if (!last) return [];
  const values = rows.flatMap((row) => [row.gross_profit, row.profit, row.cost_to_serve].map(Number));
  const apart = (Math.max(0, ...values) - Math.min(0, ...values)) / 14;
  const ends = [
    {y: Number(last.gross_profit), text: words.t('statement.gross_profit')},
    ...(last.cost_to_serve === null ? [] : [{y: Number(last.cost_to_serve), text: words.t('chart.trend.costs')}]),
    {y: Number(last.profit), text: words.t('chart.trend.profit')}
  ].sort((a, b) => b.y - a.y);
  ends.forEach((end, place) => {
    const above = ends[place - 1];
    if (above) end.y = Math.min(end.y, above.y - apart);
  });
  return ends.map((end) =>
    Plot.text([end], {y: 'y', text: 'text', textAnchor: 'start', frameAnchor: 'right', dx: 8, ...label})
  );
}

function title(row: PeriodRow, grain: string): string {
  const sales = Number(row.net_sales);
  return words.t(row.complete ? 'chart.trend.tip' : 'chart.trend.tip partly', {
    period: periodName(row.period, grain),
    sales: money(row.net_sales),
    gross: money(row.gross_profit),
    cost: money(row.cost_to_serve),
    profit: money(row.profit),
    share: share(sales > 0 ? Number(row.profit) / sales : null)
  });
}
