import {decimal, nothing, share} from '../../messages/format';
import {ungrouped} from '../../models/grouping';
import type {SurvivalParams} from './params';
import {words} from './words';

/** A curve as parts name it. */
export interface Named {
  place: number;
  /** '' where none is given, null where several groups share the curve */
  group_name: string | null;
}

/** What a curve is called: its group, `none given`, `others`, or `all` where nothing is compared. */
export function curveName({group_name}: Named, {split}: SurvivalParams): string {
  if (split === ungrouped) return words.t('group.all');
  if (group_name === null) return words.t('group.others');
  return group_name === '' ? words.t('group.none given') : group_name;
}

/** `106 days`, `106.5 days`, `1 day`; `–` where there is nothing to say. */
export const days = (value: number | null): string =>
  value === null ? nothing : words.t('days', {count: value, days: decimal(value, 1)});

/** The same, with the years where they are many: `1,777 days (4.9 years)`. */
export const daysOrYears = (value: number | null): string =>
  value === null || value < 730
    ? days(value)
    : words.t('days.years', {days: decimal(value, 1), years: decimal(value / 365.25, 1)});

/** `0.013`, `< 0.001`, as a probability is printed. */
export const probability = (p: number): string => (p < 0.001 ? words.t('p.tiny') : words.t('p.is', {p: decimal(p, 3)}));

/** `50–61`: limits; `50–?` where one isn't reached. */
export const limits = (low: number | null, high: number | null): string =>
  low === null && high === null ? nothing : words.t('limits', {low: bound(low), high: bound(high)});

const bound = (value: number | null): string => (value === null ? words.t('limits.open') : decimal(value, 1));

/** The limits of a share as text, with one sign of per cent: `55.6` and `62.6%`. */
export const shareLimits = (low: number | null, high: number | null): {low: string; high: string} => ({
  low: low === null ? nothing : decimal(low * 100, 1),
  high: share(high)
});
