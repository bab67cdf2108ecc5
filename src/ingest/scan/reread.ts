import {readable} from './scan';
import {textOf} from './scan-bytes';
import {hasOddQuotes} from './scan-fields';
import {longestRecord} from './scan-tally';
import {endOfLine, LF, marksOf, readOdd, type Marks, type Window} from './scan-record';
import {Filling} from './scan-run';
import type {FileMapping, Source} from '../types';

const windowBytes = 8 * 2 ** 20;

/**
 * The text of rows, as the file has it, by the physical line on which each begins; of a text that we wrote, by the row. The mapping says the encoding: of a
 * file that proved to be in another, that of the receipt. Lines that the file doesn't have are missing.
 *
 * @throws {FileError} if the file can't be read
 */
export async function reread(
  source: Source,
  {encoding, dialect}: Pick<FileMapping, 'encoding' | 'dialect'>,
  lines: readonly number[]
): Promise<Map<number, string>> {
  const finder = new Finder(marksOf(dialect), {lines, written: source.origin?.written ?? false});
  const window = new Filling(Math.max(windowBytes, longestRecord * 2));
  try {
    for await (const piece of textOf(source.blob, {encoding, dialect})) {
      for (let rest = window.add(piece); rest !== null; rest = window.add(rest))
        window.drop(finder.find(window.view(false)));
      if (finder.done) return finder.found;
    }
    finder.find(window.view(true));
    return finder.found;
  } catch (error) {
    throw readable(source, error);
  }
}

/** Goes through text line by line, and takes the records that begin on wanted lines. */
class Finder {
  readonly found = new Map<number, string>();
  readonly #marks: Marks;
  readonly #wanted: Set<number>;
  readonly #last: number;
  readonly #written: boolean;
  /** inside a cell with line breaks, of a text that we wrote */
  #within = false;
  #line = 1;

  constructor(marks: Marks, {lines, written}: {lines: readonly number[]; written: boolean}) {
    this.#marks = marks;
    this.#written = written;
    this.#wanted = new Set(lines);
    this.#last = lines.reduce((last, line) => Math.max(last, line), 0);
  }

  get done(): boolean {
    return this.#line > this.#last;
  }

  /** Gives how many bytes of the window are done with. */
  find(window: Window): number {
    window.bytes[window.length] = LF;
    let at = 0;
    while (at < window.length && !this.done) {
      const end = endOfLine(window, at);
      if (end === null) break;
      if (!this.#within && this.#wanted.has(this.#line) && !this.#take(window, at)) break;
      if (this.#written && hasOddQuotes(window.bytes, at, end)) this.#within = !this.#within;
      if (!this.#within) this.#line++;
      at = end;
    }
    return this.done ? window.length : at;
  }

  #take(window: Window, start: number): boolean {
    const record = readOdd(window, start, this.#marks, longestRecord);
    if (!record) return false;
    const text = new TextDecoder().decode(window.bytes.subarray(start, record.end));
    this.found.set(this.#line, text.replace(/(\r\n|\r|\n)$/, ''));
    return true;
  }
}
