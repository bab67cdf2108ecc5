import type {Cell, Note} from './converter';
import {decimalText, shortestText} from './number';

/** Text that stands in JSON as it is, without quotes: a number, `true`, `null`, a list, a record. */
export class Bare {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value inside a list or a record. */
export type Inner = string | Bare | null;

/** Parts of a second in a unit of time. */
export const perSecond = {second: 1, millisecond: 1000, microsecond: 1_000_000, nanosecond: 1_000_000_000} as const;

export type Unit = keyof typeof perSecond;

const daySeconds = 86_400;

/** Days as they were written before, since the same few come again in every row. */
const written = new Map<number, string>();
const mostWritten = 20_000;

/** A day as text. @param days since 1970-01-01 */
export function dayText(days: number): string {
  const known = written.get(days);
  if (known !== undefined) return known;
  const date = new Date(days * daySeconds * 1000);
  const text = Number.isNaN(date.getTime()) ? String(days) : date.toISOString().replace(/T.*$/, '');
  if (written.size < mostWritten) written.set(days, text);
  return text;
}

/** A day and a time as text, with as many decimals of a second as are needed. @param value since 1970, in the unit */
export function momentText(value: number | bigint, unit: Unit): string {
  const {seconds, fraction} = split(value, unit);
  const days = Math.floor(seconds / daySeconds);
  return `${dayText(days)} ${clock(seconds - days * daySeconds)}${fraction}`;
}

/** A time of day as text. @param value since midnight, in the unit */
export function timeText(value: number | bigint, unit: Unit): string {
  const {seconds, fraction} = split(value, unit);
  return clock(seconds) + fraction;
}

/** A length of time as text: `26:30:00`. */
export function lengthText(value: number | bigint, unit: Unit): string {
  return value < 0 ? `-${timeText(-value, unit)}` : timeText(value, unit);
}

/** A double as text; nothing where it is no number, as data frames write what is missing. */
export function doubleText(value: number): Cell {
  return Number.isNaN(value) ? null : (shortestText(value) ?? String(value));
}

/** A decimal from its bytes, the highest first. */
export function decimalOfBytes(bytes: Uint8Array, scale: number): string {
  const unsigned = bytes.length === 0 ? 0n : BigInt(`0x${hexText(bytes)}`);
  return decimalText(BigInt.asIntN(bytes.length * 8, unsigned), scale);
}

/** Bytes in hexadecimal. */
export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** Bytes that may be text: as that where they are UTF-8, else null. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The 16 bytes of a UUID as it is written. */
export function uuidText(bytes: Uint8Array): string {
  return hexText(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5');
}

export const listText = (values: readonly Inner[]): string => `[${values.map(json).join(',')}]`;

/** A record as JSON, names in their order, also twice. */
export function recordText(entries: readonly (readonly [string, Inner])[]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`).join(',')}}`;
}

/** What has to be said of columns, by name. */
export class ColumnNotes {
  readonly #columns = new Map<string, Set<string>>();

  add(key: 'column.bytes' | 'column.utc', column: string): void {
    const columns = this.#columns.get(key) ?? new Set();
    this.#columns.set(key, columns.add(column));
  }

  notes(): Note[] {
    return [...this.#columns].map(([key, columns]) => ({
      key,
      values: {columns: [...columns].join(', '), count: columns.size}
    }));
  }
}

function json(value: Inner): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? JSON.stringify(value) : value.text;
}

function split(value: number | bigint, unit: Unit): {seconds: number; fraction: string} {
  const per = perSecond[unit];
  if (typeof value === 'bigint' && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)) {
    const rest = ((value % BigInt(per)) + BigInt(per)) % BigInt(per);
    return {seconds: Number((value - rest) / BigInt(per)), fraction: fractionText(Number(rest), per)};
  }
  const whole = Number(value);
  const seconds = Math.floor(whole / per);
  return {seconds, fraction: fractionText(whole - seconds * per, per)};
}

function fractionText(rest: number, per: number): string {
  if (rest === 0) return '';
  return `.${String(rest)
    .padStart(String(per).length - 1, '0')
    .replace(/0+$/, '')}`;
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
