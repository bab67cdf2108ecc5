import {closeObject, comma, openArray, openObject, quote, valueEnd} from './json-cut';

/**
 * The records in one object that has no list of records, as JSON texts: one for each key, which becomes `key` (rows by
 * their ids), or one for each place in its values (columns by their names). Null where the object is a record itself.
 */
export function keyed(text: string): string[] | null {
  const entries = entriesOf(text);
  if (entries.length < 2) return null;
  const columns = columnsOf(entries);
  if (columns) return transposed(entries, columns);
  return entries.length > 2 && areAlike(entries) ? entries.map(withKey) : null;
}

interface Entry {
  /** as it's written, with its quotes */
  key: string;
  value: string;
}

/** The entries of an object, or the values of an array under their numbers; none where it's neither. */
function entriesOf(text: string): Entry[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const cut = (from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  const entries: Entry[] = [];
  let at = skip(bytes, 0);
  const isObject = bytes[at] === openObject;
  if (!isObject && bytes[at] !== openArray) return [];
  at = skip(bytes, at + 1);
  while (at < bytes.length && (!isObject || bytes[at] === quote)) {
    let key = `"${entries.length}"`;
    if (isObject) {
      const end = valueEnd(bytes, at, bytes.length, true);
      key = cut(at, end);
      at = skip(bytes, skip(bytes, end) + 1);
    }
    const end = valueEnd(bytes, at, bytes.length, true);
    if (end <= at) break;
    entries.push({key, value: cut(at, end)});
    at = skip(bytes, end);
    if (bytes[at] !== comma) break;
    at = skip(bytes, at + 1);
  }
  return entries;
}

function skip(bytes: Uint8Array, at: number): number {
  let here = at;
  while (here < bytes.length && [32, 10, 13, 9].includes(bytes[here] ?? 0)) here++;
  return here;
}

/** The values of columns, where all entries are lists of the same length, or objects with the same numbers as keys. */
function columnsOf(entries: readonly Entry[]): Entry[][] | null {
  const isList = entries.every(({value}) => value.startsWith('['));
  if (!isList && !entries.every(({value}) => value.startsWith('{'))) return null;
  const columns = entries.map(({value}) => entriesOf(value));
  const [first = []] = columns;
  if (first.length === 0) return null;
  const isNumbered = (column: Entry[]): boolean =>
    column.length === first.length &&
    column.every(({key}, at) => key === first[at]?.key && (isList || /^"\d+"$/.test(key)));
  return columns.every(isNumbered) ? columns : null;
}

function transposed(entries: readonly Entry[], columns: readonly Entry[][]): string[] {
  return (columns[0] ?? []).map((_, row) => {
    const fields = entries.map(({key}, column) => `${key}:${columns[column]?.[row]?.value ?? 'null'}`);
    return `{${fields.join(',')}}`;
  });
}

/** Objects that have half of their keys in common with the first one. */
function areAlike(entries: readonly Entry[]): boolean {
  if (!entries.every(({value}) => value.startsWith('{'))) return false;
  const keys = entries.map(({value}) => new Set(entriesOf(value).map(({key}) => key)));
  const [first = new Set<string>()] = keys;
  return first.size > 0 && keys.every((own) => [...own].filter((key) => first.has(key)).length * 2 >= first.size);
}

function withKey({key, value}: Entry): string {
  const inside = value.slice(value.indexOf('{') + 1);
  const isEmpty = inside.trimStart().charCodeAt(0) === closeObject;
  return `{"key":${key}${isEmpty ? '' : ','}${inside}`;
}
