import {tableNames, type TableName} from '../../tables/canonical';
import type {FileMapping, Recipe, Source} from '../types';

/** What new files do to what is loaded of a table: they add to it, take its place, or that of rows with the same key. */
export type Adding = 'append' | 'replace' | 'update';

/** By table; `append` where nothing is said. */
export type Additions = Partial<Record<TableName, Adding>>;

/** Files and how they are read. The mappings are in the order of the sources. */
export interface Files {
  sources: Source[];
  recipe: Recipe;
}

/** All files together, in the order in which they count: those that are loaded, as far as they stay, then the new ones. */
export function combined(loaded: Files, fresh: Files, how: Additions): Files {
  const gone = tableNames.filter((table) => how[table] === 'replace' && feeds(fresh.recipe).includes(table));
  const kept = staying(loaded, gone);
  const names = namesFor(fresh.sources, kept.sources);
  const sources = fresh.sources.map((source) => ({...source, name: names.get(source.name) ?? source.name}));
  const files = fresh.recipe.files.map((mapping) => adding(renamed(mapping, names), how));
  return {
    sources: [...kept.sources, ...sources],
    recipe: {...fresh.recipe, files: [...kept.recipe.files, ...files]}
  };
}

/** The tables that the files of a recipe feed. */
export function feeds({files}: Recipe): TableName[] {
  return tableNames.filter((table) => files.some((mapping) => tablesOf(mapping).includes(table)));
}

/** What can be said about a table: only rows that have a key in the new files can take the place of others. */
export function choicesFor(table: TableName, {files}: Recipe): Adding[] {
  const own = files.filter((mapping) => mapping.table === table);
  const key = table === 'purchase' ? 'transaction_id' : table === 'customer' ? 'customer_id' : null;
  const keyed = key !== null && own.length > 0 && own.every(({roles}) => key in roles);
  return keyed ? ['append', 'update', 'replace'] : ['append', 'replace'];
}

/** The name, or `orders (2).csv` where another file has it: mappings and receipts tell files apart by their names. */
export function freeName(name: string, others: readonly {name: string}[]): string {
  const taken = new Set(others.map((other) => other.name));
  const [, stem = name, ending = ''] = /^(.+?)((?:\.[a-z]{1,5}){1,2})?$/i.exec(name) ?? [];
  let free = name;
  for (let copy = 2; taken.has(free); copy++) free = `${stem} (${copy})${ending}`;
  return free;
}

const tablesOf = ({table, also = []}: FileMapping): TableName[] =>
  table === null ? [] : [table, ...also.map((one) => one.table)];

/** Files without those whose table is replaced. One in which others look columns up stays for that, and feeds nothing. */
function staying({sources, recipe}: Files, gone: readonly TableName[]): Files {
  const left = recipe.files.map((mapping) => without(mapping, gone));
  const wanted = new Set(
    left.flatMap(({table, lookups = []}) => (table === null ? [] : lookups.map(({file}) => file)))
  );
  const stays = ({table}: FileMapping, index: number): boolean =>
    table !== null || recipe.files[index]?.table === null || wanted.has(recipe.files[index]?.file ?? '');
  return {
    sources: sources.filter((_, index) => left[index] !== undefined && stays(left[index], index)),
    recipe: {...recipe, files: left.filter(stays)}
  };
}

function without(mapping: FileMapping, gone: readonly TableName[]): FileMapping {
  if (mapping.table !== null && gone.includes(mapping.table)) return {...mapping, table: null};
  if (!mapping.also) return mapping;
  return {...mapping, also: mapping.also.filter(({table}) => !gone.includes(table))};
}

function namesFor(fresh: readonly Source[], kept: readonly Source[]): Map<string, string> {
  const taken: {name: string}[] = [...kept];
  return new Map(
    fresh.map(({name}) => {
      const free = freeName(name, taken);
      taken.push({name: free});
      return [name, free];
    })
  );
}

function renamed(mapping: FileMapping, names: ReadonlyMap<string, string>): FileMapping {
  const of = (name: string): string => names.get(name) ?? name;
  const lookups = mapping.lookups?.map((lookup) => ({...lookup, file: of(lookup.file)}));
  return {...mapping, file: of(mapping.file), ...(lookups ? {lookups} : {})};
}

function adding(mapping: FileMapping, how: Additions): FileMapping {
  const {adds: _, ...rest} = mapping;
  return mapping.table !== null && how[mapping.table] === 'update' ? {...rest, adds: 'update'} : rest;
}
