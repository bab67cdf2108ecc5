import {literal} from '../../engine/sql';
import type {TableName} from '../../tables/canonical';
import {bareSql, idSql, isNothingSql, numberSql, textSql} from '../values/cast';
import type {PlanOptions} from './plan';
import {firstWaySql, wayName, withDays} from './plan-dates';
import {flagSql, type Flag} from './plan-flags';
import {columnNames} from '../joins/lookups';
import {ids, isDifference, isProduct, isUnitCost, textOf, type Field, type Padded} from './plan-fields';
import {kindSql} from './rules';
import type {FileMapping} from '../types';

/** What the SQL of a file's rows is made of. */
export interface Reading {
  mapping: FileMapping;
  table: TableName;
  fields: readonly Field[];
  flags: readonly Flag[];
  options: Required<PlanOptions>;
}

/** Records with all that is read of them. Each step gives the records and, beside their texts, a little more. */
export function rowsSql(records: string, reading: Reading): string {
  const {mapping, table, fields} = reading;
  const bare = adding(bareTexts(reading), records);
  const read = adding(
    fields.map((field) => `${readSql(field, fields)} as ${field.type === 'date' ? wayName(field, 0) : field.read}`),
    `(${bare})`
  );
  const dated = `select * from ${withDays(`(${read})`, fields)}`;
  const made = isDifference(mapping, table) ? withDifference(dated, fields) : dated;
  const priced = isProduct(mapping, table) ? withProduct(dated, fields) : made;
  const costed = isUnitCost(mapping, table) ? adding([unitCostSql(fields)], `(${priced})`) : priced;
  return adding(notesOf(reading), `(${costed})`);
}

/** Quantity × what one unit costs; without a quantity each row is one unit. */
function unitCostSql(fields: readonly Field[]): string {
  const many = fields.some(({role}) => role === 'quantity') ? 'quantity::decimal(18, 6)' : '1';
  return `try_cast(${many} * unit_cost as decimal(18, 4)) as cost`;
}

/** Whether the plan gives a file's purchases the currency of its mapping. */
export const addsCurrency = ({currency, roles}: FileMapping, table: TableName): boolean =>
  table === 'purchase' && currency !== undefined && !roles['currency'];

const adding = (columns: readonly string[], rows: string): string =>
  `select ${['*', ...columns].join(', ')} from ${rows}`;

function readSql(field: Field, fields: readonly Field[]): string {
  const {role, text, format, type, ascii} = field;
  const deal = role === 'customer_id' ? fields.find((other) => other.role === 'deal') : undefined;
  if (deal) return `coalesce(${idSql(text, format, ascii)}, ${idSql(deal.text, deal.format, deal.ascii)})`;
  if (role === 'line_discount_rate') return rateSql(text, format);
  if (role === 'unit_price' || role === 'unit_cost') return numberSql(text, {...format, type: 'decimal(18, 6)'});
  if (type === 'date') return firstWaySql(field);
  if (type !== 'text') return numberSql(text, role === 'quantity' ? {...format, type: 'decimal(18, 6)'} : format);
  return ids.includes(role) || format.id !== undefined ? idSql(text, format, ascii) : textSql(text);
}

/** Texts without blanks around them, of the columns that may have such and are read. */
function bareTexts({mapping, table, fields, options: {padded}}: Reading): string[] {
  const attributes = table === 'customer' ? mapping.attributes : [];
  const columns = [...fields.flatMap(({column}) => column ?? []), ...attributes];
  const own = [...new Set(columns)].filter((column) => padded === 'all' || padded.includes(column));
  return own.map((column) => `${bareSql(`c${column}`)} as t${column}`);
}

/** A share of the price: 0.15, or 15 %. Nothing is no discount. */
function rateSql(text: string, format: Field['format']): string {
  const value = numberSql(text, {...format, percent: true, type: 'decimal(9, 6)'});
  return `case when coalesce(${isNothingSql(text)}, true) then 0 when ${value} between 0 and 1 then ${value} end`;
}

/**
 * Quantity × unit price × (1 − rate), exact, and whether four decimals can't hold it. Decimals of more than 18 digits are
 * slow in wasm, and those of up to 18 overflow with an error: so products are taken in the latter where they surely fit.
 */
function withProduct(rows: string, fields: readonly Field[]): string {
  const rate = fields.some(({role}) => role === 'line_discount_rate');
  const wide = `exact_quantity::decimal(20, 6) * unit_price`;
  const net = rate ? `try_cast(${wide} as decimal(24, 8)) * (1 - line_discount_rate)` : wide;
  const small = `abs(exact_quantity::double * unit_price::double) < 900000${rate ? ' and line_discount_rate = 0' : ''}`;
  const amount = `case when ${small} then try_cast(exact_quantity * unit_price as decimal(18, 4))
    else try_cast(${net} as decimal(18, 4)) end as amount`;
  const quantity = 'try_cast(exact_quantity as decimal(18, 4)) as quantity';
  const isRounded = `coalesce(case when ${isFine(fields, rate)} then ${net} <> amount else false end, false) as is_rounded`;
  return adding([isRounded], `(${adding([amount, quantity], `(${rows})`)})`);
}

/** What came in less what went out. An empty one is 0; the amount is nothing where both are, or one can't be read. */
function withDifference(rows: string, fields: readonly Field[]): string {
  const sides = fields.filter(({role}) => role === 'credit' || role === 'debit');
  const isNothing = ({text}: Field): string => `coalesce(${isNothingSql(text)}, true)`;
  const value = (role: string): string => {
    const side = sides.find((field) => field.role === role);
    return side ? `case when ${isNothing(side)} then 0 else ${side.read} end::decimal(20, 4)` : '0::decimal(20, 4)';
  };
  const difference = `try_cast(${value('credit')} - ${value('debit')} as decimal(18, 4))`;
  return adding(
    [`case when not (${sides.map(isNothing).join(' and ')}) then ${difference} end as amount`],
    `(${rows})`
  );
}

/** Whether a product may have more than four decimals. */
function isFine(fields: readonly Field[], rate: boolean): string {
  const factors = fields.filter(({role}) => role === 'quantity' || role === 'unit_price');
  return `${factors.map(decimalsSql).join(' + ')} > 4${rate ? ' or line_discount_rate <> 0' : ''}`;
}

/** Characters behind the decimal mark. */
function decimalsSql({text, format}: Field): string {
  const behind = (format.marks === 'each' ? ['.', ','] : [format.decimal ?? '.']).map((mark) => {
    const sign = literal(mark);
    return `case when contains(${text}, ${sign}) then strlen(${text}) - strpos(${text}, ${sign}) else 0 end`;
  });
  return behind.length === 1 ? behind.join('') : `greatest(${behind.join(', ')})`;
}

function notesOf(reading: Reading): string[] {
  const {mapping, table, fields, options} = reading;
  const currency = options.currency && addsCurrency(mapping, table);
  return [
    `${flagsSql(reading)} as flags`,
    ...(table === 'purchase' ? [`${kindOf(fields, options)} as kind`] : []),
    ...(table === 'customer' ? [`${attributesSql(mapping, options.padded)} as attributes`] : []),
    ...(currency ? [`${literal(mapping.currency ?? null)} as currency`] : [])
  ];
}

function kindOf(fields: readonly Field[], {cancelling, kindType}: Required<PlanOptions>): string {
  const has = (role: string): string | null => (fields.some((field) => field.role === role) ? role : null);
  const signs = {
    transaction: has('transaction_id'),
    status: has('status'),
    amount: 'amount',
    quantity: has('quantity')
  };
  return kindSql({...signs, cancelling, kindType});
}

/** Other columns of a customer file by their names; nothing where they are empty. */
function attributesSql(mapping: FileMapping, padded: Padded): string {
  const {attributes} = mapping;
  const header = columnNames(mapping);
  const entries = attributes.map(
    (column) => `{'key': ${literal(header[column] ?? `${column + 1}`)}, 'value': ${textSql(textOf(column, padded))}}`
  );
  if (entries.length === 0) return 'map([], [])::map(varchar, varchar)';
  return `map_from_entries(list_filter([${entries.join(', ')}], lambda e: e.value is not null))`;
}

function flagsSql({mapping, table, fields, flags}: Reading): string {
  const product = isProduct(mapping, table) ? ['case when is_rounded then 2 else 0 end'] : [];
  return `(${[...fields.flatMap((field) => flagSql(field, flags)), ...product, '0'].join(' | ')})::usmallint`;
}
