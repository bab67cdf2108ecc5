import {isPlain, unitSeparator} from './scan-columns';
import type {Dialect} from '../types';

/** A dialect as bytes; −1 where it has no quote. */
export interface Marks {
  delimiter: number;
  quote: number;
  /** a byte that takes the meaning from what follows, in quotes and outside: a backslash; −1 where there is none */
  escape: number;
  /** what fields are quoted with where they are written anew: the quote, or a control character where there is none */
  rewrite: number;
  /** what stood where quoted text has the delimiter now; null where that is the delimiter itself */
  restored: Uint8Array | null;
}

/** Bytes of text, and how much of the buffer they fill. `final`: nothing follows them. */
export interface Window {
  bytes: Uint8Array;
  length: number;
  final: boolean;
}

/** What stands between one record start and the next, by all the rules of a messy file. */
export interface OddRecord {
  /** where the next record starts */
  end: number;
  /** physical lines that it covers, or that end in it */
  lines: number;
  fields: Uint8Array[];
  /** whether each field stands in quotes */
  quoted: boolean[];
  /** a quote opens that nothing closes; the record is then the first line, without fields */
  open: boolean;
  /** the first field whose quotes are not as they should be; −1 where all are */
  suspect: number;
}

/** Line feed and carriage return, as bytes. */
export const LF = 10;
export const CR = 13;
const SPACE = 32;
const TAB = 9;

/** The bytes of a dialect, of text in which `separatorOf` has done its work. */
export function marksOf(dialect: Dialect): Marks {
  const {delimiter, quote, escape} = dialect;
  const mark = quote === '' ? -1 : quote.charCodeAt(0);
  const spare = delimiter === '\x01' ? 2 : 1;
  const plain = isPlain(dialect);
  return {
    delimiter: plain ? delimiter.charCodeAt(0) : unitSeparator,
    quote: mark,
    escape: escape === '' || escape === quote ? -1 : escape.charCodeAt(0),
    rewrite: mark < 0 ? spare : mark,
    restored: plain || dialect.aligned || dialect.starts ? null : new TextEncoder().encode(delimiter)
  };
}

/**
 * Reads one record with every tolerance there is; null where the window ends before it is clear.
 *
 * - A quote opens a field only at its start, blanks before it aside, and closes it only before a delimiter, a line end or
 *   the end, blanks after it aside. Other quotes are text.
 * - A quoted field may cover lines, unless a quote inside it has shown to be text: then the first such quote closes it,
 *   and what follows belongs to the field. Where lines were covered already, the opening quote is `open`.
 * - The same holds where the file, or `limit` bytes, end before the quote is closed.
 * - `literal`: a field whose opening quote is text.
 */
export function readOdd(window: Window, start: number, marks: Marks, limit: number, literal = -1): OddRecord | null {
  const fields: Uint8Array[] = [];
  const quoted: boolean[] = [];
  let lines = 0;
  let at = start;
  let suspect = -1;
  for (;;) {
    const isLiteral = fields.length === literal;
    const field = isLiteral ? plainField(window, at, at, marks) : readField(window, at, marks, start + limit);
    if (field === 'more') return null;
    if (field === 'open') return firstLine(window, start, suspect < 0 ? fields.length : suspect);
    if (field.stray && suspect < 0) suspect = fields.length;
    fields.push(field.text);
    quoted.push(field.quoted);
    lines += field.lines;
    at = field.end;
    if (at >= window.length || window.bytes[at] !== marks.delimiter) break;
    at++;
  }
  const end = lineEnd(window, at);
  return end === null ? null : {end, lines: lines + 1, fields, quoted, open: false, suspect};
}

/** Where the line that ends at `at` is followed by the next; null where a `\r` may be followed by `\n` still to come. */
export function lineEnd({bytes, length, final}: Window, at: number): number | null {
  if (at >= length) return final ? length : null;
  if (bytes[at] !== CR) return at + 1;
  if (at + 1 >= length && !final) return null;
  return at + 1 < length && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** The end of the physical line that starts at `start`, its line break included; null where it isn't in the window. */
export function endOfLine(window: Window, start: number): number | null {
  let at = start;
  while (at < window.length && window.bytes[at] !== LF && window.bytes[at] !== CR) at++;
  return lineEnd(window, at);
}

/** A record written so that no reader can mistake it. */
export function writeRecord(fields: readonly Uint8Array[], {delimiter, rewrite}: Marks): Uint8Array {
  const size = fields.reduce((sum, field) => sum + field.length * 2 + 3, 0);
  const out = new Uint8Array(size);
  let at = 0;
  fields.forEach((field, index) => {
    if (index > 0) out[at++] = delimiter;
    if (field.length === 0) return;
    out[at++] = rewrite;
    for (const byte of field) {
      if (byte === rewrite) out[at++] = byte;
      out[at++] = byte;
    }
    out[at++] = rewrite;
  });
  out[at++] = LF;
  return out.subarray(0, at);
}

interface Field {
  text: Uint8Array;
  /** where its delimiter or line break stands */
  end: number;
  lines: number;
  /** it has quotes that end nothing */
  stray: boolean;
  quoted: boolean;
}

function readField(window: Window, start: number, marks: Marks, limit: number): Field | 'more' | 'open' {
  const {bytes, length, final} = window;
  const first = skipBlanks(window, start, marks);
  if (first >= length && !final) return 'more';
  if (marks.quote < 0 || first >= length || bytes[first] !== marks.quote)
    return plainField(window, start, start, marks);
  const field = quotedField(window, first, marks, limit);
  if (typeof field === 'string')
    return field === 'open' && first > start ? plainField(window, start, start, marks) : field;
  return first > start && field.lines > 0 ? plainField(window, start, start, marks) : field;
}

/** Text up to the next delimiter or line break, looked for from `from`. */
function plainField(window: Window, start: number, from: number, marks: Marks): Field | 'more' {
  const {bytes, length, final} = window;
  let at = from;
  for (; at < length; at++) {
    const byte = bytes[at];
    if (byte === marks.delimiter || byte === LF || byte === CR) break;
    if (byte === marks.escape) at++;
  }
  if (at >= length && !final) return 'more';
  const end = Math.min(at, length);
  return {text: unescaped(bytes.subarray(start, end), marks, false), end, lines: 0, stray: false, quoted: false};
}

function quotedField(window: Window, open: number, marks: Marks, limit: number): Field | 'more' | 'open' {
  const {bytes, length, final} = window;
  let lines = 0;
  let stray = -1;
  let at = open + 1;
  for (; at < length; at++) {
    const byte = bytes[at];
    if (at >= limit) return 'open';
    if (byte === marks.escape) at++;
    else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      if (stray >= 0) break;
      lines++;
    } else if (byte === marks.quote) {
      if (at + 1 >= length && !final) return 'more';
      if (marks.escape < 0 && at + 1 < length && bytes[at + 1] === marks.quote) {
        at++;
        continue;
      }
      const end = skipBlanks(window, at + 1, marks);
      if (end >= length && !final) return 'more';
      if (end >= length || isEnd(bytes[end], marks)) {
        return {
          text: unescaped(bytes.subarray(open + 1, at), marks, true),
          end,
          lines,
          stray: stray >= 0,
          quoted: true
        };
      }
      if (lines > 0) return 'open';
      if (stray < 0) stray = at;
    }
  }
  if (at >= length && !final) return 'more';
  return stray < 0 ? 'open' : strayField(window, open, stray, marks);
}

/** A field whose quote is closed by its first stray one; the rest up to the delimiter belongs to it. */
function strayField(window: Window, open: number, stray: number, marks: Marks): Field | 'more' {
  const rest = plainField(window, stray + 1, stray + 1, marks);
  if (rest === 'more') return rest;
  const head = unescaped(window.bytes.subarray(open + 1, stray), marks, true);
  const text = new Uint8Array(head.length + rest.text.length);
  text.set(head);
  text.set(rest.text, head.length);
  return {...rest, text, stray: true, quoted: true};
}

function skipBlanks({bytes, length}: Window, start: number, {delimiter}: Marks): number {
  let at = start;
  while (at < length && (bytes[at] === SPACE || bytes[at] === TAB) && bytes[at] !== delimiter) at++;
  return at;
}

const isEnd = (byte: number | undefined, {delimiter}: Marks): boolean =>
  byte === delimiter || byte === LF || byte === CR;

function firstLine(window: Window, start: number, suspect: number): OddRecord | null {
  const end = endOfLine(window, start);
  return end === null ? null : {end, lines: 1, fields: [], quoted: [], open: true, suspect};
}

/** Text without what protects its characters: doubled quotes in quotes, backslashes before marks and line breaks. */
function unescaped(raw: Uint8Array, marks: Marks, quoted: boolean): Uint8Array {
  const out = new Uint8Array(raw.length);
  let size = 0;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] as number;
    const next = raw[at + 1];
    const doubled = quoted && marks.escape < 0 && byte === marks.quote && next === marks.quote;
    if (doubled || (byte === marks.escape && isProtected(next, marks))) at++;
    out[size++] = raw[at] as number;
  }
  return restored(out.subarray(0, size), marks);
}

/** Delimiters in the text of a field are what they were in the file. */
function restored(text: Uint8Array, {delimiter, restored: mark}: Marks): Uint8Array {
  if (!mark || !text.includes(delimiter)) return text;
  const out = new Uint8Array(text.length * mark.length);
  let size = 0;
  for (const byte of text) {
    if (byte !== delimiter) out[size++] = byte;
    else {
      out.set(mark, size);
      size += mark.length;
    }
  }
  return out.subarray(0, size);
}

const isProtected = (byte: number | undefined, marks: Marks): boolean =>
  byte === marks.escape || byte === marks.quote || isEnd(byte, marks);
