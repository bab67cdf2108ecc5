import {isWeekday, monthOf} from './months';
import {byDay, byMonth, byYear, clock, ofMonth, withYearLast} from './worded';

/**
 * How one text writes a date. `%1` and `%2` in `template` stand for day and month in an order still to be found; `%1`,
 * `%2`, `%3` for three numbers of which even the year isn't known.
 */
export interface DateShape {
  /** as `Format.date` has it, but for the open places */
  template: string;
  /** the numbers of the open places, in order; empty where all is known */
  open: readonly number[];
}

/** Texts longer than this are no dates. */
const longest = 64;

/** Reads a text as a date, with or without a time of day; null where it is none, or a day that no calendar has. */
export function readDate(text: string): DateShape | null {
  const trimmed = dateText(text);
  if (trimmed === null) return null;
  return numeric(trimmed) ?? compact(trimmed) ?? worded(trimmed) ?? onWeekday(trimmed);
}

/** Reads a text that names a month and its year, but no day: `2024-03`, `3/2024`, `März 2024`. */
export function readMonth(text: string): DateShape | null {
  const trimmed = dateText(text);
  if (trimmed === null) return null;
  if (/^[12]\d{3}[-/](?:0?[1-9]|1[0-2])$/.test(trimmed)) return {template: `%Y${trimmed[4] ?? ''}%m`, open: []};
  const slashed = /^(?:0?[1-9]|1[0-2])([/-])[12]\d{3}$/.exec(trimmed);
  if (slashed) return {template: `%m${slashed[1] ?? ''}%Y`, open: []};
  const found = ofMonth.exec(trimmed);
  return found && monthOf(found[1] ?? '') > 0 ? {template: '%B %Y', open: []} : null;
}

/** A date that is all zeros, as programs write where there is none: `0000-00-00`, `00.00.0000`, `1900-01-00`. */
export const isZeroDate = (text: string): boolean =>
  text.length < 40 && /^\s*[01]/.test(text) && zeroDate.test(text.trim());

export const zeroDates =
  '^(?:0|0{1,4}[-./]0{1,2}[-./]0{1,4}|0{8}|1900-0?1-0?0|0?1/0?0/1900|0?0[./]0?1[./]1900)(?:[T ][0:.]*Z?)?$';
const zeroDate = new RegExp(zeroDates);

function dateText(text: string): string | null {
  const trimmed = text.length > longest * 2 ? '' : text.trim();
  return trimmed.length < 6 || trimmed.length > longest || !/\d/.test(trimmed) ? null : trimmed;
}

const numericDate = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(\.?)(.*)$/s;

function numeric(text: string): DateShape | null {
  const found = numericDate.exec(text);
  if (!found) return null;
  const [, a = '', mark = '', b = '', c = '', dot = '', rest = ''] = found;
  const time = timeFormat(rest);
  if (time === null) return null;
  const ordered = a.length > 2 ? yearFirst(a, b, c) : yearLast(a, b, c);
  return ordered && {...ordered, template: ordered.places.join(mark) + dot + time};
}

interface Places {
  places: string[];
  open: number[];
}

function yearFirst(year: string, month: string, day: string): Places | null {
  if (year.length !== 4 || day.length > 2 || !isDay(+year, +month, +day)) return null;
  return {places: ['%Y', '%m', '%d'], open: []};
}

function yearLast(a: string, b: string, c: string): Places | null {
  if (c.length === 4)
    return isDay(+c, +b, +a) || isDay(+c, +a, +b) ? {places: ['%1', '%2', '%Y'], open: [+a, +b]} : null;
  if (a.length !== 2 || b.length !== 2 || c.length !== 2) return c.length === 2 ? shortYear(a, b, c) : null;
  const possible = isDay(2000, +b, +a) || isDay(2000, +a, +b) || isDay(2000, +b, +c);
  return possible ? {places: ['%1', '%2', '%3'], open: [+a, +b, +c]} : null;
}

function shortYear(a: string, b: string, c: string): Places | null {
  return isDay(2000 + +c, +b, +a) || isDay(2000 + +c, +a, +b) ? {places: ['%1', '%2', '%y'], open: [+a, +b]} : null;
}

function compact(text: string): DateShape | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:([T ]?)(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/.exec(text);
  if (!found || !isRecent(+(found[1] ?? '')) || !isDay(+(found[1] ?? ''), +(found[2] ?? ''), +(found[3] ?? '')))
    return null;
  if (found[5] === undefined) return {template: '%Y%m%d', open: []};
  const colon = text.includes(':') ? ':' : '';
  return {template: `%Y%m%d${found[4] ?? ''}%H${colon}%M${colon}%S${found[8] ?? ''}`, open: []};
}

const isRecent = (year: number): boolean => year >= 1900 && year < 2100;

/** A date behind its weekday: `Mon, 3 Feb 2020`, `Mo. 03.02.2020`. */
function onWeekday(text: string): DateShape | null {
  const found = /^([\p{L}-]{2,14})\.?,?\s+(.+)$/su.exec(text);
  if (!found || !isWeekday(found[1] ?? '')) return null;
  const rest = found[2] ?? '';
  const day = numeric(rest);
  if (day) return {...day, template: `%a ${day.template}`};
  const last = withYearLast.exec(rest);
  if (last) return calendar(last, {day: 2, word: 1, year: 4}) ? {template: '%B %d %Y %H:%M', open: []} : null;
  const inWords = worded(rest);
  return inWords && {...inWords, template: plainTemplate(inWords.template)};
}

function worded(text: string): DateShape | null {
  for (const {pattern, at} of orders) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, , first = '', , second = '', , rest = ''] = found;
    const isGlued = first === '' && second === '' && (found[at.year] ?? '').length === 2;
    const time = isGlued ? null : timeFormat(rest);
    if (time === null || !calendar(found, at)) return null;
    return {template: template(found, at, time), open: []};
  }
  return null;
}

interface At {
  day: number;
  word: number;
  year: number;
}

/** In each pattern: a part, what is between, a part, what is between, a part, the rest. */
const orders: readonly {pattern: RegExp; at: At}[] = [
  {pattern: byDay, at: {day: 1, word: 3, year: 5}},
  {pattern: byMonth, at: {word: 1, day: 3, year: 5}},
  {pattern: byYear, at: {year: 1, word: 3, day: 5}}
];

function calendar(found: RegExpExecArray, at: At): boolean {
  const year = found[at.year] ?? '';
  return isDay(year.length === 2 ? 2000 : +year, monthOf(found[at.word] ?? ''), +(found[at.day] ?? ''));
}

/** As strptime reads it, where the month is English and nothing else is said; else without what is between the parts. */
function template(found: RegExpExecArray, at: At, time: string): string {
  const word = found[at.word] ?? '';
  const month = english.includes(word.toLowerCase()) ? '%B' : isShort(word) ? '%b' : null;
  const year = (found[at.year] ?? '').length === 2 ? '%y' : '%Y';
  const place: Record<number, string> = {[at.day]: '%d', [at.word]: month ?? '%B', [at.year]: year};
  const parts = [1, 2, 3, 4, 5].map((index) => place[index] ?? found[index] ?? '').join('');
  const isPlain = month !== null && /^[ ,./-]+$/.test((found[2] ?? '') + (found[4] ?? ''));
  return isPlain ? parts + time : plainTemplate(parts + time);
}

const isShort = (word: string): boolean =>
  word.length === 3 && english.some((month) => month.startsWith(word.toLowerCase()));

/** Day, month's name and year in their order, with or without a time of day: what is between them makes no difference. */
export function plainTemplate(template: string): string {
  const parts = (template.match(/%[dbBYy]/g) ?? []).join(' ').replace('%b', '%B');
  return /%[HI]/.test(template) ? `${parts} %H:%M` : parts;
}

const english = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december']
];

const timeOfDay = new RegExp(`^${clock}$`, 'u');

/**
 * The strptime format of the rest of a text behind its date; '' where nothing is left, null where it is no time of day.
 * A time that strptime can't read as it is written is `%H:%M` all the same: only the day is wanted.
 */
function timeFormat(rest: string): string | null {
  if (/^(?:\s*(?:г\.?|года))?$/u.test(rest)) return '';
  if (!timeOfDay.test(rest)) return null;
  const found = plainTime.exec(rest);
  if (!found) return ' %H:%M';
  const [, gap = '', hour = '', mark = '', minute = '', second, point, fraction, space = '', half, space2 = '', zone] =
    found;
  if (+hour > 24 || +minute > 59 || (second !== undefined && +second > 60)) return null;
  const seconds = second === undefined ? '' : `${mark}%S${fractionFormat(point, fraction)}`;
  const time = `${half === undefined ? '%H' : '%I'}${mark}%M${seconds}${half === undefined ? '' : `${space}%p`}`;
  return (
    (gap === ', ' ? gap : gap.slice(0, 1)) + time + zoneFormat(half === undefined ? space || space2 : space2, zone)
  );
}

const plainTime =
  /^(T| {1,2}|, )(\d{1,2})([:.])(\d{2})(?:\3(\d{2})(?:([.,])(\d{1,9}))?)?( ?)([AaPp][Mm])?( ?)(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

function fractionFormat(point: string | undefined, fraction: string | undefined): string {
  if (point === undefined || fraction === undefined) return '';
  return point + (fraction.length > 6 ? '%n' : '%f');
}

function zoneFormat(space: string, zone: string | undefined): string {
  if (zone === undefined) return '';
  return space + (zone === 'Z' || zone === 'UTC' ? zone : '%z');
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !isLeap ? 28 : (days[month - 1] ?? 0);
}

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
