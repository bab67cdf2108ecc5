import type {TableName} from '../../tables/canonical';
import {inUnison} from './alike';
import {amountEvidence} from './amounts';
import {assign, type Choice} from './assign';
import {currencyOfFile} from './currency';
import {copiesOf} from './copies';
import {languageOf, meaningOf} from './dictionary';
import {inJoins} from '../joins/join-files';
import {reachOf, withLookups} from '../joins/join-guess';
import {withDayOfName} from './one-day';
import {presetFor, withPreset} from '../presets/presets';
import {formatFor, typeOfRole} from './role-format';
import type {ColumnProfile, FileMapping, Inspection, Recipe, RoleMapping, Rules} from '../types';
import {tableOf, type Verdict} from './verdict';
import {withValues} from './values';

export {formatFor, typeOfRole} from './role-format';

export const defaultRules: Rules = {
  cancellations: 'leave out',
  returns: 'subtract',
  free: 'leave out',
  anonymous: 'leave out'
};

/** Which table each file is and which column plays which role, with a reason for each. Files are seen together. */
export function guess(inspections: readonly Inspection[]): Recipe {
  const own = inspections.map((inspection) => recognised(inspection) ?? withoutPreset(inspection));
  const alike = inUnison(own, inspections);
  const mappings = alike.map((mapping, index) => (lacksCustomer(mapping, alike) ? (own[index] ?? mapping) : mapping));
  const joined = dated(mappings, inspections);
  const complete = joined.some((mapping) => isCompletePurchase(mapping));
  const files = joined.map((mapping, index) => {
    const inspection = inspections[index];
    const isLeft = complete && mapping.table === 'purchase' && !isCompletePurchase(mapping);
    return isLeft && inspection ? mapped(inspection, {table: null, reason: 'table.other-purchases'}) : mapping;
  });
  return withCopies({version: 1, files, rules: {...defaultRules}}, inspections);
}

/** Joined with the others; where nothing gives a file its day, the day that its name says, and then joined with it. */
function dated(mappings: readonly FileMapping[], inspections: readonly Inspection[]): FileMapping[] {
  const joined = inJoins(mappings, inspections);
  const found = mappings.map((own, index) => {
    const [inspection, one] = [inspections[index], joined[index]];
    const lacksDay = inspection && one && withDayOfName(one, inspection) !== one;
    return lacksDay ? withDayOfName(own, inspection) : own;
  });
  return found.some((mapping, index) => mapping !== mappings[index]) ? inJoins(found, inspections) : joined;
}

/** Where files hold the same rows, those that an earlier one has too are set aside: else all would count several times. */
function withCopies(recipe: Recipe, inspections: readonly Inspection[]): Recipe {
  const copies = copiesOf(recipe.files, inspections);
  if (copies.size === 0) return recipe;
  const files = recipe.files.map((mapping, index) => {
    const first = recipe.files[copies.get(index) ?? -1];
    return first ? {...mapping, reason: {key: 'table.copy', values: {file: first.file}}} : mapping;
  });
  return {...recipe, files, rules: {...recipe.rules, overlaps: 'set aside'}};
}

/** Read like a file that says who the customers are, but without a column that does: it is another table after all. */
function lacksCustomer({table, roles, reason}: FileMapping, all: readonly FileMapping[]): boolean {
  const lead = reason?.key === 'table.alike' ? all.find(({file}) => file === reason.values?.['file']) : undefined;
  return table !== null && !('customer_id' in roles) && lead !== undefined && 'customer_id' in lead.roles;
}

/** The mapping of a file by the preset that knows its columns; null: none does. */
export function recognised(inspection: Inspection): FileMapping | null {
  const preset = presetFor(inspection);
  if (!preset) return null;
  return withPreset(mapped(inspection, {table: preset.table, reason: 'table.preset'}), preset, inspection);
}

/** The mapping of a file by its column names and values alone. */
export const withoutPreset = (inspection: Inspection): FileMapping => mapped(inspection, tableOf(inspection));

/** The mapping of a file as the given table: its columns, and those that it reaches in others, in the roles that they fit best. */
export function mapAs(
  inspection: Inspection,
  table: TableName | null,
  inspections: readonly Inspection[] = []
): FileMapping {
  const own = mapped(inspection, {table, reason: 'chosen'});
  const place = inspections.indexOf(inspection);
  return place < 0 || table === null ? own : withLookups(own, inspection, reachOf(place, inspections));
}

function isCompletePurchase({table, roles, constants, amount}: FileMapping): boolean {
  const has = (role: string): boolean => role in roles || constants?.[role] !== undefined;
  return table === 'purchase' && has('customer_id') && has('purchased_on') && amount !== null;
}

function mapped(inspection: Inspection, {table, reason}: Verdict): FileMapping {
  const {columns, source, encoding, dialect, region} = inspection;
  const chosen = table === null ? new Map<string, Choice>() : chosenFor(table, inspection);
  const roles = Object.fromEntries(
    [...chosen].map(([role, choice]) => [role, roleMapping(table ?? 'purchase', choice, inspection)])
  );
  const taken = new Set(Object.values(roles).map(({column}) => column));
  const currency = table === null || chosen.has('currency') ? undefined : currencyOfFile(columns, chosen);
  return {
    file: source.name,
    table,
    reason: {key: reason},
    encoding: encoding.value,
    dialect: {...dialect.value},
    region: {...region.value},
    header: columns.map(({name}) => name),
    roles,
    amount: amountRule(roles),
    ...(currency === undefined ? {} : {currency}),
    attributes: table === 'customer' ? columns.flatMap(({index}) => (taken.has(index) ? [] : [index])) : []
  };
}

function amountRule(roles: Record<string, RoleMapping>): FileMapping['amount'] {
  if ('amount' in roles) return 'column';
  return 'quantity' in roles && 'unit_price' in roles ? 'quantity × unit_price' : null;
}

function chosenFor(table: TableName, {columns, preview}: Inspection): Map<string, Choice> {
  const chosen = withValues(assign(table, columns), columns, table);
  return table === 'purchase' ? withRate(withUnitCost(withPrice(chosen)), preview) : chosen;
}

/** A price without a quantity is the amount of its row. */
function withPrice(chosen: Map<string, Choice>): Map<string, Choice> {
  const price = chosen.get('unit_price');
  if (!price || chosen.has('quantity') || chosen.has('amount')) return chosen;
  const rest = new Map(chosen);
  rest.delete('unit_price');
  return rest.set('amount', {...price, role: 'amount', sure: 0.5});
}

/** What one unit costs, beside a quantity, is no cost of the row. */
function withUnitCost(chosen: Map<string, Choice>): Map<string, Choice> {
  const cost = chosen.get('cost');
  const {concepts} = meaningOf(cost?.column.name ?? '');
  if (!cost || !chosen.has('quantity') || !concepts.includes('unit')) return chosen;
  const rest = new Map(chosen);
  rest.delete('cost');
  return rest.set('unit_cost', {...cost, role: 'unit_cost'});
}

/** A discount between 0 and 1, or in per cent, beside quantity and price is a rate. */
function withRate(chosen: Map<string, Choice>, preview: readonly (readonly string[])[]): Map<string, Choice> {
  const discount = chosen.get('discount');
  if (!discount || chosen.has('amount') || !chosen.has('unit_price')) return chosen;
  const values = preview.map((row) => row[discount.column.index] ?? '').filter((value) => value !== '');
  if (!values.every((value) => /^(?:0|1|0?[.,]\d+|[01][.,]0+|\d{1,3}(?:[.,]\d+)?\s?%)$/.test(value.trim())))
    return chosen;
  const rest = new Map(chosen);
  rest.delete('discount');
  return rest.set('line_discount_rate', {...discount, role: 'line_discount_rate'});
}

function roleMapping(table: TableName, choice: Choice, inspection: Inspection): RoleMapping {
  const {column, role} = choice;
  const type = typeOfRole(table, role) ?? 'text';
  return {column: column.index, format: formatFor(column, type), reason: reasonFor(table, choice, inspection)};
}

function reasonFor(
  table: TableName,
  choice: Choice,
  {preview, columns}: Inspection
): NonNullable<RoleMapping['reason']> {
  const {column, role, byName} = choice;
  const values = {
    header: column.name,
    language: languageIn(column, columns),
    distinct: column.distinct,
    filled: column.filled
  };
  if (!byName) return {key: choice.several ? 'role.values.several' : `role.values.${role}`, values};
  if (typeOfRole(table, role) === 'date' && column.format.date === undefined) return {key: 'role.serial', values};
  if (table === 'purchase' && role === 'amount') return amountEvidence({choice, columns, preview}, values);
  if (role === 'customer_id')
    return {key: table === 'customer' ? 'role.once' : repeats(column) ? 'role.repeats' : 'role.header', values};
  if (column.order)
    return {key: column.order.deciding > 0 ? 'role.order' : 'role.order-open', values: {...values, ...column.order}};
  return {key: 'role.header', values};
}

/** The language that the column is named in: the file's own if the words are in it. */
function languageIn({name}: ColumnProfile, columns: readonly ColumnProfile[]): string {
  const {languages} = meaningOf(name);
  const main = languageOf(columns.map((column) => column.name));
  return languages.includes(main) ? main : (languages[0] ?? 'en');
}

const repeats = ({distinct, filled}: ColumnProfile): boolean => distinct < filled * 0.9;
