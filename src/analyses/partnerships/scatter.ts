import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, moneyTick, tip} from '../../charts/theme';
import {count, money, share} from '../../messages/format';
import type {PointRow, Summary} from './parts';
import {words} from './words';

export interface ScatterOptions {
  summary: Summary;
  currency: string | null;
}

/**
 * Net sales against cost to serve, both on scales of powers of ten; whoever is above the line costs more than the
 * company's average margin earns. Dots are customers, squares many of them.
 */
export function scatter(rows: readonly PointRow[], options: ScatterOptions, width: number): Plot.PlotOptions {
  const x = extent(rows.map((row) => row.x));
  const y = extent(rows.map((row) => row.y));
  const axis = {type: 'log', labelArrow: false, tickFormat: moneyTick, grid: false} as const;
  const fill = {currency: options.currency ?? 'none'};
  return {
    ...frame(width, {left: 64, right: 24, top: 40, bottom: 44, height: Math.min(520, Math.max(320, width * 0.5))}),
    x: {...axis, domain: x, ticks: marksOf(x), label: words.t('chart.scatter.x', fill)},
    y: {...axis, domain: y, ticks: marksOf(y), label: words.t('chart.scatter.y', fill)},
    marks: [
      Plot.gridX({...grid, ticks: marksOf(x)}),
      Plot.gridY({...grid, ticks: marksOf(y)}),
      Plot.dot(
        rows.filter(({id}) => id === null),
        {
          ...{
            x: 'x',
            y: 'y',
            symbol: 'square',
            r: ({customers}: PointRow) => 2 + Math.min(6, Math.sqrt(customers) / 2)
          },
          ...{fill: colorOf, fillOpacity: 0.35, className: 'points', title, tip}
        }
      ),
      Plot.dot(
        rows.filter(({id}) => id !== null),
        {
          ...{x: 'x', y: 'y', r: 2.5, fill: colorOf, fillOpacity: 0.65, className: 'points', title, tip},
          symbol: (row: PointRow) => (Number(row.profit) < 0 ? 'triangle' : 'circle')
        }
      ),
      ...breakEven(options.summary, x, y)
    ],
    r: {type: 'identity'},
    symbol: {type: 'identity'}
  };
}

/** Where the company's average profit on sales is just used up. */
function breakEven({gross_profit, net_sales}: Summary, x: [number, number], y: [number, number]): Plot.Markish[] {
  const margin = Number(gross_profit) / Number(net_sales);
  if (!(margin > 0) || !(Number(net_sales) > 0)) return [];
  const from = Math.max(x[0], y[0] / margin);
  const to = Math.min(x[1], y[1] / margin);
  if (from >= to) return [];
  const line = [from, to].map((at) => ({x: at, y: at * margin}));
  return [
    Plot.line(line, {x: 'x', y: 'y', stroke: colors.ink, strokeWidth: 1.5}),
    Plot.text(line.slice(1), {
      ...{x: 'x', y: 'y', text: () => words.t('chart.scatter.line', {margin: share(margin)})},
      ...{textAnchor: 'end', dx: -14, dy: -6, ...label}
    })
  ];
}

const colorOf = ({profit}: PointRow): string => (Number(profit) < 0 ? colors.loss : colors.profit);

/** The powers of ten of an axis; where it has fewer than two, their double and five-fold too. */
function marksOf([from, to]: [number, number]): number[] {
  const first = Math.floor(rounded(Math.log10(from)));
  const last = Math.floor(rounded(Math.log10(to)));
  const powers = Array.from({length: last - first + 1}, (_, place) => 10 ** (first + place));
  const inside = (values: readonly number[]): number[] =>
    values.filter((value) => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9));
  const whole = inside(powers);
  return whole.length > 1 ? whole : inside(powers.flatMap((power) => [power, 2 * power, 5 * power]));
}

const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

/** From a half of a power of ten below the least to one above the most. */
function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [1, 100];
  const step = 4;
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return [10 ** (Math.floor(Math.log10(low) * step) / step), 10 ** ((Math.floor(Math.log10(high) * step) + 1) / step)];
}

function title(row: PointRow): string {
  const fill = {
    name: row.name ?? row.id ?? '',
    count: row.customers,
    customers: count(row.customers),
    sales: money(row.net_sales),
    gross: money(row.gross_profit),
    cost: money(row.cost_to_serve),
    profit: money(row.profit)
  };
  return words.t(row.id === null ? 'chart.scatter.tip cell' : 'chart.scatter.tip', fill);
}
