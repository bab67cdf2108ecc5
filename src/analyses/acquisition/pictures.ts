import type {Picture, Results} from '../analysis';
import {curve} from './curve';
import {funnel} from './funnel';
import {groups} from './groups';
import {months} from './months';
import type {AcquisitionParams} from './params';
import type {CurveRow, GroupRow, MonthRow, StepRow, Summary} from './parts';
import {words} from './words';

/** The funnel, the groups, how long it takes (once that is there) and the months; none where there are no leads. */
export function pictures(results: Results, {leads_by}: AcquisitionParams): Readonly<Record<string, Picture>> {
  const part = <T>(name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
  const steps = part<StepRow>('steps');
  if (steps.length === 0) return {};
  return {
    funnel: {
      name: 'acquisition',
      label: words.t('chart.funnel'),
      description: words.t('chart.funnel.description'),
      options: (width) => funnel(steps, width)
    },
    groups: {
      name: 'acquisition-groups',
      label: words.t('chart.groups', {by: leads_by}),
      description: words.t('chart.groups.description'),
      options: (width) => groups(part<GroupRow>('groups'), part<Summary>('summary')[0], width)
    },
    ...(results.parts['curve'] ? {curve: curveOf(part<CurveRow>('curve'))} : {}),
    months: {
      name: 'acquisition-months',
      label: words.t('chart.months'),
      description: words.t('chart.months.description'),
      options: (width) => months(part<MonthRow>('months'), width)
    }
  };
}

const curveOf = (rows: readonly CurveRow[]): Picture => ({
  name: 'acquisition-curve',
  label: words.t('chart.curve'),
  description: words.t('chart.curve.description'),
  options: (width) => curve(rows, width)
});
