import {dayText} from './typed-text';

const dayMs = 86_400_000;

/** Days from 1899-12-30, from which Excel counts since March 1900, to 1970-01-01. */
const to1970 = 25_569;

/** Days by which the count from 1904 is behind. */
const from1904 = 1462;

/** 9999-12-31, the last day that spreadsheets know. */
const lastDay = 2_958_465;

/**
 * A day, a time or both, as a spreadsheet counts them: in days and parts of a day. Days before March 1900 are those that
 * Excel shows, with its 1900-02-29 that never was. Null: no such day, as of negative numbers.
 *
 * @param serial the number in the cell
 * @param options whether days are counted from 1904; whether the cell's format shows a day, a time
 */
export function dayOf(
  serial: number,
  {from1904: late, day, time}: {from1904: boolean; day: boolean; time: boolean}
): string | null {
  const ms = Math.round(serial * dayMs);
  const whole = Math.floor(ms / dayMs);
  const rest = ms - whole * dayMs;
  if (whole === 0 && ms >= 0 && !late && (time || rest > 0)) return clock(rest);
  if (!day && whole === 0 && ms >= 0) return clock(rest);
  const date = late ? calendar(whole + from1904) : counted1900(whole);
  if (date === null) return null;
  return rest > 0 || (time && day) ? `${date} ${clock(rest)}` : date;
}

/** A length of time, counted in days, as hours, minutes and seconds: `26:30:00`. */
export function durationOf(serial: number): string {
  const ms = Math.round(Math.abs(serial) * dayMs);
  return serial < 0 && ms > 0 ? `-${clock(ms)}` : clock(ms);
}

/** `13:05:00`, with milliseconds where there are any. @param ms milliseconds, of more than a day too */
function clock(ms: number): string {
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60
  ];
  const text = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return ms % 1000 === 0 ? text : `${text}.${String(ms % 1000).padStart(3, '0')}`;
}

function counted1900(day: number): string | null {
  if (day < 1) return null;
  if (day === 60) return '1900-02-29';
  return calendar(day < 60 ? day + 1 : day);
}

const calendar = (day: number): string | null => (day > lastDay ? null : dayText(day - to1970));
