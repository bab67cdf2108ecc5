import {
  type Batch,
  type DataType,
  DateUnit,
  type Field,
  IntervalUnit,
  Precision,
  TimeUnit,
  Type
} from '@uwdata/flechette';
import type {Cell} from './converter';
import {decimalText, shortestFloat} from './number';
import {
  Bare,
  type ColumnNotes,
  dayText,
  doubleText,
  hexText,
  type Inner,
  lengthText,
  listText,
  momentText,
  recordText,
  timeText,
  type Unit
} from './typed-text';

/** A column as it is written. */
export interface ArrowColumn {
  name: string;
  /** places on the way to it: of the column, of parts of records inside */
  path: number[];
  type: DataType;
}

/** The columns that are written for those of a table: one each, but of a record one for each of its parts. */
export function arrowColumns(fields: readonly Field[]): ArrowColumn[] {
  return fields.flatMap(({name, type}, index) => columnsOf(type, name, [index]));
}

/** Reads a column of a batch of rows, by the number of the row. */
export function columnReader(
  column: ArrowColumn,
  batches: readonly Batch<unknown>[],
  notes: ColumnNotes
): (row: number) => Cell {
  const [first = 0, ...rest] = column.path;
  let batch = batches[first];
  const parents: Batch<unknown>[] = [];
  for (const index of rest) {
    if (batch) parents.push(batch);
    batch = batch?.children[index];
  }
  if (!batch) throw new Error('a column without values');
  const read = reader(column.type, batch, (key) => notes.add(key, column.name));
  if (parents.length === 0) return (row) => textOf(read(row));
  return (row) => (parents.every((parent) => parent.isValid(row)) ? textOf(read(row)) : null);
}

type Noting = (key: 'column.bytes' | 'column.utc') => void;
type Reader = (row: number) => Inner;

function columnsOf(type: DataType, name: string, path: number[]): ArrowColumn[] {
  if (type.typeId !== Type.Struct) return [{name, path, type}];
  return type.children.flatMap((child, index) => columnsOf(child.type, `${name}.${child.name}`, [...path, index]));
}

const textOf = (value: Inner): Cell => (value instanceof Bare ? value.text : value);

function reader(type: DataType, batch: Batch<unknown>, note: Noting): Reader {
  return nestedReader(type, batch, note) ?? plainReader(type, batch, note);
}

function plainReader(type: DataType, batch: Batch<unknown>, note: Noting): Reader {
  const write = writer(type, note);
  return (row) => {
    const value = batch.at(row);
    return value === null || value === undefined ? null : write(value);
  };
}

function nestedReader(type: DataType, batch: Batch<unknown>, note: Noting): Reader | null {
  if (type.typeId === Type.Struct) {
    const parts = type.children.map((child, index) => ({
      name: child.name,
      read: reader(child.type, childOf(batch, index), note)
    }));
    return valid(batch, (row) => new Bare(recordText(parts.map(({name, read}) => [name, read(row)]))));
  }
  if (type.typeId === Type.Map) return mapReader(type, batch, note);
  const span = spanOf(type, batch);
  const [item] = 'children' in type ? type.children : [];
  if (!span || !item) return null;
  const read = reader(item.type, childOf(batch, 0), note);
  return valid(batch, (row) => new Bare(listText(rows(...span(row)).map(read))));
}

function mapReader(type: DataType & {typeId: typeof Type.Map}, batch: Batch<unknown>, note: Noting): Reader {
  const pairs = childOf(batch, 0);
  const [entries] = type.children;
  const [key, value] = entries.type.typeId === Type.Struct ? entries.type.children : [];
  if (!key || !value) throw new Error('a map without keys and values');
  const readKey = reader(key.type, childOf(pairs, 0), note);
  const readValue = reader(value.type, childOf(pairs, 1), note);
  return valid(batch, (row) => {
    const inside = rows(Number(batch.offsets[row]), Number(batch.offsets[row + 1]));
    return new Bare(recordText(inside.map((index) => [textOf(readKey(index)) ?? '', readValue(index)])));
  });
}

/** Where the items of a list begin and end. */
function spanOf(type: DataType, batch: Batch<unknown>): ((row: number) => [from: number, to: number]) | null {
  const {offsets, sizes} = batch;
  if (type.typeId === Type.List || type.typeId === Type.LargeList) {
    return (row) => [Number(offsets[row]), Number(offsets[row + 1])];
  }
  if (type.typeId === Type.ListView || type.typeId === Type.LargeListView) {
    return (row) => [Number(offsets[row]), Number(offsets[row]) + Number(sizes[row])];
  }
  if (type.typeId !== Type.FixedSizeList) return null;
  const {stride} = type;
  return (row) => [row * stride, (row + 1) * stride];
}

function valid(batch: Batch<unknown>, read: (row: number) => Inner): Reader {
  return (row) => (batch.isValid(row) ? read(row) : null);
}

function childOf(batch: Batch<unknown>, index: number): Batch<unknown> {
  const child = batch.children[index];
  if (!child) throw new Error('a column without values');
  return child;
}

const rows = (from: number, to: number): number[] => Array.from({length: to - from}, (_, index) => from + index);

function writer(type: DataType, note: Noting): (value: unknown) => Inner {
  if (type.typeId === Type.Dictionary) return writer(type.dictionary, note);
  if (type.typeId === Type.RunEndEncoded) return writer(type.children[1].type, note);
  return numberWriter(type) ?? momentWriter(type, note) ?? restWriter(note);
}

function numberWriter(type: DataType): ((value: unknown) => Inner) | null {
  if (type.typeId === Type.Bool || type.typeId === Type.Int) return (value) => new Bare(String(value));
  if (type.typeId === Type.Decimal) return (value) => new Bare(decimalText(BigInt(whole(value)), type.scale));
  if (type.typeId !== Type.Float) return null;
  const write = type.precision === Precision.SINGLE ? floatText : doubleText;
  return (value) => number(write(Number(value)));
}

const floatText = (value: number): Cell => shortestFloat(value) ?? doubleText(value);

/** Numbers stand in JSON without quotes, but for infinity, which isn't one there. */
function number(text: Cell): Inner {
  return text === null || text.includes('I') ? text : new Bare(text);
}

const day = 86_400_000;

function momentWriter(type: DataType, note: Noting): ((value: unknown) => string) | null {
  if (type.typeId === Type.Date) return (value) => dateText(Number(value), type.unit === DateUnit.DAY);
  if (type.typeId === Type.Time) return (value) => timeText(whole(value), units[type.unit]);
  if (type.typeId === Type.Duration) return (value) => lengthText(whole(value), units[type.unit]);
  if (type.typeId === Type.Interval) return (value) => intervalText(value, type.unit);
  if (type.typeId !== Type.Timestamp) return null;
  if (type.timezone) note('column.utc');
  return (value) => momentText(whole(value), units[type.unit]);
}

/** @param ms since 1970 */
function dateText(ms: number, isDay: boolean): string {
  return isDay || ms % day === 0 ? dayText(ms / day) : momentText(ms, 'millisecond');
}

function intervalText(value: unknown, unit: IntervalUnit): string {
  if (unit === IntervalUnit.YEAR_MONTH) return `P${String(value)}M`;
  const parts = Array.from(value as ArrayLike<number>);
  if (unit === IntervalUnit.DAY_TIME) return `P${parts[0]}DT${(parts[1] ?? 0) / 1000}S`;
  return `P${parts[0]}M${parts[1]}DT${(parts[2] ?? 0) / 1e9}S`;
}

type IntervalUnit = (typeof IntervalUnit)[keyof typeof IntervalUnit];

function restWriter(note: Noting): (value: unknown) => Inner {
  return (value) => {
    if (!(value instanceof Uint8Array)) return typeof value === 'string' ? value : new Bare(String(value));
    note('column.bytes');
    return hexText(value);
  };
}

const units: Record<number, Unit> & Record<0 | 1 | 2 | 3, Unit> = {
  [TimeUnit.SECOND]: 'second',
  [TimeUnit.MILLISECOND]: 'millisecond',
  [TimeUnit.MICROSECOND]: 'microsecond',
  [TimeUnit.NANOSECOND]: 'nanosecond'
};

function whole(value: unknown): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  throw new Error('a number that is none');
}
