import {literal} from '../engine/sql';
import {canonical, type CanonicalColumn, type TableName} from '../tables/canonical';
import {daySql, idSql, isFinerSql, isNothingSql, numberSql, plausibleSql, textSql, type Texts} from './cast';
import {kindSql} from './rules';
import type {FileMapping, RoleMapping} from './types';

/** Why a row can't be used as it stands, beside what the scan finds; keys of the `ingest` messages. */
export const problems = [
  ...['no date', 'not a date', 'date out of range', 'no amount', 'not an amount', 'no quantity', 'not a quantity'],
  ...['no price', 'not a price', 'not a discount', 'no customer', 'no category']
] as const;

/** A reason for which a row is set aside: where it holds, in which column of the file, with what text. */
export interface Problem {
  reason: string;
  column: string | null;
  /** SQL of the text in that column */
  text: string;
  /** SQL: the row has the problem */
  holds: string;
}

/** What is noted of a row that is used, as a bit of its `flags`. */
export type Flag = {kind: 'nothing' | 'rounded'; bit: number} | {kind: 'unreadable'; bit: number; column: string};

/** How the records of a file become rows of a table, in SQL. */
export interface Plan {
  table: TableName;
  /** canonical columns that the file fills, in their order */
  columns: string[];
  flags: Flag[];
  problems: Problem[];
  /** the records with all that was read of them: texts `c0` …, canonical columns, `kind`, `flags` */
  rowsSql(records: string): string;
  /** SQL: the row can be used */
  usable: string;
}

export interface PlanOptions extends Texts {
  /** whether ids like `C536379` cancel purchases; true by default */
  cancelling?: boolean;
  /** SQL type of `kind`; `varchar` by default */
  kindType?: string;
  /** gives purchases the currency of the mapping, where no column says it; false by default */
  currency?: boolean;
}

const usual: Required<PlanOptions> = {cancelling: true, kindType: 'varchar', currency: false, padded: true};

/** Plans the reading of a file. Its mapping must have the roles that its table requires. */
export function planOf(mapping: FileMapping, table: TableName, options: PlanOptions = {}): Plan {
  const fields = fieldsOf(mapping, table);
  const names = fields.map((field) => field.role).filter((role) => role in canonical[table]);
  const product = mapping.amount === 'quantity × unit_price' ? ['amount'] : [];
  const currency = options.currency === true && addsCurrency(mapping, table) ? ['currency'] : [];
  const columns = new Set([...names, ...product, ...currency]);
  const problems = problemsOf(mapping, table, fields);
  const flags = flagsOf(fields);
  return {
    table,
    columns: Object.keys(canonical[table]).filter((name) => columns.has(name)),
    flags,
    problems,
    usable: needed[table].map((name) => `${name} is not null`).join(' and '),
    rowsSql: (records) => rowsSql(records, {mapping, table, fields, flags, options: {...usual, ...options}})
  };
}

/** What a row can't be used without. Purchases without a customer are staged: a rule says whether they are used. */
const needed: Record<TableName, readonly string[]> = {
  customer: ['customer_id'],
  purchase: ['purchased_on', 'amount'],
  interaction: ['customer_id', 'occurred_on'],
  partnership_cost: ['category', 'amount']
};

/** A column of the file in its role. */
interface Field {
  role: string;
  /** name of the column */
  name: string;
  /** SQL of its text */
  text: string;
  format: RoleMapping['format'];
  type: CanonicalColumn['type'];
  required: boolean;
}

const makers = {unit_price: 'money', line_discount_rate: 'number'} as const;

/** The columns of the file that are read: those in a role of the table, and what the amount is made of. */
function fieldsOf({roles, amount, header}: FileMapping, table: TableName): Field[] {
  const product = amount === 'quantity × unit_price';
  const known: Record<string, CanonicalColumn> = {...canonical[table], ...(product ? typed(makers) : {})};
  return Object.entries(roles).flatMap(([role, {column, format}]): Field[] => {
    const own = Object.hasOwn(known, role) ? known[role] : undefined;
    if (!own || (role === 'amount' && product)) return [];
    const name = header[column] ?? `${column + 1}`;
    return [{role, name, text: `c${column}`, format, type: own.type, required: own.required === true}];
  });
}

const typed = (types: typeof makers): Record<string, CanonicalColumn> =>
  Object.fromEntries(Object.entries(types).map(([role, type]) => [role, {type}]));

interface Reading {
  mapping: FileMapping;
  table: TableName;
  fields: readonly Field[];
  flags: readonly Flag[];
  options: Required<PlanOptions>;
}

/** Each step gives the records and, beside their texts, a little more. */
function rowsSql(records: string, {mapping, table, fields, flags, options}: Reading): string {
  const reads = fields.map((field) => `${readSql(field, options)} as ${readName(field, mapping)}`);
  const read = `select *${reads.map((sql) => `, ${sql}`).join('')} from ${records}`;
  const days = fields.filter(({type}) => type === 'date');
  const dated = `select *${days.map((field) => `, ${dateSql(field)} as ${field.role}`).join('')} from (${read})`;
  const priced = mapping.amount === 'quantity × unit_price' ? withProduct(dated, fields) : dated;
  const noted = flagsSql(fields, flags, mapping);
  const kind = table === 'purchase' ? `, ${kindOf(fields, options)} as kind` : '';
  const attributes = table === 'customer' ? `, ${attributesSql(mapping, options)} as attributes` : '';
  const currency =
    options.currency && addsCurrency(mapping, table) ? `, ${literal(mapping.currency ?? null)} as currency` : '';
  return `select *, ${noted} as flags${kind}${attributes}${currency} from (${priced})`;
}

const addsCurrency = ({currency, roles}: FileMapping, table: TableName): boolean =>
  table === 'purchase' && currency !== undefined && !roles['currency'];

function readSql({role, text, format, type}: Field, texts: Texts): string {
  if (role === 'line_discount_rate') return rateSql(text, format);
  if (role === 'unit_price') return numberSql(text, {...format, type: 'decimal(18, 6)'});
  if (type === 'date') return daySql(text, format);
  if (type !== 'text') return numberSql(text, role === 'quantity' ? {...format, type: 'decimal(18, 6)'} : format);
  return ids.includes(role) || format.id !== undefined ? idSql(text, format, texts) : textSql(text, texts);
}

const ids = ['customer_id', 'transaction_id', 'referred_by'];

/** Days on which something happened can't be after 2199. */
const dateSql = ({role}: Field): string =>
  plausibleSql(dayName(role), mainDates.includes(role) ? '2199-12-31' : undefined);

const mainDates = ['purchased_on', 'occurred_on', 'incurred_on'];

const dayName = (role: string): string => `${role}_day`;

/** A share of the price: 0.15, or 15 %. Nothing is no discount. */
function rateSql(text: string, format: Field['format']): string {
  const value = numberSql(text, {...format, percent: true, type: 'decimal(9, 6)'});
  return `case when coalesce(${isNothingSql(text)}, true) then 0 when ${value} between 0 and 1 then ${value} end`;
}

/** Days are still to be checked. The quantity is read finer than it is kept, so that the amount is exact. */
function readName({role, type}: Field, {amount}: FileMapping): string {
  if (type === 'date') return dayName(role);
  return role === 'quantity' && amount === 'quantity × unit_price' ? 'exact_quantity' : role;
}

/**
 * Quantity × unit price × (1 − rate), exact, and whether four decimals can't hold it. Decimals of more than 18 digits are
 * slow in wasm, and those of up to 18 overflow with an error: so products are taken in the latter where they surely fit.
 */
function withProduct(rows: string, fields: readonly Field[]): string {
  const rate = fields.some(({role}) => role === 'line_discount_rate') ? 'line_discount_rate' : null;
  const wide = `exact_quantity::decimal(20, 6) * unit_price`;
  const net = rate === null ? wide : `try_cast(${wide} as decimal(24, 8)) * (1 - ${rate})`;
  const small = `abs(exact_quantity::double * unit_price::double) < 900000${rate === null ? '' : ` and ${rate} = 0`}`;
  const amount = `case when ${small} then try_cast(exact_quantity * unit_price as decimal(18, 4)) else try_cast(${net} as decimal(18, 4)) end`;
  const decimals = fields
    .filter(({role}) => role === 'quantity' || role === 'unit_price')
    .map(decimalsSql)
    .join(' + ');
  const fine = `${decimals} > 4${rate === null ? '' : ` or ${rate} <> 0`}`;
  return `select *, coalesce(case when ${fine} then ${net} <> amount else false end, false) as is_rounded
    from (select *, ${amount} as amount, try_cast(exact_quantity as decimal(18, 4)) as quantity from (${rows}))`;
}

/** Characters behind the decimal mark. */
function decimalsSql({text, format}: Field): string {
  const mark = literal(format.decimal ?? '.');
  return `case when contains(${text}, ${mark}) then strlen(${text}) - strpos(${text}, ${mark}) else 0 end`;
}

function kindOf(fields: readonly Field[], kinds: Required<PlanOptions>): string {
  const has = (role: string): string | null => (fields.some((field) => field.role === role) ? role : null);
  const quantity = has('quantity');
  return kindSql({transaction: has('transaction_id'), status: has('status'), amount: 'amount', quantity, ...kinds});
}

/** Other columns of a customer file by their names; nothing where they are empty. */
function attributesSql({attributes, header}: FileMapping, texts: Texts): string {
  const entries = attributes.map(
    (column) => `{'key': ${literal(header[column] ?? `${column + 1}`)}, 'value': ${textSql(`c${column}`, texts)}}`
  );
  if (entries.length === 0) return 'map([], [])::map(varchar, varchar)';
  return `map_from_entries(list_filter([${entries.join(', ')}], lambda e: e.value is not null))`;
}

function flagsOf(fields: readonly Field[]): Flag[] {
  const optional = fields.filter(isOptional);
  const unreadable = optional.map(({name}, index): Flag => ({kind: 'unreadable', bit: 4 << index, column: name}));
  return [{kind: 'nothing', bit: 1}, {kind: 'rounded', bit: 2}, ...unreadable];
}

/** Typed, and a row is used without it. */
const isOptional = ({role, type, required}: Field): boolean => type !== 'text' && !required && !(role in makers);

function flagsSql(fields: readonly Field[], flags: readonly Flag[], mapping: FileMapping): string {
  const parts = fields.flatMap((field) => {
    const bit = flags.find((flag) => flag.kind === 'unreadable' && flag.column === field.name)?.bit ?? 0;
    const isRead = field.type !== 'text' || ids.includes(field.role);
    const rounded = field.type === 'money' ? [roundedSql(field, mapping)] : [];
    return [...(isRead ? [missingSql(field, mapping, bit)] : []), ...rounded];
  });
  const product = mapping.amount === 'quantity × unit_price' ? ['case when is_rounded then 2 else 0 end'] : [];
  return `(${[...parts, ...product, '0'].join(' | ')})::usmallint`;
}

const missingSql = (field: Field, mapping: FileMapping, bit: number): string =>
  `case when ${readName(field, mapping)} is null and ${field.text} is not null
    then case when trim(${field.text}) = '' then 0 when ${isNothingSql(field.text)} then 1 else ${bit} end else 0 end`;

function roundedSql({role, text, format}: Field, {amount}: FileMapping): string {
  return role === 'unit_price' && amount === 'quantity × unit_price'
    ? '0'
    : `case when ${isFinerSql(text, format)} then 2 else 0 end`;
}

function problemsOf(mapping: FileMapping, table: TableName, fields: readonly Field[]): Problem[] {
  const product = mapping.amount === 'quantity × unit_price';
  const found = fields.flatMap((field): Problem[] => {
    if (product && field.role === 'quantity')
      return lacking(field, 'exact_quantity', ['no quantity', 'not a quantity']);
    if (field.role === 'unit_price') return lacking(field, field.role, ['no price', 'not a price']);
    if (field.role === 'line_discount_rate') return lacking(field, field.role, ['not a discount', 'not a discount']);
    if (!field.required || (table === 'purchase' && field.role === 'customer_id')) return [];
    if (field.type === 'date') return dateProblems(field);
    if (field.role === 'customer_id') return lacking(field, field.role, ['no customer', 'no customer']);
    if (field.type === 'text') return lacking(field, field.role, ['no category', 'no category']);
    return lacking(field, field.role, ['no amount', 'not an amount']);
  });
  const overflow = {reason: 'not an amount', column: null, text: `''`, holds: 'amount is null'};
  return product ? [...found, overflow] : found;
}

function lacking({name, text}: Field, read: string, [none, bad]: [string, string]): Problem[] {
  const nothing = `coalesce(${isNothingSql(text)}, true)`;
  const without = {reason: none, column: name, text, holds: `${read} is null and ${nothing}`};
  return none === bad
    ? [{...without, holds: `${read} is null`}]
    : [without, {reason: bad, column: name, text, holds: `${read} is null`}];
}

function dateProblems(field: Field): Problem[] {
  const day = `${field.role} is null and ${dayName(field.role)} is not null`;
  const outside = {reason: 'date out of range', column: field.name, text: field.text, holds: day};
  return [outside, ...lacking(field, field.role, ['no date', 'not a date'])];
}
