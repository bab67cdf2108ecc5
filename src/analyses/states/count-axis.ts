import * as Plot from '@observablehq/plot';
import {countTick, grid} from '../../charts/theme';

const lines = 5;

/** The axis of customers stacked above the line and, without a sign, below it. */
export const countAxis = (domain: readonly [number, number], label: string): Plot.ScaleOptions => ({
  type: 'linear',
  domain: [...domain],
  label,
  labelArrow: false,
  ticks: lines,
  tickFormat: (value: number) => countTick(Math.abs(value))
});

export const countGrid = (): Plot.Markish => Plot.gridY({...grid, ticks: lines});
