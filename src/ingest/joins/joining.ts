import type {Engine} from '../../engine/engine';
import {Joins} from './lookup-cut';
import type {LookupFile, LookupTable} from './lookup-table';
import type {LookupTables, Staging} from './lookup-tables';
import {alsoMapping} from './lookups';
import type {FileMapping} from '../types';

/** What joining a file needs: all files of the import, and the tables in which columns are looked up. */
export interface Joining extends Staging {
  files: readonly LookupFile[];
  tables: LookupTables;
}

/**
 * What gives the records of a file its looked-up columns, with all tables read; null where the mapping looks up nothing.
 * `columns` are those of the file itself that are wanted beside: by default those that its mapping reads.
 *
 * @throws {MappingError} if a lookup can't be used
 * @throws {FileError} if a file can't be read
 * @throws {QueryError}
 */
export async function joinsOf(
  engine: Engine,
  mapping: FileMapping,
  {files, tables, onfile, onread, columns = columnsRead(mapping), ...query}: Joining & {columns?: readonly number[]}
): Promise<Joins | null> {
  const {lookups = []} = mapping;
  if (lookups.length === 0) return null;
  const found: LookupTable[] = [];
  const staging = {...query, ...(onfile ? {onfile} : {}), ...(onread ? {onread} : {})};
  for (const lookup of lookups) found.push(await tables.table(lookup, files, staging));
  return new Joins(engine, mapping, {tables: found, columns, ...query});
}

/** The columns that a mapping reads, also for further tables. */
export function columnsRead(mapping: FileMapping): number[] {
  const {roles, attributes, fill, only = [], also = []} = mapping;
  const within = fill?.within ?? null;
  const columns = [
    ...Object.values(roles).map(({column}) => column),
    ...attributes,
    ...(fill ? fill.columns : []),
    ...(within === null ? [] : [within]),
    ...only.map(({column}) => column),
    ...also.flatMap((other) => columnsRead(alsoMapping(mapping, other)))
  ];
  return [...new Set(columns)];
}

/** The files that mappings look columns up in, each once, in the order in which they are asked for. */
export function lookupFiles(files: readonly LookupFile[]): LookupFile[] {
  const names = new Set(
    files.flatMap(({mapping}) => (mapping.table === null ? [] : (mapping.lookups ?? []))).map(({file}) => file)
  );
  return files.filter(({source}) => names.has(source.name));
}
