import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, grid, label, moneyTick, monthOrYearTick, rule, tip} from '../../charts/theme';
import {money, month as monthText, share} from '../../messages/format';
import type {MonthRow} from './parts';
import {words} from './words';

/** One part of a month's column. */
export interface Segment {
  month: string;
  who: 'new' | 'returning';
  value: number;
  /** the exact value, as it is shown */
  exact: number | string;
  total: number | string;
  complete: boolean;
}

/** Net sales by month: of returning customers below, of new ones above; a month in progress is hatched. */
export function chart(rows: readonly MonthRow[], currency: string | null, width: number): Plot.PlotOptions {
  const segments = rows.flatMap(segmentsOf);
  const size = frame(width, {left: 56, right: 72, top: 32});
  const [low, high] = domainOf(rows);
  const room = (width - 72) / Math.max(1, rows.length);
  return {
    ...size,
    x: {
      type: 'band',
      domain: rows.map(({month}) => month),
      label: null,
      tickSize: 0,
      paddingInner: 0.12,
      tickFormat: (month: string) => (named(month, rows, room) ? monthOrYearTick(month) : '')
    },
    y: {
      type: 'linear',
      domain: [low, high],
      label: words.t('chart.months.y', {currency: currency ?? 'none'}),
      labelArrow: false,
      tickFormat: moneyTick,
      ticks: 5
    },
    marks: [
      hatching,
      Plot.gridY({...grid, ticks: 5}),
      Plot.barY(segments, {
        x: 'month',
        y: 'value',
        fill: colorOf,
        className: 'points',
        title,
        tip
      }),
      Plot.barY(
        segments.filter(({complete}) => !complete),
        {x: 'month', y: 'value', fill: hatch, fillOpacity: 0.55, pointerEvents: 'none'}
      ),
      ...names(rows, ((high - low) / (size.height ?? 1)) * 24),
      Plot.ruleY([0], rule)
    ]
  };
}

function segmentsOf({month, returning_sales, new_sales, net_sales, complete}: MonthRow): Segment[] {
  const shared = {month, total: net_sales, complete};
  return [
    {...shared, who: 'returning', value: Number(returning_sales), exact: returning_sales},
    {...shared, who: 'new', value: Number(new_sales), exact: new_sales}
  ];
}

/** What the two parts are, beside the last column; a line of type apart where the column is low. */
function names(rows: readonly MonthRow[], apart: number): Plot.Markish[] {
  const last = rows.at(-1);
  if (!last) return [];
  const [returning, fresh] = [Number(last.returning_sales), Number(last.new_sales)];
  const low = returning / 2;
  const high = Math.max(low + apart, Math.max(0, returning) + fresh / 2);
  const ends = [
    {y: low, text: words.t('chart.months.returning'), fill: colors.kept},
    {y: high, text: words.t('chart.months.new'), fill: colors.new}
  ];
  return ends.map((end) =>
    Plot.text([end], {y: 'y', text: 'text', textAnchor: 'start', frameAnchor: 'right', dx: 6, ...label, fill: end.fill})
  );
}

function domainOf(rows: readonly MonthRow[]): [number, number] {
  const ends = rows.map(({new_sales, returning_sales}) => [Number(new_sales), Number(returning_sales)]);
  const low = ends.map((values) => values.reduce((sum, value) => sum + Math.min(0, value), 0));
  const high = ends.map((values) => values.reduce((sum, value) => sum + Math.max(0, value), 0));
  return [Math.min(0, ...low), Math.max(0, ...high) || 1];
}

/** Every month has its tick where there is room, else quarters, else Januaries. */
function named(month: string, rows: readonly MonthRow[], room: number): boolean {
  if (room >= 34 || rows.length <= 1) return true;
  const number = Number(month.slice(5, 7));
  return room >= 14 ? number % 3 === 1 : number === 1;
}

const colorOf = ({who}: Segment): string => (who === 'new' ? colors.new : colors.kept);

function title({month, who, exact, total, value, complete}: Segment): string {
  return words.t(complete ? 'chart.months.tip' : 'chart.months.tip in progress', {
    month: monthText(month),
    who,
    value: money(exact),
    total: money(total),
    share: share(Number(total) > 0 ? value / Number(total) : null)
  });
}
