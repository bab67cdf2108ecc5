import * as Plot from '@observablehq/plot';
import {colors, frame, label, tip} from '../../charts/theme';
import {count} from '../../messages/format';
import {hueOf} from './direction';
import {flowsOf, type Flow, type Node} from './flows';
import type {MigrationOptions, Moved} from './migration';
import type {Move} from './states';

/** A ribbon is drawn through so many points; the pointer finds it at each of them. */
const steps = 24;
const nodeWidth = 0.018;

interface Point extends Moved {
  id: string;
  x: number;
  y1: number;
  y2: number;
}

/**
 * Who was where at two moments, as ribbons from left to right: the highest state on top, so that climbs rise and falls
 * sink; those who stay are grey.
 */
export function sankey(moves: readonly Move[], options: MigrationOptions, width: number): Plot.PlotOptions {
  const {states, title} = options;
  const {nodes, flows, total} = flowsOf(states, moves);
  const side = Math.min(150, width * 0.3);
  const nameOf = ({state, end}: Node): string =>
    state === null ? (end === 'from' ? options.newcomers : options.gone) : states.name(state);
  const ends = [
    {x: 0, text: options.from},
    {x: 1, text: options.to}
  ];
  return {
    ...frame(width, {left: side, right: side, top: 32, bottom: 8, height: Math.max(320, Math.min(440, width * 0.7))}),
    x: {type: 'linear', domain: [-nodeWidth, 1 + nodeWidth], axis: null},
    y: {type: 'linear', domain: [total, 0], axis: null},
    marks: [
      Plot.areaY(flows.flatMap(pointsOf), {
        className: 'points',
        x: 'x',
        y1: 'y1',
        y2: 'y2',
        z: 'id',
        fill: ({direction}: Point) => hueOf[direction],
        fillOpacity: ({direction}: Point) => (direction === 'stay' ? 0.3 : 0.6),
        stroke: ({direction}: Point) => hueOf[direction],
        strokeOpacity: ({direction}: Point) => (direction === 'stay' ? 0.2 : 0.9),
        strokeWidth: 0.75,
        title,
        tip: {...tip, pointer: 'xy', maxRadius: 60}
      }),
      Plot.rect(nodes, {
        x1: ({end}: Node) => (end === 'from' ? -nodeWidth : 1),
        x2: ({end}: Node) => (end === 'from' ? 0 : 1 + nodeWidth),
        y1: 'y1',
        y2: 'y2',
        fill: ({state}: Node) => (state === null ? colors.grey : states.color(state))
      }),
      Plot.text(ends, {
        x: 'x',
        frameAnchor: 'top',
        dy: -22,
        textAnchor: 'middle',
        text: 'text',
        fill: colors.quiet
      }),
      ...(['from', 'to'] as const).map((end) =>
        Plot.text(
          nodes.filter((node) => node.end === end),
          {
            x: end === 'from' ? -nodeWidth : 1 + nodeWidth,
            y: 'label',
            textAnchor: end === 'from' ? 'end' : 'start',
            dx: end === 'from' ? -6 : 6,
            text: (node: Node) => `${nameOf(node)} ${count(node.customers)}`,
            ...label
          }
        )
      )
    ]
  };
}

function pointsOf({y_from, y_to, height, ...flow}: Flow): Point[] {
  const id = `${flow.from_state ?? ''} → ${flow.to_state ?? ''}`;
  return Array.from({length: steps + 1}, (_, step) => {
    const x = step / steps;
    const y1 = y_from + (y_to - y_from) * x * x * (3 - 2 * x);
    return {...flow, id, x, y1, y2: y1 + height};
  });
}
