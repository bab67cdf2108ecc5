import {decimal} from '../../messages/format';
import type {Picture, Results, ViewContext} from '../analysis';
import {chart} from './chart';
import {lorenz} from './lorenz';
import type {ParetoParams} from './params';
import type {BarRow, ClassRow, LorenzRow, Summary, TrendRow} from './parts';
import {trend} from './trend';
import {words} from './words';

/**
 * The ranked bars; the Lorenz curve where no value is negative and the total is positive; how concentration moved, once
 * that is there.
 */
export function pictures(
  results: Results,
  params: ParetoParams,
  context: ViewContext
): Readonly<Record<string, Picture>> {
  const part = <T>(name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
  const {by, measure, grain} = params;
  const gini = part<Summary>('summary')[0]?.gini ?? null;
  return {
    bars: {
      name: 'pareto',
      label: words.t('chart.bars', {measure}),
      description: words.t('chart.bars.description', {by, measure}),
      options: (width) =>
        chart(part<BarRow>('bars'), {params, classes: part<ClassRow>('classes'), currency: context.currency}, width)
    },
    ...(gini === null
      ? {}
      : {
          lorenz: {
            name: 'pareto-lorenz',
            label: words.t('chart.lorenz'),
            description: words.t('chart.lorenz.description', {gini: decimal(gini, 3)}),
            options: (width) => lorenz(part<LorenzRow>('lorenz'), {params, gini}, width)
          }
        }),
    ...(results.parts['trend'] === undefined
      ? {}
      : {
          trend: {
            name: 'pareto-trend',
            label: words.t('chart.trend'),
            description: words.t('chart.trend.description', {measure, grain}),
            options: (width) => trend(part<TrendRow>('trend'), params, width)
          }
        })
  };
}
