import {isNull, kindOf, type Kind} from './cells';
import type {Marks} from './scan-record';

/** What values a column has, as a letter; `*` where they are of any kind. */
const letters: Partial<Record<Kind, string>> = {number: 'n', date: 'd', time: 't', link: 'l', code: 'c'};

/** The kinds of columns as a mapping keeps them: a letter each. */
export const lettersOf = (kinds: readonly Kind[]): string => kinds.map((kind) => letters[kind] ?? '*').join('');

/**
 * Puts a row with too many fields right: a delimiter in its text made several fields of one, or an empty field is too
 * many. Null unless exactly one way gives every column values of its kind.
 *
 * 1. Fields that begin with a blank belong to the ones before them, where there are just as many as there are too many.
 * 2. Empty fields in a row are left out.
 * 3. Neighbours are joined, at one place.
 */
export function repaired(fields: readonly string[], kinds: string, delimiter: string): string[] | null {
  const surplus = fields.length - kinds.length;
  if (surplus <= 0 || kinds.length < 2) return null;
  const ways = [
    [afterBlanks(fields, surplus, delimiter)],
    places(kinds).map((at) => withoutEmpty(fields, at, surplus)),
    places(kinds).map((at) => joinedAt(fields, at, {surplus, delimiter}))
  ];
  for (const way of ways) {
    const fitting = new Map(way.flatMap((row) => (row && fits(row, kinds) ? [[row.join('\0'), row] as const] : [])));
    if (fitting.size > 1) return null;
    const [only] = fitting.values();
    if (only) return only;
  }
  return null;
}

/** The same, of bytes. */
export function repairedBytes(fields: readonly Uint8Array[], kinds: string, marks: Marks): Uint8Array[] | null {
  if (fields.length > kinds.length * 2 + 20) return null;
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const delimiter = decoder.decode(marks.restored ?? Uint8Array.of(marks.delimiter === 0x1f ? 32 : marks.delimiter));
  const row = repaired(
    fields.map((field) => decoder.decode(field)),
    kinds,
    delimiter
  );
  return row && row.map((text) => new TextEncoder().encode(text));
}

const places = (kinds: string): number[] => Array.from(kinds, (_, at) => at);

function afterBlanks(fields: readonly string[], surplus: number, delimiter: string): string[] | null {
  const isRest = (field: string, at: number): boolean => at > 0 && /^ \S/.test(field);
  if (delimiter === ' ' || fields.filter(isRest).length !== surplus) return null;
  const row: string[] = [];
  fields.forEach((field, at) => {
    if (isRest(field, at)) row.push(`${row.pop() ?? ''}${delimiter}${field}`);
    else row.push(field);
  });
  return row;
}

function withoutEmpty(fields: readonly string[], at: number, surplus: number): string[] | null {
  const left = fields.slice(at, at + surplus);
  if (left.some((field) => field.trim() !== '')) return null;
  return [...fields.slice(0, at), ...fields.slice(at + surplus)];
}

function joinedAt(
  fields: readonly string[],
  at: number,
  {surplus, delimiter}: {surplus: number; delimiter: string}
): string[] | null {
  const parts = fields.slice(at, at + surplus + 1);
  if (parts[0] === '' || parts.at(-1) === '') return null;
  return [...fields.slice(0, at), parts.join(delimiter), ...fields.slice(at + surplus + 1)];
}

/** Fields too many are empty ones at the end, and the others are of the kinds of their columns. */
export const isTrailing = (fields: readonly string[], kinds: string): boolean =>
  fields.slice(kinds.length).every((field) => field.trim() === '') && fits(fields.slice(0, kinds.length), kinds);

/** The same, of bytes. */
export function isTrailingBytes(fields: readonly Uint8Array[], kinds: string): boolean {
  const decoder = new TextDecoder();
  return isTrailing(
    fields.map((field) => decoder.decode(field)),
    kinds
  );
}

/** Every field is of the kind of its column, or empty. */
function fits(row: readonly string[], kinds: string): boolean {
  return row.length === kinds.length && row.every((field, at) => isLike(field, kinds[at] ?? '*'));
}

function isLike(field: string, letter: string): boolean {
  if (isNull(field)) return true;
  const kind = letters[kindOf(field)] ?? '*';
  if (letter === '*') return true;
  return letter === 'c' ? kind === 'c' || kind === 'n' : kind === letter;
}
