import type {Format} from '../../ingest/types';

/** Ways to read dates that are always offered, in strptime's words. */
const common = [
  '%Y-%m-%d',
  '%d.%m.%Y',
  '%d/%m/%Y',
  '%m/%d/%Y',
  '%d-%m-%Y',
  '%Y/%m/%d',
  '%Y%m%d',
  '%d %B %Y',
  '%B %d %Y'
];

/** Numbers that count days or seconds. */
const counted = ['%excel', '%excel1904', '%epoch', '%epochms'];

/** Days written in digits alone. */
const digits = ['%Y%m%d', '%y%m%d', '%d%m%y', '%m%d%y', '%d%m%Y', '%m%d%Y'];

export {dateExample as example} from '../../ingest/look/date-example';

/** What separates the fields of a file, most frequent first. */
export const delimiters = [',', ';', '\t', '|', ':', ' '] as const;

/** Encodings that business files come in, as `TextDecoder` calls them, most frequent first. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'macintosh',
  'gb18030',
  'shift_jis'
] as const;

/** The options with the current one among them. */
export function including<T extends string>(options: readonly T[], current: T): T[] {
  return options.includes(current) ? [...options] : [current, ...options];
}

/**
 * Ways to read the dates of a column: as now, the same with day, month and year in other orders, and the common ones,
 * each with the time of day that the column has. Several ways that are tried in turn stand together, `|` between them.
 */
export function dateChoices(current: string | undefined, written: readonly string[] = []): string[] {
  const all = written.length > 1 ? [written.join('|')] : [];
  if (current === undefined) return [...new Set([...all, ...common, ...digits, ...counted])];
  if (counted.includes(current)) return [...new Set([current, ...all, ...counted, ...common])];
  const [first = current, ...rest] = current.split('|');
  const time = timeOf(first);
  const turned = reordered(first).map((way) => [way, ...rest.map((next) => turnedLike(next, first, way))].join('|'));
  const other = [...turned, ...(digits.includes(first) ? digits : [])];
  return [...new Set([current, ...all, ...other, ...common.map((date) => date + time), ...counted])];
}

/** The format with its first way replaced by one or more others. */
export function withDates(format: Format, choice: string): Format {
  const [date = choice, ...dates] = choice.split('|');
  const {dates: _, ...rest} = format;
  return {...rest, date, ...(dates.length === 0 ? {} : {dates})};
}

/** The ways of a format in one text, as `dateChoices` gives them. */
export const choiceOf = ({date, dates = []}: Format): string | undefined =>
  date === undefined ? undefined : [date, ...dates].join('|');

/** Which of day, month and year comes first; null where the format has not all three. */
export function orderOf(format: string): 'day' | 'month' | 'year' | null {
  const [first] = dateParts(format);
  return first === undefined ? null : (names[first.slice(-1)] ?? null);
}

const names: Record<string, 'day' | 'month' | 'year'> = {
  d: 'day',
  m: 'month',
  b: 'month',
  B: 'month',
  Y: 'year',
  y: 'year'
};

const datePart = /%-?[YymbBd]/g;

function dateParts(format: string): string[] {
  const found = format.match(datePart) ?? [];
  return found.length === 3 ? found : [];
}

function reordered(format: string): string[] {
  const [first, second, third] = dateParts(format);
  if (first === undefined || second === undefined || third === undefined) return [];
  const year = [first, second, third].find((part) => /[Yy]$/.test(part));
  const day = [first, second, third].find((part) => part.endsWith('d'));
  const month = [first, second, third].find((part) => /[mbB]$/.test(part));
  if (year === undefined || day === undefined || month === undefined) return [];
  return [
    [day, month, year],
    [month, day, year],
    [year, month, day]
  ].map((order) => filled(format, order));
}

/** Another way of the column, turned as the first one was, where both had day and month in the same order. */
function turnedLike(next: string, before: string, after: string): string {
  const [from, to] = [orderOf(before), orderOf(after)];
  if (from === to || orderOf(next) !== from || from === 'year' || to === 'year' || /[bB]/.test(next)) return next;
  return reordered(next).find((way) => orderOf(way) === to) ?? next;
}

function filled(format: string, order: readonly string[]): string {
  let next = 0;
  return format.replace(datePart, (part) => order[next++] ?? part);
}

/** The format without the time of day. */
export function dateOf(format: string): string {
  return format.slice(0, format.length - timeOf(format).length);
}

function timeOf(format: string): string {
  const start = format.search(/(?:T|, | )?%-?[HI]/);
  return start < 1 ? '' : format.slice(start);
}
