import {CR, LF, type Marks, type Window} from './scan-record';

/** A no-break space in UTF-8. */
export const isNoBreakSpace = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0xc2 && bytes[at + 1] === 0xa0;

/** An empty field. */
export const nothing = new Uint8Array();

/** A number of delimiters and a line end. */
export const endOf = (count: number, {delimiter}: Marks): Uint8Array =>
  Uint8Array.from({length: count + 1}, (_, at) => (at < count ? delimiter : LF));

/** Where a record that ends at `end` ends without its last `count` fields; −1 where those aren't empty. */
export function withoutEmptyFields(bytes: Uint8Array, end: number, count: number, {delimiter}: Marks): number {
  let at = end;
  for (let left = count; left > 0; at--) {
    const byte = bytes[at - 1];
    if (byte === delimiter) left--;
    else if (byte !== 32 && byte !== 9) return -1;
  }
  return at;
}

/** Nothing but delimiters and blanks. */
export function isBlank(bytes: Uint8Array, start: number, end: number, {delimiter}: Marks): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== delimiter && byte !== 32 && byte !== 9 && byte !== LF && byte !== CR) return false;
  }
  return true;
}

/** Nothing but blanks and zero bytes. */
export const isEmpty = (field: Uint8Array): boolean => field.every((byte) => byte === 32 || byte === 9 || byte === 0);

/** Blanks at either end, or no-break spaces anywhere. */
export function isPadded(field: Uint8Array): boolean {
  const [first = 33, last = 33] = [field[0], field.at(-1)];
  return first <= 32 || last <= 32 || field.some((_, at) => isNoBreakSpace(field, at));
}

/** A field without its zero bytes. */
export const withoutZeros = (field: Uint8Array): Uint8Array =>
  field.includes(0) ? field.filter((byte) => byte !== 0) : field;

/**
 * Where the lines begin that may be the footer: records that start there wait until the end of the file is known. Before
 * it is, the last line counts as unfinished.
 */
export function tableEnd({bytes, length, final}: Window, footer: number): number {
  if (footer === 0) return length;
  let lines = final ? footer : footer + 1;
  let at = length;
  if (final) at = beforeBreak(bytes, at);
  for (; at > 0; at--) {
    if (bytes[at - 1] !== LF && bytes[at - 1] !== CR) continue;
    if (--lines === 0) return at;
    at = beforeBreak(bytes, at) + 1;
  }
  return 0;
}

/** Where the line break starts that ends at `at`; `at` where none does. */
export function beforeBreak(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] === LF) return bytes[at - 2] === CR ? at - 2 : at - 1;
  return bytes[at - 1] === CR ? at - 1 : at;
}

/** Whether a quoted field begins or ends on the line, and doesn't do both. */
export function hasOddQuotes(bytes: Uint8Array, start: number, end: number): boolean {
  let odd = false;
  for (let at = start; at < end; at++) if (bytes[at] === 34) odd = !odd;
  return odd;
}

/** The bytes at `start` are these. */
export function beginsWith({bytes, length}: Window, start: number, mark: Uint8Array): boolean {
  return start + mark.length <= length && mark.every((byte, at) => bytes[start + at] === byte);
}
