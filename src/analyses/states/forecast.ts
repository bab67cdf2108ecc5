import * as Plot from '@observablehq/plot';
import {colors, frame, label, rule, tip} from '../../charts/theme';
import {count} from '../../messages/format';
import {countAxis, countGrid} from './count-axis';
import {spread} from './spread';
import type {States} from './states';

/** How many customers are expected in a state after so many periods; 0 is now, which is counted. */
export interface ExpectedRow {
  period: number;
  state: string;
  customers: number;
}

export interface ForecastOptions {
  states: States;
  /** what the axes show */
  y: string;
  /** what a period is called: "now", "+2" */
  period: (period: number) => string;
  title: (row: ExpectedRow, total: number) => string;
}

interface Block extends ExpectedRow {
  y1: number;
  y2: number;
  total: number;
}

/** Where customers are expected, period by period: bars one on another; what isn't counted but expected is paler. */
export function forecastChart(rows: readonly ExpectedRow[], options: ForecastOptions, width: number): Plot.PlotOptions {
  const {states, y, period, title} = options;
  const blocks = blocksOf(rows, states);
  const periods = [...new Set(blocks.map((block) => block.period))];
  const [low, high] = [Math.min(0, ...blocks.map(({y2}) => y2)), Math.max(1, ...blocks.map(({y2}) => y2))];
  const shape = frame(width, {left: 56, right: width < 420 ? 76 : 104, top: 32, bottom: 32, height: 300});
  return {
    ...shape,
    x: {
      type: 'band',
      domain: periods,
      label: null,
      tickSize: 0,
      padding: 0.25,
      tickFormat: (value: number) => (width / periods.length > 30 || value % 4 === 0 ? period(value) : '')
    },
    y: countAxis([low, high], y),
    marks: [
      countGrid(),
      Plot.barY(blocks, {
        className: 'points',
        x: 'period',
        y1: 'y1',
        y2: 'y2',
        fill: ({state}: Block) => states.color(state),
        fillOpacity: (block: Block) => (block.period === 0 ? 1 : 0.6),
        insetTop: 0.5,
        title: (block: Block) => title(block, block.total),
        tip
      }),
      Plot.ruleY([0], rule),
      ...names(blocks, {states, counted: width >= 420}, (high - low) / 236)
    ]
  };
}

function names(
  blocks: readonly Block[],
  {states, counted}: {states: States; counted: boolean},
  perPixel: number
): Plot.Markish[] {
  const last = blocks.at(-1)?.period;
  const here = blocks.filter((block) => block.period === last && block.customers > 0);
  const places = spread(
    here.map(({y1, y2}) => (y1 + y2) / 2),
    15 * perPixel
  );
  return [
    Plot.text(here, {
      frameAnchor: 'right',
      y: (_: Block, index: number) => places[index] ?? 0,
      text: ({state, customers}: Block) => (counted ? `${states.name(state)} ${count(customers)}` : states.name(state)),
      textAnchor: 'start',
      dx: 2,
      ...label,
      fill: colors.ink
    })
  ];
}

/** Stacked in order of the states; those beside hang below the line. */
function blocksOf(rows: readonly ExpectedRow[], {order, beside}: States): Block[] {
  const periods = [...new Set(rows.map(({period}) => period))].sort((a, b) => a - b);
  return periods.flatMap((period) => {
    const own = rows.filter((row) => row.period === period);
    const total = own.reduce((sum, {customers}) => sum + customers, 0);
    let [above, below] = [0, 0];
    return order.flatMap((state) => {
      const row = own.find((one) => one.state === state);
      if (!row) return [];
      if (beside.includes(state)) return [{...row, total, y1: below, y2: (below -= row.customers)}];
      return [{...row, total, y1: above, y2: (above += row.customers)}];
    });
  });
}
