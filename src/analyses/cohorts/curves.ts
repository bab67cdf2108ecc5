import * as Plot from '@observablehq/plot';
import {colors, countTick, frame, grid, label, rule, shareTick, ticks, tip} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {weighty} from './heat';
import {ageName, cohortName, keyOf} from './names';
import type {CohortParams} from './params';
import type {AverageRow, CellRow} from './parts';
import type {Payback} from './payback';
import {thin} from './thin';
import {averageTip, cellTip} from './tips';
import {fullText, kindOf, shortText, startsHigh, valueOf} from './values';
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
 * A line for each cohort, quiet, with the average over them, strong, and the chosen one in colour. Only what is over is
 * joined; what is in progress is an open point of the chosen one.
 */
export function curves(
  cells: readonly CellRow[],
  averages: readonly AverageRow[],
  options: CurveOptions,
  width: number
): Plot.PlotOptions {
  const {params, chosen, at, payback} = options;
  const all = pointsOf(cells, averages, params);
  const over = all.filter((point) => point.kind === 'average' || point.cell.state !== 'in progress');
  const mean = over.filter((point) => point.kind === 'average');
  const lines = over.filter((point) => point.kind === 'cohort');
  const own = chosen === undefined ? [] : all.filter((point) => point.kind === 'cohort' && point.key === chosen);
  const joined = own.filter((point) => point.kind === 'cohort' && point.cell.state !== 'in progress');
  const isThin = thin(averages, params);
  const sure = mean.filter((point) => point.kind === 'average' && !isThin(point.row));
  const unsure = mean.slice(Math.max(0, sure.length - 1));
  const oldest = Math.max(1, ...all.map(({age}) => age));
  const heavy = weighty(cells);
  const values = over
    .filter((point) => point.kind === 'average' || point.key === chosen || heavy(point.cell))
    .map(({value}) => value)
    .concat(payback?.cost ?? []);
  const share = kindOf(params.figure) === 'share';
  const first = startsHigh(params.figure) ? Math.min(1, oldest - 1) : 0;
  const bottom = Math.min(0, ...values);
  const top = Math.max(share ? 0.01 : 1, ...values);
  return {
    ...frame(width, {left: 56, right: 96, top: 36, bottom: 40, height: Math.min(380, Math.max(260, width * 0.4))}),
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
      domain: [bottom, top],
      label: axisLabel(options),
      labelArrow: false,
      tickFormat: share ? shareTick : (value: number) => shortText(value, params.figure),
      ticks: 5
    },
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      ...(at <= oldest ? [Plot.ruleX([at], {stroke: colors.quiet, strokeDasharray: '3,3'})] : []),
      Plot.line(lines, {
        x: 'age',
        y: ({age, value}: Point) => (age >= first && value >= bottom && value <= top ? value : NaN),
        z: 'key',
        stroke: colors.grey,
        strokeOpacity: 0.45,
        strokeWidth: 1
      }),
      ...(unsure.length > 1
        ? [Plot.line(unsure, {x: 'age', y: 'value', stroke: colors.ink, strokeWidth: 1.5, strokeDasharray: '2,4'})]
        : []),
      Plot.line(sure, {x: 'age', y: 'value', stroke: colors.ink, strokeWidth: 2.5}),
      Plot.line(joined, {x: 'age', y: 'value', stroke: colors.mark, strokeWidth: 2.5}),
      Plot.dot(own, {
        x: 'age',
        y: 'value',
        r: 3.5,
        fill: (point: Point) =>
          point.kind === 'cohort' && point.cell.state === 'in progress' ? colors.paper : colors.mark,
        stroke: colors.mark,
        className: 'points'
      }),
      Plot.dot(mean, {x: 'age', y: 'value', r: 2.5, fill: colors.ink, className: 'points'}),
      ...(payback ? paybackMarks(payback, params, oldest) : []),
      ...endLabels(mean, own, params),
      Plot.ruleY([0], rule),
      Plot.tip(over.concat(own.filter((point) => !over.includes(point))), {
        ...Plot.pointer({x: 'age', y: 'value', maxRadius: 32}),
        title: 'text',
        ...tip
      })
    ]
  };
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

/** The cost of winning a customer as a level, and where margin reaches it. */
function paybackMarks({cost, age}: Payback, params: CohortParams, oldest: number): Plot.Markish[] {
  const isLate = age !== null && age > oldest * 0.6;
  return [
    Plot.ruleY([cost], {stroke: colors.loss, strokeDasharray: '4,3'}),
    Plot.text([cost], {
      ...{y: (value: number) => value, frameAnchor: 'right', textAnchor: 'end', dx: -4, dy: -8, ...label},
      text: () => words.t('chart.cost', {cost: fullText(cost, params.figure)})
    }),
    ...(age === null
      ? []
      : [
          Plot.dot([age], {
            ...{x: (value: number) => value, y: () => cost, r: 5},
            ...{fill: colors.paper, stroke: colors.profit, strokeWidth: 2.5}
          }),
          Plot.text([age], {
            ...{x: (value: number) => value, y: () => cost, dy: 15, dx: isLate ? -4 : 4, ...label},
            textAnchor: isLate ? 'end' : 'start',
            text: () => words.t('chart.paid', {age: ageName(age, params)})
          })
        ])
  ];
}

function endLabels(mean: readonly Point[], own: readonly Point[], params: CohortParams): Plot.Markish[] {
  const last = own.at(-1);
  const average = mean.at(-1);
  const both = last && average && Math.abs(last.age - average.age) < 1 && last.value < average.value;
  return [
    ...(average ? [endLabel(average, words.t('average'), {fill: colors.ink, dy: both ? -7 : last ? 7 : 0})] : []),
    ...(last?.kind === 'cohort'
      ? [endLabel(last, shortened(cohortName(last.cell, params), 14), {fill: colors.mark, dy: both ? 7 : -7})]
      : [])
  ];
}

const endLabel = (point: Point, text: string, {fill, dy}: {fill: string; dy: number}): Plot.Markish =>
  Plot.text([point], {x: 'age', y: 'value', text: () => text, textAnchor: 'start', dx: 8, ...label, fill, dy});

/** What is shown, with the currency where it is money. */
export function axisLabel({params: {figure}, currency}: Pick<CurveOptions, 'params' | 'currency'>): string {
  const name = words.t(`figure.${figure}`);
  return `↑ ${kindOf(figure) === 'money' && currency !== null ? `${name} (${currency})` : name}`;
}
