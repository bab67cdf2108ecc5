import {formatFor, typeOfRole} from '../../ingest/guess/guess';
import {whenOf} from '../../ingest/guess/one-day';
import type {AlsoMapping, ColumnProfile, FileMapping, Format, RoleMapping} from '../../ingest/types';
import {canonical, type CanonicalColumn, type ColumnType, type TableName} from '../../tables/canonical';

/** Roles that only purchases have, beside their canonical columns: together they make an amount. */
const makers = ['unit_price', 'line_discount_rate', 'credit', 'debit'];

/** What columns of a file of the table can be, required ones first. */
export function rolesOf(table: TableName): string[] {
  const own = Object.keys(canonical[table]);
  const required = own.filter((role) => isRequired(table, role));
  return [
    ...required,
    ...own.filter((role) => !required.includes(role)),
    ...(table === 'purchase' ? ['unit_cost', ...makers] : [])
  ];
}

/** What kind of value the role takes. */
export function typeOf(table: TableName | null, role: string): ColumnType {
  return (table && typeOfRole(table, role)) ?? 'text';
}

/** Whether the table can't be read without the role. */
export function isRequired(table: TableName, role: string): boolean {
  const columns: Record<string, CanonicalColumn> = canonical[table];
  return columns[role]?.required === true;
}

/** The role that the column plays, or null. */
export function roleOf(mapping: FileMapping, column: number): string | null {
  return keys(mapping.roles).find((role) => mapping.roles[role]?.column === column) ?? null;
}

/** Whether the role's column is not read: what makes an amount beside another, or an amount that is made of others. */
export function isIdle({amount}: FileMapping, role: string): boolean {
  if (amount === null) return false;
  if (!makers.includes(role)) return amount !== 'column' && role === 'amount';
  return sides.includes(role) ? amount !== 'credit − debit' : amount !== 'quantity × unit_price';
}

/** Roles of what came in and what went out. */
const sides = ['credit', 'debit'];

/**
 * The column plays the role from now on, and no other one; another column that played it plays none.
 * Null: it plays none; in a customer file it is then an attribute.
 */
export function withRole(mapping: FileMapping, profile: ColumnProfile, role: string | null): FileMapping {
  const {roles} = mapping;
  const kept = keys(roles).filter((other) => other !== role && roles[other]?.column !== profile.index);
  const next = Object.fromEntries(kept.map((other) => [other, roles[other] as RoleMapping]));
  if (role !== null) next[role] = {column: profile.index, format: formatFor(profile, typeOf(mapping.table, role))};
  const attributes = mapping.table === 'customer' ? [...mapping.attributes, ...columnsOf(roles)] : [];
  return settled({...mapping, roles: next, attributes}, role === 'amount' ? 'column' : mapping.amount);
}

/** The column is left out altogether, also as an attribute; or is an attribute again. */
export function withAttribute(mapping: FileMapping, column: number, kept: boolean): FileMapping {
  const others = mapping.attributes.filter((index) => index !== column);
  return settled({...mapping, attributes: kept ? [...others, column] : others}, mapping.amount);
}

/** A rule about rows is taken away: the one that repeats cells, or one of those that leave rows out. */
export function withoutRule({fill, only = [], ...mapping}: FileMapping, which: 'fill' | number): FileMapping {
  const kept = only.filter((_, place) => place !== which);
  return {
    ...mapping,
    ...(fill && which !== 'fill' ? {fill} : {}),
    ...(kept.length > 0 ? {only: kept} : {})
  };
}

/** The text of the role's column is read in another way. */
export function withFormat(mapping: FileMapping, role: string, format: Format): FileMapping {
  const old = mapping.roles[role];
  if (!old) return mapping;
  return {...mapping, roles: {...mapping.roles, [role]: {column: old.column, format}}};
}

/** All amounts of the file are in the currency; null: that isn't known, or a column says it. */
export function withCurrency({currency: _, ...mapping}: FileMapping, currency: string | null): FileMapping {
  return currency === null ? mapping : {...mapping, currency};
}

/** Whether the table needs days and no column has them. */
export function isUndated(mapping: FileMapping): boolean {
  const when = whenOf(mapping);
  return when !== null && !has(mapping, when);
}

/** All rows of the file are of the day; null: it has dates of its own. */
export function withDay(mapping: FileMapping, day: string | null): FileMapping {
  const when = whenOf(mapping);
  if (when === null) return mapping;
  const {constants = {}, ...rest} = mapping;
  const others = Object.fromEntries(Object.entries(constants).filter(([role]) => role !== when));
  const next = day === null ? others : {...others, [when]: day};
  return Object.keys(next).length === 0 ? rest : {...rest, constants: next};
}

/** The rows of the file feed further tables, or none. */
export function withAlso({also: _, ...mapping}: FileMapping, also: AlsoMapping[]): FileMapping {
  return also.length === 0 ? mapping : {...mapping, also};
}

/** The mapping after columns came or went: with an amount rule that its roles allow. */
export const resettled = (mapping: FileMapping): FileMapping => settled(mapping, mapping.amount);

/** The amount comes from its own column, or from quantity and unit price. */
export function withAmount(mapping: FileMapping, amount: NonNullable<FileMapping['amount']>): FileMapping {
  return settled(mapping, amount);
}

/** Whether the file says what came in or what went out. */
export function canSubtract(mapping: FileMapping): boolean {
  return mapping.table === 'purchase' && sides.some((side) => has(mapping, side));
}

/** Whether the file has what makes an amount where no column has it. */
export function canMultiply(mapping: FileMapping): boolean {
  return mapping.table === 'purchase' && has(mapping, 'quantity') && has(mapping, 'unit_price');
}

/** The same mapping with an amount rule that its roles allow, and without attributes that play a role. */
function settled(mapping: FileMapping, wanted: FileMapping['amount']): FileMapping {
  const taken = new Set(columnsOf(mapping.roles));
  const attributes = new Set(mapping.attributes.filter((index) => !taken.has(index)));
  return {
    ...mapping,
    amount: amountRule(mapping, wanted),
    attributes: [...attributes].sort((a, b) => a - b)
  };
}

function amountRule(mapping: FileMapping, wanted: FileMapping['amount']): FileMapping['amount'] {
  if (canSubtract(mapping) && (wanted === 'credit − debit' || !(has(mapping, 'amount') || canMultiply(mapping)))) {
    return 'credit − debit';
  }
  if (canMultiply(mapping) && (wanted === 'quantity × unit_price' || !has(mapping, 'amount'))) {
    return 'quantity × unit_price';
  }
  return has(mapping, 'amount') ? 'column' : null;
}

function columnsOf(roles: FileMapping['roles']): number[] {
  return Object.values(roles).map(({column}) => column);
}

function has(mapping: FileMapping, role: string): boolean {
  return Object.hasOwn(mapping.roles, role);
}

const keys = Object.keys;
