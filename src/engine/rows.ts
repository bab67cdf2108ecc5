/** A column of a result. `type` is DuckDB's name for it: `VARCHAR`, `DECIMAL(18,4)`, `INTEGER[]` … */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * A value as JavaScript sees it, exact or not at all:
 * integers are numbers while safe, else bigint · decimals are numbers up to 15 significant digits, else text ·
 * dates `2024-02-29`, timestamps `2024-02-29 12:34:56`, times, intervals, uuids, bits and enums are DuckDB's own text ·
 * lists are arrays, structs objects (without field names: arrays), maps arrays of pairs, unions the member's value, blobs bytes ·
 * NaN and ±Infinity stay numbers.
 */
export type Value = null | boolean | number | bigint | string | Uint8Array | Value[] | {[field: string]: Value};

/** One row as a plain object; a duplicate column name gets `_1`, `_2` … */
export type Row = Record<string, Value>;

/** A result, kept in columns and decoded cell by cell when asked. */
export interface Rows {
  readonly columns: readonly Column[];
  readonly length: number;
  /** true where a cap cut the result */
  readonly truncated: boolean;
  /** the exact value */
  value(row: number, column: number): Value;
  /** as a double, for charts: dates and timestamps in milliseconds since 1970 UTC; null stays null, text that is no number gives NaN */
  number(row: number, column: number): number | null;
  /** exactly what DuckDB's `::VARCHAR` gives; null stays null */
  text(row: number, column: number): string | null;
  /** all rows as plain objects; a column called `__proto__` is one like any other */
  objects<T = Row>(): T[];
}
