/** Patterns of dates in words and of times of day: a first look and SQL read with the same expressions. */

const blank = '[\\s\u00a0\u202f]';
const parting = '[\\s\u00a0\u202f./-]*';
const partingOrComma = '[\\s\u00a0\u202f,./-]*';
const ordinal = '(?:st|nd|rd|th|er|re|e|º|ª|°|\\.º|-?го|:[ae]|\\.)?';
const of = `(?:(?:de|del|of)${blank}+|d['’])?`;
const word = '(\\p{L}{3,12})';
const year = '(\\d{4}|\\d{2})';
const ofYear = `(?:${blank}*(?:г\\.?|года))?`;

/** A time of day with its zone, as it stands behind a date. */
export const clock =
  `${ofYear}(?:T|,?${blank}+(?:(?:at|um|kl\\.?|à|às|alle|om|ob|o|в)${blank}+)?)` +
  `\\d{1,2}(?:[:.h]\\d{2}(?:[:.]\\d{2}(?:[.,:]\\d{1,9})?)?)${blank}?(?:[AaPp]\\.?${blank}?[Mm]\\.?)?(?:${blank}?Uhr|${blank}?h)?` +
  `${blank}?(?:Z|[A-Z]{2,5})?(?:[+-]\\d{1,2}(?::?\\d{2})?)?(?:${blank}?[(\\[][^()\\[\\]]{1,40}[)\\]])?`;

/** What may stand behind a date: a time of day, the Russian word for year, or nothing. */
export const behind = `(?:${clock}|${ofYear})`;

const between = {
  /** of day, month, year */
  byDay: [`${ordinal}${parting}${of}`, `\\.?${partingOrComma}${of}['’]?`],
  byMonth: [`\\.?${parting}`, `${ordinal},?${partingOrComma}${of}`],
  byYear: [partingOrComma, `\\.?${parting}`]
} as const;

const anchored = (pattern: string): RegExp => new RegExp(`^${pattern}(\\D.*)?$`, 'su');

/** Each has six groups: a part, what is between, a part, what is between, a part, the rest. */
export const byDay = anchored(`(\\d{1,2})(${between.byDay[0]})${word}(${between.byDay[1]})${year}`);
export const byMonth = anchored(`${word}(${between.byMonth[0]})(\\d{1,2})(${between.byMonth[1]})(\\d{4})`);
export const byYear = anchored(`(\\d{4})(${between.byYear[0]})${word}(${between.byYear[1]})(\\d{1,2})${ordinal}`);

const timeBefore = `${blank}+\\d{1,2}:\\d{2}(?::\\d{2})?(?:${blank}+[A-Z]{1,5}|${blank}+[+-]\\d{4})?${blank}+`;

/** `Feb 3 10:00:00 2020`, behind its weekday: month, day, time, year. */
export const withYearLast = new RegExp(`^${word}${blank}+(\\d{1,2})(${timeBefore})(\\d{4})$`, 'u');

/** A month and its year. */
export const ofMonth = new RegExp(`^${word}\\.?${partingOrComma}${of}(\\d{4})${ofYear}$`, 'u');

/** Words before a date: a weekday. */
export const weekday = `[\\p{L}-]{2,14}\\.?,?${blank}+`;

/** A date in words, for SQL: its expression, and which parts its groups are. `template` is as `Format.date` has it. */
export function wordedPattern(template: string): {pattern: string; groups: string[]} {
  const order = (template.match(/%[dbBYy]/g) ?? [])
    .map((part) => part.slice(1).replace('b', 'B').replace('y', 'Y'))
    .join('');
  const lead = `^(?:${weekday})?`;
  const [dayFirst, monthFirst, yearFirst] = [between.byDay, between.byMonth, between.byYear];
  switch (order) {
    case 'dBY':
      return {
        pattern: `${lead}(\\d{1,2})${dayFirst[0]}${word}${dayFirst[1]}${year}${behind}$`,
        groups: ['day', 'word', 'year']
      };
    case 'BdY':
      return {
        pattern: `${lead}${word}${monthFirst[0]}(\\d{1,2})(?:${timeBefore}|${monthFirst[1]})(\\d{4})${behind}$`,
        groups: ['word', 'day', 'year']
      };
    case 'YBd':
      return {
        pattern: `${lead}(\\d{4})${yearFirst[0]}${word}${yearFirst[1]}(\\d{1,2})${ordinal}${behind}$`,
        groups: ['year', 'word', 'day']
      };
    default:
      return {pattern: `^${word}\\.?${partingOrComma}${of}(\\d{4})${ofYear}$`, groups: ['word', 'year']};
  }
}
