import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {gridOf, type GridCell, type GridMean} from './grid';
import {steps} from './heat';
import type {CohortParams} from './params';
import type {AverageRow, CellRow, State} from './parts';
import {words} from './words';

const lineHeight = 24;

interface Drawn extends GridCell {
  line: string;
}

interface Mean extends GridMean {
  age: number;
  state: State;
}

type Coloured = Pick<Drawn, 'heat' | 'state'>;

/** The matrix as a picture to take away: cohorts down, ages across, the average below. */
export function heatMap(
  cells: readonly CellRow[],
  averages: readonly AverageRow[],
  params: CohortParams,
  width: number
): Plot.PlotOptions {
  const grid = gridOf(cells, averages, params);
  const names = new Map(grid.rows.map(({key, label, size}) => [key, words.t('matrix.row', {label, size})]));
  const drawn = grid.rows.flatMap(({key, cells: row}) => row.map((cell): Drawn => ({...cell, line: key})));
  const means = grid.averages.map((average, age): Mean => ({...average, age, state: 'complete'}));
  const text = {x: (cell: Drawn) => cell.cell.age, y: 'line', text: 'text', fontSize: 11} as const;
  const bottom = words.t('average');
  const mean = {x: 'age', y: () => bottom, text: 'text', fontSize: 11, fontWeight: 600} as const;
  return {
    ...frame(width, {left: 168, right: 8, top: 40, bottom: 8, height: 56 + lineHeight * (grid.rows.length + 1)}),
    x: {
      type: 'band',
      domain: grid.ages,
      axis: 'top',
      tickSize: 0,
      label: words.t('chart.age', {grain: params.grain, rolling: params.age}),
      labelArrow: false,
      padding: 0
    },
    y: {
      type: 'band',
      domain: [...grid.rows.map(({key}) => key), bottom],
      label: null,
      tickSize: 0,
      tickFormat: (line: string) => shortened(names.get(line) ?? line, 26),
      padding: 0
    },
    marks: [
      hatching,
      Plot.cell(drawn, {
        x: (cell: Drawn) => cell.cell.age,
        y: 'line',
        inset: 0.5,
        fill: fillOf,
        fillOpacity: opacityOf,
        className: 'points',
        title: 'tip'
      }),
      Plot.text(
        drawn.filter((cell) => !isStrong(cell)),
        {...text, fill: colors.ink}
      ),
      Plot.text(drawn.filter(isStrong), {...text, fill: 'var(--on-accent)'}),
      Plot.cell(means, {x: 'age', y: () => bottom, inset: 0.5, fill: fillOf, fillOpacity: opacityOf, title: 'tip'}),
      Plot.text(
        means.filter((mean) => !isStrong(mean)),
        {...mean, fill: colors.ink}
      ),
      Plot.text(means.filter(isStrong), {...mean, fill: 'var(--on-accent)'})
    ]
  };
}

const isStrong = ({heat, state}: Coloured): boolean => state !== 'in progress' && heat !== null && heat >= steps - 1;

function fillOf({heat, state}: Coloured): string {
  if (state === 'in progress') return hatch;
  if (heat === null) return 'var(--sunken)';
  return heat < 0 ? colors.loss : 'var(--ramp-4)';
}

function opacityOf({heat, state}: Coloured): number {
  if (state === 'in progress' || heat === null) return 1;
  if (heat <= 0) return heat < 0 ? 0.3 : 0;
  return heat >= steps - 1 ? (heat === steps ? 1 : 0.86) : 0.06 + (heat - 1) * 0.075;
}
