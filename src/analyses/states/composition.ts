import * as Plot from '@observablehq/plot';
import {colors, frame, label, monthOrYearTick, rule, ticks, tip, utc} from '../../charts/theme';
import {countAxis, countGrid} from './count-axis';
import {spread} from './spread';
import type {States} from './states';

/** How many customers were in a state at a moment; states without customers have no row. */
export interface MomentRow {
  moment: string;
  state: string;
  customers: number;
}

export interface CompositionOptions {
  states: States;
  /** what the axis counts */
  y: string;
  /** what is said of a band at a moment */
  title: (row: MomentRow, total: number) => string;
}

/** Whether there is anything to compare: one moment alone has no area. */
export const overTime = (rows: readonly {moment: string}[]): boolean =>
  rows.some(({moment}) => moment !== rows[0]?.moment);

interface Band extends MomentRow {
  at: Date;
  y1: number;
  y2: number;
  total: number;
}

const axis = 44;

/** How customers were spread over the states, moment by moment: areas one on another, those beside hang below the line. */
export function composition(rows: readonly MomentRow[], options: CompositionOptions, width: number): Plot.PlotOptions {
  const {states, y, title} = options;
  const bands = bandsOf(rows, states);
  const moments = [...new Set(bands.map(({moment}) => moment))].map(utc);
  const [low, high] = extent(bands);
  const right = width < 560 ? 76 : 132;
  const shape = frame(width, {left: 56, right, top: 32, bottom: axis});
  return {
    ...shape,
    x: {
      type: 'utc',
      domain: ends(moments),
      label: null,
      ticks: ticks(width - right - 56, 64),
      tickFormat: monthOrYearTick
    },
    y: countAxis([low, high], y),
    marks: [
      countGrid(),
      Plot.areaY(bands, {
        x: 'at',
        y1: 'y1',
        y2: 'y2',
        z: 'state',
        fill: ({state}: Band) => states.color(state),
        fillOpacity: 0.9,
        stroke: colors.paper,
        strokeWidth: 0.75
      }),
      Plot.ruleY([0], rule),
      Plot.dot(
        bands.filter(({customers}) => customers > 0),
        {
          className: 'points',
          x: 'at',
          y: ({y1, y2}: Band) => (y1 + y2) / 2,
          r: 3,
          fill: 'transparent',
          title: (band: Band) => title(band, band.total),
          tip: {...tip, pointer: 'xy', maxRadius: 160}
        }
      ),
      ...names(bands, states, (high - low) / plotHeight(shape))
    ]
  };
}

function names(bands: readonly Band[], states: States, perPixel: number): Plot.Markish[] {
  const last = bands.at(-1)?.moment;
  const here = bands.filter(({moment, customers}) => moment === last && customers > 0);
  const places = spread(
    here.map(({y1, y2}) => (y1 + y2) / 2),
    15 * perPixel
  );
  return [
    Plot.text(here, {
      x: 'at',
      y: (_: Band, index: number) => places[index] ?? 0,
      text: ({state}: Band) => states.name(state),
      textAnchor: 'start',
      dx: 8,
      ...label
    })
  ];
}

/** Every state at every moment, stacked in order; 0 where it has no row. */
function bandsOf(rows: readonly MomentRow[], states: States): Band[] {
  const counts = new Map(rows.map(({moment, state, customers}) => [`${moment} ${state}`, customers]));
  const present = states.order.filter((state) => rows.some((row) => row.state === state));
  const moments = [...new Set(rows.map(({moment}) => moment))].sort();
  return moments.flatMap((moment) => {
    const total = present.reduce((sum, state) => sum + (counts.get(`${moment} ${state}`) ?? 0), 0);
    let [above, below] = [0, 0];
    return present.map((state) => {
      const customers = counts.get(`${moment} ${state}`) ?? 0;
      const base = {moment, state, customers, total, at: utc(moment)};
      if (states.beside.includes(state)) return {...base, y1: below, y2: (below -= customers)};
      return {...base, y1: above, y2: (above += customers)};
    });
  });
}

function extent(bands: readonly Band[]): [number, number] {
  const edges = bands.map(({y2}) => y2);
  return [Math.min(0, ...edges), Math.max(1, ...edges)];
}

function ends(moments: readonly Date[]): [Date, Date] {
  const first = moments[0] ?? utc('2000-01-01');
  const last = moments.at(-1) ?? utc('2000-12-31');
  return first < last ? [first, last] : [new Date(first.getTime() - 86_400_000 * 15), new Date(last.getTime() + 1)];
}

const plotHeight = ({height = 0, marginTop = 0, marginBottom = 0}: Plot.PlotOptions): number =>
  Math.max(1, height - marginTop - marginBottom);
