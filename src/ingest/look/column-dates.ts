import {withoutTime} from '../values/cast-dates';
import {plainTemplate, type DateShape} from '../values/dates';
import type {ColumnProfile} from '../types';

/** How a column of dates is read, and on what evidence. */
export interface DateReading {
  /** the way in which most are written; absent where there is none */
  date?: string;
  /** further ways, most frequent first */
  dates?: string[];
  /** present where day and month could both be either */
  order?: NonNullable<ColumnProfile['order']>;
  ways: NonNullable<ColumnProfile['ways']>;
}

/** A date of the column, and its text to show. */
export type WrittenDate = DateShape & {text?: string};

/** More ways than these in one column are no ways. */
const mostWays = 6;

/** Reads the dates of one column: each way of writing them as most that are written so. `american`: other columns say month first. */
export function readDates(shapes: readonly WrittenDate[], american: boolean): DateReading {
  const groups = new Map<string, WrittenDate[]>();
  for (const shape of shapes) {
    const name = groupOf(shape.template);
    const group = groups.get(name);
    if (group) group.push(shape);
    else groups.set(name, [shape]);
  }
  const byRows = [...groups.values()].sort((a, b) => b.length - a.length).slice(0, mostWays);
  const ways = byRows.map((alike) => ({
    date: settled(alike, shapes, american),
    rows: alike.length,
    example: alike[0]?.text ?? ''
  }));
  const [first, ...others] = ways.map(({date}) => date);
  const order = orderOf(shapes, american);
  return {
    ...(first === undefined ? {} : {date: first}),
    ...(others.length === 0 ? {} : {dates: others.map(withoutTime)}),
    ...(order ? {order} : {}),
    ways
  };
}

/** Ways that differ in nothing but the time of day, or the language and length of the month, are one. */
function groupOf(template: string): string {
  return withoutTime(/%[bB]/.test(template) ? plainTemplate(template) : template);
}

function settled(alike: readonly WrittenDate[], shapes: readonly WrittenDate[], american: boolean): string {
  const template = mostCommon(alike.map((shape) => shape.template));
  if ((alike[0]?.open.length ?? 0) === 0) return template;
  const {places} = ordered(kin(alike[0], shapes), template, american);
  return places.reduce((text, place, index) => text.replace(`%${index + 1}`, place), template);
}

/** Dates that write day and month in the same order: with the same mark between them, and as many open places. */
function kin(shape: WrittenDate | undefined, shapes: readonly WrittenDate[]): WrittenDate[] {
  return shapes.filter((other) => markOf(other) === (shape && markOf(shape)));
}

const markOf = ({template, open}: DateShape): string => `${open.length}${/%1(.)/.exec(template)?.[1] ?? ''}`;

/** On what evidence the order of day and month rests, over all ways that leave it open; null where none does. */
function orderOf(shapes: readonly WrittenDate[], american: boolean): DateReading['order'] | null {
  const open = shapes.filter((shape) => shape.open.length > 0);
  if (open.length === 0) return null;
  const found = [...new Set(open.map(markOf))].map((mark) => {
    const alike = open.filter((shape) => markOf(shape) === mark);
    return ordered(alike, alike[0]?.template ?? '', american);
  });
  const contrary = found.reduce((sum, one) => sum + one.contrary, 0);
  const deciding = found.reduce((sum, one) => sum + one.deciding, 0);
  return {deciding, of: open.length, ...(contrary === 0 ? {} : {contrary})};
}

interface Order {
  places: string[];
  deciding: number;
  /** dates that can only be read the other way round */
  contrary: number;
}

/** Which open place is the day: the one with numbers over 12. Where none or both have them: day first, as in Europe. */
function ordered(shapes: readonly DateShape[], template: string, american: boolean): Order {
  const over = (at: number, limit: number): number => shapes.filter((shape) => (shape.open[at] ?? 0) > limit).length;
  const threes = shapes[0]?.open.length === 3;
  if (threes && over(0, 31) > 0) return {places: ['%y', '%m', '%d'], deciding: over(0, 31), contrary: over(2, 31)};
  const year = threes ? ['%y'] : [];
  const [dayFirst, monthFirst] = [over(0, 12), over(1, 12)];
  if (monthFirst > dayFirst) return {places: ['%m', '%d', ...year], deciding: monthFirst, contrary: dayFirst};
  if (dayFirst === 0 && american && /^(?:%a )?%1\/%2/.test(template))
    return {places: ['%m', '%d', ...year], deciding: 0, contrary: 0};
  return {places: ['%d', '%m', ...year], deciding: dayFirst, contrary: monthFirst};
}

/** The value that occurs most often, the first of several such; '' of none. */
export function mostCommon<T extends string | number>(values: readonly T[]): T | '' {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | '' = '';
  for (const [value, count] of counts) if (best === '' || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
