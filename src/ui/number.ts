import {decimal} from '../messages/format';
import {words} from '../messages/ui';

export interface Range {
  min: number;
  max: number;
  step: number;
}

/** What a person typed as a number on the steps of the range, or a sentence on what is wrong with it. */
export function parse(text: string, range: Partial<Range>): number | string {
  const typed = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(typed)) return words.t('number.invalid');
  const value = toStep(typed, range);
  const {min = -Infinity, max = Infinity} = range;
  return value < min || value > max ? (rangeText(range) ?? words.t('number.invalid')) : value;
}

/** "1 to 60", "1 at least"; undefined where there is no limit. */
export function rangeText({min, max}: Partial<Range>): string | undefined {
  if (min !== undefined && max !== undefined) return words.t('number.range', {min: decimal(min), max: decimal(max)});
  if (min !== undefined) return words.t('number.low', {min: decimal(min)});
  if (max !== undefined) return words.t('number.high', {max: decimal(max)});
  return undefined;
}

function toStep(value: number, {min = 0, step}: Partial<Range>): number {
  if (step === undefined) return value;
  const digits = Math.max(decimals(step), decimals(min));
  return Number((min + Math.round((value - min) / step) * step).toFixed(digits));
}

const decimals = (value: number): number => (String(value).split('.')[1] ?? '').length;
