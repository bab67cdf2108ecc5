import {literal} from '../../engine/sql';
import {nothings, unmistakable} from './nothings';
import type {Format} from '../types';

export {daySql, isZeroDateSql, plausibleSql, waysOf, waysSql} from './cast-dates';

/**
 * SQL that reads text. Each takes SQL for a text that may be NULL and gives NULL for what it can't read. What is common
 * is tried first; `coalesce` looks at the rest only for rows where that failed.
 */

export {nothings};

/** Text without blanks around it; NULL where it is nothing but blanks. What follows takes texts that are bare. */
export function bareSql(text: string): string {
  const ends = [' ', '\t', '\n', '\r'].map((mark) => `ends_with(${text}, ${literal(mark)})`);
  const trimmed = `trim(${text}, ' \t\n\r\u00a0')`;
  return `case when ${[`${text} < '!'`, ...ends, `contains(${text}, '\u00a0')`].join(' or ')} then nullif(${trimmed}, '') else ${text} end`;
}

/** Whether a text says that there is nothing. NULL for NULL. */
export const isNothingSql = (text: string): string => isOneOf(`lower(${text})`, nothings);

/** Text as it is, but NULL where it says `NULL`, `\\N`, `#N/A`, `(blank)` …; other words for nothing are words. */
export const textSql = (text: string): string =>
  `case when ${mayBe(text, ['NULL', ...unmistakable.filter((word) => word !== 'null')])}
    then case when ${text} = 'NULL' or ${isOneOf(
      `lower(${text})`,
      unmistakable.filter((word) => word !== 'null')
    )} then null else ${text} end
    else ${text} end`;

/**
 * An id, NULL where it says nothing, without characters that can't be seen. With format `number`, `17850.0` and
 * `1.785E+4` are `17850`; what a spreadsheet has rounded stays as it is. `ascii`: all characters can be seen.
 */
export function idSql(text: string, {id}: Format = {}, ascii = false): string {
  const seen = ascii ? text : `case when strlen(${text}) = length(${text}) then ${text} else ${visibleSql(text)} end`;
  const isNothing = `case when ${mayBe(text, nothings)} then ${isNothingSql(text)} else false end`;
  const plain = `case when right(${text}, 1) between '0' and '9' then ${seen} when ${isNothing} then null else ${seen} end`;
  if (id !== 'number') return plain;
  return `case when suffix(${text}, '.0') and regexp_full_match(${text}, '\\d+\\.0') then left(${text}, -2)
    when ${isPowerSql(text)} and not ${isRoundedSql(text)} then coalesce(${wholeSql(text)}, ${text}) else ${plain} end`;
}

/** Whether an id has characters that can't be seen, and are left out or read as blanks. */
export const isHiddenSql = (text: string): string =>
  `case when strlen(${text}) = length(${text}) then false else regexp_matches(${text}, ${literal(`${invisible}|${oddBlank}`)}) end`;

/** Whether a number of an id is written as a power of ten, without the digits that a spreadsheet rounded away: `1.23457E+12`. */
export const isRoundedSql = (text: string): string => `case when ${isPowerSql(text)}
  then regexp_extract(${text}, '[+]?0*(\\d+)$', 1)::integer > greatest(10, length(regexp_extract(${text}, '^\\d[.,]?(\\d*)', 1))) else false end`;

const isPowerSql = (text: string): string =>
  `(case when strlen(${text}) > 3 and ${text} < ':' and (contains(${text}, 'E+') or contains(${text}, 'e+'))
    then regexp_full_match(${text}, '\\d(?:[.,]\\d{1,20})?[eE][+]\\d{1,2}') else false end)`;

const wholeSql = (text: string): string =>
  `nullif(regexp_replace(try_cast(replace(${text}, ',', '.') as decimal(38, 4))::varchar, '\\.0000$', ''), '')`;

/** Zero-width characters, marks of direction, byte order marks, soft hyphens. */
const invisible = '[\\x{AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2064}\\x{FEFF}]';
const oddBlank = '[\\x{A0}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}]';

const visibleSql = (text: string): string =>
  `nullif(trim(regexp_replace(regexp_replace(${text}, ${literal(invisible)}, '', 'g'), ${literal(oddBlank)}, ' ', 'g')), '')`;

/** Whether a text begins as one of the words does; most texts don't, and that is found out quickly. */
function mayBe(text: string, words: readonly string[]): string {
  const firsts = new Set(words.flatMap((word) => [word.slice(0, 1), word.slice(0, 1).toUpperCase()]));
  const codes = [...firsts].map((letter) => letter.charCodeAt(0)).sort((a, b) => a - b);
  const ranges = codes.reduce<Range[]>((found, code) => {
    const last = found.at(-1);
    return last && code <= last[1] + 1 ? [...found.slice(0, -1), [last[0], code]] : [...found, [code, code]];
  }, []);
  return isWithin(text, ranges);
}

/** First and last code of a letter. */
type Range = readonly [number, number];

/** Halves the ranges until one is left, so that few of them are looked at. */
function isWithin(text: string, ranges: readonly Range[]): string {
  const middle = ranges[ranges.length >> 1];
  const [only, ...others] = ranges;
  if (!only || !middle) return 'false';
  const letter = (code: number): string => literal(String.fromCharCode(code));
  if (others.length === 0) return `(${text} >= ${letter(only[0])} and ${text} < ${letter(only[1] + 1)})`;
  const halves = [ranges.slice(0, ranges.length >> 1), ranges.slice(ranges.length >> 1)].map((half) =>
    isWithin(text, half)
  );
  return `case when ${text} < ${letter(middle[0])} then ${halves.join(' else ')} end`;
}

/** How a number is read. */
export interface NumberFormat extends Format {
  /** SQL type; `decimal(18, 4)` by default */
  type?: string;
  /** `15 %` is 0.15; otherwise it is no number */
  percent?: boolean;
}

/** A number in European or American spelling, with or without currency; exact up to the decimals of its type. */
export function numberSql(text: string, format: NumberFormat): string {
  const {sign = 1} = format;
  const value = format.marks === 'each' ? eachSql(text, format) : markedSql(text, format);
  return sign === 1 ? value : `(-${value})`;
}

/** Whether a text is a number whose mark could be of thousands or of decimals: `1.234`, `12,500 kr`. */
export const isAmbiguousSql = (text: string): string =>
  `coalesce(regexp_matches(${text}, '^\\D*[1-9]\\d{0,2}[.,]\\d{3}(?:\\D*|[.,][-–—]+\\D*)$'), false)`;

/** A number that tells by itself which mark is which. */
function eachSql(text: string, format: NumberFormat): string {
  const either = (['.', ','] as const).map((decimal) => markedSql(text, {...format, decimal}));
  return `case when not ${isAmbiguousSql(text)} then coalesce(${either.join(', ')}) end`;
}

function markedSql(text: string, format: NumberFormat): string {
  const {decimal = '.', type = 'decimal(18, 4)'} = format;
  const plain =
    decimal === '.'
      ? `try_cast(${text} as ${type})`
      : `case when contains(${text}, '.') then null else try_cast(replace(${text}, ',', '.') as ${type}) end`;
  return `coalesce(${plain}, ${dressedSql(text, format)})`;
}

/** Whether a number has more decimals than `places` that aren't 0. Looks at spellings with nothing around the number. */
export function isFinerSql(text: string, {decimal = '.', marks}: Format, places = 4): string {
  const finer = (marks === 'each' ? ['.', ','] : [decimal]).map((mark) => {
    const sign = literal(mark);
    return `case when strlen(${text}) - strpos(${text}, ${sign}) > ${places} and contains(${text}, ${sign})
      then regexp_matches(${text}, '[.,]\\d{${places}}\\d*[1-9]') else false end`;
  });
  return finer.length === 1 ? finer.join('') : `(${finer.join(' or ')})`;
}

/** The SQL of a number with thousands marks, currency, a sign behind it, brackets. */
function dressedSql(text: string, {decimal, debit, type = 'decimal(18, 4)', percent = false}: NumberFormat): string {
  const parts = `regexp_extract(${text}, ${literal(dressed(decimal))}, ['before', 'number', 'behind'])`;
  const number = `try_cast(replace(regexp_replace(found.number, ${literal(marks(decimal))}, '', 'g'), ',', '.') as ${type})`;
  const [before, behind] = ['found.before', `replace(found.behind, ':-', '')`].map((part) =>
    debit ? `regexp_replace(${part}, ${literal(side)}, '')` : part
  );
  const around = `(${before} || ${behind})`;
  const isPercent = `contains(${around}, '%')`;
  const sane = [
    `length(regexp_replace(${around}, '[^-−–]', '', 'g')) <= 1`,
    `contains(found.before, '(') = contains(found.behind, ')')`,
    ...[before, behind].map((part) => isCurrencySql(part ?? '')),
    ...(percent ? [] : [`not ${isPercent}`])
  ];
  const factor = percent ? `case when ${isPercent} then ${number} * 0.01 else ${number} end` : number;
  const negative = [
    `regexp_matches(${around}, '[-−–(]')`,
    ...(debit ? [`regexp_matches(found.before || found.behind, ${literal(debitSide)})`] : [])
  ];
  const signed = `case when ${negative.join(' or ')} then -(${factor}) else ${factor} end`;
  return `list_transform([${parts}], lambda found: case when found.number <> '' and ${sane.join(' and ')} then (${signed})::${type} end)[1]`;
}

/** What bank statements write behind an amount: debit or credit, Soll or Haben. */
const side = `\\b(?:(?i:CR|DR)|S|H)\\b\\.?`;
const debitSide = `\\b(?:(?i:DR)|S)\\b`;

/** What stands before a number, the number, what stands behind it. `12,-` and `12:-` are 12. */
function dressed(decimal: Format['decimal']): string {
  return `^((?:[^\\d.,'’´]{0,8}\\pL\\.)?[^\\d.,'’´]{0,12}?)(${body(decimal)})(?:[,.:][-–—]{1,2})?([^\\d,'’´]{0,12})$`;
}

/** What is around a number is a currency or nothing, signs, brackets and blanks aside. */
const isCurrencySql = (around: string): string =>
  isOneOf(`lower(regexp_replace(${around}, ${literal(`[-+−–()%]|${blank}`)}, '', 'g'))`, currencies);

const blank = '[\\s\\x{A0}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{200E}\\x{200F}\\x{FEFF}]';

/** Digits with marks. Without a decimal mark that is known, a lone mark before three digits could be either: no number. */
function body(decimal: Format['decimal']): string {
  const spaced = `\\d{1,3}(?:${blank}\\d{3})+|\\d{1,3}(?:['’´]\\d{3})+`;
  const power = '(?:[eE][+-]?\\d{1,3})?';
  if (decimal === ',') return `(?:(?:${spaced}|\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?|,\\d+)${power}`;
  const grouped = '\\d{1,3}(?:,\\d{2,3})*,\\d{3}';
  const several = decimal === '.' ? `(?:${grouped})` : `(?:\\d{1,3}(?:,\\d{2,3})+,\\d{3})`;
  return `(?:(?:${spaced}|${several}|\\d+)(?:\\.\\d+)?|\\.\\d+)${power}`;
}

const marks = (decimal: Format['decimal']): string => `${decimal === ',' ? '\\.' : ','}|['’´]|${blank}`;

/** Codes, signs and words of currencies in lower case; '' where there is none. */
const currencies = [
  ...[
    '',
    '€',
    '$',
    '£',
    '¥',
    '₽',
    '₴',
    '₺',
    '₹',
    '₩',
    '₪',
    '₸',
    '₫',
    '฿',
    '₱',
    '₦',
    '₵',
    '₡',
    '₲',
    '₮',
    '₭',
    '₾',
    '₼',
    '؋',
    '﷼'
  ],
  ...['us$', 'r$', 'a$', 'c$', 'ca$', 'nz$', 'hk$', 's$', 'mx$', 'nt$', 'cn¥', 'jp¥'],
  ...[
    'euro',
    'euros',
    'kr',
    'kr.',
    ':-kr',
    ':-',
    'fr',
    'fr.',
    'sfr',
    'sfr.',
    'zł',
    'zl',
    'kč',
    'ft',
    'ft.',
    'lei',
    'kn',
    'rs',
    'rs.'
  ],
  ...['руб', 'руб.', 'р', 'р.', 'грн', 'грн.', 'лв', 'лв.', 'ден', 'ден.', 'дин', 'дин.', 'din', 'din.', 'km', 'тг'],
  ...Intl.supportedValuesOf('currency').map((code) => code.toLowerCase())
];

/** Whether a text is one of many words. One constant takes a hundredth of the time that planning a list of them takes. */
const isOneOf = (text: string, list: readonly string[]): string =>
  `contains(${literal(`|${list.join('|')}|`)}, ('|' || ${text} || '|')::varchar)`;
