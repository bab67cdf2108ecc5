import {MappingError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {listed, noColumn, quoted} from '../mapping/check';
import {columnsOf, replaceLookup, withLookup, withoutLookup} from './lookup-columns';
import {typeOfRole} from '../guess/role-format';
import type {ColumnProfile, FileMapping, Inspection, Lookup} from '../types';

/** A file in which columns are looked up, as a person says it: columns by their names, or numbers from 0. */
export interface SaidLookup {
  /** name of the other file */
  file: string;
  /** the column that has the key, here or in a file that is looked up before */
  from: string | number;
  /** the column there that has it */
  key: string | number;
  /** of several rows of a key the first is taken (the default), or the files are refused */
  several?: Lookup['several'];
}

interface Said {
  columns?: Record<string, string | number | null | {column: string | number}>;
  lookups?: readonly SaidLookup[];
}

/**
 * The mapping with what is said of lookups, and with all columns of other files that roles are to be played by. What is said
 * replaces the lookups that were guessed. @throws {MappingError} for a file or column that is not there
 */
export function withSaidLookups(
  mapping: FileMapping,
  {inspection, inspections}: {inspection: Inspection; inspections: readonly Inspection[]},
  {columns = {}, lookups}: Said
): FileMapping {
  const wanted = Object.values(columns).flatMap((choice) => nameOf(choice) ?? []);
  const bare = lookups ? withoutLookups(mapping) : mapping;
  const full = (lookups ?? []).reduce((base, said) => {
    const other = otherNamed(said, {inspection, inspections});
    const about = {file: mapping.file, role: said.file};
    const ready = typeof said.from === 'string' ? withWanted(base, [said.from.trim()], inspections) : base;
    const from = columnNamed(columnsOf(inspection, ready, inspections), said.from, about).index;
    const key = columnNamed(other.columns, said.key, {...about, file: said.file}).index;
    return withLookup(ready, {file: said.file, from, key, columns: [], names: [], several: said.several ?? 'first'});
  }, bare);
  return withWanted(full, wanted, inspections);
}

const nameOf = (choice: string | number | null | {column: string | number}): string | undefined => {
  const column = typeof choice === 'object' && choice !== null ? choice.column : choice;
  return typeof column === 'string' ? column.trim() : undefined;
};

const withoutLookups = (mapping: FileMapping): FileMapping =>
  mapping.lookups && mapping.lookups.length > 0 ? withoutLookups(withoutLookup(mapping, 0)) : mapping;

function otherNamed(
  {file}: SaidLookup,
  {inspection, inspections}: {inspection: Inspection; inspections: readonly Inspection[]}
): Inspection {
  const others = inspections.filter((other) => other !== inspection);
  const found = others.find(({source}) => source.name === file);
  if (found) return found;
  const known = listed(others.map(({source}) => source.name));
  throw new MappingError(ingest.t('mapping.lookup', {file: inspection.source.name, name: quoted(file), known}), file);
}

/** Adds columns that are named as those of other files are, and not looked up yet. */
function withWanted(mapping: FileMapping, wanted: readonly string[], inspections: readonly Inspection[]): FileMapping {
  return (mapping.lookups ?? []).reduce((base, lookup, index) => {
    const other = inspections.find(({source}) => source.name === lookup.file);
    const named = (other?.columns ?? []).filter(
      ({name, index: column}) => wanted.includes(`${lookup.file} › ${name}`) && !lookup.columns.includes(column)
    );
    const now = base.lookups?.[index];
    if (named.length === 0 || !now) return base;
    const columns = [...now.columns, ...named.map((column) => column.index)];
    return replaceLookup(base, index, {...now, columns, names: [...now.names, ...named.map(({name}) => name)]});
  }, mapping);
}

/** @throws {MappingError} for a value of a role that the table doesn't have, or that is no text */
export function checkedConstants(
  {file, table, constants = {}}: FileMapping,
  said: Record<string, string>
): Record<string, string> {
  for (const [role, value] of Object.entries(said)) {
    const type = table === null ? undefined : typeOfRole(table, role);
    if (!type) throw new MappingError(ingest.t('mapping.key', {name: quoted(role), known: 'constants'}), file, role);
    if (typeof value !== 'string')
      throw new MappingError(
        ingest.t('mapping.value', {file, name: role, value: String(value), known: '“…”'}),
        file,
        role
      );
  }
  return {...constants, ...said};
}

/** The column of that number, or name; capitals count only where two names differ in nothing else. */
export function columnNamed(
  columns: readonly ColumnProfile[],
  wanted: string | number,
  {file, role}: {file: string; role: string}
): ColumnProfile {
  const exact = columns.find(({index, name}) =>
    typeof wanted === 'number' ? index === wanted : name === wanted.trim()
  );
  const alike =
    typeof wanted === 'string' ? columns.filter(({name}) => name.toLowerCase() === wanted.trim().toLowerCase()) : [];
  const found = exact ?? alike[0];
  if (!found) throw noColumn(file, wanted, {header: columns.map(({name}) => name), role});
  return found;
}
