import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, shareTick, ticks, tip} from '../../charts/theme';
import {share} from '../../messages/format';
import type {States} from './states';

/** How many customers of a state did afterwards what is expected of it. `low` and `high` are the ends of an interval. */
export interface HitRow {
  state: string;
  customers: number;
  again: number;
  again_share: number | null;
  low: number | null;
  high: number | null;
}

export interface HitOptions {
  states: States;
  /** what the axis shows */
  x: string;
  title: (row: HitRow) => string;
}

const lineHeight = 34;

/** The share that bought again, with its interval, a line for each state, the highest on top. */
export function hits(rows: readonly HitRow[], {states, x, title}: HitOptions, width: number): Plot.PlotOptions {
  const known = rows.filter(({again_share}) => again_share !== null);
  const order = states.order.filter((state) => known.some((row) => row.state === state)).reverse();
  const count = ticks(width - 180, 70);
  return {
    ...frame(width, {left: 108, right: 56, top: 40, bottom: 8}),
    height: 56 + lineHeight * Math.max(1, order.length),
    x: {
      type: 'linear',
      domain: [0, 1],
      axis: 'top',
      label: x,
      labelArrow: false,
      labelAnchor: 'left',
      tickFormat: shareTick,
      ticks: count
    },
    y: {type: 'band', domain: order, label: null, tickSize: 0, tickFormat: (state: string) => states.name(state)},
    marks: [
      Plot.gridX({...grid, ticks: count}),
      Plot.link(known, {
        x1: 'low',
        x2: 'high',
        y1: 'state',
        y2: 'state',
        stroke: ({state}: HitRow) => states.color(state),
        strokeWidth: 6,
        strokeOpacity: 0.35,
        strokeLinecap: 'round'
      }),
      Plot.dot(known, {
        className: 'points',
        x: 'again_share',
        y: 'state',
        r: 5,
        fill: ({state}: HitRow) => states.color(state),
        stroke: colors.paper,
        title,
        tip
      }),
      Plot.text(known, {
        x: 'high',
        y: 'state',
        text: ({again_share}: HitRow) => share(again_share),
        textAnchor: 'start',
        dx: 10,
        ...label
      })
    ]
  };
}
