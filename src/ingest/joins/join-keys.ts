import {assign} from '../guess/assign';
import {meaningOf, wordsOf} from '../guess/dictionary';
import type {Concept} from '../guess/lexicon';
import type {ColumnProfile, Inspection} from '../types';

/** What a row of another file is, by the key that leads to it. */
export type Entity = 'order' | 'product' | 'category' | 'customer' | 'store' | 'promotion' | 'day' | 'other';

/** A column of one file whose values are keys of another. */
export interface Link {
  from: ColumnProfile;
  /** place of the other file among the inspections */
  file: number;
  key: ColumnProfile;
  entity: Entity;
  /** 1 beyond doubt */
  sure: number;
  /** the key comes more than once in the other file */
  several: boolean;
}

/** The links from a file to others, the surest of each pair of files first. */
export function linksOf(here: number, inspections: readonly Inspection[]): Link[] {
  const own = inspections[here];
  if (!own) return [];
  const from = own.columns.filter(({looks, filled}) => keyLooks.includes(looks) && filled > 0).slice(0, mostFrom);
  const links = inspections.flatMap((other, file) =>
    file === here
      ? []
      : keysIn(other).flatMap((key) => from.flatMap((column) => linkOf(own, column, {...key, other, file})))
  );
  return links.sort((a, b) => b.sure - a.sure);
}

/** Of wide tables, the first columns are looked at. */
const mostFrom = 300;
const mostKeys = 30;

/** A column that could be the key of its file. */
interface Key {
  key: ColumnProfile;
  several: boolean;
}

/** Values come once; in a file of payments, which may be several for an order, nearly so. */
function keysIn(file: Inspection): Key[] {
  const keys = file.columns.flatMap((key): Key[] => {
    const unique = key.filled >= file.sampled * 0.9 && key.distinct >= key.filled * 0.995;
    const nearly = key.distinct >= key.filled * 0.8 && isPayment(file);
    const fits = (unique || nearly) && keyLooks.includes(key.looks) && describes(file, key);
    return fits ? [{key, several: !unique}] : [];
  });
  return keys.slice(0, mostKeys);
}

function linkOf(
  own: Inspection,
  from: ColumnProfile,
  {key, several, other, file}: Key & {other: Inspection; file: number}
): Link[] {
  const sure = sureness(own, from, {other, key});
  return sure < least ? [] : [{from, file, key, entity: entityOf(from, key, other), sure, several}];
}

const least = 0.6;
const keyLooks: readonly ColumnProfile['looks'][] = ['id', 'integer', 'text', 'number'];

/** Besides keys, the file says something of what the key stands for: it doesn't only tell which things belong together. */
function describes({columns}: Inspection, key: ColumnProfile): boolean {
  return columns.some((column) => column !== key && ['text', 'date', 'number', 'flag'].includes(column.looks));
}

const isPayment = ({columns}: Inspection): boolean =>
  columns.some(({name}) => ['payment', 'kind'].every((word) => meaningOf(name).concepts.includes(word as Concept)));

/** How surely a column has keys of another: by their names, unless their values have nothing in common that they could. */
function sureness(own: Inspection, from: ColumnProfile, {other, key}: {other: Inspection; key: ColumnProfile}): number {
  const named = isParents(own, from, {other, key})
    ? 0.95
    : nameSureness(from.name, key.name, stemOf(other.source.name));
  if (named === 0) return 0;
  const [here, there] = [valuesOf(own, from), valuesOf(other, key)];
  const shared = here.filter((value) => there.includes(value)).length;
  if (shared > 0) return Math.min(1, named + 0.05 + (0.1 * shared) / here.length);
  return sameShape(here, there) ? named : 0;
}

/** Records inside others, as JSON has them, name those by `parent.` and the name of their key. */
function isParents(
  own: Inspection,
  from: ColumnProfile,
  {other, key}: {other: Inspection; key: ColumnProfile}
): boolean {
  return from.name === `parent.${key.name}` && own.source.name.startsWith(`${other.source.name} › `);
}

function nameSureness(from: string, key: string, stem: readonly string[]): number {
  const [here, there] = [wordsOf(from).map(singular), wordsOf(key).map(singular)];
  const [one, other] = [here.join(''), there.join('')];
  if (one === '' || other === '') return 0;
  if (one === other) return isGeneric(here) ? 0 : 0.95;
  const isNumber = (words: readonly string[]): boolean =>
    words.every((word) => meaningOf(word).concepts.join() === 'id');
  if (isNumber(there) && stem.some((word) => one === `${word}${other}` || one === word)) return 0.85;
  if (`${one}id` === other || one === `${other}id`) return 0.75;
  const [a, b] = [meaningOf(from), meaningOf(key)];
  const isId = a.concepts.includes('id') && b.concepts.includes('id') && a.concepts.length > 1;
  return isId && a.unknown + b.unknown === 0 && same(a.concepts, b.concepts) ? 0.7 : 0;
}

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** Names that many tables have for things of their own. */
function isGeneric(words: readonly string[]): boolean {
  const concepts = new Set(words.flatMap((word) => meaningOf(word).concepts));
  const own = [...concepts].filter((concept) => !generic.includes(concept));
  return own.length === 0 && words.length < 2;
}

const generic: readonly Concept[] = [
  ...(['id', 'name', 'description', 'kind', 'status', 'date', 'created', 'modified', 'place', 'country'] as const),
  ...(['contact', 'amount', 'quantity', 'price', 'cost', 'segment', 'score', 'currency', 'period', 'source'] as const),
  ...(['person', 'aside', 'channel', 'stage', 'since', 'until', 'discount', 'tax', 'balance', 'margin'] as const)
];

/** The words of a file's name, without what only says that it is a file. */
function stemOf(file: string): string[] {
  return wordsOf(file.replace(/\.[a-z0-9]{1,5}$/i, '')).map(singular);
}

function singular(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function valuesOf({preview}: Inspection, {index, examples}: ColumnProfile): string[] {
  const cells = preview.map((row) => (row[index] ?? '').trim().replace(/^(\d+)\.0$/, '$1'));
  return [...new Set([...cells, ...examples])].filter((value) => value !== '');
}

/** Values of two columns that could be the same: as long, and made of the same sort of letters. */
function sameShape(here: readonly string[], there: readonly string[]): boolean {
  const digits = (values: readonly string[]): boolean => values.every((value) => /^\d+$/.test(value));
  if (digits(here) !== digits(there)) return false;
  const length = (values: readonly string[]): number =>
    values.reduce((sum, {length}) => sum + length, 0) / Math.max(1, values.length);
  return digits(here) || length(here) < 2.5 * length(there) + 4 ? length(there) < 2.5 * length(here) + 4 : false;
}

function entityOf(from: ColumnProfile, key: ColumnProfile, other: Inspection): Entity {
  const file = meaningOf(stemOf(other.source.name).join(' ')).concepts;
  const named = [from.name, key.name].flatMap((name) => meaningOf(name).concepts.filter((one) => one !== 'id'));
  const found = (concepts: readonly Concept[]): Entity | undefined =>
    entities.find(([, words]) => words.some((word) => concepts.includes(word)))?.[0];
  const isInside = from.name === `parent.${key.name}` && isOrder(other);
  return found(named) ?? (isInside ? 'order' : (found(file) ?? (hasDay(other) ? 'day' : 'other')));
}

const entities: readonly [Entity, readonly Concept[]][] = [
  ['category', ['category']],
  ['promotion', ['promotion']],
  ['order', ['order']],
  ['product', ['product', 'item', 'stock']],
  ['customer', ['customer', 'account']],
  ['store', ['store', 'channel']],
  ['day', ['date', 'period']]
];

/** Somebody on a day, for an amount. */
function isOrder({columns}: Inspection): boolean {
  const roles = assign('purchase', columns);
  return ['customer_id', 'purchased_on', 'amount'].every((role) => roles.has(role));
}

/** A calendar: days, and what they are called. */
const hasDay = ({columns}: Inspection): boolean =>
  columns.some(({looks, distinct, filled}) => looks === 'date' && distinct >= filled * 0.995);
