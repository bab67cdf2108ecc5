import * as Plot from '@observablehq/plot';
import {colors, label} from '../../charts/theme';
import {shortened} from '../../charts/words';
import type {Point} from './curves';
import {ageName, cohortName} from './names';
import type {CohortParams} from './params';
import type {Payback} from './payback';
import {fullText} from './values';
import {words} from './words';

/** The cost of winning a customer as a level, and where margin reaches it. */
export function paybackMarks(
  {cost, age}: Payback,
  params: CohortParams,
  {oldest, span: [bottom, top]}: {oldest: number; span: readonly [number, number]}
): Plot.Markish[] {
  const isLate = age !== null && age > oldest * 0.6;
  const isLow = cost - bottom < (top - bottom) * 0.12;
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
            ...{x: (value: number) => value, y: () => cost, dy: isLow ? -16 : 15, dx: isLate ? -4 : 4, ...label},
            textAnchor: isLate ? 'end' : 'start',
            text: () => words.t('chart.paid', {age: ageName(age, params)})
          })
        ])
  ];
}

/** The names of the average and of the chosen cohort, where their curves end. */
export function endLabels(mean: readonly Point[], own: readonly Point[], params: CohortParams): Plot.Markish[] {
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
