import {count, day, month} from '../../messages/format';
import {rollingDays} from './grain';
import {isByTime, type CohortParams, type Grain} from './params';
import {words} from './words';

/** What a cohort is known by. */
export interface Named {
  cohort: string | null;
  group_name: string | null;
}

/** `Dec 2010`, `Q3 2011`, `2012`, `3 Jan 2011` for the week of it; of a group its name. */
export function cohortName({cohort, group_name}: Named, {grain}: Pick<CohortParams, 'grain'>): string {
  if (cohort === null) return group_name === null || group_name === '' ? words.t('group.none') : group_name;
  return periodName(cohort, grain);
}

/** What a period is called, of its first day. */
export function periodName(start: string, grain: Grain): string {
  const [year = '', number = '1'] = start.split('-');
  if (grain === 'year') return year;
  if (grain === 'quarter') return words.t('quarter', {quarter: Math.ceil(Number(number) / 3), year});
  return grain === 'month' ? month(start) : day(start);
}

/** `3 months later`, `in the first month`; from the first day `90 to 119 days later`. */
export function ageName(age: number, {grain, age: counted}: CohortParams): string {
  const days = rollingDays[grain];
  const kind =
    counted === 'rolling' ? (age === 0 ? 'age.first days' : 'age.days') : age === 0 ? 'age.first' : 'age.later';
  return words.t(kind, {grain, age, from: count(age * days), to: count((age + 1) * days - 1), days});
}

/** A text that tells cohorts apart. */
export const keyOf = ({cohort, group_name}: Named): string => cohort ?? `group ${group_name ?? ''}`;

/** `month`, or `group`: what a row of the matrix is. */
export const rowKind = (params: CohortParams): string => (isByTime(params) ? params.grain : 'group');
