import {columnNames} from './lookups';
import type {ColumnProfile, FileMapping, Inspection, Lookup} from '../types';

/** The columns of a mapping as they look: the file's own, and those looked up, under the numbers that the mapping gives them. */
export function columnsOf(
  inspection: Inspection,
  mapping: Pick<FileMapping, 'header' | 'lookups'>,
  inspections: readonly Inspection[]
): ColumnProfile[] {
  const names = columnNames(mapping);
  const found = (mapping.lookups ?? []).flatMap(({file, columns, names: said}) => {
    const other = inspections.find(({source}) => source.name === file);
    return columns.map((column, at) => other?.columns[column] ?? unknown(column, said[at] ?? ''));
  });
  const first = mapping.header.length;
  return [
    ...inspection.columns,
    ...found.map((column, at) => ({...column, index: first + at, name: names[first + at] ?? column.name}))
  ];
}

/** A column of a file that isn't there, or was not looked into. */
function unknown(index: number, name: string): ColumnProfile {
  return {index, name, looks: 'text', format: {}, filled: 0, distinct: 0, examples: []};
}

/** The mapping with one more lookup, at the end. */
export function withLookup(mapping: FileMapping, lookup: Lookup): FileMapping {
  return {...mapping, lookups: [...(mapping.lookups ?? []), lookup]};
}

/** The mapping with another lookup in the place of one. Roles follow its columns; those of columns that go are gone. */
export function replaceLookup(mapping: FileMapping, index: number, lookup: Lookup): FileMapping {
  const {lookups = []} = mapping;
  const old = lookups[index];
  if (!old) return mapping;
  const isSame = old.file === lookup.file;
  return renumbered(
    mapping,
    lookups.map((one, at) => (at === index ? lookup : one)),
    (at, column) => (at !== index || (isSame && lookup.columns.includes(column)) ? {lookup: at, column} : null)
  );
}

/** The mapping without a lookup, and without those that depend on its columns. */
export function withoutLookup(mapping: FileMapping, index: number): FileMapping {
  const {lookups = []} = mapping;
  const gone = dependents(mapping, index);
  const kept = lookups.flatMap((lookup, at) => (gone.has(at) ? [] : [{lookup, at}]));
  const next = renumbered(
    mapping,
    kept.map(({lookup}) => lookup),
    (at, column) => {
      const place = kept.findIndex((one) => one.at === at);
      return place < 0 ? null : {lookup: place, column};
    }
  );
  if (next.lookups?.length === 0) delete next.lookups;
  return next;
}

/** A lookup, and those whose keys are columns that it gives. */
function dependents({header, lookups = []}: FileMapping, index: number): Set<number> {
  const gone = new Set([index]);
  const owner = ownersOf(lookups);
  lookups.forEach(({from}, at) => {
    const lookup = owner[from - header.length]?.lookup;
    if (lookup !== undefined && gone.has(lookup)) gone.add(at);
  });
  return gone;
}

interface Place {
  lookup: number;
  /** the column's place in the other file */
  column: number;
}

/** Which lookup each looked-up column is of. */
const ownersOf = (lookups: readonly Lookup[]): Place[] =>
  lookups.flatMap(({columns}, lookup) => columns.map((column) => ({lookup, column})));

/** The mapping with other lookups, and all that refers to their columns with it. */
function renumbered(
  mapping: FileMapping,
  lookups: Lookup[],
  moved: (lookup: number, column: number) => Place | null
): FileMapping {
  const first = mapping.header.length;
  const before = ownersOf(mapping.lookups ?? []);
  const after = ownersOf(lookups);
  const place = (column: number): number | null => {
    if (column < first) return column;
    const old = before[column - first];
    const next = old ? moved(old.lookup, old.column) : null;
    const at = next ? after.findIndex((one) => one.lookup === next.lookup && one.column === next.column) : -1;
    return at < 0 ? null : first + at;
  };
  const {also, ...rest} = mapping;
  return {
    ...rest,
    roles: placed(mapping.roles, place),
    attributes: mapping.attributes.flatMap((column) => place(column) ?? []),
    lookups: lookups.map((lookup) => ({...lookup, from: place(lookup.from) ?? lookup.from})),
    ...(also ? {also: also.map((one) => ({...one, roles: placed(one.roles, place)}))} : {})
  };
}

function placed(roles: FileMapping['roles'], place: (column: number) => number | null): FileMapping['roles'] {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([role, one]) => {
      const column = place(one.column);
      return column === null ? [] : [[role, {...one, column}]];
    })
  );
}
