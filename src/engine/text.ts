/** Values in the very text that DuckDB's `::VARCHAR` gives them. Proved cell by cell against the engine in `decode.test.ts`. */

/** The number of the day `infinity`; its negative is `-infinity`. */
export const infiniteDay = 2_147_483_647;
const infiniteTime = 9_223_372_036_854_775_807n;

/** @param days since 1970-01-01, proleptic Gregorian */
export function dateText(days: number): string {
  if (Math.abs(days) === infiniteDay) return days > 0 ? 'infinity' : '-infinity';
  const {year, month, day} = civil(days);
  const date = `${String(year > 0 ? year : 1 - year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return year > 0 ? date : `${date} (BC)`;
}

/** True of the timestamps `infinity` and `-infinity`. */
export function isInfinite(ticks: bigint): boolean {
  return ticks === infiniteTime || ticks === -infiniteTime;
}

/** @param digits of the fraction of a second that one unit of `ticks` is: 0 seconds, 3 milliseconds, 6, 9 */
export function timestampText(ticks: bigint, digits: number, zone: string): string {
  if (isInfinite(ticks)) return ticks > 0 ? 'infinity' : '-infinity';
  const perDay = 86_400n * 10n ** BigInt(digits);
  const time = ((ticks % perDay) + perDay) % perDay;
  return `${dateText(Number((ticks - time) / perDay))} ${timeText(time, digits)}${zone}`;
}

/** A time of day, or a span of hours and less; `24:00:00` and more hours are written out. */
export function timeText(ticks: bigint, digits: number): string {
  const perSecond = 10n ** BigInt(digits);
  const seconds = Number(ticks / perSecond);
  const fraction = digits
    ? String(ticks % perSecond)
        .padStart(digits, '0')
        .replace(/0+$/, '')
    : '';
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return fraction ? `${clock}.${fraction}` : clock;
}

/** @param packed microseconds in the upper 40 bits, 57599 minus the offset in seconds in the lower 24 */
export function timeTzText(packed: bigint): string {
  return timeText(packed >> 24n, 6) + offsetText(57_599 - Number(packed & 0xffffffn));
}

export function intervalText(months: number, days: number, micros: bigint): string {
  const parts = [plural(Math.trunc(months / 12), 'year'), plural(months % 12, 'month'), plural(days, 'day')].filter(
    Boolean
  );
  if (micros !== 0n) parts.push(micros < 0n ? `-${timeText(-micros, 6)}` : timeText(micros, 6));
  return parts.join(' ') || '00:00:00';
}

/** @param unscaled the value times 10 to the power of `scale`. A decimal that is all fraction has no 0 before the point. */
export function decimalText(unscaled: bigint | number, width: number, scale: number): string {
  const sign = unscaled < 0 ? '-' : '';
  const digits = String(unscaled < 0 ? -unscaled : unscaled).padStart(width > scale ? scale + 1 : scale, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Of a decimal's text, zeros at both ends not counted. */
export function significantDigits(decimal: string): number {
  return decimal.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
}

export function uuidText(bytes: Uint8Array): string {
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function blobText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += printable(byte) ? String.fromCharCode(byte) : `\\x${hex([byte]).toUpperCase()}`;
  return text;
}

/** @param bytes the first says how many leading bits of the second are padding */
export function bitText(bytes: Uint8Array): string {
  const bits = Array.from(bytes.subarray(1), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.slice(bytes[0]);
}

/** @param bytes three of head (sign, length), then the magnitude, big end first; all inverted where negative */
export function bignum(bytes: Uint8Array): bigint {
  const negative = ((bytes[0] ?? 0) & 0x80) === 0;
  const magnitude = BigInt(`0x${hex(bytes.subarray(3).map((byte) => (negative ? ~byte : byte)))}`);
  return negative ? -magnitude : magnitude;
}

/** An element of a list, struct or map that is no list, struct or map itself: in quotes where it could be misread. */
export function elementText(text: string): string {
  if (!/^$|^[ \t\n\v\f\r]|[ \t\n\v\f\r]$|["'(),:=[\]{}]|^null$/i.test(text)) return text;
  return quote(text);
}

export function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

function plural(count: number, unit: string): string {
  if (count === 0) return '';
  return Math.abs(count) === 1 ? `${count} ${unit}` : `${count} ${unit}s`;
}

function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  while (parts.length > 1 && parts.at(-1) === 0) parts.pop();
  return (seconds < 0 ? '-' : '+') + parts.map(two).join(':');
}

function printable(byte: number): boolean {
  return byte >= 32 && byte <= 126 && byte !== 34 && byte !== 39 && byte !== 92;
}

function hex(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** Howard Hinnant's `civil_from_days`; years before 1 are 0, −1 … */
function civil(days: number): {year: number; month: number; day: number} {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}
