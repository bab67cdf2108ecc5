import type {PlotOptions} from '@observablehq/plot';
import {count, month, share, short} from '../messages/format';

/** The one class of all charts: `ui/plot.css` styles it, because the page's policy refuses Plot's inline styles. */
export const className = 'plot';

/** Colours as CSS variables, so that a chart follows the theme without being drawn again. A meaning has one colour everywhere. */
export const colors = {
  mark: 'var(--mark)',
  grey: 'var(--grey)',
  kept: 'var(--kept)',
  new: 'var(--new)',
  reactivated: 'var(--reactivated)',
  lost: 'var(--lost)',
  profit: 'var(--profit)',
  loss: 'var(--loss)',
  ink: 'var(--ink)',
  quiet: 'var(--ink-quiet)',
  hairline: 'var(--hairline)',
  paper: 'var(--paper)'
} as const;

/** For categories without a meaning of their own, in this order; six at most, more are "other" in grey. */
export const hues = [
  'var(--hue-1)',
  'var(--hue-2)',
  'var(--hue-3)',
  'var(--hue-4)',
  'var(--hue-5)',
  'var(--hue-6)'
] as const;

/** For what has an order (rungs, classes), from little to much. */
export const ramp = ['var(--ramp-1)', 'var(--ramp-2)', 'var(--ramp-3)', 'var(--ramp-4)', 'var(--ramp-5)'] as const;

/** A hairline across the frame. */
export const grid = {stroke: colors.hairline, strokeOpacity: 1} as const;

/** A baseline or a threshold. */
export const rule = {stroke: colors.ink, strokeWidth: 1} as const;

/** Words beside a mark, in place of a legend. */
export const label = {
  fill: colors.ink,
  stroke: colors.paper,
  strokeWidth: 4,
  paintOrder: 'stroke',
  fontWeight: 500
} as const;

/** A tooltip that takes its words from a `title` channel, or lists channels by `format`. */
export const tip = {fontSize: 12, lineHeight: 1.35, textPadding: 10, strokeOpacity: 1, pathFilter: 'none'} as const;

export interface Frame {
  /** in pixels of the drawing; by default about 1 : 2, at least 260 and at most 440 */
  height?: number;
  /** room for words at the left, in pixels, where the width allows it; 48 by default */
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

/** What all charts share: class, size, margins for the width. A chart spreads it first. */
export function frame(width: number, {height, left = 48, right = 16, top = 24, bottom = 32}: Frame = {}): PlotOptions {
  const most = Math.floor(width * 0.34);
  return {
    className,
    width,
    height: height ?? Math.round(Math.min(440, Math.max(260, width * 0.46))),
    marginTop: top,
    marginRight: Math.min(right, most),
    marginBottom: bottom,
    marginLeft: Math.min(left, most)
  };
}

/** How many ticks an axis of this length takes without crowding. */
export const ticks = (length: number, each = 90): number => Math.max(2, Math.floor(length / each));

/** `8.9M` */
export const moneyTick = (value: number): string => short(value);

/** `12,000` */
export const countTick = (value: number): string => count(value);

/** `20%` of 0.2 */
export const shareTick = (value: number): string => share(value);

/** `Dec 2010` of a date at the start of a month, as Plot gives it, or of `2010-12-01`. */
export const monthTick = (value: Date | string): string => month(iso(value));

/** Only the year at the start of one, else the short month: for a row of months. */
export function monthOrYearTick(value: Date | string): string {
  const text = iso(value);
  return text.slice(5, 7) === '01' ? text.slice(0, 4) : month(text).replace(/\s*\d{4}\s*/, '');
}

/** A date of `YYYY-MM-DD` as Plot's time scales need it, in UTC. */
export const utc = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

const iso = (value: Date | string): string => (typeof value === 'string' ? value : value.toISOString()).slice(0, 10);
