import type {ColumnType} from '../../tables/canonical';
import {meaningOf} from '../guess/dictionary';
import type {ColumnProfile} from '../types';

/** The column of that name; blanks and capitals don't matter. */
export function findColumn(name: string, columns: readonly ColumnProfile[]): ColumnProfile | undefined {
  const plain = plainOf(name);
  return columns.find((column) => column.name === name) ?? columns.find((column) => plainOf(column.name) === plain);
}

/** The new column that most likely is the one of the old name: named alike, or with words that mean the same. */
export function renamed(
  name: string,
  fresh: readonly ColumnProfile[],
  type: ColumnType | undefined
): ColumnProfile | undefined {
  const [best] = fresh
    .filter((column) => type === undefined || fits(column, type))
    .map((column) => ({column, likeness: likeness(name, column.name)}))
    .filter(({likeness}) => likeness >= 0.6)
    .sort((a, b) => b.likeness - a.likeness);
  return best?.column;
}

const plainOf = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** From 0 to 1. Words that mean the same in any language count as nearly the same name. */
function likeness(one: string, other: string): number {
  const [a, b] = [meaningOf(one), meaningOf(other)];
  const isSame =
    a.concepts.length > 0 &&
    a.unknown + b.unknown === 0 &&
    a.concepts.length === b.concepts.length &&
    a.concepts.every((concept) => b.concepts.includes(concept));
  const names = [bare(one), bare(other)] as const;
  return Math.max(isSame ? 0.9 : 0, isWithin(...names) ? 0.7 : 0, dice(...names));
}

/** One name begins or ends with the other: `Amount`, `Amount EUR`. */
function isWithin(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && (long.startsWith(short) || long.endsWith(short));
}

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Pairs of letters that both have, of all. */
function dice(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  if (a.length + b.length === 0) return one === other ? 1 : 0;
  const rest = [...b];
  const common = a.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (a.length + b.length);
}

const pairs = (text: string): string[] =>
  Array.from({length: Math.max(0, Math.min(text.length, 120) - 1)}, (_, at) => text.slice(at, at + 2));

function fits({looks}: ColumnProfile, type: ColumnType): boolean {
  if (looks === 'empty') return false;
  if (type === 'date') return looks === 'date' || looks === 'integer';
  return type === 'text' ? looks !== 'date' : looks === 'number' || looks === 'integer';
}
