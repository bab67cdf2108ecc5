import {unseparated} from './scan-columns';
import {Cutter, type Cut} from './scan-cut';
import {
  beforeBreak,
  beginsWith,
  endOf,
  hasOddQuotes,
  isBlank,
  isEmpty,
  isNoBreakSpace,
  isPadded,
  nothing,
  tableEnd,
  withoutEmptyFields,
  withoutZeros
} from './scan-fields';
import {Names} from './scan-names';
import {CR, LF, endOfLine, marksOf, readOdd, writeRecord, type Marks, type OddRecord, type Window} from './scan-record';
import {isTrailingBytes, repairedBytes} from './scan-repair';
import {emptyTally, longestRecord, mostKept, type Layout, type Tally, type UnreadReason} from './scan-tally';
import {beginning, sequence, wideness} from './scan-utf8';

export interface ScannerOptions {
  /** bytes of the longest record */
  limit?: number;
  /** reads every record by all the rules: slower, with the same outcome */
  careful?: boolean;
}

/**
 * Cuts text (UTF-8) into records, window by window. A record that is as it should be is passed on where it lies; odd ones
 * are read again by all the rules (`readOdd`) and written anew.
 */
export class Scanner {
  readonly tally: Tally = emptyTally();
  readonly #layout: Layout;
  readonly #marks: Marks;
  readonly #kinds: Uint8Array;
  /** the same inside quotes */
  readonly #inside: Uint8Array;
  readonly #comment: Uint8Array;
  readonly #names: Names;
  /** delimiters and a line end, by the number of delimiters */
  /** by count of missing fields, made when a record lacks so many */
  readonly #ends: Uint8Array[] = [];
  readonly #limit: number;
  readonly #careful: boolean;
  #cut: Cutter;
  /** physical line on which the next record begins */
  #line = 1;
  /** above the table of a text that we wrote, inside a cell with line breaks */
  #within = false;
  /** inside a record that is too long: its bytes are dropped up to the line end */
  #dropping = false;
  /** of the record that `#regular` read last; `lone`: a `\r` ends it that no `\n` follows */
  #last = {fields: 0, breaks: 0, wide: false, lone: false};

  constructor(layout: Layout, {limit = longestRecord, careful = false}: ScannerOptions = {}) {
    this.#layout = layout;
    this.#marks = marksOf(layout.dialect);
    this.#kinds = kindsOf(this.#marks);
    this.#inside = this.#kinds.slice();
    this.#inside[this.#marks.delimiter] = this.#marks.restored ? isOdd : isPlain;
    this.#comment = new TextEncoder().encode(layout.region.comment ?? '');
    this.#names = new Names(this.#marks);
    this.#cut = new Cutter(layout.width);
    this.#limit = limit;
    this.#careful = careful;
  }

  /**
   * Cuts what is complete in the window, whose bytes have room for one more behind `length`. Gives how many of them are
   * done with; the rest belongs in front of the next window.
   */
  scan(window: Window): {cut: Cut; done: number} {
    window.bytes[window.length] = LF;
    this.#cut = new Cutter(this.#layout.width);
    const limit = tableEnd(window, this.#layout.region.footer);
    let at = this.#dropRest(window);
    while (at < limit) {
      const next = this.#record(window, at);
      if (next === null) break;
      at = next;
    }
    if (window.final) at = this.#footer(window, at);
    return {cut: this.#cut.take(window.bytes), done: at};
  }

  /** Takes one record; gives where the next one starts, or null where the window ends too early. */
  #record(window: Window, start: number): number | null {
    if (this.tally.preamble < this.#layout.region.preamble) return this.#oneLine(window, start, 'preamble');
    if (this.#comment.length > 0 && beginsWith(window, start, this.#comment))
      return this.#oneLine(window, start, 'comments');
    const end = this.#careful ? odd : this.#regular(window, start);
    if (end === odd) return this.#odd(window, start);
    return end === more ? this.#incomplete(window, start) : this.#whole(window, start, end);
  }

  #oneLine(window: Window, start: number, what: 'preamble' | 'comments'): number | null {
    const end = endOfLine(window, start);
    if (end === null) return this.#incomplete(window, start);
    if (this.#layout.written && hasOddQuotes(window.bytes, start, end)) this.#within = !this.#within;
    return this.#count(what, end, this.#within ? 0 : 1);
  }

  /** Where a record without anything odd ends. In this loop an import spends its time. */
  #regular({bytes, length, final}: Window, start: number): number {
    const kinds = this.#kinds;
    const {delimiter, quote} = this.#marks;
    const last = this.#last;
    last.fields = 1;
    last.breaks = 0;
    last.wide = false;
    last.lone = false;
    let at = start;
    for (;;) {
      let byte = bytes[at] as number;
      if (byte === quote) {
        at = this.#quoted(bytes, at + 1, length);
        if (at < 0) return at === more && !final ? more : odd;
      } else if ((byte === 32 || byte === 9) && byte !== delimiter) {
        do byte = bytes[++at] as number;
        while ((byte === 32 || byte === 9) && byte !== delimiter);
        if (byte === quote) return odd;
        this.#padded(last.fields - 1);
      }
      let kind = kinds[bytes[at] as number] as number;
      while (kind !== isDelimiter && kind !== isLine) {
        if (kind === isOdd) return odd;
        if (kind === isWide) {
          const size = sequence(bytes, at);
          if (size === 0) return odd;
          this.#wide(last.fields - 1);
          if (isNoBreakSpace(bytes, at)) this.#padded(last.fields - 1);
          at += size;
        } else at++;
        kind = kinds[bytes[at] as number] as number;
      }
      byte = bytes[at - 1] as number;
      if ((byte === 32 || byte === 9) && byte !== delimiter) this.#padded(last.fields - 1);
      if (kind === isLine) break;
      last.fields++;
      at++;
    }
    if (at >= length) return final ? length + 1 : more;
    if (bytes[at] === LF) return at + 1;
    if (at + 1 >= length && !final) return more;
    if (at + 1 < length && bytes[at + 1] === LF) return at + 2;
    last.lone = true;
    return at + 1;
  }

  /** Where a quoted field ends whose text starts at `start`: on a delimiter or line end. */
  #quoted(bytes: Uint8Array, start: number, length: number): number {
    const kinds = this.#inside;
    const {delimiter, quote} = this.#marks;
    let at = start;
    if ((bytes[at] as number) <= 32) this.#padded(this.#last.fields - 1);
    for (;;) {
      let kind = kinds[bytes[at] as number] as number;
      while (kind === isPlain) kind = kinds[bytes[++at] as number] as number;
      if (kind === isLine) {
        if (at >= length) return more;
        if (bytes[at] === LF || bytes[at + 1] !== LF) this.#last.breaks++;
        at++;
      } else if (kind === isWide) {
        const size = sequence(bytes, at);
        if (size === 0) return odd;
        this.#wide(this.#last.fields - 1);
        if (isNoBreakSpace(bytes, at)) this.#padded(this.#last.fields - 1);
        at += size;
      } else if (kind === isOdd) return odd;
      else {
        const next = bytes[at + 1] as number;
        if ((bytes[at - 1] as number) <= 32) this.#padded(this.#last.fields - 1);
        if (next !== quote) return next === delimiter || next === LF || next === CR ? at + 1 : odd;
        at += 2;
      }
    }
  }

  #padded(column: number): void {
    this.#cut.padded[column] = 1;
  }

  #wide(column: number): void {
    this.#last.wide = true;
    this.#cut.wide[column] = 1;
  }

  /** A record that ends where it should; it may still be blank, or have too few or too many fields. */
  #whole(window: Window, start: number, end: number): number | null {
    const {fields, breaks, wide, lone} = this.#last;
    const stop = Math.min(end, window.length);
    if (isBlank(window.bytes, start, stop, this.#marks)) return this.#count('blank', stop, breaks + 1);
    if (this.tally.header < this.#layout.region.header || this.#names.mayBegin(window.bytes, start))
      return this.#odd(window, start);
    if (end - start > this.#limit) return this.#odd(window, start);
    const {width, dialect} = this.#layout;
    if (fields > width && dialect.repair !== undefined) return this.#odd(window, start);
    if (fields !== width || lone) {
      if (!this.#mend(window.bytes, start, end)) return this.#odd(window, start);
    } else this.#cut.keep(start, end, this.#line);
    if (wide) this.tally.wide++;
    return this.#count('rows', stop, breaks + 1);
  }

  /** Gives a record its missing delimiters, takes empty fields too many away, and ends it with `\n`. */
  #mend(bytes: Uint8Array, start: number, end: number): boolean {
    const missing = this.#layout.width - this.#last.fields;
    const stop = withoutEmptyFields(bytes, beforeBreak(bytes, end), Math.max(0, -missing), this.#marks);
    if (stop < start) return false;
    if (missing > 0) this.tally.short++;
    if (missing < 0) this.tally.long++;
    this.#cut.mend(start, stop, this.#missing(Math.max(0, missing)), this.#line);
    return true;
  }

  /** What a record ends with that lacks so many fields. */
  #missing(fields: number): Uint8Array {
    return (this.#ends[fields] ??= endOf(fields, this.#marks));
  }

  #odd(window: Window, start: number): number | null {
    const record = readOdd(window, start, this.#marks, this.#limit);
    if (!record) return this.#incomplete(window, start);
    const {end, lines, open} = record;
    const isHeader = this.tally.header < this.#layout.region.header;
    if (!open && isBlank(window.bytes, start, end, this.#marks)) return this.#count('blank', end, lines);
    if (isHeader) this.#names.add(record.fields);
    if (isHeader) return this.#count('header', end, lines);
    if (this.#names.are(record.fields)) {
      this.tally.again++;
      return this.#count('header', end, lines);
    }
    const literal = this.#literal(window, start, record);
    if (literal === 'more') return this.#incomplete(window, start);
    if (literal) return this.#rewrite(window, start, literal);
    if (open) return this.#setAside(window, start, record, 'quote not closed');
    if (end - start > this.#limit) return this.#setAside(window, start, record, 'too long');
    return this.#rewrite(window, start, record);
  }

  /** The record with a quote that is text, where it has all its fields only then; and the one after it, if that is whole. */
  #literal(window: Window, start: number, {suspect, fields, open}: OddRecord): OddRecord | 'more' | null {
    const {width} = this.#layout;
    if (suspect < 0 || fields.length === width || width < (open ? 3 : 2)) return null;
    const read = readOdd(window, start, this.#marks, this.#limit, suspect);
    if (!read) return 'more';
    if (read.open || read.lines > 1 || read.fields.length !== width) return null;
    if (open && read.end < window.length) {
      const next = readOdd(window, read.end, this.#marks, this.#limit);
      if (!next) return 'more';
      if (next.fields.length !== width && next.suspect < 0) return null;
    } else if (open && !window.final) return 'more';
    this.tally.stray++;
    return read;
  }

  #rewrite(window: Window, start: number, record: OddRecord): number {
    const {end, lines} = record;
    const {width} = this.#layout;
    const raw = window.bytes.subarray(start, end);
    const breadth = wideness(raw);
    if (breadth === 'broken') return this.#setAside(window, start, record, 'not utf-8');
    const mended = this.#repaired(record);
    const fields = mended ?? record.fields;
    if (!fields.slice(width).every(isEmpty)) return this.#setAside(window, start, record, 'too many fields');
    if (mended) this.tally.repaired++;
    if (fields.length > width) this.tally.long++;
    if (fields.length < width) this.tally.short++;
    if (breadth === 'wide') this.tally.wide++;
    if (raw.includes(0)) this.tally.zero++;
    const clean = Array.from({length: width}, (_, index) => withoutZeros(fields[index] ?? nothing));
    clean.forEach((field, column) => {
      if (isPadded(field)) this.#padded(column);
      if (breadth === 'wide' && field.some(isBeyondAscii)) this.#cut.wide[column] = 1;
    });
    this.#cut.add(writeRecord(clean, this.#marks), this.#line);
    return this.#count('rows', end, lines);
  }

  /** The fields of a row that has too many, put right; null where they needn't or can't be. */
  #repaired(record: OddRecord): Uint8Array[] | null {
    const {fields} = record;
    const {width, dialect} = this.#layout;
    const {repair} = dialect;
    if (fields.length <= width || repair?.length !== width) return null;
    return isTrailingBytes(fields, repair) ? null : repairedBytes(record, repair, this.#marks);
  }

  #setAside(window: Window, start: number, {end, lines}: Extent, reason: UnreadReason): number {
    this.tally.records++;
    if (this.tally.unread[reason]++ < mostKept) {
      const raw = window.bytes.slice(start, Math.min(end, start + 1000));
      const text = unseparated(beginning(raw), this.#layout.dialect);
      this.#cut.unread.push({line: this.#line, reason, text, ...(reason === 'not utf-8' ? {raw} : {})});
    }
    this.#line += this.#layout.written ? Math.min(1, lines) : lines;
    return end;
  }

  /** The record isn't all here. It is waited for, unless it is too long already: then its first line is dropped. */
  #incomplete(window: Window, start: number): number | null {
    if (window.length - start <= this.#limit) return null;
    const end = endOfLine(window, start);
    this.#dropping = end === null;
    const extent = end === null ? {end: window.length, lines: 0} : {end, lines: 1};
    return this.#setAside(window, start, extent, 'too long');
  }

  #dropRest(window: Window): number {
    if (!this.#dropping) return 0;
    const end = endOfLine(window, 0);
    if (end === null) return Math.max(0, window.length - 1);
    this.#dropping = false;
    this.#line++;
    return end;
  }

  #footer(window: Window, start: number): number {
    let at = start;
    while (at < window.length) at = this.#count('footer', endOfLine(window, at) ?? window.length, 1);
    return at;
  }

  #count(what: 'preamble' | 'header' | 'comments' | 'blank' | 'footer' | 'rows', end: number, lines: number): number {
    this.tally.records++;
    this.tally[what]++;
    this.#line += this.#layout.written ? Math.min(1, lines) : lines;
    return end;
  }
}

type Extent = Pick<OddRecord, 'end' | 'lines'>;

const isBeyondAscii = (byte: number): boolean => byte > 127;

/** What `#regular` says instead of an end: the window is too short, or the record is odd. */
const more = -1;
const odd = -2;

/** What a byte can be. */
const [isPlain, isDelimiter, isLine, isQuote, isWide, isOdd] = [0, 1, 2, 3, 4, 5] as const;

function kindsOf({delimiter, quote, escape, rewrite}: Marks): Uint8Array {
  const kinds = new Uint8Array(256).fill(isWide, 128);
  kinds[0] = isOdd;
  kinds[rewrite] = isOdd;
  if (escape >= 0) kinds[escape] = isOdd;
  if (quote >= 0) kinds[quote] = isQuote;
  kinds[delimiter] = isDelimiter;
  kinds[LF] = isLine;
  kinds[CR] = isLine;
  return kinds;
}
