/** What a text that is a number tells about how its column writes numbers. */
export interface NumberShape {
  /** the decimal mark that the text has or, by its grouping, leaves; null where it shows none */
  mark: '.' | ',' | null;
  /** false where `mark` may as well group thousands: `1.234` */
  certain: boolean;
  /** no decimals */
  whole: boolean;
  /** digits only */
  bare: boolean;
  negative: boolean;
  percent: boolean;
  /** a debit or credit by what stands beside it: `12.50 DR`, `12,50 H` */
  side?: 'debit' | 'credit';
  /** ISO 4217 code of the sign or code beside it, `kr` where it could be several */
  currency?: string;
}

/** Longer texts are no numbers that anyone writes. */
const longest = 48;

/** Reads a text as a number in any European or American spelling; null where it is none. */
export function readNumber(text: string): NumberShape | null {
  const trimmed = text.length > longest * 2 ? '' : text.trim();
  if (trimmed === '' || trimmed.length > longest) return null;
  const bare = /^\d+$/.test(trimmed);
  if (bare) return {mark: null, certain: true, whole: true, bare, negative: false, percent: false};
  const parts = dressing.exec(trimmed);
  return parts ? dressed(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '') : null;
}

/** A whole number written with `.0` behind, as programs write ids that passed through a floating-point column. */
export const isFloatId = (text: string): boolean => /^\d{1,18}\.0$/.test(text.trim());

/** A whole number written as a power of ten: `1.785E+4`. */
export const isPowerId = (text: string): boolean => /^\d(?:[.,]\d{1,20})?[eE]\+\d{1,2}$/.test(text.trim());

/** One of those whose last digits are gone, as a spreadsheet shows long ids: `1.23457E+12`. */
export function isRoundedId(text: string): boolean {
  if (!isPowerId(text)) return false;
  const [digits = '', power = ''] = text.trim().split(/e\+/i);
  return Number(power) > Math.max(10, digits.slice(2).length);
}

/** What stands before the digits, the digits, what stands behind. */
const dressing =
  /^((?:[^\d.,]{0,6}\p{L}\.)?[^\d.,]{0,8}?)((?:[.,]?\d)(?:[\d.,'’´\s]{0,40}\d)?(?:[eE][+-]?\d{1,3})?)([^\d]{0,8})$/u;

function dressed(before: string, body: string, behind: string): NumberShape | null {
  const [first, last] = [sided(before, body), sided(behind, body)];
  const left = undress(first.rest);
  const right = undress(last.rest.replace(/^,[-–—]{1,2}/, ''));
  const number = markOf(body);
  if (!left || !right || !number) return null;
  if (left.open !== right.close || (left.minus && right.minus)) return null;
  const currency = left.currency ?? right.currency;
  const side = first.side ?? last.side;
  return {
    ...number,
    bare: false,
    negative: left.minus || right.minus || left.open || side === 'debit',
    percent: left.percent || right.percent,
    ...(side === undefined ? {} : {side}),
    ...(currency === undefined ? {} : {currency})
  };
}

/** `CR` and `DR` beside a number; `S` and `H` (Soll, Haben) only beside one with two decimals, else they could be units. */
function sided(text: string, body: string): {rest: string; side?: 'debit' | 'credit'} {
  const found = /(?:^|\P{L})(CR|DR|S|H)\.?\s*$/iu.exec(text);
  const word = found?.[1] ?? '';
  if (!found || (word.length === 1 && (!/[SH]/.test(word) || !/[.,]\d\d$/.test(body)))) return {rest: text};
  const rest =
    text.slice(0, found.index + found[0].indexOf(word)) +
    text.slice(found.index + found[0].indexOf(word) + word.length).replace(/^\./, '');
  return {rest, side: /^[ds]/i.test(word) ? 'debit' : 'credit'};
}

interface Dress {
  minus: boolean;
  open: boolean;
  close: boolean;
  percent: boolean;
  currency?: string;
}

/** Signs, brackets, per cent and currency around the digits; null where there is anything else. */
function undress(text: string): Dress | null {
  const minus = /[-−–]/.test(text);
  if (/[-+−–(][^-+−–()]*[-+−–(]/u.test(text.replace('(-', ''))) return null;
  const rest = text.replace(/[-+−–()%\s]/gu, '');
  const flags = {minus, open: text.includes('('), close: text.includes(')'), percent: text.includes('%')};
  if (rest === '') return flags;
  const currency = currencyOf(rest);
  return currency === undefined ? null : {...flags, currency};
}

/** The ISO 4217 code of a currency sign or code; `kr` stays, as Sweden, Norway and Denmark share it. */
export function currencyOf(text: string): string | undefined {
  if (codes.has(text)) return text;
  const sign = text.toLowerCase();
  return Object.hasOwn(signs, sign) ? signs[sign] : undefined;
}

const codes = new Set(
  (
    'EUR USD GBP CHF SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD RUB UAH BYN KZT TRY ILS CAD AUD NZD JPY CNY HKD SGD ' +
    'INR KRW BRL MXN ARS CLP COP ZAR AED SAR THB'
  ).split(' ')
);

const signs: Record<string, string> = {
  '€': 'EUR',
  euro: 'EUR',
  $: 'USD',
  us$: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  'р.': 'RUB',
  р: 'RUB',
  '₴': 'UAH',
  грн: 'UAH',
  'грн.': 'UAH',
  zł: 'PLN',
  zl: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  kr: 'kr',
  'kr.': 'kr',
  ':-kr': 'kr',
  'fr.': 'CHF',
  'sfr.': 'CHF',
  r$: 'BRL',
  '₺': 'TRY',
  '₹': 'INR',
  лв: 'BGN',
  'лв.': 'BGN',
  lei: 'RON',
  kn: 'HRK',
  '₩': 'KRW',
  '₪': 'ILS'
};

type Mark = Pick<NumberShape, 'mark' | 'certain' | 'whole'>;

function markOf(body: string): Mark | null {
  if (/^\d+$/.test(body)) return {mark: null, certain: true, whole: true};
  const single = /^(\d*)([.,])(\d+)$/.exec(body);
  if (single) return singleMark(single[1] ?? '', single[2] === ',' ? ',' : '.', single[3] ?? '');
  const grouped = groupings.find(({is}) => is.test(body));
  if (grouped) return {mark: grouped.mark(body), certain: true, whole: !grouped.decimals.test(body)};
  return /^\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}$/.test(body)
    ? {mark: body.includes(',') ? ',' : body.includes('.') ? '.' : null, certain: true, whole: false}
    : null;
}

/** One point or comma: thousands are possible only before exactly three digits, and never after a lone 0. */
function singleMark(before: string, mark: '.' | ',', after: string): Mark {
  const doubtful = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return {mark, certain: !doubtful, whole: false};
}

const last = (mark: '.' | ',') => () => mark;

const groupings: readonly {is: RegExp; decimals: RegExp; mark: (body: string) => '.' | ',' | null}[] = [
  {
    is: /^\d{1,3}(?:[\s'’´]\d{3})+(?:[.,]\d+)?$/u,
    decimals: /[.,]/,
    mark: (body) => (body.includes(',') ? ',' : body.includes('.') ? '.' : null)
  },
  {is: /^\d{1,3}(?:\.\d{3})+,\d+$/, decimals: /,/, mark: last(',')},
  {is: /^\d{1,3}(?:,\d{3})+\.\d+$/, decimals: /\./, mark: last('.')},
  {is: /^\d{1,3}(?:\.\d{3}){2,}$/, decimals: /,/, mark: last(',')},
  {is: /^\d{1,3}(?:,\d{3}){2,}$/, decimals: /\./, mark: last('.')},
  {is: /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/, decimals: /\./, mark: last('.')}
];
