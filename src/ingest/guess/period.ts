import {monthOf} from '../values/months';

/** The days that a name speaks of, as ISO dates. */
export interface Period {
  from: string;
  to: string;
}

/**
 * The period in a file's or sheet's name: `umsatz_2024-03.csv`, `sales dec 1998`, `Q1 2024`, `2023`. The narrowest one that
 * it says; null where it says none, or several.
 */
export function periodIn(name: string): Period | null {
  const words = name
    .replace(/(\.[a-z][a-z0-9]{0,7}){1,2}$/i, '')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  for (const find of [daysOf, monthsOf, quartersOf, yearsOf]) {
    const found = new Map(find(words).map((period) => [period.from, period]));
    const [only] = found.values();
    if (only) return found.size === 1 ? only : null;
  }
  return null;
}

/** A span of words of a name. */
const spans = (words: readonly string[], length: number): string[][] =>
  words.map((_, start) => words.slice(start, start + length)).filter((span) => span.length === length);

function daysOf(words: readonly string[]): Period[] {
  const compact = words.flatMap((word) => {
    const [, year = '', month = '', day = ''] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(word) ?? [];
    return dayOf(year, month, day);
  });
  const apart = spans(words, 3).flatMap(([a = '', b = '', c = '']) => [...dayOf(a, b, c), ...dayOf(c, b, a)]);
  return [...compact, ...apart];
}

function dayOf(year: string, month: string, day: string): Period[] {
  if (!isYear(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return [];
  const last = lastDay(+year, +month);
  if (last === 0 || +day < 1 || +day > last) return [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return [{from: iso, to: iso}];
}

function monthsOf(words: readonly string[]): Period[] {
  const compact = words.flatMap((word) => {
    const [, year = '', month = ''] = /^((?:19|20)\d{2})(\d{2})$/.exec(word) ?? [];
    return monthsFrom(year, +month, +month);
  });
  const apart = spans(words, 2).flatMap(([a = '', b = '']) => [
    ...monthsFrom(a, numberOf(b), numberOf(b)),
    ...monthsFrom(b, numberOf(a), numberOf(a))
  ]);
  return [...compact, ...apart];
}

const numberOf = (word: string): number => (/^(?:0[1-9]|1[0-2])$/.test(word) ? +word : monthOf(word));

/** Quarters and halves: `Q 1 2024`, `2024 Q 3`, `H 2 2023`. */
function quartersOf(words: readonly string[]): Period[] {
  return spans(words, 3).flatMap(([a = '', b = '', c = '']) => [...partOf(a, b, c), ...partOf(b, c, a)]);
}

function partOf(letter: string, number: string, year: string): Period[] {
  const length = {q: 3, h: 6}[letter.toLowerCase()] ?? 0;
  const part = /^[1-4]$/.test(number) ? +number : 0;
  if (length === 0 || part === 0 || part * length > 12) return [];
  return monthsFrom(year, (part - 1) * length + 1, part * length);
}

const yearsOf = (words: readonly string[]): Period[] => words.flatMap((word) => monthsFrom(word, 1, 12));

function monthsFrom(year: string, first: number, last: number): Period[] {
  const end = lastDay(+year, last);
  if (!isYear(year) || end === 0 || first < 1) return [];
  return [{from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${end}`}];
}

const two = (value: number): string => String(value).padStart(2, '0');

const isYear = (word: string): boolean => /^(?:19[5-9]|20\d)\d$/.test(word);

/** 0 where there is no such month. */
const lastDay = (year: number, month: number): number =>
  month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
