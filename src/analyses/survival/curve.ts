import {colors, hues} from '../../charts/theme';
import {ungrouped} from '../../models/grouping';
import type {Named} from './names';
import type {SurvivalParams} from './params';
import type {Point, Summary} from './parts';

/** Fewer than these seen so long: the curve is drawn dashed, and no chance is told. */
export const few = 10;

/** A point as it is drawn: `at`, `from` and `to` are the share shown and its limits. */
export interface Drawn extends Point {
  at: number;
  from: number | null;
  to: number | null;
}

export interface Curve {
  summary: Summary;
  color: string;
  drawn: Drawn[];
}

export function curveOf(summary: Summary, points: readonly Point[], params: SurvivalParams): Curve {
  const own = points.filter(({place}) => place === summary.place);
  return {
    summary,
    color: colorOf(summary, params),
    drawn: [startOf(summary), ...own].map((point) => shown(point, params))
  };
}

/** Before anything happens all are waiting. */
const startOf = ({place, group_name, waits}: Summary): Point => ({
  place,
  group_name,
  from_day: 0,
  duration: 0,
  at_risk: waits,
  at_risk_last: waits,
  events: 0,
  censored: 0,
  survival: 1,
  low: 1,
  high: 1
});

function shown(point: Point, {what}: SurvivalParams): Drawn {
  const {survival, low, high} = point;
  if (what === 'contract') return {...point, at: survival, from: low, to: high};
  const over = (value: number | null): number | null => (value === null ? null : 1 - value);
  return {...point, at: 1 - survival, from: over(high), to: over(low)};
}

export function topOf(curves: readonly Curve[], {what}: SurvivalParams): number {
  if (what === 'contract') return 1;
  const known = curves.flatMap(({drawn}) =>
    drawn.map((point) => Math.max(point.at, isKnown(point) ? (point.to ?? 0) : 0))
  );
  return Math.min(1, Math.max(0.1, Math.ceil(Math.max(0, ...known) * 10) / 10));
}

export const isKnown = ({at_risk}: Point): boolean => at_risk >= few;

export function colorOf({place, group_name}: Named, {split}: SurvivalParams): string {
  if (split === ungrouped) return colors.mark;
  return group_name === null ? colors.grey : (hues[place - 1] ?? colors.grey);
}
