import {money} from '../../messages/format';
import type {Picture, Results, ViewContext} from '../analysis';
import type {PartnershipParams} from './params';
import type {PeriodRow, PointRow, Summary, WhaleRow} from './parts';
import {scatter} from './scatter';
import {part, sidesOf} from './sides';
import {trend} from './trend';
import {stepsBetween, stepsDown, waterfall} from './waterfall';
import {whale} from './whale';
import {words} from './words';

/** The account as bars, or the way from one to another; all customers by profit and by cost; what was left over time. */
export function pictures(
  results: Results,
  params: PartnershipParams,
  {currency}: ViewContext
): Readonly<Record<string, Picture>> {
  const summary = part<Summary>(results, 'summary')[0];
  if (!summary) return {};
  const points = part<PointRow>(results, 'points');
  return {
    ...statement(results, params, currency),
    whale: {
      name: 'partnerships-whale',
      label: words.t('chart.whale'),
      description: words.t('chart.whale.description', {peak: money(summary.peak), profit: money(summary.profit)}),
      options: (width) => whale(part<WhaleRow>(results, 'whale'), {summary, currency}, width)
    },
    ...(points.length === 0
      ? {}
      : {
          scatter: {
            name: 'partnerships-cost-to-serve',
            label: words.t('chart.scatter'),
            description: words.t('chart.scatter.description'),
            options: (width: number) => scatter(points, {summary, currency}, width)
          }
        }),
    ...((results.parts['periods'] ?? []).length < 2 ? {} : overTime(results, params, currency))
  };
}

function statement(
  results: Results,
  params: PartnershipParams,
  currency: string | null
): Readonly<Record<string, Picture>> {
  const {left, right} = sidesOf(results, params);
  if (!left) return {};
  const name = right ? 'bridge' : 'waterfall';
  const steps = right ? stepsBetween(left, right) : stepsDown(left);
  return {
    waterfall: {
      name: `partnerships-${name}`,
      label: words.t(`chart.${name}`, {left: left.name, right: right?.name ?? ''}),
      description: words.t(`chart.${name}.description`, {left: left.name, right: right?.name ?? ''}),
      options: (width) => waterfall(steps, currency, width)
    }
  };
}

function overTime(results: Results, {grain}: PartnershipParams, currency: string | null): Record<string, Picture> {
  const rows = part<PeriodRow>(results, 'periods');
  return {
    trend: {
      name: 'partnerships-over-time',
      label: words.t('chart.trend'),
      description: words.t('chart.trend.description', {grain}),
      options: (width) => trend(rows, {grain, currency}, width)
    }
  };
}
