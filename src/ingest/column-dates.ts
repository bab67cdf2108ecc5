import type {DateShape} from './dates';
import type {ColumnProfile} from './types';

/** How a column of dates is read, and on what evidence. */
export interface DateReading {
  /** as DuckDB's strptime takes it; absent where month names can't be read */
  format?: string;
  /** present where day and month could both be either */
  order?: NonNullable<ColumnProfile['order']>;
  months?: string;
}

/** Reads the dates of one column alike: in the way of most of them. `american`: other columns say month first. */
export function readDates(shapes: readonly DateShape[], american: boolean): DateReading {
  const template = mostCommon(shapes.map((shape) => shape.template));
  const alike = shapes.filter((shape) => shape.template === template);
  const months = alike.find((shape) => shape.months !== undefined)?.months;
  if (months !== undefined) return {months};
  if ((alike[0]?.open.length ?? 0) === 0) return {format: template};
  const {places, deciding} = ordered(alike, template, american);
  const format = places.reduce((text, place, index) => text.replace(`%${index + 1}`, place), template);
  return {format, order: {deciding, of: alike.length}};
}

interface Order {
  places: string[];
  deciding: number;
}

/** Which open place is the day: the one with numbers over 12. Where none or both have them: day first, as in Europe. */
function ordered(shapes: readonly DateShape[], template: string, american: boolean): Order {
  const over = (at: number, limit: number): number => shapes.filter((shape) => (shape.open[at] ?? 0) > limit).length;
  const threes = shapes[0]?.open.length === 3;
  if (threes && over(0, 31) > 0) return {places: ['%y', '%m', '%d'], deciding: over(0, 31)};
  const year = threes ? ['%y'] : [];
  const [dayFirst, monthFirst] = [over(0, 12), over(1, 12)];
  if (monthFirst > dayFirst) return {places: ['%m', '%d', ...year], deciding: monthFirst};
  if (dayFirst === 0 && american && template.startsWith('%1/%2')) return {places: ['%m', '%d', ...year], deciding: 0};
  return {places: ['%d', '%m', ...year], deciding: dayFirst};
}

/** The value that occurs most often, the first of several such; '' of none. */
export function mostCommon<T extends string | number>(values: readonly T[]): T | '' {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | '' = '';
  for (const [value, count] of counts) if (best === '' || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
