import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, grid, label, monthOrYearTick, rule, shareTick, tip} from '../../charts/theme';
import {count, month, share} from '../../messages/format';
import type {MonthRow} from './parts';
import {words} from './words';

/** Months that a year is made of without a rest, so that every January is among those named. */
const parts = [1, 2, 3, 4, 6, 12];

/** The share won of the leads of each month; hatched where more may still be won. */
export function months(rows: readonly MonthRow[], width: number): Plot.PlotOptions {
  const all = filled(rows.map((row) => row.month));
  const room = (width - 72) / Math.max(1, all.length);
  const each = parts.find((months) => months * room >= 44) ?? 12;
  return {
    ...frame(width, {left: 52, right: 12, top: 32, height: 260}),
    x: {
      type: 'band',
      domain: all,
      label: null,
      tickSize: 0,
      tickFormat: (value: string) => ((Number(value.slice(5, 7)) - 1) % each === 0 ? monthOrYearTick(value) : '')
    },
    y: {
      label: words.t('chart.months.y'),
      labelArrow: false,
      domain: [0, Math.max(0.01, ...rows.map((row) => row.share))],
      tickFormat: shareTick,
      ticks: 5
    },
    marks: [
      hatching,
      Plot.gridY({...grid, ticks: 5}),
      Plot.barY(rows, {
        x: 'month',
        y: 'share',
        inset: 1,
        fill: (row: MonthRow) => (row.over ? colors.mark : hatch),
        stroke: (row: MonthRow) => (row.over ? 'none' : colors.grey),
        title,
        tip,
        className: 'points'
      }),
      Plot.text(
        rows.filter(() => room >= 40),
        {x: 'month', y: 'share', text: (row: MonthRow) => share(row.share), dy: -8, ...label}
      ),
      Plot.ruleY([0], rule)
    ]
  };
}

/** All months from the first to the last: one without leads stays empty. */
function filled(given: readonly string[]): string[] {
  const [first = '', last = ''] = [given[0], given.at(-1)];
  const months: string[] = [];
  for (let day = first; day !== '' && day <= last; day = next(day)) months.push(day);
  return months;
}

function next(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

function title(row: MonthRow): string {
  return words.t(row.over ? 'chart.months.tip' : 'chart.months.tip open', {
    month: month(row.month),
    won: count(row.won),
    leads: count(row.leads),
    share: share(row.share),
    lost: count(row.lost),
    open: count(row.open)
  });
}
