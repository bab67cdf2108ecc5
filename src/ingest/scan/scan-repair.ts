import {isNull, kindOf, type Kind} from '../look/cells';
import {separated, unitSeparator} from './scan-columns';
import {marksOf, readOdd, type Marks, type OddRecord} from './scan-record';
import type {Dialect} from '../types';

/** What values a column has, as a letter; `*` where they are text, `-` where there are hardly any. */
const letters: Partial<Record<Kind, string>> = {empty: '-', number: 'n', date: 'd', time: 't', link: 'l', code: 'c'};

/** The kinds of columns as a mapping keeps them: a letter each. */
export const lettersOf = (kinds: readonly Kind[]): string => kinds.map((kind) => letters[kind] ?? '*').join('');

/** A row of a file. */
export interface Row {
  fields: readonly string[];
  /** whether each stands in quotes, which keep it together */
  quoted: readonly boolean[];
}

/** The row of a line of text, by the rules of the scan. */
export function rowOf(line: string, dialect: Dialect): Row {
  const bytes = new TextEncoder().encode(`${separated(line, dialect)}\n`);
  const record = readOdd({bytes, length: bytes.length, final: true}, 0, marksOf(dialect), bytes.length);
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  return {fields: (record?.fields ?? []).map((field) => decoder.decode(field)), quoted: record?.quoted ?? []};
}

/**
 * Puts a row with too many fields right: a delimiter in its text made several fields of one, or an empty field is too
 * many. Null unless exactly one way gives every column values of its kind.
 *
 * 1. Fields that begin with a blank belong to the ones before them, where there are just as many as there are too many.
 * 2. Empty fields in a row are left out.
 * 3. Neighbours are joined, at one place, into a text: numbers alone are no torn text.
 */
export function repaired(row: Row, kinds: string, delimiter: string): string[] | null {
  const surplus = row.fields.length - kinds.length;
  if (surplus <= 0 || kinds.length < 2) return null;
  const ways = [
    [afterBlanks(row, surplus, delimiter)],
    places(kinds).map((at) => withoutEmpty(row, at, surplus)),
    places(kinds).map((at) => (kinds[at] === '*' ? joinedAt(row, at, {surplus, delimiter}) : null))
  ];
  for (const way of ways) {
    const fitting = new Map(way.flatMap((one) => (one && fits(one, kinds) ? [[one.join('\0'), one] as const] : [])));
    if (fitting.size > 1) return null;
    const [only] = fitting.values();
    if (only) return only;
  }
  return null;
}

/** The same, of bytes. */
export function repairedBytes({fields, quoted}: OddRecord, kinds: string, marks: Marks): Uint8Array[] | null {
  if (fields.length > kinds.length * 2 + 20) return null;
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const delimiter = marks.restored ?? Uint8Array.of(marks.delimiter === unitSeparator ? 32 : marks.delimiter);
  const row = {fields: fields.map((field) => decoder.decode(field)), quoted};
  return repaired(row, kinds, decoder.decode(delimiter))?.map((text) => new TextEncoder().encode(text)) ?? null;
}

const places = (kinds: string): number[] => Array.from(kinds, (_, at) => at);

function afterBlanks({fields, quoted}: Row, surplus: number, delimiter: string): string[] | null {
  const isRest = (field: string, at: number): boolean =>
    at > 0 && /^ \S/.test(field) && quoted[at] !== true && quoted[at - 1] !== true;
  if (delimiter === ' ' || fields.filter(isRest).length !== surplus) return null;
  const row: string[] = [];
  fields.forEach((field, at) => {
    if (isRest(field, at)) row.push(`${row.pop() ?? ''}${delimiter}${field}`);
    else row.push(field);
  });
  return row;
}

function withoutEmpty({fields}: Row, at: number, surplus: number): string[] | null {
  const left = fields.slice(at, at + surplus);
  if (left.some((field) => field.trim() !== '')) return null;
  return [...fields.slice(0, at), ...fields.slice(at + surplus)];
}

function joinedAt(
  {fields, quoted}: Row,
  at: number,
  {surplus, delimiter}: {surplus: number; delimiter: string}
): string[] | null {
  const parts = fields.slice(at, at + surplus + 1);
  if (!parts.some((part) => /\p{L}/u.test(part))) return null;
  if (parts[0] === '' || parts.at(-1) === '' || quoted.slice(at, at + surplus + 1).includes(true)) return null;
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
  if (letter === '*' || letter === '-') return true;
  return letter === 'c' ? kind === 'c' || kind === 'n' : kind === letter;
}
