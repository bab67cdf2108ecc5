import {count, decimal, money} from '../../messages/format';
import type {Picture, Results, ViewContext} from '../analysis';
import {chart} from './chart';
import {lorenz} from './lorenz';
import {whaleMeasure, type ParetoParams} from './params';
import type {BarRow, ClassRow, LorenzRow, Peak, Summary, TrendRow, WhaleRow} from './rows';
import {trend} from './trend';
import {whale} from './whale';
import {words} from './words';

/**
 * The ranked bars; the whale curve where costs are known or someone is below zero; the Lorenz curve where no value is
 * negative and the total is positive; how concentration moved, once that is there, and of more than one period.
 */
export function pictures(
  results: Results,
  params: ParetoParams,
  context: ViewContext
): Readonly<Record<string, Picture>> {
  const part = <T>(name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
  const {by, measure, grain} = params;
  const gini = part<Summary>('summary')[0]?.gini ?? null;
  const peak = part<Peak>('peak')[0];
  return {
    bars: {
      name: 'pareto',
      label: words.t('chart.bars', {measure}),
      description: words.t('chart.bars.description', {by, measure}),
      options: (width) =>
        chart(part<BarRow>('bars'), {params, classes: part<ClassRow>('classes'), currency: context.currency}, width)
    },
    ...(peak && hasWhale(peak, context) ? {whale: whalePicture(part('whale'), peak, params, context)} : {}),
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
    ...(part('trend').length < 2
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

/** Without costs, and with no one below zero, the curve would only repeat the line of the bars. */
export const hasWhale = (peak: Peak, {loaded}: ViewContext): boolean =>
  whaleMeasure(loaded) === 'profit' || peak.losing > 0;

function whalePicture(rows: WhaleRow[], peak: Peak, {by}: ParetoParams, {currency, loaded}: ViewContext): Picture {
  const measure = whaleMeasure(loaded);
  return {
    name: 'pareto-whale',
    label: words.t('chart.whale', {measure}),
    description: words.t('chart.whale.description', {
      by,
      measure,
      count: count(peak.before_peak),
      entities: count(peak.entities),
      losing: count(peak.losing),
      destroyed: money(peak.destroyed)
    }),
    options: (width) => whale(rows, {by, measure, peak, currency}, width)
  };
}
