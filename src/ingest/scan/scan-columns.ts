import {joined} from './scan-cut';
import type {Dialect} from '../types';

/** What stands between fields in text that was separated anew. */
export const unitSeparator = 0x1f;

/** Text, piece by piece, with each delimiter turned into one byte. Line ends and their number stay as they are. */
export interface Separator {
  /** the pieces may be cut anywhere */
  push(piece: Uint8Array): Uint8Array;
  /** what was held back at the end of the last piece */
  end(): Uint8Array;
  /** texts so far that stand across the place where a column begins, though hardly any others do; they were cut there */
  torn?(): number;
}

/** What of a text isn't data. */
export interface Besides {
  /** lines above the data */
  above: number;
  /** what comments begin with; '' where there are none */
  comment: string;
}

/** Turns what separates the fields of a dialect into unit separators; null where it is one ASCII character, which stays. */
export function separatorOf(dialect: Dialect, besides: Besides = {above: 0, comment: ''}): Separator | null {
  if (dialect.starts) return new FixedWidth(dialect.starts, besides);
  if (dialect.aligned) return new Aligned(dialect.quote);
  return isPlain(dialect) ? null : new Sequence(new TextEncoder().encode(dialect.delimiter));
}

/** The fields of the dialect are separated by one ASCII character. */
export const isPlain = ({delimiter, aligned, starts}: Dialect): boolean =>
  !starts && !aligned && delimiter.length === 1 && delimiter.charCodeAt(0) < 128;

/** The text with its delimiters turned into unit separators, all at once. */
export function separated(text: string, dialect: Dialect): string {
  const separator = separatorOf(dialect);
  if (!separator) return text;
  const pieces = [separator.push(new TextEncoder().encode(text)), separator.end()];
  return pieces.map((piece) => new TextDecoder('utf-8', {ignoreBOM: true}).decode(piece)).join('');
}

/** Text as it was before, more or less: blanks that stood between columns are one. */
export const unseparated = (text: string, {delimiter}: Dialect): string =>
  text.replaceAll(String.fromCharCode(unitSeparator), delimiter === '' ? ' ' : delimiter);

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const nothing = new Uint8Array();

/** Delimiters of several bytes. */
class Sequence implements Separator {
  readonly #mark: Uint8Array;
  #held: Uint8Array = nothing;

  constructor(mark: Uint8Array) {
    this.#mark = mark;
  }

  push(piece: Uint8Array): Uint8Array {
    const bytes = this.#held.length === 0 ? piece : joined([this.#held, piece]);
    const out = new Uint8Array(bytes.length);
    const first = this.#mark[0];
    let size = 0;
    let at = 0;
    while (at < bytes.length) {
      const matched = bytes[at] === first ? this.#matched(bytes, at) : 0;
      if (matched < 0) break;
      out[size++] = matched > 0 ? unitSeparator : (bytes[at] as number);
      at += Math.max(1, matched);
    }
    this.#held = bytes.slice(at);
    return out.subarray(0, size);
  }

  end(): Uint8Array {
    return this.#held;
  }

  /** The length of the delimiter where it stands here, 0 where it doesn't, −1 where the piece ends inside it. */
  #matched(bytes: Uint8Array, at: number): number {
    const mark = this.#mark;
    for (let index = 1; index < mark.length; index++) {
      if (at + index >= bytes.length) return -1;
      if (bytes[at + index] !== mark[index]) return 0;
    }
    return mark.length;
  }
}

/** Any number of blanks and tabs between fields, and none that count at the ends of lines. */
class Aligned implements Separator {
  readonly #quote: number;
  /** something stands on the line already */
  #started = false;
  #gap = false;
  #quoted = false;

  constructor(quote: string) {
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
  }

  push(piece: Uint8Array): Uint8Array {
    const out = new Uint8Array(piece.length * 2);
    const quote = this.#quote;
    let [started, gap, quoted, size] = [this.#started, this.#gap, this.#quoted, 0];
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (byte === LF || byte === CR) started = gap = quoted = false;
      else if ((byte === SPACE || byte === TAB) && !quoted) {
        gap = true;
        continue;
      } else {
        if (gap && started) out[size++] = unitSeparator;
        if (byte === quote && (gap || quoted || !started)) quoted = !quoted;
        started = true;
        gap = false;
      }
      out[size++] = byte;
    }
    [this.#started, this.#gap, this.#quoted] = [started, gap, quoted];
    return out.subarray(0, size);
  }

  end(): Uint8Array {
    return nothing;
  }
}

/** Fields at fixed places, counted in characters; blanks at their ends are padding. */
class FixedWidth implements Separator {
  readonly #starts: readonly number[];
  /** characters of the line so far, and fields begun behind the first */
  #column = 0;
  #fields = 0;
  /** blanks that count only if more of the field follows; −1 before its first character */
  #blanks = -1;
  /** lines with text so far, and on how many of those of the data a text stands across each start */
  #lines = 0;
  readonly #across: Uint32Array;
  readonly #above: number;
  /** the byte with which comments begin; −1 where there are none */
  readonly #comment: number;
  #isData = false;

  constructor(starts: readonly number[], {above, comment}: Besides) {
    this.#starts = [...new Set(starts)].sort((a, b) => a - b).filter((start) => start > 0);
    this.#across = new Uint32Array(this.#starts.length);
    this.#above = above;
    this.#comment = comment === '' ? -1 : comment.charCodeAt(0);
  }

  /** Where a start has text across it on more than one line in twenty, its columns may well have nothing between them. */
  torn(): number {
    const rare = [...this.#across].filter((count) => count <= Math.max(1, (this.#lines - this.#above) / 20));
    return rare.reduce((sum, count) => sum + count, 0);
  }

  push(piece: Uint8Array): Uint8Array {
    const out = new Uint8Array(piece.length * 2 + this.#column);
    const starts = this.#starts;
    let [column, fields, blanks, size] = [this.#column, this.#fields, this.#blanks, 0];
    let next = starts[fields] ?? -1;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (byte === LF || byte === CR) {
        column = fields = 0;
        blanks = -1;
        next = starts[0] ?? -1;
        out[size++] = byte;
        continue;
      }
      if ((byte & 0xc0) !== 0x80) {
        if (column === 0) this.#isData = ++this.#lines > this.#above && byte !== this.#comment;
        if (column === next) {
          if (blanks === 0 && byte !== SPACE && this.#isData) this.#across[fields] = (this.#across[fields] ?? 0) + 1;
          out[size++] = unitSeparator;
          next = starts[++fields] ?? -1;
          blanks = -1;
        }
        column++;
      }
      if (byte === SPACE) {
        if (blanks >= 0) blanks++;
        continue;
      }
      for (; blanks > 0; blanks--) out[size++] = SPACE;
      blanks = 0;
      out[size++] = byte;
    }
    [this.#column, this.#fields, this.#blanks] = [column, fields, blanks];
    return out.subarray(0, size);
  }

  end(): Uint8Array {
    return nothing;
  }
}
