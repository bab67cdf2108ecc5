import {canonical, type CanonicalColumn, type ColumnType, type TableName} from '../../tables/canonical';
import {literal} from '../../engine/sql';
import {columnNames, lookedUp} from '../joins/lookups';
import type {FileMapping, Format} from '../types';

/** A column of a file in its role. */
export interface Field {
  role: string;
  /** place of the column in the file; null where the table requires the role and no column has it, or all rows have one value */
  column: number | null;
  /** the value is the same for all rows */
  constant?: true;
  /** the lookups that it takes to find the column in another file, the first one first */
  found?: readonly Finding[];
  /** name of the column */
  name: string;
  /** SQL of its text as the file has it, and without blanks around it */
  raw: string;
  text: string;
  /** its texts are ASCII: none has characters that can't be seen */
  ascii?: true;
  format: Format;
  type: ColumnType;
  required: boolean;
  /** SQL name under which its text is read first: days are still to be checked, quantities may be finer than kept */
  read: string;
}

/** A lookup on the way to a column: where the key is, in which file it is looked up, and SQL that is NULL where it isn't there. */
export interface Finding {
  from: number;
  file: string;
  hit: string;
}

/** Columns whose texts may have something that others surely haven't: blanks at their ends, letters beyond ASCII. */
export type Padded = readonly number[] | 'all';

/** The text of a column without blanks around it. */
export const textOf = (column: number, padded: Padded): string =>
  padded === 'all' || padded.includes(column) ? `t${column}` : `c${column}`;

/** Roles that aren't columns of purchases but make their amount. */
export const makers = ['unit_price', 'line_discount_rate', 'credit', 'debit'] as const;

/** Roles whose values say who or which: words for nothing are nothing, and `17850.0` may be 17850. */
export const ids = ['customer_id', 'transaction_id', 'referred_by', 'deal'];

/** Whether amounts are quantity × unit price, and both are known. */
export function isProduct({amount, roles}: FileMapping, table: TableName): boolean {
  const known = roles['quantity'] !== undefined && roles['unit_price'] !== undefined;
  return table === 'purchase' && amount === 'quantity × unit_price' && known;
}

/** Whether amounts are what came in less what went out, and either is known. */
export function isDifference({amount, roles}: FileMapping, table: TableName): boolean {
  const known = roles['credit'] !== undefined || roles['debit'] !== undefined;
  return table === 'purchase' && amount === 'credit − debit' && known;
}

/** The columns of a file that are read: those in a role of the table, and what the amount is made of. */
export function fieldsOf(
  mapping: FileMapping,
  table: TableName,
  {padded, wide}: {padded: Padded; wide: Padded}
): Field[] {
  const product = isProduct(mapping, table);
  const known = rolesOf(table, {product, difference: isDifference(mapping, table), cost: isUnitCost(mapping, table)});
  const names = columnNames(mapping);
  const found = Object.entries(mapping.roles).flatMap(([role, {column, format}]): Field[] => {
    const own = known.get(role);
    if (!own) return [];
    const name = names[column] ?? `${column + 1}`;
    const found = findings(mapping, column);
    const field = {...about(role, own, product), column, name, raw: `c${column}`, text: textOf(column, padded), format};
    if (found.length > 0) return [{...field, found}];
    return [wide === 'all' || wide.includes(column) ? field : {...field, ascii: true}];
  });
  const same = constantsOf(mapping, known).map(([role, own, value]): Field => ({
    ...{...about(role, own, product), column: null, constant: true, name: role},
    ...{raw: literal(value), text: literal(value), format: {date: '%Y-%m-%d', decimal: '.'}}
  }));
  const missing = [...known].filter(
    ([role, own]) => own.required && !mapping.roles[role] && !same.some((field) => field.role === role)
  );
  const nothing = {column: null, name: '', raw: 'null::varchar', text: 'null::varchar', format: {}};
  return [...found, ...same, ...missing.map(([role, own]): Field => ({...about(role, own, product), ...nothing}))];
}

interface Made {
  product: boolean;
  difference: boolean;
  cost: boolean;
}

/** Whether the cost of a purchase is quantity × what one unit costs. */
export function isUnitCost({roles}: FileMapping, table: TableName): boolean {
  return table === 'purchase' && roles['unit_cost'] !== undefined && roles['cost'] === undefined;
}

/** Values that are the same for all rows, in roles that no column plays. */
function constantsOf(
  {constants = {}, roles}: FileMapping,
  known: ReadonlyMap<string, CanonicalColumn>
): [role: string, own: CanonicalColumn, value: string][] {
  return Object.entries(constants).flatMap(([role, value]) => {
    const own = known.get(role);
    return own && roles[role] === undefined ? [[role, own, value]] : [];
  });
}

/** The lookups on the way to a column, from the file's own outwards. */
function findings(mapping: FileMapping, column: number): Finding[] {
  const found = lookedUp(mapping, column);
  if (!found) return [];
  const {lookup, index} = found;
  return [...findings(mapping, lookup.from), {from: lookup.from, file: lookup.file, hit: `h${index}`}];
}

function rolesOf(table: TableName, {product, difference, cost}: Made): Map<string, CanonicalColumn> {
  const own: Record<string, CanonicalColumn> = canonical[table];
  const roles = new Map(Object.entries(own));
  if (cost) roles.set('unit_cost', {type: 'money'});
  if (!product && !difference) return roles;
  roles.delete('amount');
  if (difference) return roles.set('credit', {type: 'money'}).set('debit', {type: 'money'});
  return roles.set('unit_price', {type: 'money'}).set('line_discount_rate', {type: 'number'});
}

type About = Pick<Field, 'role' | 'type' | 'required' | 'read'>;

function about(role: string, {type, required}: CanonicalColumn, product: boolean): About {
  const fine = role === 'quantity' && product ? 'exact_quantity' : role;
  return {role, type, required: required === true, read: type === 'date' ? `${role}_day` : fine};
}
