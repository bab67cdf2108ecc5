/**
 * How one text writes a date. `%1` and `%2` in `template` stand for day and month in an order still to be found; `%1`,
 * `%2`, `%3` for three numbers of which even the year isn't known.
 */
export interface DateShape {
  /** as DuckDB's strptime takes it, but for the open places */
  template: string;
  /** the numbers of the open places, in order; empty where all is known */
  open: readonly number[];
  /** the language of a month name that strptime can't read */
  months?: string;
}

/** Texts longer than this are no dates. */
const longest = 40;

/** Reads a text as a date, with or without a time of day; null where it is none, or a day that no calendar has. */
export function readDate(text: string): DateShape | null {
  const trimmed = text.length > longest * 2 ? '' : text.trim();
  if (trimmed.length < 6 || trimmed.length > longest || !/\d/.test(trimmed)) return null;
  return numeric(trimmed) ?? compact(trimmed) ?? worded(trimmed);
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
  const found = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?$/.exec(text);
  if (!found || !isRecent(+(found[1] ?? '')) || !isDay(+(found[1] ?? ''), +(found[2] ?? ''), +(found[3] ?? '')))
    return null;
  if (found[4] === undefined) return {template: '%Y%m%d', open: []};
  return {template: text.includes('T') ? '%Y%m%dT%H%M%S' : '%Y%m%d%H%M%S', open: []};
}

const isRecent = (year: number): boolean => year >= 1900 && year < 2100;

const dayFirst = /^(\d{1,2})(\. ?|[-/ ])(?:de )?([\p{L}]{3,12}\.?)([-/ ]|, )(?:de )?(\d{4}|\d{2})(.*)$/su;
const monthFirst = /^([\p{L}]{3,12}\.?)([ -])(\d{1,2})(, ?|[ -])(\d{4})(.*)$/su;

function worded(text: string): DateShape | null {
  const first = dayFirst.exec(text);
  if (first) return named(first, {day: 1, word: 3, year: 5});
  const second = monthFirst.exec(text);
  return second && named(second, {word: 1, day: 3, year: 5});
}

function named(found: RegExpExecArray, at: {day: number; word: number; year: number}): DateShape | null {
  const month = monthOf(found[at.word] ?? '');
  const year = found[at.year] ?? '';
  const time = timeFormat(found[6] ?? '');
  if (!month || time === null || +(found[at.day] ?? 0) > 31) return null;
  const place: Record<number, string> = {
    [at.day]: '%d',
    [at.word]: month.format,
    [at.year]: year.length === 4 ? '%Y' : '%y'
  };
  const template = [1, 2, 3, 4, 5].map((index) => place[index] ?? found[index]).join('') + time;
  return {template, open: [], ...(month.language === 'en' ? {} : {months: month.language})};
}

function monthOf(word: string): {format: string; language: string} | null {
  const plain = word.toLowerCase().replace(/\.$/, '');
  if (english.includes(plain)) return {format: '%B', language: 'en'};
  if (word === word.replace('.', '') && plain.length === 3 && english.some((month) => month.startsWith(plain))) {
    return {format: '%b', language: 'en'};
  }
  const bare = plain.normalize('NFD').replace(/\p{M}/gu, '');
  const [best] = Object.entries(others)
    .map(([language, starts]) => ({
      language,
      length: Math.max(0, ...starts.filter((start) => bare.startsWith(start)).map((start) => start.length))
    }))
    .sort((a, b) => b.length - a.length);
  return best && best.length > 0 ? {format: '%B', language: best.language} : null;
}

const english = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december']
];

/** Beginnings of month names, without accents, enough to know that a word is one. */
const others: Record<string, readonly string[]> = {
  de: ['janner', 'januar', 'feb', 'marz', 'mar', 'apr', 'mai', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dez'],
  sv: ['jan', 'feb', 'mars', 'maj', 'juni', 'juli', 'augusti', 'oktober', 'december'],
  nl: ['maart', 'mrt', 'mei', 'augustus'],
  fr: ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'dec'],
  es: ['ene', 'abr', 'marzo', 'mayo', 'ago', 'dic', 'septiembre'],
  it: ['marzo', 'genn', 'gen', 'magg', 'mag', 'giu', 'lug', 'sett', 'set', 'ott'],
  pt: ['marco', 'maio', 'mai', 'junho', 'julho', 'out', 'dez'],
  pl: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paz', 'lis', 'gru'],
  sl: ['jun', 'jul', 'avg', 'okt'],
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'маи', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
};

const timeOfDay =
  /^(T| {1,2}|, )(\d{1,2})([:.])(\d{2})(?:\3(\d{2})(?:([.,])(\d{1,9}))?)?( ?)([AaPp][Mm])?( ?)(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

/** The strptime format of the rest of a text behind its date; '' where nothing is left, null where it is no time of day. */
function timeFormat(rest: string): string | null {
  if (rest === '') return '';
  const found = timeOfDay.exec(rest);
  if (!found) return null;
  const [, gap = '', hour = '', mark = '', minute = '', second, point, fraction, space = '', half, space2 = '', zone] =
    found;
  if (+hour > 24 || +minute > 59 || (second !== undefined && +second > 60)) return null;
  const seconds = second === undefined ? '' : `${mark}%S${fractionFormat(point, fraction)}`;
  const clock = `${half === undefined ? '%H' : '%I'}${mark}%M${seconds}${half === undefined ? '' : `${space}%p`}`;
  return (
    (gap === ', ' ? gap : gap.slice(0, 1)) + clock + zoneFormat(half === undefined ? space || space2 : space2, zone)
  );
}

function fractionFormat(point: string | undefined, fraction: string | undefined): string {
  if (point === undefined || fraction === undefined) return '';
  return point + (fraction.length > 6 ? '%n' : '%f');
}

function zoneFormat(space: string, zone: string | undefined): string {
  if (zone === undefined) return '';
  return space + (zone === 'Z' || zone === 'UTC' ? zone : '%z');
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] ?? 0);
}

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
