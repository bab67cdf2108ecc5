import {DataType, type Field} from 'apache-arrow';
import {partsOf} from './nested';
import {tokens, type Token} from './tokens';

/** A type as DuckDB's `describe` writes it, taken apart along the Arrow type of the same column. */
export interface Declared {
  name: string;
  /** of an ENUM, in the order of their codes */
  values: string[];
  /** parallel to `partsOf` */
  parts: Declared[];
}

/**
 * True where Arrow doesn't say all: DuckDB-Wasm streams the codes of an ENUM without its values, and inside a MAP the extension
 * names are lost that tell a UUID from a HUGEINT and a BOOLEAN from a TINYINT.
 */
export function isVague({type}: Field, inMap = false): boolean {
  if (DataType.isDictionary(type)) return true;
  if (inMap && (DataType.isFixedSizeBinary(type) || DataType.isBinary(type) || isByte(type))) return true;
  return partsOf(type).some((child) => isVague(child, inMap || DataType.isMap(type)));
}

/** @param text of the same type as the field's */
export function declared(field: Field, text: string): Declared {
  const significant = [...tokens(text)].filter(({kind}) => kind !== 'space');
  return read(field, significant);
}

function isByte(type: DataType): boolean {
  return DataType.isInt(type) && type.bitWidth === 8;
}

/** Takes the tokens of one type away from the front. */
function read({type}: Field, rest: Token[]): Declared {
  const parts = partsOf(type);
  if (DataType.isDictionary(type)) return {name: 'ENUM', values: strings(rest), parts: []};
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return list(parts, rest);
  if (parts.length) return members(parts, rest, !DataType.isMap(type));
  return {name: scalar(rest), values: [], parts: []};
}

function list(fields: Field[], rest: Token[]): Declared {
  const parts = fields.map((field) => read(field, rest));
  while (rest.length && rest.shift()?.text !== ']');
  return {name: 'LIST', values: [], parts};
}

/** `STRUCT(name TYPE, …)`, `UNION(name TYPE, …)`, `STRUCT(TYPE, …)`, `MAP(TYPE, TYPE)` */
function members(fields: Field[], rest: Token[], named: boolean): Declared {
  const [name] = rest.splice(0, 2);
  const parts = fields.map((field) => {
    if (named && field.name !== '') rest.shift();
    const part = read(field, rest);
    rest.shift();
    return part;
  });
  return {name: name?.text ?? '', values: [], parts};
}

function strings(rest: Token[]): string[] {
  const end = rest.findIndex(({text}) => text === ')');
  return rest
    .splice(0, end + 1)
    .filter(({kind}) => kind === 'string')
    .map(({text}) => text.slice(1, -1).replaceAll("''", "'"));
}

/** Up to what follows a type: `,` or `)` or `[`, except within its own parentheses. */
function scalar(rest: Token[]): string {
  const words: string[] = [];
  for (let depth = 0; rest[0] && (depth > 0 || !/^[,)[]$/.test(rest[0].text));) {
    const text = rest.shift()?.text ?? '';
    depth += Number(text === '(') - Number(text === ')');
    words.push(text);
  }
  return words.join(' ');
}
