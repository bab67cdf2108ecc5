import type {Data, RecordBatch, Schema} from 'apache-arrow';
import {codec, readNumber, readText, readValue, type Codec} from './decode';
import {declared} from './declared';
import type {Column, Row, Rows, Value} from './rows';

/** What the columns of a result are and how their cells are read. */
export interface Shape {
  columns: readonly Column[];
  codecs: readonly Codec[];
}

/** @param types what `describe` says of the columns, where it had to be asked */
export function shapeOf({fields}: Schema, types: readonly string[] = []): Shape {
  const codecs = fields.map((field, i) => codec(field, types[i] === undefined ? undefined : declared(field, types[i])));
  const columns = fields.map(({name}, i) => ({name, type: types[i] ?? codecs[i]?.type ?? ''}));
  return {columns, codecs};
}

/** Rows over the record batches as they came. */
export class BatchRows implements Rows {
  readonly #shape: Shape;
  readonly #batches: readonly RecordBatch[];
  /** the row at which each batch starts */
  readonly #starts: number[] = [];
  readonly length: number;
  readonly truncated: boolean;
  #last = 0;

  /** @param cap the most rows shown */
  constructor(shape: Shape, batches: readonly RecordBatch[], cap = Infinity) {
    this.#shape = shape;
    this.#batches = batches;
    let rows = 0;
    for (const {numRows} of batches) {
      this.#starts.push(rows);
      rows += numRows;
    }
    this.length = Math.min(rows, cap);
    this.truncated = rows > cap;
  }

  get columns(): readonly Column[] {
    return this.#shape.columns;
  }

  value(row: number, column: number): Value {
    return this.#read(row, column, readValue);
  }

  number(row: number, column: number): number | null {
    return this.#read(row, column, readNumber);
  }

  text(row: number, column: number): string | null {
    return this.#read(row, column, readText);
  }

  objects<T = Row>(): T[] {
    const names = unique(this.columns.map(({name}) => name));
    return Array.from({length: this.length}, (_, row) => {
      const object: Row = {};
      names.forEach((name, column) => put(object, name, this.value(row, column)));
      return object as T;
    });
  }

  #read<T>(row: number, column: number, read: (codec: Codec, data: Data, index: number) => T): T {
    const batch = this.#batchOf(row);
    const codec = this.#shape.codecs[column];
    const data = this.#batches[batch]?.data.children[column];
    if (!codec || !data) throw new RangeError(`no cell at row ${row}, column ${column}`);
    return read(codec, data, row - (this.#starts[batch] ?? 0));
  }

  /** Rows are mostly read in order: the batch of the last one is tried first. */
  #batchOf(row: number): number {
    if (!(row >= 0 && row < this.length)) throw new RangeError(`no row ${row} of ${this.length}`);
    if (!this.#holds(this.#last, row)) this.#last = search(this.#starts, row);
    return this.#last;
  }

  #holds(batch: number, row: number): boolean {
    return row >= (this.#starts[batch] ?? Infinity) && row < (this.#starts[batch + 1] ?? this.length);
  }
}

/** The last position whose start is at or below the row; empty batches share a start with the next. */
function search(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Names of which none is there twice: later ones get `_1`, `_2` … */
function unique(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let count = 1; seen.has(own) || (own !== name && taken.has(own)); count++) own = `${name}_${count}`;
    seen.add(own);
    return own;
  });
}

/** `object[name] = value`, also where the name is `__proto__`. */
function put(object: Row, name: string, value: Value): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, {value, enumerable: true, writable: true, configurable: true});
  else object[name] = value;
}
