import type {Unread} from './scan-tally';

/**
 * Records in a form that leaves nothing to guess: each with all its fields, ended by a line break, quoted as the dialect
 * says with doubled quotes.
 */
export interface Cut {
  bytes: Uint8Array<ArrayBuffer>;
  records: number;
  /**
   * On which physical line records begin, as pairs: a record of this cut, counted from 0, and its line. The ones up to
   * the next pair follow it line by line.
   */
  lines: number[];
  /** columns in which fields may have blanks at their ends, or no-break spaces anywhere; others have none */
  padded: number[];
  /** columns in which fields may have characters of more than one byte; others have none */
  wide: number[];
  unread: Unread[];
}

/** Gathers a cut: stretches of a window that stay as they are, and records written anew. */
export class Cutter {
  readonly unread: Unread[] = [];
  /** 1 for columns with blanks at the ends of fields */
  readonly padded: Uint8Array;
  /** 1 for columns with characters of more than one byte */
  readonly wide: Uint8Array;
  readonly #parts: (Stretch | Uint8Array)[] = [];
  readonly #lines: number[] = [];
  #records = 0;
  #expected = -1;

  constructor(width: number) {
    this.padded = new Uint8Array(width);
    this.wide = new Uint8Array(width);
  }

  /** The record from `start` to `end` stays as it is. */
  keep(start: number, end: number, line: number): void {
    this.#row(line);
    const last = this.#parts.at(-1);
    if (last && !(last instanceof Uint8Array) && last.end === start) last.end = end;
    else this.#parts.push({start, end});
  }

  /** The record from `start` to `end` gets another end. */
  mend(start: number, end: number, tail: Uint8Array, line: number): void {
    this.keep(start, end, line);
    this.#parts.push(tail);
  }

  /** A record written anew. */
  add(record: Uint8Array, line: number): void {
    this.#row(line);
    this.#parts.push(record);
  }

  take(window: Uint8Array): Cut {
    const parts = this.#parts.map((part) =>
      part instanceof Uint8Array ? part : window.subarray(part.start, part.end)
    );
    const [padded, wide] = [marked(this.padded), marked(this.wide)];
    return {bytes: joined(parts), records: this.#records, lines: this.#lines, padded, wide, unread: this.unread};
  }

  #row(line: number): void {
    if (line !== this.#expected) this.#lines.push(this.#records, line);
    this.#expected = line + 1;
    this.#records++;
  }
}

const marked = (columns: Uint8Array): number[] => [...columns.keys()].filter((column) => columns[column] === 1);

interface Stretch {
  start: number;
  end: number;
}

/** The line on which a record of a cut begins. */
export function lineOf({lines}: Pick<Cut, 'lines'>, record: number): number {
  let low = 0;
  let high = lines.length / 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle * 2] ?? 0) <= record) low = middle;
    else high = middle;
  }
  return (lines[low * 2 + 1] ?? 0) + record - (lines[low * 2] ?? 0);
}

/** Parts one after the other, in memory of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
