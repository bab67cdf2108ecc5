import {MappingError} from '../engine/errors';
import {ingest} from '../messages/ingest';
import {tables} from '../messages/tables';
import {canonical, type CanonicalColumn, type TableName} from '../tables/canonical';
import {typeOfRole} from './guess';
import type {FileMapping, Recipe} from './types';

/** What keeps a recipe from being used: each required role without a column, each date without a format; none: it can be. */
export function checkRecipe({files}: Recipe): MappingError[] {
  const hasPurchases = files.some(({table}) => table === 'purchase');
  const nothing = hasPurchases ? [] : [new MappingError(ingest.t('mapping.no-purchases'), files[0]?.file ?? '')];
  return [...files.flatMap(checkFile), ...nothing];
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

function isGiven({table, roles, amount}: FileMapping, role: string): boolean {
  if (table === 'purchase' && role === 'amount' && amount === 'quantity × unit_price') {
    return Object.hasOwn(roles, 'quantity') && Object.hasOwn(roles, 'unit_price');
  }
  if (table === 'purchase' && role === 'amount' && amount === 'credit − debit') {
    return Object.hasOwn(roles, 'credit') || Object.hasOwn(roles, 'debit');
  }
  return Object.hasOwn(roles, role);
}

function missingRole(file: string, table: TableName, role: string): MappingError {
  const key = table === 'purchase' && role === 'amount' ? 'mapping.missing.amount' : 'mapping.missing';
  return new MappingError(ingest.t(key, {file, table, role: roleName(table, role)}), file, role);
}

function checkColumn({file, header, roles}: FileMapping, table: TableName, role: string): MappingError[] {
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
