/** Ways to read dates that are always offered, in strptime's words. */
const common = ['%Y-%m-%d', '%d.%m.%Y', '%d/%m/%Y', '%m/%d/%Y', '%d-%m-%Y', '%Y/%m/%d', '%Y%m%d'];

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
 * each with the time of day that the column has.
 */
export function dateChoices(current: string | undefined): string[] {
  if (current === undefined) return common;
  const time = timeOf(current);
  return [...new Set([current, ...reordered(current), ...common.map((date) => date + time)])];
}

/** The last day of 2024 at 1:45 pm, as the format writes it: `31.12.2024 13:45`. */
export function example(format: string): string {
  return format.replace(/%-?([a-zA-Z%])/g, (token, letter: string) => parts[letter] ?? token);
}

/** Which of day, month and year comes first; null where the format has not all three. */
export function orderOf(format: string): 'day' | 'month' | 'year' | null {
  const [first] = dateParts(format);
  return first === undefined ? null : (names[first.slice(-1)] ?? null);
}

const parts: Record<string, string> = {
  Y: '2024',
  y: '24',
  m: '12',
  d: '31',
  b: 'Dec',
  B: 'December',
  H: '13',
  I: '01',
  M: '45',
  S: '00',
  f: '000000',
  g: '000',
  p: 'PM',
  z: '+00:00',
  '%': '%'
};

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
