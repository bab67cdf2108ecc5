import type {Cell} from './converter';
import {decimalText, shortestFloat} from './number';
import type {Leaf, ParquetNode} from './parquet-schema';
import {
  Bare,
  type ColumnNotes,
  dayText,
  decimalOfBytes,
  doubleText,
  hexText,
  type Inner,
  listText,
  momentText,
  recordText,
  timeText,
  utf8Text,
  uuidText
} from './typed-text';

/** A column as it is written. */
export interface TextColumn {
  name: string;
  /** which column of the file it is read from */
  index: number;
  read(value: unknown): Cell;
}

/** The columns that are written for those of a file: one each, but of a record one for each of its parts. */
export function parquetColumns(nodes: readonly ParquetNode[], notes: ColumnNotes): TextColumn[] {
  return nodes.flatMap((node, index) => columnsOf(node, node.name, notes).map((column) => ({...column, index})));
}

type Reader = (value: unknown) => Cell;

function columnsOf(node: ParquetNode, name: string, notes: ColumnNotes): {name: string; read: Reader}[] {
  if (node.kind === 'struct' && !node.repeated) {
    return node.children.flatMap((child) =>
      columnsOf(child, `${name}.${child.name}`, notes).map((column) => ({
        name: column.name,
        read: (value: unknown) => (isNothing(value) ? null : column.read(part(value, child.path)))
      }))
    );
  }
  if (node.kind === 'leaf' && !node.repeated) return [{name, read: nullable(leafReader(node.leaf, name, notes))}];
  const inner = innerReader(node, name, notes);
  return [{name, read: (value) => textOf(inner(value))}];
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

const textOf = (value: Inner): Cell => (value instanceof Bare ? value.text : value);

function nullable(read: Reader): Reader {
  return (value) => (isNothing(value) ? null : read(value));
}

function innerReader(node: ParquetNode, name: string, notes: ColumnNotes): (value: unknown) => Inner {
  if (!node.repeated) return single(node, name, notes);
  const read = single({...node, repeated: false}, name, notes);
  return (value) => (isNothing(value) ? null : new Bare(listText(items(value).map(read))));
}

function single(node: ParquetNode, name: string, notes: ColumnNotes): (value: unknown) => Inner {
  if (node.kind === 'leaf') return innerLeaf(node.leaf, leafReader(node.leaf, name, notes));
  if (node.kind === 'variant') return (value) => (isNothing(value) ? null : new Bare(anyText(value)));
  if (node.kind === 'list') {
    const item = innerReader(node.item, name, notes);
    return (value) => (isNothing(value) ? null : new Bare(listText(items(value).map(item))));
  }
  return node.kind === 'map' ? mapReader(node, name, notes) : recordReader(node.children, name, notes);
}

function recordReader(children: readonly ParquetNode[], name: string, notes: ColumnNotes): (value: unknown) => Inner {
  const parts = children.map((child) => ({child, read: innerReader(child, name, notes)}));
  return (value) => {
    if (isNothing(value)) return null;
    return new Bare(recordText(parts.map(({child, read}) => [child.name, read(part(value, child.path))])));
  };
}

/** Maps are read as lists of pairs, so that no key gets lost; they are written as records. */
function mapReader({children}: {children: ParquetNode[]}, name: string, notes: ColumnNotes): (value: unknown) => Inner {
  const [pairs] = children;
  if (pairs?.kind !== 'struct') throw new Error('a map without pairs');
  const [key, value] = pairs.children;
  if (!key || !value) throw new Error('a map without keys and values');
  const [readKey, readValue] = [innerReader(key, name, notes), innerReader(value, name, notes)];
  return (map) => {
    if (isNothing(map)) return null;
    const entries = items(part(map, pairs.path)).map((pair): [string, Inner] => [
      textOf(readKey(part(pair, key.path))) ?? '',
      readValue(part(pair, value.path))
    ]);
    return new Bare(recordText(entries));
  };
}

/** Numbers and truth stand in JSON without quotes. */
function innerLeaf({as}: Leaf, read: Reader): (value: unknown) => Inner {
  const quoted = !['boolean', 'integer', 'unsigned', 'decimal', 'float', 'double', 'half'].includes(as);
  return (value) => {
    const text = isNothing(value) ? null : read(value);
    return text === null || quoted || /^-?I/.test(text) ? text : new Bare(text);
  };
}

function leafReader(leaf: Leaf, name: string, notes: ColumnNotes): Reader {
  return numberReader(leaf) ?? momentReader(leaf, name, notes) ?? bytesReader(leaf, name, notes);
}

function numberReader(leaf: Leaf): Reader | null {
  const {as} = leaf;
  if (as === 'boolean' || as === 'integer' || as === 'text') return String;
  if (as === 'unsigned') return (value) => String(BigInt.asUintN(leaf.bits, BigInt(whole(value))));
  if (as === 'decimal') return (value) => decimalOf(value, leaf.scale);
  if (as === 'double') return (value) => doubleText(Number(value));
  if (as === 'float') return (value) => shortestFloat(Number(value)) ?? doubleText(Number(value));
  return as === 'half' ? (value) => halfText(bytesOf(value)) : null;
}

function decimalOf(value: unknown, scale: number): string {
  return value instanceof Uint8Array ? decimalOfBytes(value, scale) : decimalText(BigInt(whole(value)), scale);
}

function momentReader(leaf: Leaf, name: string, notes: ColumnNotes): Reader | null {
  if (leaf.as === 'day') return (value) => dayText(Number(value));
  if (leaf.as === 'nanoseconds') return (value) => momentText(whole(value), 'nanosecond');
  if (leaf.as !== 'time' && leaf.as !== 'moment') return null;
  if (leaf.utc && leaf.as === 'moment') notes.add('column.utc', name);
  const write = leaf.as === 'time' ? timeText : momentText;
  return (value) => write(whole(value), leaf.unit);
}

function bytesReader(leaf: Leaf, name: string, notes: ColumnNotes): Reader {
  if (leaf.as === 'uuid') return (value) => uuidText(bytesOf(value));
  if (leaf.as === 'interval') return (value) => intervalText(bytesOf(value));
  return (value) => {
    const bytes = bytesOf(value);
    const text = leaf.as === 'bytes' ? utf8Text(bytes) : null;
    if (text === null) notes.add('column.bytes', name);
    return text ?? hexText(bytes);
  };
}

function halfText(bytes: Uint8Array): Cell {
  const bits = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return doubleText(fraction ? Number.NaN : sign * Infinity);
  return doubleText(sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15)));
}

/** Months, days and milliseconds, as ISO 8601 writes a length of time: `P1M2DT3.5S`. */
function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return `P${view.getUint32(0, true)}M${view.getUint32(4, true)}DT${view.getUint32(8, true) / 1000}S`;
}

function part(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error('a record that is none');
  return Reflect.get(value, name);
}

function items(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<unknown>);
  if (isNothing(value)) return [];
  throw new Error('a list that is none');
}

function whole(value: unknown): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  throw new Error('a number that is none');
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('bytes that are none');
}

/** Values of no declared type as JSON, whole numbers exactly. */
function anyText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(anyText).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return JSON.stringify(hexText(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}:${anyText(inner)}`)
    .join(',')}}`;
}
