import type {Cell, Note} from './converter';
import {spreadsheetNumber} from './number';
import type {Meaning} from './number-format';
import {dayOf, durationOf} from './serial';

/** Rows at a time. */
export const rowsPerBatch = 4096;

/** Rows and columns that a sheet can have. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** What has to be said of a sheet's cells, counted while they are read. */
export class SheetTally {
  hidden = false;
  merged = 0;
  errors = 0;
  /** formulas without a result */
  formulas = 0;
  readonly #percents = new Set<number>();
  readonly #currencies = new Map<string, {column: string; index: number; currency: string}>();

  /** A number that its format shows otherwise than as a number. */
  shown(column: number, {kind, currency}: Meaning): void {
    if (kind === 'percent') this.#percents.add(column);
    if (currency === null) return;
    const key = `${column} ${currency}`;
    if (!this.#currencies.has(key)) {
      this.#currencies.set(key, {column: columnName(column), index: column, currency});
    }
  }

  notes(): Note[] {
    const notes: Note[] = [];
    if (this.hidden) notes.push({key: 'sheet.hidden'});
    if (this.merged > 0) notes.push({key: 'sheet.merged', values: {count: this.merged}});
    if (this.formulas > 0) notes.push({key: 'sheet.formulas', values: {count: this.formulas}});
    if (this.errors > 0) notes.push({key: 'sheet.errors', values: {count: this.errors}});
    const percents = [...this.#percents].sort((a, b) => a - b);
    if (percents.length > 0) {
      notes.push({
        key: 'sheet.percent',
        values: {columns: percents.map(columnName).join(', '), count: percents.length}
      });
    }
    const currencies = [...this.#currencies.values()].sort((a, b) => a.index - b.index);
    return [...notes, ...currencies.map((values) => ({key: 'sheet.currency', values}))];
  }
}

/** A number of a sheet as text, by the meaning that its format gives it. Null: it is no number. */
export function numberCell(written: string, meaning: Meaning, from1904: boolean): string | null {
  if (meaning.kind === 'number' || meaning.kind === 'percent') return spreadsheetNumber(written);
  const serial = Number(written);
  if (written.trim() === '' || !Number.isFinite(serial)) return null;
  if (meaning.kind === 'duration') return durationOf(serial);
  return dayOf(serial, {from1904, day: meaning.day, time: meaning.time}) ?? spreadsheetNumber(written);
}

/**
 * Puts rows at their place: empty ones where the sheet leaves some out, none behind the last that has something, and
 * each at least as wide as those before it, once the sheet has so many columns.
 */
export class SheetRows {
  #ready: Cell[][] = [];
  #next = 1;
  #width = 0;

  /** The number of the last row that has something. */
  get last(): number {
    return this.#next - 1;
  }

  /**
   * @param number the row's, from 1, beyond those before it
   * @param cells without holes; they are kept
   */
  add(number: number, cells: Cell[]): void {
    let {length} = cells;
    while (length > 0 && (cells[length - 1] ?? null) === null) length--;
    if (length === 0) return;
    for (; this.#next < number; this.#next++) this.#ready.push([]);
    this.#next = number + 1;
    this.#width = Math.max(this.#width, length);
    while (cells.length < this.#width) cells.push(null);
    cells.length = this.#width;
    this.#ready.push(cells);
  }

  /** Whether there are enough rows for a batch. */
  get full(): boolean {
    return this.#ready.length >= rowsPerBatch;
  }

  /** The rows since the last time. */
  take(): Cell[][] {
    const rows = this.#ready;
    this.#ready = [];
    return rows;
  }
}

/** `A`, `B`, … `XFD`. @param index from 0 */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The column of a cell's name (`C12`: 2); -1 where it has none. */
export function columnOf(name: string): number {
  let column = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
