import * as Plot from '@observablehq/plot';
import {colors, countTick, frame, grid, rule, tip} from './theme';

/** A bar of a histogram. `name` stands below it where there is room, `title` is its tooltip. */
export interface HistogramBar {
  name: string;
  rows: number;
  title: string;
}

/** How many rows by value: one bar each, from 0. Both axes are named. */
export function histogram(
  bars: readonly HistogramBar[],
  {x, y}: {x: string; y: string},
  width: number
): Plot.PlotOptions {
  const size = frame(width, {left: 64, right: 8, top: 28, bottom: 44, height: 240});
  const room = (width - 72) / Math.max(1, bars.length);
  const each = Math.max(1, Math.ceil(72 / room));
  const places = bars.map((bar, place) => ({...bar, place}));
  return {
    ...size,
    x: {
      type: 'band',
      domain: places.map(({place}) => place),
      label: x,
      labelArrow: false,
      tickSize: 0,
      paddingInner: 0.1,
      tickFormat: (place: number) => (place % each === 0 ? (bars[place]?.name ?? '') : '')
    },
    y: {type: 'linear', label: y, labelArrow: false, tickFormat: countTick, ticks: 4, domain: [0, most(bars)]},
    marks: [
      Plot.gridY({...grid, ticks: 4}),
      Plot.barY(places, {x: 'place', y: 'rows', fill: colors.mark, className: 'points', title: 'title', tip}),
      Plot.ruleY([0], rule)
    ]
  };
}

const most = (bars: readonly HistogramBar[]): number => Math.max(1, ...bars.map(({rows}) => rows));
