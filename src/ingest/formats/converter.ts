/**
 * A cell as text that the rest of the import reads without guessing: numbers with a point and no thousands marks, dates
 * as `2024-02-29`, days with a time as `2024-02-29 13:05:00`, truth as `true` and `false`, lists and records as JSON.
 * Null: nothing.
 */
export type Cell = string | null;

/** A note of what was done to values: a key of the `ingest` messages, with what fills it. */
export interface Note {
  key: string;
  values?: Record<string, string | number>;
}

/** A table inside a file that isn't delimited text. Its batches are read to the end before the next table is asked for. */
export interface FoundTable {
  /** the way to it inside the file: a sheet, a table, a key; empty where the file is the table */
  part: readonly string[];
  /** the columns' names where the format has them; null for sheets, whose rows may begin with titles */
  names: readonly string[] | null;
  /** rows, where the format says it beforehand */
  rows: number | null;
  /** rows in their order, some thousand at a time; empty ones too */
  batches: AsyncIterable<readonly (readonly Cell[])[]>;
  /** complete once the batches are read */
  notes: Note[];
}

/**
 * Why a file can't be converted: the last part of a `refused.KIND` message of `ingest`, and what fills it beside the file.
 * Thrown by the batches of a table it says that of this table alone; the others are asked for still.
 */
export class FormatError extends Error {
  override name = 'FormatError';
  readonly kind: string;
  readonly values: Record<string, string | number>;

  constructor(kind: string, {values = {}, ...options}: ErrorOptions & {values?: FormatError['values']} = {}) {
    super(kind, options);
    this.kind = kind;
    this.values = values;
  }
}

/**
 * Reads a file of one format, table by table. It runs in a worker: it may take its time, but not more memory than it
 * needs. Empty tables are left out. @throws {FormatError}
 */
export type Converter = (blob: Blob) => AsyncIterable<FoundTable>;
