import type {Loaded} from '../loaded';
import type {Window} from '../scope';
import {fewestGaps} from './limits';

/** Days as SQL: until when purchases count, and the days at which rungs and phases are looked at. */

/** The as-of day, or the end of the period where that comes first: what is later isn't looked at. */
export const today = '$to_day::date';

/** The day from which the out-of-sample check looks ahead. */
export const testDay = `(${today} - $test_days::integer)`;

/** SQL of one moment. */
export const oneMoment = (day: string): string => `select ${day} as moment
    where ${day} is not null`;

const span = `(${today} - $from_day::date)`;

/**
 * SQL of the earlier of two moments, where none is chosen: a year before today, or the middle of the days that are looked
 * at where that is later. Where no one could have lapsed by then it is a quarter after the first could have, but leaves at
 * least a quarter of the days to what came after.
 */
const yearBefore = `greatest(
            (${today} - interval 1 year)::date,
            ${today} - (${span} // 2)::integer,
            (
                select ${today} - greatest(${span} // 4, ${span} - lapsed_days - 91)::integer
                from gap_limit
                where class = 1 and gaps >= ${fewestGaps} and lapsed_days is not null
            )
        )`;

/** SQL of the two moments that are compared: as chosen, else an earlier day and today. */
export const twoMoments = `select least(chosen, ${today}) as moment
    from (
        select coalesce(nullif($then_from::varchar, '')::date, ${yearBefore}) as chosen
        union
        select coalesce(nullif($then_to::varchar, '')::date, ${today})
    )
    where chosen is not null
    group by all`;

/** The model that `twoMoments` reads. */
export const twoMomentsNeed = 'gap_limit';

/**
 * SQL of the last days of all months that are looked at, or of quarters, halves, or years; of the last one, today.
 *
 * @param apart months
 */
export const monthEnds = (apart: MonthsApart): string => `select least(last_day(month::date), ${today}) as moment
    from generate_series(date_trunc('month', $from_day::date), ${today}, interval 1 month) as months(month)${
      apart === 1 ? '' : `\n    where month(month) % ${apart} = 0 or last_day(month::date) >= ${today}`
    }`;

export type MonthsApart = 1 | 3 | 6 | 12;

/** Customers times moments that are told within seconds, and that the memory of a browser holds. */
const most = 4_000_000;

/** How many months lie between the moments of a composition over time: more than one where customers are very many. */
export function monthsApart({customers, rows}: Loaded, {from, to}: Window): MonthsApart {
  if (from === null || to === null) return 1;
  const states = (Math.max(customers, rows.customer) * (Date.parse(to) - Date.parse(from))) / 2_629_746_000;
  return ([1, 3, 6] as const).find((apart) => states <= apart * most) ?? 12;
}
