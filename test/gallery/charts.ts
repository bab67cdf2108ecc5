import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../src/charts/hatch';
import {
  colors,
  countTick,
  frame,
  grid,
  label,
  moneyTick,
  monthOrYearTick,
  rule,
  shareTick,
  ticks,
  tip,
  utc
} from '../../src/charts/theme';
import {money, month, share} from '../../src/messages/format';

export interface Customer {
  rank: number;
  customer: string;
  net: number;
  until: number;
}

/** Seeded: the largest first, each a little smaller than the one before. */
export const customers: Customer[] = (() => {
  const nets = Array.from({length: 60}, (_, at) => Math.round(280_000 / (at + 1) ** 0.9));
  const total = nets.reduce((sum, net) => sum + net, 0);
  let until = 0;
  return nets.map((net, at) => ({rank: at + 1, customer: `C-${1000 + at * 7}`, net, until: (until += net / total)}));
})();

/** Ranked bars, with the curve of what they make together. */
export function ranked(width: number): Plot.PlotOptions {
  return {
    ...frame(width, {left: 52, right: 44}),
    x: {type: 'band', label: 'Customers by net sales', ticks: [], tickSize: 0, padding: 0.15},
    y: {type: 'linear', label: 'Net sales (£)', tickFormat: moneyTick, tickSize: 0, ticks: 5},
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      Plot.barY(customers, {
        x: 'rank',
        y: 'net',
        className: 'points',
        fill: (row: Customer) => (row.until <= 0.8 ? colors.mark : colors.grey),
        title: (row: Customer) => `${row.customer}\n£${money(row.net)}\n${share(row.until)} with those before`,
        tip: {...tip}
      }),
      Plot.text([customers[28]], {x: 'rank', y: () => 60_000, text: () => '29 customers make 80%', ...label}),
      Plot.ruleY([0], rule)
    ]
  };
}

/** The ten largest, lying, from top to bottom. */
export function lying(width: number): Plot.PlotOptions {
  return {
    ...frame(width, {left: 80, right: 44, height: 300}),
    x: {type: 'linear', label: 'Net sales (£)', tickFormat: moneyTick, ticks: 4},
    y: {type: 'band', label: null, tickSize: 0},
    marks: [
      Plot.barX(customers.slice(0, 10), {
        x: 'net',
        y: 'customer',
        fill: colors.mark,
        className: 'points',
        sort: {y: '-x'},
        title: 'customer',
        tip
      }),
      Plot.ruleX([0], rule)
    ]
  };
}

interface Month {
  month: Date;
  kind: 'new' | 'returning';
  net: number;
  open: boolean;
}

const months: Month[] = Array.from({length: 26}, (_, at): Month => {
  const date = utc(`${2010 + Math.floor((at >> 1) / 12)}-${String(((at >> 1) % 12) + 1).padStart(2, '0')}-01`);
  const kind = at % 2 === 0 ? 'returning' : 'new';
  return {
    month: date,
    kind,
    net: 200_000 + ((at * 7919) % 13) * 30_000 - (kind === 'new' ? 120_000 : 0),
    open: at >= 24
  };
});

/** Months in two kinds, the last not over. */
export function monthly(width: number): Plot.PlotOptions {
  return {
    ...frame(width, {left: 52, right: 80}),
    x: {type: 'band', label: null, tickFormat: monthOrYearTick, tickSize: 0},
    y: {type: 'linear', label: 'Net sales (£)', tickFormat: moneyTick, tickSize: 0, ticks: 5},
    marks: [
      hatching,
      Plot.gridY({...grid, ticks: 5}),
      Plot.barY(months, {
        x: 'month',
        y: 'net',
        className: 'points',
        fill: (row: Month) => (row.open ? hatch : row.kind === 'new' ? colors.new : colors.kept),
        title: (row: Month) => `${row.kind}, ${month(row.month.toISOString())}\n£${money(row.net)}`,
        tip: {...tip}
      }),
      Plot.ruleY([0], rule)
    ]
  };
}

/** How much the largest make together. */
export function lorenz(width: number): Plot.PlotOptions {
  const size = Math.min(width, 420);
  return {
    ...frame(size, {height: size}),
    x: {
      type: 'linear',
      domain: [0, 1],
      label: 'Share of customers',
      tickFormat: shareTick,
      ticks: ticks(size),
      tickSize: 0
    },
    y: {type: 'linear', domain: [0, 1], label: 'Share of net sales', tickFormat: shareTick, ticks: 5, tickSize: 0},
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      Plot.line(
        [
          [0, 0],
          [1, 1]
        ],
        {stroke: colors.grey, strokeDasharray: '3 3'}
      ),
      Plot.areaY(customers, {x: (row: Customer) => row.rank / 60, y: 'until', fill: colors.mark, fillOpacity: 0.12}),
      Plot.line(customers, {x: (row: Customer) => row.rank / 60, y: 'until', stroke: colors.mark, strokeWidth: 2}),
      Plot.dot(customers, {
        x: (row: Customer) => row.rank / 60,
        y: 'until',
        r: 4,
        fill: 'transparent',
        className: 'points',
        title: (row: Customer) => `${share(row.rank / 60)} of customers\n${share(row.until)} of net sales`,
        tip: {...tip}
      })
    ]
  };
}

/** A chart with a legend, which Plot puts in a figure, in facets. */
export function faceted(width: number): Plot.PlotOptions {
  return {
    ...frame(width, {left: 60, height: 220}),
    fx: {label: null},
    x: {type: 'linear', label: 'Customers', tickFormat: countTick, ticks: 3},
    y: {type: 'band', label: null},
    color: {type: 'categorical', domain: ['A', 'B', 'C'], range: [colors.mark, colors.new, colors.grey], legend: true},
    marks: [
      Plot.barX(
        ['2010', '2011'].flatMap((year) =>
          ['A', 'B', 'C'].map((rank, at) => ({year, rank, customers: 300 * (at + 1) + Number(year) - 2000}))
        ),
        {fx: 'year', y: 'rank', x: 'customers', fill: 'rank', className: 'points', tip: {...tip}}
      ),
      Plot.ruleX([0], rule)
    ]
  };
}

/** Nothing to draw. */
export function empty(width: number): Plot.PlotOptions {
  return {
    ...frame(width, {height: 120}),
    x: {type: 'band', domain: []},
    y: {type: 'linear', domain: [0, 1]},
    marks: [Plot.barY([], {x: 'x', y: 'y'})]
  };
}
