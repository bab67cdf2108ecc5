import {DataType, type Data, type Field} from 'apache-arrow';
import type {Declared} from './declared';
import {nested, partsOf} from './nested';
import type {Value} from './rows';
import {scalar} from './scalars';

/**
 * How the cells of one Arrow type are read. `value`, `text` and `number` are asked only for cells that are filled;
 * null from them is a union whose member is null.
 */
export interface Codec {
  /** DuckDB's name of the type; an ENUM is named without its values */
  readonly type: string;
  value(data: Data, index: number): Value;
  text(data: Data, index: number): string | null;
  /** as a double; without it, what the text says */
  number?(data: Data, index: number): number;
  /** true of lists, structs and maps: inside another one their text stands without quotes */
  readonly nested?: boolean;
}

/**
 * The codec of a field, chosen by its type and by the extension name that DuckDB gives where Arrow has no such type
 * (`arrowLosslessConversion`). Nothing here goes through Arrow's own `get`: it loses intervals, decimals and field names.
 *
 * @param declared what DuckDB calls the type, needed where `isVague`
 */
export function codec(field: Field, declared?: Declared): Codec {
  const parts = partsOf(field.type).map((part, i) => codec(part, declared?.parts[i]));
  return nested(field.type, parts) ?? scalar(field, declared);
}

export function readValue(codec: Codec, data: Data, index: number): Value {
  return filled(data, index) ? codec.value(data, index) : null;
}

export function readText(codec: Codec, data: Data, index: number): string | null {
  return filled(data, index) ? codec.text(data, index) : null;
}

/** Text that is no number gives NaN. */
export function readNumber(codec: Codec, data: Data, index: number): number | null {
  if (!filled(data, index)) return null;
  if (codec.number) return codec.number(data, index);
  const text = codec.text(data, index);
  if (text === null) return null;
  return text.trim() === '' ? NaN : Number(text);
}

/** Unions have no bitmap of their own: their members say what is null. */
function filled(data: Data, index: number): boolean {
  if (DataType.isUnion(data.type)) return true;
  const bits = data.nullBitmap;
  return bits.length === 0 || (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}
