import {isCounting} from '../values/cast-dates';
import type {WrittenDate} from './column-dates';
import {isZeroDate, readDate, readMonth, type DateShape} from '../values/dates';
import {meaningOf} from '../guess/dictionary';

/** What of a column's values are dates. */
export interface DateColumn {
  dates: WrittenDate[];
  /** values that stand for no date: `0000-00-00` */
  zeros: number;
}

/**
 * The dates among the values of a column. Numbers that count days or seconds, and days without marks between their parts,
 * are dates only where the column's name says so, or where other values are dates beyond doubt.
 */
export function datesIn(name: string, values: readonly string[]): DateColumn {
  const plain = values.map((value) => ({value, shape: readDate(value) ?? readMonth(value)}));
  const dates = plain.flatMap(({value, shape}) => (shape ? [{...shape, text: value}] : []));
  const zeros = values.filter(isZeroDate).length;
  const rest = plain.flatMap(({value, shape}) => (shape || isZeroDate(value) ? [] : [value.trim()]));
  if (rest.length === 0 || (dates.length < values.length * 0.3 && !namesDate(name))) return {dates, zeros};
  const way = countedWay(rest, dates.length > 0);
  return {dates: way === null ? dates : [...dates, ...way], zeros};
}

/** Whether the name of a column says that it has dates. */
export function namesDate(name: string): boolean {
  const {concepts} = meaningOf(name);
  return dated.some((concept) => concepts.includes(concept)) && !counted.some((concept) => concepts.includes(concept));
}

const dated = ['date', 'created', 'modified', 'since', 'until', 'birth', 'closed', 'acquired', 'due'] as const;
const counted = ['id', 'quantity', 'amount', 'price', 'cost', 'period', 'score'] as const;

/**
 * The values in the one way of counting, or of writing digits only, that fits nearly all of them; null where none does, or
 * two do. Beside dates of other kinds, those that fit a way of counting.
 */
function countedWay(values: readonly string[], beside: boolean): WrittenDate[] | null {
  const ways = Object.entries(digitWays).map(([template, fits]) => ({template, fitting: values.filter(fits)}));
  const likely = ways.filter(({template, fitting}) =>
    beside ? fitting.length > 0 && isCounting(template) : fitting.length >= values.length * 0.95
  );
  const [only, ...others] = likely;
  if (!only || others.length > 0) return null;
  const shape: DateShape = {template: only.template, open: []};
  return only.fitting.map((text) => ({...shape, text}));
}

const between =
  (least: number, most: number, digits: RegExp) =>
  (text: string): boolean =>
    digits.test(text) && parseFloat(text) >= least && parseFloat(text) < most;

/** Excel's days from 1954 to 2119; seconds from 1979 to 2042. */
const digitWays: Record<string, (text: string) => boolean> = {
  '%excel': between(20_000, 80_000, /^\d{5}(?:[.,]\d+)?$/),
  '%epoch': between(3e8, 2.3e9, /^\d{9,10}(?:[.,]\d+)?$/),
  '%epochms': between(3e11, 2.3e12, /^\d{12,13}$/),
  '%y%m%d': digits(/^(\d{2})(\d{2})(\d{2})$/, [2, 3]),
  '%d%m%y': digits(/^(\d{2})(\d{2})(\d{2})$/, [2, 1]),
  '%m%d%y': digits(/^(\d{2})(\d{2})(\d{2})$/, [1, 2]),
  '%d%m%Y': digits(/^(\d{2})(\d{2})(?:19|20)\d{2}$/, [2, 1]),
  '%m%d%Y': digits(/^(\d{2})(\d{2})(?:19|20)\d{2}$/, [1, 2])
};

function digits(pattern: RegExp, [month, day]: readonly [number, number]): (text: string) => boolean {
  return (text) => {
    const found = pattern.exec(text);
    const of = (at: number): number => Number(found?.[at] ?? 0);
    return found !== null && of(month) >= 1 && of(month) <= 12 && of(day) >= 1 && of(day) <= 31;
  };
}
