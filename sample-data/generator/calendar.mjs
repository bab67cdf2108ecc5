/** Days are whole numbers: days since 1970-01-01. */

const dayLength = 86400000;

/** @param {string} date yyyy-mm-dd */
export const dayOf = (date) => Date.parse(`${date}T00:00:00Z`) / dayLength;

/** @param {number} day */
export const iso = (day) => page(day).iso;

/** @param {number} day */
export const yearOf = (day) => page(day).year;

/** 0 for January. @param {number} day */
export const monthOf = (day) => page(day).month;

/** 0 for Monday. @param {number} day */
export const weekdayOf = (day) => (day + 3) % 7;

/** `mm-dd`. @param {number} day */
export const monthDayOf = (day) => page(day).monthDay;

/** @param {number} year @param {number} month from 0; 12 is January of the next year */
export const firstOfMonth = (year, month) => Date.UTC(year, month, 1) / dayLength;

/** The last day of the quarter that the day lies in. @param {number} day */
export const endOfQuarter = (day) => firstOfMonth(yearOf(day), Math.floor(monthOf(day) / 3) * 3 + 3) - 1;

/** The first day in the data. */
export const START = dayOf('2022-01-01');

/** The last day in the data: December 2025 is not over. */
export const END = dayOf('2025-12-19');

/** @type {Map<number, {iso: string, year: number, month: number, monthDay: string}>} */
const pages = new Map();

/** A day's page of the calendar, worked out once. @param {number} day */
function page(day) {
  const known = pages.get(day);
  if (known) return known;
  const text = new Date(day * dayLength).toISOString().slice(0, 10);
  const made = {
    iso: text,
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)) - 1,
    monthDay: text.slice(5)
  };
  pages.set(day, made);
  return made;
}
