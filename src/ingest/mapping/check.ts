import {MappingError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {tables} from '../../messages/tables';
import {canonical, type CanonicalColumn, type TableName} from '../../tables/canonical';
import {typeOfRole} from '../guess/guess';
import {alsoMapping, columnNames, firstColumn} from '../joins/lookups';
import type {FileMapping, Lookup, Recipe} from '../types';

/** What keeps a recipe from being used: each required role without a column, each date without a format; none: it can be. */
export function checkRecipe({files}: Recipe): MappingError[] {
  const hasPurchases = files.some(({table}) => table === 'purchase');
  const nothing = hasPurchases ? [] : [new MappingError(ingest.t('mapping.no-purchases'), files[0]?.file ?? '')];
  return [...files.flatMap((file) => [...checkFile(file), ...checkJoins(file, files)]), ...nothing];
}

function checkFile(mapping: FileMapping): MappingError[] {
  const {table} = mapping;
  if (table === null) return [];
  const missing = requiredRoles(table).filter((role) => !isGiven(mapping, role));
  return [
    ...missing.map((role) => missingRole(mapping.file, table, role)),
    ...Object.keys(mapping.roles).flatMap((role) => checkColumn(mapping, table, role))
  ];
}

function requiredRoles(table: TableName): string[] {
  const columns: Record<string, CanonicalColumn> = canonical[table];
  return Object.keys(columns).filter((role) => columns[role]?.required === true);
}

/** Lookups name files and columns that are there; further tables have what they require. */
function checkJoins(mapping: FileMapping, files: readonly FileMapping[]): MappingError[] {
  const {table, lookups = [], also = []} = mapping;
  if (table === null) return [];
  const first = lookups.flatMap((lookup, index) => checkLookup(mapping, files, {lookup, index}));
  return [...first, ...also.flatMap((one) => checkFile(alsoMapping(mapping, one)))];
}

function checkLookup(
  {file, header, lookups}: FileMapping,
  files: readonly FileMapping[],
  {lookup, index}: {lookup: Lookup; index: number}
): MappingError[] {
  const {file: name, from, key, columns} = lookup;
  const other = files.find((one) => one.file === name && name !== file);
  if (!other) {
    const known = listed(files.flatMap((one) => (one.file === file ? [] : [one.file])));
    return [new MappingError(ingest.t('mapping.lookup', {file, name: quoted(name), known}), file, name)];
  }
  const before = firstColumn({header, ...(lookups ? {lookups} : {})}, index);
  if (from < 0 || from >= before) return [noColumn(file, from, {header, role: name})];
  const wrong = [key, ...columns].find((column) => other.header[column] === undefined);
  return wrong === undefined ? [] : [noColumn(name, wrong, {header: other.header, role: name})];
}

function isGiven({table, roles, amount, constants = {}}: FileMapping, role: string): boolean {
  if (table === 'purchase' && role === 'amount' && amount === 'quantity × unit_price') {
    return Object.hasOwn(roles, 'quantity') && Object.hasOwn(roles, 'unit_price');
  }
  if (table === 'purchase' && role === 'amount' && amount === 'credit − debit') {
    return Object.hasOwn(roles, 'credit') || Object.hasOwn(roles, 'debit');
  }
  return Object.hasOwn(roles, role) || Object.hasOwn(constants, role);
}

function missingRole(file: string, table: TableName, role: string): MappingError {
  const key = table === 'purchase' && role === 'amount' ? 'mapping.missing.amount' : 'mapping.missing';
  return new MappingError(ingest.t(key, {file, table, role: roleName(table, role)}), file, role);
}

function checkColumn(mapping: FileMapping, table: TableName, role: string): MappingError[] {
  const {file, roles} = mapping;
  const header = columnNames(mapping);
  const {column, format} = roles[role] ?? {column: -1, format: {}};
  const name = header[column];
  if (name === undefined) return [noColumn(file, column, {header, role})];
  if (typeOfRole(table, role) !== 'date' || format.date !== undefined) return [];
  return [new MappingError(ingest.t('mapping.date', {file, column: name}), file, role)];
}

/** The file has no such column: says which ones it has. */
export function noColumn(
  file: string,
  name: string | number,
  {header, role}: {header: readonly string[]; role: string}
): MappingError {
  return new MappingError(ingest.t('mapping.column', {file, name: quoted(name), known: listed(header)}), file, role);
}

/** Names in quotes, at most 30 of them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 30).map(quoted).join(', ');
  return names.length > 30 ? `${shown} …` : shown;
}

export const quoted = (name: string | number): string =>
  typeof name === 'number' ? String(name) : `“${name.slice(0, 80)}”`;

function roleName(table: TableName, role: string): string {
  const key = `${table}.${role}`;
  return tables.has(key) ? tables.t(key) : role;
}
