import {currencyOf} from '../values/numbers';

/** What a number means by the format of its cell. */
export interface Meaning {
  kind: 'number' | 'percent' | 'day' | 'duration';
  /** of `day`: whether the format shows a day, a time */
  day: boolean;
  time: boolean;
  /** the currency that the format names: an ISO 4217 code or `kr` */
  currency: string | null;
}

/** The meaning of a number format such as `#,##0.00 "€"` or `dd.mm.yyyy`. The part for positive numbers decides. */
export function meaningOf(format: string): Meaning {
  const code = firstSection(format);
  const marks = code
    .replace(/"[^"]*"|\\.|[_*]./g, ' ')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ' ')
    .replace(/General|Standard|E[+-]/gi, ' ')
    .replace(/(s)[.,]0+/gi, '$1');
  if (/[#0?]/.test(marks))
    return {...plain, ...(marks.includes('%') ? {kind: 'percent'} : {currency: currencyIn(code)})};
  if (/\[(h+|m+|s+)\]/i.test(marks)) return {...plain, kind: 'duration'};
  const time = /[hs]|AM\/PM|A\/P/i.test(marks);
  const day =
    /[yd]|[eg]{1,4}(?=[^+-]|$)|m{3}/i.test(marks.replace(/AM\/PM|A\/P/gi, ' ')) || (!time && /m/i.test(marks));
  if (day || time) return {...plain, kind: 'day', day, time};
  return {...plain, currency: currencyIn(code)};
}

const plain: Meaning = {kind: 'number', day: false, time: false, currency: null};

/**
 * The formats that files name by a number only (ECMA-376 part 1, 18.8.30). 27 to 36 and 50 to 58 are the dates and times
 * of Chinese, Japanese and Korean calendars, which differ by language: the meaning is the same.
 */
export function builtInFormat(id: number): string {
  if (id === 32 || id === 33) return 'h:mm:ss';
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy/m/d';
  return builtIn[id] ?? 'General';
}

const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0'
};

/** Up to the first `;` that is neither quoted nor escaped nor in brackets. */
function firstSection(format: string): string {
  return /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*/.exec(format)?.[0] ?? '';
}

function currencyIn(code: string): string | null {
  const [, sign, place] = /\[\$([^\]-]+)(?:-([^\]]*))?\]/.exec(code) ?? [];
  const placed = sign && place ? places[place.toUpperCase().replace(/^0+/, '')] : undefined;
  if (placed) return placed;
  const quoted = [...code.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  const bare = code.replace(/"[^"]*"|[_*].|\[[^\]]*\]/g, ' ').replace(/\\(.)/g, '$1');
  const words = [sign ?? '', ...quoted, bare].flatMap((text) => text.split(/[\s\d#,?]+/));
  return words.flatMap((word) => (word === '' ? [] : (currencyOf(word) ?? [])))[0] ?? null;
}

/** Currencies by the number of a language and country, where their sign alone leaves it open. */
const places: Record<string, string> = {
  '406': 'DKK',
  '409': 'USD',
  '40F': 'ISK',
  '414': 'NOK',
  '41D': 'SEK',
  '814': 'NOK',
  '81D': 'SEK',
  '1009': 'CAD',
  '1409': 'NZD',
  '4809': 'SGD',
  C09: 'AUD',
  C0C: 'CAD'
};
