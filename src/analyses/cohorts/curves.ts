import * as Plot from '@observablehq/plot';
import {colors, countTick, frame, grid, rule, shareTick, ticks, tip} from '../../charts/theme';
import {endLabels, paybackMarks} from './curve-labels';
import {groupLines, groupMarks, hasColour, nameMarks, type GroupLine} from './group-curves';
import {weighty} from './heat';
import {keyOf} from './names';
import {isByTime, type CohortParams} from './params';
import type {AverageRow, CellRow} from './parts';
import type {Payback} from './payback';
import {thin} from './thin';
import {averageTip, cellTip} from './tips';
import {kindOf, shortText, startsHigh, valueOf} from './values';
import {words} from './words';

export interface CurveOptions {
  params: CohortParams;
  currency: string | null;
  /** the cohort that is set off, by its key */
  chosen: string | undefined;
  /** the age that is set off */
  at: number;
  /** what winning a customer cost, of what is set off */
  payback?: Payback | undefined;
}

/** A point of a curve: the value at an age of a cohort, or of all. */
export type Point = {age: number; value: number; text: string} & (
  {kind: 'cohort'; cell: CellRow; key: string} | {kind: 'average'; row: AverageRow}
);

/**
 * A line for each cohort, quiet, with the average over them, strong, and the chosen one in colour; of groups the largest
 * have colours and names of their own. Only what is over is joined; what is in progress is an open point of the chosen one.
 */
export function curves(
  cells: readonly CellRow[],
  averages: readonly AverageRow[],
  options: CurveOptions,
  width: number
): Plot.PlotOptions {
  const {params, chosen, at, payback} = options;
  const all = pointsOf(cells, averages, params);
  const over = all.filter(isOver).filter(drawable(cells, params));
  const mean = over.filter((point) => point.kind === 'average');
  const own = all.filter((point) => point.kind === 'cohort' && point.key === chosen);
  const named = isByTime(params) ? [] : groupLines(over, chosen);
  const oldest = Math.max(1, ...all.map(({age}) => age));
  const span = spanOf(over, cells, options);
  const first = startsHigh(params.figure) ? Math.min(1, oldest - 1) : 0;
  const right = named.length === 0 ? 96 : width < 600 ? 84 : 132;
  const height = Math.min(380, Math.max(260, width * 0.4));
  const share = kindOf(params.figure) === 'share';
  return {
    ...frame(width, {left: 56, right, top: 36, bottom: 40, height}),
    x: {
      type: 'linear',
      domain: [first, oldest],
      label: words.t('chart.age', {grain: params.grain, rolling: params.age}),
      labelArrow: false,
      tickFormat: (age: number) => (Number.isInteger(age) ? countTick(age) : ''),
      ticks: Math.min(oldest, ticks(width, 60))
    },
    y: {
      type: 'linear',
      domain: span,
      label: axisLabel(options),
      labelArrow: false,
      tickFormat: share ? shareTick : (value: number) => shortText(value, params.figure),
      ticks: 5
    },
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      ...(at <= oldest ? [Plot.ruleX([at], {stroke: colors.quiet, strokeDasharray: '3,3'})] : []),
      quietLines(over, {first, span, named}),
      ...named.flatMap((line) => groupMarks(line, span)),
      ...meanMarks(mean, averages, params),
      ...ownMarks(own, named),
      ...(payback ? paybackMarks(payback, params, {oldest, span}) : []),
      ...(named.length === 0
        ? endLabels(mean, own, params)
        : nameMarks(named, mean, params, {height: height - 76, span, oldest, right})),
      Plot.ruleY([0], rule),
      Plot.tip(over.concat(own.filter((point) => !over.includes(point))), {
        ...Plot.pointer({x: 'age', y: 'value', maxRadius: 32}),
        title: 'text',
        ...tip
      })
    ]
  };
}

const isOver = (point: Point): boolean => point.kind === 'average' || point.cell.state !== 'in progress';

/** Of groups those too small to be drawn are left out: of a few customers each one makes a curve jump. */
function drawable(cells: readonly CellRow[], params: CohortParams): (point: Point) => boolean {
  const heavy = weighty(cells);
  return (point) => isByTime(params) || point.kind === 'average' || hasColour(point.cell) || heavy(point.cell);
}

/** The values between which curves are drawn; those of few customers don't stretch it. */
function spanOf(
  over: readonly Point[],
  cells: readonly CellRow[],
  {params, chosen, payback}: CurveOptions
): [number, number] {
  const heavy = weighty(cells);
  const values = over
    .filter((point) => point.kind === 'average' || point.key === chosen || heavy(point.cell))
    .map(({value}) => value)
    .concat(payback?.cost ?? []);
  return [Math.min(0, ...values), Math.max(kindOf(params.figure) === 'share' ? 0.01 : 1, ...values)];
}

/** The curves of cohorts that have no colour of their own. */
function quietLines(
  over: readonly Point[],
  {first, span: [bottom, top], named}: {first: number; span: [number, number]; named: readonly GroupLine[]}
): Plot.Markish {
  const shown = new Set(named.map(({key}) => key));
  return Plot.line(
    over.filter((point) => point.kind === 'cohort' && !shown.has(point.key)),
    {
      x: 'age',
      y: ({age, value}: Point) => (age >= first && value >= bottom && value <= top ? value : NaN),
      z: 'key',
      stroke: colors.grey,
      strokeOpacity: 0.45,
      strokeWidth: 1
    }
  );
}

/** The average: whole where it is of enough, dashed after. */
function meanMarks(mean: readonly Point[], averages: readonly AverageRow[], params: CohortParams): Plot.Markish[] {
  const isThin = thin(averages, params);
  const sure = mean.filter((point) => point.kind === 'average' && !isThin(point.row));
  const unsure = mean.slice(Math.max(0, sure.length - 1));
  const at = {x: 'age', y: 'value', stroke: colors.ink} as const;
  return [
    ...(unsure.length > 1 ? [Plot.line(unsure, {...at, strokeWidth: 1.5, strokeDasharray: '2,4'})] : []),
    Plot.line(sure, {...at, strokeWidth: 2.5}),
    Plot.dot(mean, {x: 'age', y: 'value', r: 2.5, fill: colors.ink, className: 'points'})
  ];
}

/** The chosen cohort; what is in progress of it is an open point. */
function ownMarks(own: readonly Point[], named: readonly GroupLine[]): Plot.Markish[] {
  const line = named.find(({isChosen}) => isChosen);
  const color = line?.color ?? colors.mark;
  return [
    ...(line ? [] : [Plot.line(own.filter(isOver), {x: 'age', y: 'value', stroke: color, strokeWidth: 2.5})]),
    Plot.dot(own, {
      x: 'age',
      y: 'value',
      r: 3.5,
      fill: (point: Point) => (isOver(point) ? color : colors.paper),
      stroke: color,
      className: 'points'
    })
  ];
}

/** All values that are known, of cohorts and of their average; those at age 0 only where they are on the same scale. */
function pointsOf(cells: readonly CellRow[], averages: readonly AverageRow[], params: CohortParams): Point[] {
  const from = startsHigh(params.figure) ? 1 : 0;
  const {figure} = params;
  const cohorts = cells.flatMap((cell): Point[] => {
    const value = valueOf(cell, figure);
    if (value === null || cell.age < from) return [];
    return [{kind: 'cohort', age: cell.age, value, text: cellTip(cell, params), cell, key: keyOf(cell)}];
  });
  const mean = averages.flatMap((row): Point[] => {
    const value = valueOf(row, figure);
    if (value === null || row.age < from || cells.every(({age}) => age < row.age)) return [];
    return [{kind: 'average', age: row.age, value, text: averageTip(row, params), row}];
  });
  return [...cohorts, ...mean];
}

/** What is shown, with the currency where it is money. */
export function axisLabel({params: {figure}, currency}: Pick<CurveOptions, 'params' | 'currency'>): string {
  const name = words.t(`figure.${figure}`);
  return `↑ ${kindOf(figure) === 'money' && currency !== null ? `${name} (${currency})` : name}`;
}
