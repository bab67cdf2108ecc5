import type {Age, Grain} from './params';

/** Days of a rolling period: exact, so that it means the same for every customer. */
export const rollingDays: Readonly<Record<Grain, number>> = {week: 7, month: 30, quarter: 91, year: 365};

const months: Readonly<Record<Exclude<Grain, 'week'>, number>> = {month: 1, quarter: 3, year: 12};

/** SQL of the first day of a calendar period; weeks begin on Monday. */
export const startSql = (grain: Grain, day: string): string => `date_trunc('${grain}', ${day})::date`;

/** SQL of a number that grows by one from each calendar period to the next. */
export function indexSql(grain: Grain, day: string): string {
  if (grain === 'week') return `(${startSql('week', day)} - date '1970-01-05') // 7`;
  if (grain === 'year') return `year(${day})`;
  return `(year(${day}) * ${12 / months[grain]} + ${grain}(${day}))`;
}

/** SQL of the first day of the calendar period that comes so many periods after another. */
export function laterSql(grain: Grain, start: string, periods: string): string {
  if (grain === 'week') return `(${start} + (7 * (${periods}))::integer)`;
  return `(${start} + to_months((${months[grain]} * (${periods}))::integer))::date`;
}

/** SQL of the age on a day, in periods since the first purchase; not for days before it. */
export const ageSql = (age: Age, grain: Grain, day: string, first = 'first_on'): string =>
  age === 'rolling'
    ? `(${day} - ${first}) // ${rollingDays[grain]}`
    : `${indexSql(grain, day)} - ${indexSql(grain, first)}`;
