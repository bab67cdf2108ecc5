import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, shareTick, tip} from '../../charts/theme';
import {decimal, share} from '../../messages/format';
import type {ParetoParams} from './params';
import type {LorenzRow} from './rows';
import {words} from './words';

/** The Lorenz curve beside the line where all make the same; the space between is what the Gini coefficient measures. */
export function lorenz(
  rows: readonly LorenzRow[],
  {params: {by, measure}, gini}: {params: ParetoParams; gini: number | null},
  width: number
): Plot.PlotOptions {
  const axis = {type: 'linear', domain: [0, 1], labelArrow: false, tickFormat: shareTick, ticks: 5} as const;
  return {
    ...frame(width, {height: width, left: 56, right: 24, top: 32, bottom: 44}),
    x: {...axis, label: words.t('chart.lorenz.x', {by})},
    y: {...axis, label: words.t('chart.lorenz.y', {measure})},
    marks: [
      Plot.gridX({...grid, ticks: 5}),
      Plot.gridY({...grid, ticks: 5}),
      Plot.link([0], {x1: 0, y1: 0, x2: 1, y2: 1, stroke: colors.quiet, strokeDasharray: '3,3'}),
      Plot.areaY(rows, {
        x: 'entities_share',
        y1: 'share',
        y2: 'entities_share',
        fill: colors.mark,
        fillOpacity: 0.12
      }),
      Plot.line(rows, {
        x: 'entities_share',
        y: 'share',
        stroke: colors.mark,
        strokeWidth: 2,
        title: (row: LorenzRow) =>
          words.t('chart.lorenz.tip', {part: share(row.entities_share), share: share(row.share)}),
        tip
      }),
      Plot.text([0.3], {
        x: 0.3,
        y: 0.3,
        text: () => words.t('chart.lorenz.equal'),
        textAnchor: 'end',
        dx: -8,
        ...label
      }),
      ...(gini === null
        ? []
        : [
            Plot.text([gini], {
              frameAnchor: 'top-left',
              dx: 8,
              dy: 8,
              text: () => words.t('chart.lorenz.gini', {gini: decimal(gini, 3)}),
              ...label
            })
          ])
    ]
  };
}
