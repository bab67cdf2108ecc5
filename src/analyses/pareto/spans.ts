import type {Window} from '../../models/scope';
import type {ParetoParams} from './params';

/** Days from and to, both included. */
export interface Span {
  from: string;
  to: string;
}

/** Two spans that are compared. `kind` is what they are: whole years, quarters or months, or halves of the period. */
export interface Spans {
  before: Span;
  now: Span;
  kind: ParetoParams['grain'] | 'half';
}

const monthsOf = {year: 12, quarter: 3, month: 1} as const;

/**
 * The last year, quarter or month that the data covers whole, and the one before it, or the same one a year earlier. Where
 * the one before isn't covered, two halves of the period, equally long. Null where there is nothing to compare.
 */
export function spansOf(
  {from, to}: Pick<Window, 'from' | 'to'>,
  {grain, since}: Pick<ParetoParams, 'grain' | 'since'>
): Spans | null {
  if (from === null || to === null) return null;
  const months = monthsOf[grain];
  const running = periodOf(to, months);
  const now = running.to === to ? running : shifted(running, months, months);
  const before = shifted(now, since === 'year_before' ? 12 : months, months);
  // As in the trend, a period counts as covered where the data begins within its first week.
  if (from <= plus(before.from, 7)) return {before, now, kind: grain};
  return since === 'year_before' ? null : halves(from, to);
}

function halves(from: string, to: string): Spans | null {
  const half = Math.floor((daysBetween(from, to) + 1) / 2);
  if (half < 1) return null;
  const middle = plus(to, 1 - half);
  return {before: {from: plus(middle, -half), to: plus(middle, -1)}, now: {from: middle, to}, kind: 'half'};
}

/** The period of so many months, counted from January, that a day lies in. */
function periodOf(day: string, months: number): Span {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return monthsFrom(Math.floor(month / months) * months, months);
}

function shifted({from}: Span, back: number, months: number): Span {
  return monthsFrom(Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 - back, months);
}

/** From the first day of a month, counted from the year 0, to the last of as many. */
function monthsFrom(month: number, months: number): Span {
  const start = month - 2000 * 12;
  return {from: iso(Date.UTC(2000, start, 1)), to: iso(Date.UTC(2000, start + months, 0))};
}

const day = 86_400_000;
const plus = (date: string, days: number): string => iso(Date.parse(`${date}T00:00:00Z`) + days * day);
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
