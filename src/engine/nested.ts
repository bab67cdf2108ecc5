import {DataType, type Data, type Field} from 'apache-arrow';
import {readText, readValue, type Codec} from './decode';
import type {Value} from './rows';
import {identifier} from './sql';
import {elementText, quote} from './text';

/** The codec of a list, array, struct, map or union, from those of its parts; undefined for a type that holds no other. */
export function nested(type: DataType, parts: Codec[]): Codec | undefined {
  const [first, second] = parts;
  if (DataType.isStruct(type)) return struct(names(type), parts);
  if (DataType.isUnion(type)) return union(names(type), parts);
  if (!first) return undefined;
  if (DataType.isList(type)) return list(first, '[]', offsets, element);
  if (DataType.isFixedSizeList(type)) return list(first, `[${type.listSize}]`, steps(type.listSize), bare);
  return second && map(first, second);
}

/** The fields that a type is made of: of a map the key and the value, without the struct that Arrow puts around them. */
export function partsOf(type: DataType): Field[] {
  const children = (type.children as Field[] | null) ?? [];
  return DataType.isMap(type) ? children.flatMap((pair) => partsOf(pair.type)) : children;
}

type Read<T> = (codec: Codec, data: Data, index: number) => T;
type Range = (data: Data, index: number) => [from: number, to: number];

function list(item: Codec, suffix: string, range: Range, write: Read<string>): Codec {
  const cells = <T>(data: Data, index: number, get: (data: Data, index: number) => T): T[] => {
    const [from, to] = range(data, index);
    return Array.from({length: to - from}, (_, i) => get(child(data, 0), from + i));
  };
  return {
    type: item.type + suffix,
    nested: true,
    value: (data, index) => cells(data, index, (values, i) => readValue(item, values, i)),
    text: (data, index) => `[${cells(data, index, (values, i) => write(item, values, i)).join(', ')}]`
  };
}

function map(key: Codec, value: Codec): Codec {
  const pairs = <T>(data: Data, index: number, get: Read<T>): [T, T][] => {
    const [from, to] = offsets(data, index);
    const pair = child(data, 0);
    return Array.from({length: to - from}, (_, i) => [
      get(key, child(pair, 0), from + i),
      get(value, child(pair, 1), from + i)
    ]);
  };
  return {
    type: `MAP(${key.type}, ${value.type})`,
    nested: true,
    value: (data, index) => pairs(data, index, readValue),
    text: (data, index) =>
      `{${pairs(data, index, element)
        .map((pair) => pair.join('='))
        .join(', ')}}`
  };
}

/** A struct without field names, from `row(…)`, is an array. */
function struct(names: string[], parts: Codec[]): Codec {
  const each = <T>(data: Data, index: number, get: Read<T>): T[] =>
    parts.map((part, i) => get(part, child(data, i), index));
  const type = `STRUCT(${members(names, parts)})`;
  if (names.every((name) => name === '')) {
    return {
      type,
      nested: true,
      value: (data, index) => each(data, index, readValue),
      text: (data, index) => `(${each(data, index, element).join(', ')})`
    };
  }
  const keys = names.map(quote);
  return {
    type,
    nested: true,
    value: (data, index) => record(names, each(data, index, readValue)),
    text: (data, index) =>
      `{${each(data, index, element)
        .map((text, i) => `${keys[i]}: ${text}`)
        .join(', ')}}`
  };
}

function union(names: string[], parts: Codec[]): Codec {
  const member = <T>(data: Data, index: number, get: Read<T>): T | null => {
    const tag = (data.typeIds as Int8Array)[index] ?? 0;
    const chosen = parts[tag];
    return chosen ? get(chosen, child(data, tag), index) : null;
  };
  return {
    nested: true,
    type: `UNION(${members(names, parts)})`,
    value: (data, index) => member(data, index, readValue),
    text: (data, index) => member(data, index, readText)
  };
}

function element(codec: Codec, data: Data, index: number): string {
  const text = readText(codec, data, index);
  if (text === null) return 'NULL';
  return codec.nested ? text : elementText(text);
}

/** DuckDB quotes the elements of a list, but not those of an array of fixed size. */
function bare(codec: Codec, data: Data, index: number): string {
  return readText(codec, data, index) ?? 'NULL';
}

/** Also a field called `__proto__` becomes the object's own. */
function record(names: string[], values: Value[]): {[field: string]: Value} {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? null]));
}

function members(names: string[], parts: Codec[]): string {
  return parts.map(({type}, i) => (names[i] ? `${written(names[i])} ${type}` : type)).join(', ');
}

function names(type: DataType): string[] {
  return partsOf(type).map(({name}) => name);
}

function written(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : identifier(name);
}

function child(data: Data, position: number): Data {
  const part = data.children[position];
  if (!part) throw new RangeError(`no child ${position} in ${String(data.type)}`);
  return part;
}

const offsets: Range = ({valueOffsets}, index) => [valueOffsets[index] ?? 0, valueOffsets[index + 1] ?? 0];
const steps =
  (width: number): Range =>
  (_, index) => [index * width, (index + 1) * width];
