import {literal} from '../engine/sql';
import type {Format} from './types';

/**
 * SQL that reads text. Each takes SQL for a text that may be NULL and gives NULL for what it can't read. What is common
 * is tried first; `coalesce` looks at the rest only for rows where that failed.
 */

/** Spellings of "nothing", in lower case. */
export const nothings = [
  ...['null', '(null)', 'nil', 'none', 'nan', 'n/a', '#n/a', 'na', '\\n', 'undefined'],
  ...['-', '--', '–', '?', '#ref!', '#value!', '#div/0!']
] as const;

/** Text without blanks around it; NULL where it is nothing but blanks. What follows takes texts that are bare. */
export function bareSql(text: string): string {
  const ends = [' ', '\t', '\n', '\r'].map((mark) => `ends_with(${text}, ${literal(mark)})`);
  const trimmed = `trim(${text}, ' \t\n\r\u00a0')`;
  return `case when ${[`${text} < '!'`, ...ends, `contains(${text}, '\u00a0')`].join(' or ')} then nullif(${trimmed}, '') else ${text} end`;
}

/** Whether a text says that there is nothing. NULL for NULL. */
export const isNothingSql = (text: string): string => isOneOf(`lower(${text})`, nothings);

/** Text as it is. `NULL` and `\N` are NULL; other words for nothing are words. */
export const textSql = (text: string): string =>
  `case when ${text} = 'NULL' or ${text} = '\\N' then null else ${text} end`;

/** An id, NULL where it says nothing. With format `number`, `17850.0` is `17850`. */
export function idSql(text: string, {id}: Format = {}): string {
  const isNothing = `case when ${mayBeNothing(text)} then ${isNothingSql(text)} else false end`;
  const plain = `case when ${isNothing} then null else ${text} end`;
  if (id !== 'number') return plain;
  return `case when suffix(${text}, '.0') and regexp_full_match(${text}, '\\d+\\.0') then left(${text}, -2) else ${plain} end`;
}

/** Whether a text begins as a word for nothing does; most ids don't, and that is found out quickly. */
function mayBeNothing(text: string): string {
  const begins = (first: string, next: string): string => `(${text} >= '${first}' and ${text} < '${next}')`;
  const letters = [
    begins('?', '@'),
    begins('N', 'O'),
    begins('U', 'V'),
    begins('\\', ']'),
    begins('n', 'o'),
    begins('u', 'v')
  ];
  return [`${text} < '0'`, ...letters, `${text} >= '–'`].join(' or ');
}

/**
 * The calendar day of a text as it is written, whatever its time of day and zone. Besides the format, its date alone with
 * any time behind it is read, and year-month-day, which can't be mistaken.
 */
export function daySql(text: string, {date = '%Y-%m-%d'}: Format): string {
  const alone = date.replace(timeFormat, '');
  const plain =
    date === '%Y-%m-%d'
      ? `case when strlen(${text}) = 10 then try_cast(${text} as date) end`
      : `try_strptime(${text}, ${literal(date)})`;
  const exact = date.includes('%z') ? [] : [plain];
  const day = `regexp_extract(${text}, ${literal(`^\\s*(.*?)${timeOfDay}\\s*$`)}, 1)`;
  const formats = [...new Set([alone, '%Y-%m-%d'])].map((format) => literal(format));
  return `coalesce(${[...exact, `try_strptime(${day}, [${formats.join(', ')}])`].join(', ')})::date`;
}

/** Where the time of day begins in a strptime format. */
const timeFormat = /(?:T|, | )?%-?[HI].*$/;

const timeOfDay =
  '(?:(?:T| {1,2}|, )\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d{1,9})?)? ?(?:[AaPp]\\.?[Mm]\\.?)? ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?';

/** A day that is a placeholder or a slip is none: before 1901, or after `last`. */
export const plausibleSql = (day: string, last = '9999-12-31'): string =>
  `case when ${day} between date '1901-01-01' and ${literal(last)}::date then ${day} end`;

/** How a number is read. */
export interface NumberFormat extends Format {
  /** SQL type; `decimal(18, 4)` by default */
  type?: string;
  /** `15 %` is 0.15; otherwise it is no number */
  percent?: boolean;
}

/** A number in European or American spelling, with or without currency; exact up to the decimals of its type. */
export function numberSql(text: string, format: NumberFormat): string {
  const {decimal = '.', sign = 1, type = 'decimal(18, 4)'} = format;
  const plain =
    decimal === '.'
      ? `try_cast(${text} as ${type})`
      : `case when contains(${text}, '.') then null else try_cast(replace(${text}, ',', '.') as ${type}) end`;
  const value = `coalesce(${plain}, ${dressedSql(text, format)})`;
  return sign === 1 ? value : `(-${value})`;
}

/** Whether a number has more decimals than `places` that aren't 0. Looks at spellings with nothing around the number. */
export function isFinerSql(text: string, {decimal = '.'}: Format, places = 4): string {
  const mark = literal(decimal);
  return `case when strlen(${text}) - strpos(${text}, ${mark}) > ${places} and contains(${text}, ${mark})
    then regexp_matches(${text}, '[.,]\\d{${places}}\\d*[1-9]') else false end`;
}

/** The SQL of a number with thousands marks, currency, a sign behind it, brackets. */
function dressedSql(text: string, {decimal, type = 'decimal(18, 4)', percent = false}: NumberFormat): string {
  const parts = `regexp_extract(${text}, ${literal(dressed(decimal))}, ['before', 'number', 'behind'])`;
  const number = `try_cast(replace(regexp_replace(found.number, ${literal(marks(decimal))}, '', 'g'), ',', '.') as ${type})`;
  const around = `replace(found.before || found.behind, ':-', '')`;
  const isPercent = `contains(${around}, '%')`;
  const sane = [
    `length(regexp_replace(${around}, '[^-−–]', '', 'g')) <= 1`,
    `contains(found.before, '(') = contains(found.behind, ')')`,
    ...['found.before', `replace(found.behind, ':-', '')`].map(isCurrencySql),
    ...(percent ? [] : [`not ${isPercent}`])
  ];
  const factor = percent ? `case when ${isPercent} then ${number} * 0.01 else ${number} end` : number;
  const signed = `case when regexp_matches(${around}, '[-−–(]') then -(${factor}) else ${factor} end`;
  return `list_transform([${parts}], lambda found: case when found.number <> '' and ${sane.join(' and ')} then (${signed})::${type} end)[1]`;
}

/** What stands before a number, the number, what stands behind it. `12,-` and `12:-` are 12. */
function dressed(decimal: Format['decimal']): string {
  return `^([^\\d.,'’´]{0,12}?)(${body(decimal)})(?:[,.:][-–—]{1,2})?([^\\d,'’´]{0,12})$`;
}

/** What is around a number is a currency or nothing, signs, brackets and blanks aside. */
const isCurrencySql = (around: string): string =>
  isOneOf(`lower(regexp_replace(${around}, ${literal(`[-+−–()%]|${blank}`)}, '', 'g'))`, currencies);

const blank = '[\\s\\x{A0}\\x{202F}\\x{2009}\\x{200E}\\x{200F}\\x{FEFF}]';

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
