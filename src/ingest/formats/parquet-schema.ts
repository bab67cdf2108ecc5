import type {FileMetaData, SchemaElement} from 'hyparquet';
import type {Unit} from './typed-text';

/** What a column of a Parquet file holds, as the file means it. */
export type ParquetNode =
  | {kind: 'leaf'; name: string; path: string; leaf: Leaf; repeated: boolean}
  | {kind: 'struct' | 'map'; name: string; path: string; children: ParquetNode[]; repeated: boolean}
  | {kind: 'list'; name: string; path: string; item: ParquetNode; repeated: boolean}
  | {kind: 'variant'; name: string; path: string; repeated: boolean};

/** How a value that is stored is meant. */
export type Leaf =
  | {as: 'boolean' | 'integer' | 'float' | 'double' | 'half' | 'text' | 'bytes' | 'day' | 'nanoseconds'}
  | {as: 'unsigned'; bits: 32 | 64}
  | {as: 'decimal'; scale: number}
  | {as: 'time' | 'moment'; unit: Unit; utc: boolean}
  | {as: 'uuid' | 'interval' | 'binary'};

/**
 * The columns of a Parquet file, and its metadata made ready for hyparquet: columns named by place, since names may be
 * empty, come twice or be `__proto__`, and values without the types that it would round to JavaScript's.
 */
export function readSchema(metadata: FileMetaData): {columns: ParquetNode[]; metadata: FileMetaData} {
  const walk = new Walk(metadata.schema);
  const columns = walk.root();
  const row_groups = metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.map((chunk, index) => {
      const path_in_schema = walk.leaves[index];
      if (!chunk.meta_data || !path_in_schema) throw new Error('column without metadata');
      return {...chunk, meta_data: {...chunk.meta_data, path_in_schema}};
    })
  }));
  return {columns, metadata: {...metadata, schema: walk.elements, row_groups}};
}

class Walk {
  /** the schema as hyparquet gets it */
  readonly elements: SchemaElement[] = [];
  /** the path of each stored column, in their order */
  readonly leaves: string[][] = [];
  readonly #schema: readonly SchemaElement[];
  #at = 0;

  constructor(schema: readonly SchemaElement[]) {
    this.#schema = schema;
  }

  root(): ParquetNode[] {
    const root = this.#take();
    this.elements.push(root);
    return Array.from({length: root.num_children ?? 0}, (_, index) => this.#node([`c${index}`], true));
  }

  /** @param path of the new names @param renames whether names below may change too */
  #node(path: string[], renames: boolean): ParquetNode {
    const element = this.#take();
    const base = {name: element.name, path: path.at(-1) ?? '', repeated: element.repetition_type === 'REPEATED'};
    if (!element.num_children) {
      const leaf = leafOf(element);
      this.elements.push({...bare(element, leaf), name: base.path});
      this.leaves.push(path);
      return {...base, kind: 'leaf', leaf};
    }
    const kind = groupOf(element);
    const list = kind === 'list' ? {converted_type: 'LIST' as const} : {};
    this.elements.push({...untyped(element), ...list, name: base.path});
    const renamed = renames && kind !== 'variant';
    const children = Array.from({length: element.num_children}, (_, index) => {
      const name = renamed ? `c${index}` : (this.#schema[this.#at]?.name ?? '');
      return this.#node([...path, name], renamed);
    });
    return grouped(kind, base, children);
  }

  #take(): SchemaElement {
    const element = this.#schema[this.#at++];
    if (!element) throw new Error('schema breaks off');
    return element;
  }
}

type Group = 'struct' | 'map' | 'list' | 'variant';

function groupOf({converted_type: converted, logical_type: logical}: SchemaElement): Group {
  if (logical?.type === 'VARIANT') return 'variant';
  if (converted === 'LIST' || logical?.type === 'LIST') return 'list';
  return converted === 'MAP' || converted === 'MAP_KEY_VALUE' || logical?.type === 'MAP' ? 'map' : 'struct';
}

/** A list's one child is repeated, and holds the item, or is it (the file format's backward compatibility rules). */
function grouped(
  kind: Group,
  base: Omit<ParquetNode, 'kind'> & {name: string; path: string; repeated: boolean},
  children: ParquetNode[]
): ParquetNode {
  if (kind === 'variant') return {...base, kind};
  const [only] = children;
  if (kind === 'struct' || children.length !== 1 || !only?.repeated) return {...base, kind: 'struct', children};
  if (kind === 'map') {
    return only.kind === 'struct' && only.children.length === 2
      ? {...base, kind, children: [only]}
      : {...base, kind: 'struct', children};
  }
  if (only.kind === 'struct' && only.children.length === 1 && only.children[0]) {
    return {...base, kind, item: only.children[0]};
  }
  if (only.kind === 'leaf') return {...base, kind, item: {...only, repeated: false}};
  return {...base, kind: 'struct', children};
}

/** The element without its type, but for text, which hyparquet may decode once for a whole dictionary. */
function bare(element: SchemaElement, leaf: Leaf): SchemaElement {
  return leaf.as === 'text' ? {...untyped(element), converted_type: 'UTF8'} : untyped(element);
}

function untyped(element: SchemaElement): SchemaElement {
  const plain = {...element};
  delete plain.converted_type;
  if (plain.logical_type?.type !== 'VARIANT') delete plain.logical_type;
  return plain;
}

function leafOf(element: SchemaElement): Leaf {
  const {type, converted_type: converted, logical_type: logical} = element;
  const decimal = converted === 'DECIMAL' || logical?.type === 'DECIMAL';
  if (decimal) return {as: 'decimal', scale: element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)};
  if (type === 'BOOLEAN') return {as: 'boolean'};
  if (type === 'INT32' || type === 'INT64') return integerOf(element);
  if (type === 'INT96') return {as: 'nanoseconds'};
  if (type === 'FLOAT') return {as: 'float'};
  if (type === 'DOUBLE') return {as: 'double'};
  if (logical?.type === 'UUID') return {as: 'uuid'};
  if (logical?.type === 'FLOAT16') return {as: 'half'};
  if (converted === 'INTERVAL' || logical?.type === 'INTERVAL') return {as: 'interval'};
  const texts = ['STRING', 'ENUM', 'JSON'];
  if (converted === 'UTF8' || texts.includes(converted ?? '') || texts.includes(logical?.type ?? ''))
    return {as: 'text'};
  const plain = type === 'BYTE_ARRAY' && converted === undefined && logical === undefined;
  return {as: plain ? 'bytes' : 'binary'};
}

function integerOf({type, converted_type: converted, logical_type: logical}: SchemaElement): Leaf {
  if (converted === 'DATE' || logical?.type === 'DATE') return {as: 'day'};
  if (logical?.type === 'TIME' || logical?.type === 'TIMESTAMP') {
    const as = logical.type === 'TIME' ? 'time' : 'moment';
    return {as, unit: units[logical.unit], utc: logical.isAdjustedToUTC};
  }
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') {
    return {as: 'time', unit: converted === 'TIME_MILLIS' ? 'millisecond' : 'microsecond', utc: false};
  }
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') {
    return {as: 'moment', unit: converted === 'TIMESTAMP_MILLIS' ? 'millisecond' : 'microsecond', utc: false};
  }
  const unsigned = converted?.startsWith('UINT_') || (logical?.type === 'INTEGER' && !logical.isSigned);
  return unsigned ? {as: 'unsigned', bits: type === 'INT64' ? 64 : 32} : {as: 'integer'};
}

const units = {MILLIS: 'millisecond', MICROS: 'microsecond', NANOS: 'nanosecond'} as const;
