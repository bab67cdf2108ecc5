import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, grid, label, rule, shareTick, ticks, tip} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {axisLabel, type CurveOptions} from './curves';
import {cohortName, keyOf} from './names';
import {isByTime} from './params';
import type {AverageRow, CellRow} from './parts';
import {cellTip} from './tips';
import {cellText, fullText, kindOf, shortText, valueOf} from './values';
import {words} from './words';

const lineHeight = 24;
/** pixels of a bar that is wide enough for its interval to be told from it */
const clear = 10;
const interval = {stroke: colors.ink, strokeWidth: 1.25} as const;
/** sets an interval off from the bar behind it */
const halo = {stroke: colors.paper, strokeWidth: 3.5, strokeOpacity: 0.8} as const;

/** One age across all cohorts that have reached it, with intervals, and the average as a line. */
export function atAge(
  cells: readonly CellRow[],
  averages: readonly AverageRow[],
  options: CurveOptions,
  width: number
): Plot.PlotOptions {
  const {params, at} = options;
  const rows = cells.filter((cell) => cell.age === at && valueOf(cell, params.figure) !== null);
  const average = averages.find(({age}) => age === at);
  const mean = average === undefined ? null : valueOf(average, params.figure);
  return isByTime(params) ? standing(rows, mean, options, width) : lying(rows, mean, options, width);
}

function standing(
  rows: readonly CellRow[],
  mean: number | null,
  options: CurveOptions,
  width: number
): Plot.PlotOptions {
  const {params} = options;
  const names = new Map(rows.map((cell) => [cell.place, cohortName(cell, params)]));
  const isRetained = params.figure === 'retained';
  const room = (width - 152) / Math.max(1, rows.length);
  const each = Math.ceil((params.grain === 'week' ? 84 : 64) / room);
  return {
    ...frame(width, {left: 56, right: 96, top: 36, height: 260}),
    x: {
      type: 'band',
      domain: rows.map(({place}) => place),
      label: null,
      tickSize: 0,
      tickFormat: (place: number, index: number) => (index % each === 0 ? (names.get(place) ?? '') : '')
    },
    y: {...valueAxis(rows, mean, options), label: axisLabel(options), ticks: 5},
    marks: [
      hatching,
      Plot.gridY({...grid, ticks: 5}),
      ...(isRetained && room < clear ? dots(rows, options) : bars(rows, options, room)),
      ...(mean === null
        ? []
        : [
            Plot.ruleY([mean], {stroke: colors.ink, strokeDasharray: '4,3'}),
            Plot.text([mean], {
              y: (value: number) => value,
              frameAnchor: 'right',
              dx: 92,
              textAnchor: 'end',
              text: () => words.t('chart.average', {value: cellOrShare(mean, params.figure)}),
              ...label
            })
          ]),
      Plot.ruleY([0], rule)
    ]
  };
}

function bars(rows: readonly CellRow[], options: CurveOptions, room: number): Plot.Markish[] {
  const {params} = options;
  const told = {x: 'place', y1: 'low', y2: 'high'} as const;
  return [
    Plot.barY(rows, {
      x: 'place',
      y: (cell: CellRow) => valueOf(cell, params.figure),
      inset: room > 6 ? 1 : 0,
      ...look(options),
      className: 'points',
      title: (cell: CellRow) => cellTip(cell, params),
      tip
    }),
    ...(params.figure === 'retained'
      ? [
          Plot.ruleX(rows.filter(known), {...interval, ...told, ...halo}),
          Plot.ruleX(rows.filter(known), {...interval, ...told})
        ]
      : [])
  ];
}

/** Where many bars stand close their intervals would hide them: a point each, on its interval; open where in progress. */
function dots(rows: readonly CellRow[], options: CurveOptions): Plot.Markish[] {
  const {params} = options;
  const {fill} = look(options);
  return [
    Plot.ruleX(rows.filter(known), {x: 'place', y1: 'low', y2: 'high', stroke: colors.grey, strokeWidth: 1}),
    Plot.dot(rows, {
      x: 'place',
      y: (cell: CellRow) => valueOf(cell, params.figure),
      r: 2.25,
      fill: (cell: CellRow) => (cell.state === 'in progress' ? colors.paper : fill(cell)),
      stroke: (cell: CellRow) => (cell.state === 'in progress' ? colors.quiet : 'none'),
      className: 'points',
      title: (cell: CellRow) => cellTip(cell, params),
      tip
    })
  ];
}

function lying(rows: readonly CellRow[], mean: number | null, options: CurveOptions, width: number): Plot.PlotOptions {
  const {params} = options;
  const names = new Map(rows.map((cell) => [cell.place, shortened(cohortName(cell, params), 24)]));
  const count = ticks(width - 240);
  return {
    ...frame(width, {left: 168, right: 64, top: 40, bottom: 8, height: 56 + lineHeight * rows.length}),
    x: {...valueAxis(rows, mean, options), axis: 'top', label: axisLabel(options).replace('↑ ', ''), ticks: count},
    y: {
      type: 'band',
      domain: rows.map(({place}) => place),
      label: null,
      tickSize: 0,
      tickFormat: (place: number) => names.get(place) ?? ''
    },
    marks: [
      hatching,
      Plot.gridX({...grid, ticks: count}),
      Plot.barX(rows, {
        y: 'place',
        x: (cell: CellRow) => valueOf(cell, params.figure),
        inset: 2,
        ...look(options),
        className: 'points',
        title: (cell: CellRow) => cellTip(cell, params),
        tip
      }),
      ...(params.figure === 'retained'
        ? [
            Plot.ruleY(rows.filter(known), {...interval, y: 'place', x1: 'low', x2: 'high', ...halo}),
            Plot.ruleY(rows.filter(known), {...interval, y: 'place', x1: 'low', x2: 'high'})
          ]
        : []),
      ...(mean === null ? [] : [Plot.ruleX([mean], {stroke: colors.ink, strokeDasharray: '4,3'})]),
      Plot.text(rows, {
        y: 'place',
        x: (cell: CellRow) =>
          Math.max(0, valueOf(cell, params.figure) ?? 0, params.figure === 'retained' ? (cell.high ?? 0) : 0),
        text: (cell: CellRow) => fullText(valueOf(cell, params.figure), params.figure),
        textAnchor: 'start',
        dx: 6,
        ...label
      }),
      Plot.ruleX([0], rule)
    ]
  };
}

/** Of a share one decimal, of an amount whole units. */
const cellOrShare = (value: number, figure: CurveOptions['params']['figure']): string =>
  kindOf(figure) === 'share' ? fullText(value, figure) : cellText(value, figure);

const known = ({low}: CellRow): boolean => low !== null;

/** The chosen cohort in colour, the others grey, all of them in colour where none is chosen; what is in progress hatched. */
function look({chosen}: CurveOptions) {
  return {
    fill: (cell: CellRow) => {
      if (cell.state === 'in progress') return hatch;
      return chosen === undefined || keyOf(cell) === chosen ? colors.mark : colors.grey;
    },
    stroke: (cell: CellRow) => (cell.state === 'in progress' ? colors.grey : 'none')
  };
}

function valueAxis(rows: readonly CellRow[], mean: number | null, {params: {figure}}: CurveOptions) {
  const values = rows.flatMap((cell) => [
    valueOf(cell, figure) ?? 0,
    ...(figure === 'retained' && cell.high !== null ? [cell.high] : [])
  ]);
  const share = kindOf(figure) === 'share';
  return {
    type: 'linear',
    domain: [Math.min(0, ...values), Math.max(share ? 0.01 : 1, mean ?? 0, ...values)],
    labelArrow: false,
    tickFormat: share ? shareTick : (value: number) => shortText(value, figure)
  } as const;
}
