import {locale} from './language';

/** What stands for "nothing to say": an unknown value, a ratio of nothing. */
export const nothing = '–';

/** Before what is below zero, wherever it is shown. In files and on the clipboard it is `-`. */
const minus = '−';

type Numeric = number | bigint | string | null | undefined;

/** `1,133`; `–` for null. */
export const count = (value: Numeric): string => number(value, {maximumFractionDigits: 0});

/** `8,911,407.90`, two decimals always, without the currency, which stands in the header or the axis. */
export const money = (value: Numeric): string => number(value, {minimumFractionDigits: 2, maximumFractionDigits: 2});

/** `8.9M`, for axes and chart labels. */
export const short = (value: Numeric): string => number(value, {notation: 'compact', maximumFractionDigits: 1});

/** `3.41`, at most `digits` decimals. */
export const decimal = (value: Numeric, digits = 2): string => number(value, {maximumFractionDigits: digits});

/** A ratio as per cent with at most one decimal: `74.6 %` in most languages, `74.6%` in English. */
export const share = (value: Numeric): string => number(value, {style: 'percent', maximumFractionDigits: 1});

/** `1 Dec 2010` of `2010-12-01`. */
export const day = (iso: string | null): string => date(iso, {day: 'numeric', month: 'short', year: 'numeric'});

/** `Dec 2010` of `2010-12-01`. */
export const month = (iso: string | null): string => date(iso, {month: 'short', year: 'numeric'});

/** `48.0 MB`. */
export function bytes(value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  return number(value / 1000 ** step, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1
  });
}

/** `Discount, Channel and Store`. */
export const list = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), {type: 'conjunction'}).format(words);

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function number(value: Numeric, options: Intl.NumberFormatOptions): string {
  if (value === null || value === undefined) return nothing;
  if (typeof value === 'number' && !Number.isFinite(value)) return nothing;
  const key = `n${locale()}${JSON.stringify(options)}`;
  let format = formats.get(key) as Intl.NumberFormat | undefined;
  // Of what rounds to zero no sign is shown.
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale(), {signDisplay: 'negative', ...options})));
  return format.format(value as Intl.StringNumericLiteral).replace('-', minus);
}

function date(iso: string | null, options: Intl.DateTimeFormatOptions): string {
  if (iso === null) return nothing;
  const key = `d${locale()}${JSON.stringify(options)}`;
  let format = formats.get(key) as Intl.DateTimeFormat | undefined;
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale(), {...options, timeZone: 'UTC'})));
  return format.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
}
