import {literal} from '../../engine/sql';
import {zeroDates} from './dates';
import {monthWords} from './months';
import type {Format} from '../types';
import {behind, weekday, wordedPattern} from './worded';

/**
 * The calendar day of a text as it is written, whatever its time of day and zone: by the first of its column's ways that
 * fits.
 */
export const daySql = (text: string, format: Format): string => `coalesce(${waysSql(text, format).join(', ')})`;

/** The ways in which a column writes dates, in order. The last, year-month-day, can't be mistaken: it is always read. */
export function waysOf({date = iso, dates = []}: Format): string[] {
  const ways = [...new Set([date, ...dates])];
  return ways.some((way) => withoutTime(way) === iso) ? ways : [...ways, iso];
}

/**
 * SQL of the day by each of the ways, NULL where the text isn't written so. Beside years of two digits, a year of four is
 * not one of two that strptime takes for the first century.
 */
export function waysSql(text: string, format: Format): string[] {
  const ways = waysOf(format);
  const short = ways.some((way) => way.includes('%y'));
  return ways.map((way) => {
    const day = wayOf(text, way);
    return short && way.includes('%Y') ? `list_filter([${day}], lambda d: d >= date '1000-01-01')[1]` : day;
  });
}

/** Whether a text stands for no date: all zeros, the day before Excel's first. */
export const isZeroDateSql = (text: string): string =>
  `case when ${text} < '2' and (starts_with(${text}, '0') or contains(${text}, '1900')) then regexp_matches(${text}, ${literal(zeroDates)}) else false end`;

/** A day that is a placeholder or a slip is none: before 1901, or after `last`. */
export const plausibleSql = (day: string, last = '9999-12-31'): string =>
  `case when ${day} between date '1901-01-01' and ${literal(last)}::date then ${day} end`;

/** The format of a date without its time of day. */
export const withoutTime = (date: string): string => date.replace(timeFormat, '');

/** Numbers that count days or seconds; what they begin at, and how many make a day. */
export const counting = {
  '%excel': {first: '1899-12-30', perDay: 1},
  '%excel1904': {first: '1904-01-01', perDay: 1},
  '%epoch': {first: '1970-01-01', perDay: 86_400},
  '%epochms': {first: '1970-01-01', perDay: 86_400_000}
} as const;

export const isCounting = (date: string): date is keyof typeof counting => Object.hasOwn(counting, date);

const iso = '%Y-%m-%d';

/** Where the time of day begins in a strptime format. */
const timeFormat = /(?:T|, | )?%-?[HI].*$/;

function wayOf(text: string, date: string): string {
  if (isCounting(date)) return countedSql(text, date);
  const alone = withoutTime(date);
  const rest = /%-?[bB]/.test(alone) ? wordedSql(text, alone) : numericSql(text, alone);
  return `coalesce(${[...exactSql(text, date), rest].join(', ')})`;
}

/** The format as a whole; nothing where it has what strptime can't read, or would turn by a zone. */
function exactSql(text: string, date: string): string[] {
  if (/%[zZ]|^%a |^%B %d %Y/.test(date)) return [];
  if (date === iso) return [`case when strlen(${text}) = 10 then try_cast(${text} as date) end`];
  return [`try_strptime(${text}, ${literal(date)})::date`];
}

/** With any time of day behind, and a weekday before where the format has one. */
function numericSql(text: string, alone: string): string {
  const lead = alone.startsWith('%a ') ? `(?:${weekday})` : '';
  const day = `regexp_extract(${text}, ${literal(`^\\s*${lead}(.*?)${behind}\\s*$`)}, 1)`;
  return `try_strptime(${day}, ${literal(alone.replace(/^%a /, ''))})::date`;
}

/** With the month’s name in any language. */
function wordedSql(text: string, alone: string): string {
  const {pattern, groups} = wordedPattern(alone);
  const parts = `regexp_extract(${text}, ${literal(pattern)}, [${groups.map((group) => literal(group)).join(', ')}])`;
  const day = groups.includes('day') ? 'found.day' : `'1'`;
  const year = `case when strlen(found.year) = 2 then case when found.year < '69' then '20' else '19' end || found.year else found.year end`;
  const month = monthSql(`strip_accents(lower(found.word))`);
  const made = `try_strptime(${year} || '-' || ${month} || '-' || ${day}, ${literal(iso)})::date`;
  return `list_transform([${parts}], lambda found: case when found.word <> '' then ${made} end)[1]`;
}

/** The number of the month that a word names. By its first letters, so that most months aren't looked at. */
function monthSql(word: string): string {
  const cases = monthWords.map((words, index) => {
    const starts = [...new Set(words.map((name) => name.slice(0, 3)))].join('|');
    const begins = `contains(${literal(`|${starts}|`)}, '|' || left(${word}, 3) || '|')`;
    return `when ${begins} and contains(${literal(`|${words.join('|')}|`)}, '|' || ${word} || '|') then ${literal(String(index + 1))}`;
  });
  return `case ${cases.join(' ')} end`;
}

function countedSql(text: string, date: keyof typeof counting): string {
  const {first, perDay} = counting[date];
  const count = `try_cast(nullif(regexp_extract(${text}, '^(\\d{1,13})(?:[.,]\\d+)?$', 1), '') as bigint)`;
  const days = perDay === 1 ? count : `${count} // ${perDay}`;
  return `(date ${literal(first)} + case when ${days} between 1 and 2958465 then (${days})::integer end)`;
}
