import {DataType, type Data, type Field, type Struct} from 'apache-arrow';
import {readText, readValue, type Codec} from './decode';
import type {Value} from './rows';
import {identifier} from './sql';
import {elementText, quote} from './text';

type CodecOf = (field: Field) => Codec;

/** The codec of a list, array, struct, map or union; undefined for a type that holds no other. */
export function nested(type: DataType, codec: CodecOf): Codec | undefined {
  if (DataType.isList(type)) return list(codec(only(type)), '[]', offsets);
  if (DataType.isFixedSizeList(type)) return list(codec(only(type)), `[${type.listSize}]`, steps(type.listSize));
  if (DataType.isMap(type)) return map(only(type).type as Struct, codec);
  if (DataType.isStruct(type)) return struct(type, codec);
  if (DataType.isUnion(type)) return union(type.children, codec);
  return undefined;
}

/** True where the field holds an ENUM: DuckDB-Wasm streams the codes of a dictionary, but never the dictionary. */
export function hasEnum({type}: Field): boolean {
  return DataType.isDictionary(type) || childrenOf(type).some(hasEnum);
}

/** The type of the field as SQL, with VARCHAR in place of every ENUM. */
export function withoutEnum(field: Field, codec: CodecOf): string {
  const {type} = field;
  if (DataType.isDictionary(type)) return 'VARCHAR';
  const parts = childrenOf(DataType.isMap(type) ? only(type).type : type).map(
    (child) => [child.name, withoutEnum(child, codec)] as const
  );
  const types = parts.map(([, sql]) => sql);
  const named = parts.map(([name, sql]) => (name === '' ? sql : `${identifier(name)} ${sql}`)).join(', ');
  if (DataType.isList(type)) return `${types.join()}[]`;
  if (DataType.isFixedSizeList(type)) return `${types.join()}[${type.listSize}]`;
  if (DataType.isMap(type)) return `MAP(${types.join(', ')})`;
  if (DataType.isStruct(type)) return `STRUCT(${named})`;
  if (DataType.isUnion(type)) return `UNION(${named})`;
  return codec(field).type;
}

type Read<T> = (codec: Codec, data: Data, index: number) => T;
type Range = (data: Data, index: number) => [from: number, to: number];

function list(item: Codec, suffix: string, range: Range): Codec {
  const cells = <T>(data: Data, index: number, get: (data: Data, index: number) => T): T[] => {
    const [from, to] = range(data, index);
    return Array.from({length: to - from}, (_, i) => get(child(data, 0), from + i));
  };
  return {
    type: item.type + suffix,
    nested: true,
    value: (data, index) => cells(data, index, (values, i) => readValue(item, values, i)),
    text: (data, index) => `[${cells(data, index, (values, i) => element(item, values, i)).join(', ')}]`
  };
}

function map(entries: Struct, codec: CodecOf): Codec {
  const [key, value] = entries.children.map(codec) as [Codec, Codec];
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
function struct({children}: Struct, codecOf: CodecOf): Codec {
  const codecs = children.map(codecOf);
  const each = <T>(data: Data, index: number, get: Read<T>): T[] =>
    codecs.map((codec, i) => get(codec, child(data, i), index));
  const type = `STRUCT(${members(children, codecs)})`;
  if (children.every(({name}) => name === '')) {
    return {
      type,
      nested: true,
      value: (data, index) => each(data, index, readValue),
      text: (data, index) => `(${each(data, index, element).join(', ')})`
    };
  }
  const keys = children.map(({name}) => quote(name));
  return {
    type,
    nested: true,
    value: (data, index) => record(children, each(data, index, readValue)),
    text: (data, index) =>
      `{${each(data, index, element)
        .map((text, i) => `${keys[i]}: ${text}`)
        .join(', ')}}`
  };
}

function union(children: Field[], codec: CodecOf): Codec {
  const codecs = children.map(codec);
  const member = <T>(data: Data, index: number, get: Read<T>): T | null => {
    const tag = (data.typeIds as Int8Array)[index] ?? 0;
    const chosen = codecs[tag];
    return chosen ? get(chosen, child(data, tag), index) : null;
  };
  return {
    nested: true,
    type: `UNION(${members(children, codecs)})`,
    value: (data, index) => member(data, index, readValue),
    text: (data, index) => member(data, index, readText)
  };
}

function element(codec: Codec, data: Data, index: number): string {
  const text = readText(codec, data, index);
  if (text === null) return 'NULL';
  return codec.nested ? text : elementText(text);
}

function record(fields: {name: string}[], values: Value[]): {[field: string]: Value} {
  return Object.fromEntries(fields.map(({name}, i) => [name, values[i] ?? null]));
}

function members(fields: Field[], codecs: Codec[]): string {
  return fields.map(({name}, i) => [name && written(name), codecs[i]?.type].filter(Boolean).join(' ')).join(', ');
}

function written(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : identifier(name);
}

function child(data: Data, position: number): Data {
  const part = data.children[position];
  if (!part) throw new RangeError(`no child ${position} in ${String(data.type)}`);
  return part;
}

function only(type: DataType): Field {
  const [field] = childrenOf(type);
  if (!field) throw new RangeError(`no child in ${String(type)}`);
  return field;
}

function childrenOf(type: DataType): Field[] {
  return (type.children as Field[] | null) ?? [];
}

const offsets: Range = ({valueOffsets}, index) => [valueOffsets[index] ?? 0, valueOffsets[index + 1] ?? 0];
const steps =
  (width: number): Range =>
  (_, index) => [index * width, (index + 1) * width];
