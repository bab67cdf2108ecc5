import {MappingError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {canonical, tableNames, type TableName} from '../../tables/canonical';
import {listed, quoted} from './check';
import {checkedConstants, columnNamed, withSaidLookups, type SaidLookup} from '../joins/apply-lookups';
import {formatFor, mapAs, typeOfRole} from '../guess/guess';
import type {Overrides} from '../look/inspect';
import {columnsOf} from '../joins/lookup-columns';
import {isRecipe, withRecipe} from './reuse';
import type {ColumnProfile, FileMapping, Format, Inspection, Recipe, RoleMapping, Rules} from '../types';

export {checkRecipe} from './check';

/** A column by its name, or by its number from 0; with `column`, how its text is read; null: no column plays the role. */
export type ColumnChoice = string | number | null | ({column: string | number} & Format);

/** What a person says about one file. All of it is optional; what is not said stays as it was guessed. */
export interface FileChanges {
  /** null leaves the file out */
  table?: TableName | null;
  encoding?: string;
  dialect?: FileMapping['dialect'] | Partial<FileMapping['dialect']>;
  region?: Partial<FileMapping['region']>;
  /** by role; columns of other files as `orders.csv › order_date` */
  columns?: Record<string, ColumnChoice>;
  /** files in which columns are looked up, in place of those that were guessed */
  lookups?: readonly SaidLookup[];
  /** values that are the same for all rows, by role */
  constants?: Record<string, string>;
  amount?: 'column' | 'quantity × unit_price';
  /** an ISO 4217 code */
  currency?: string;
}

/** What a person says about files, by their names, and about what counts. Plain JSON. */
export interface Changes {
  files?: Record<string, FileChanges>;
  rules?: Partial<Rules>;
}

/** Changes to what is guessed, or the recipe of an earlier import. Plain JSON. */
export type PersonsMapping = Changes | Recipe;

/**
 * The guessed recipe with what a person says in its place. The files should have been inspected with `overridesOf`.
 *
 * @throws {MappingError} if it names a file, column, role or value that is not there, saying what there is instead
 */
export function applyMapping(recipe: Recipe, inspections: readonly Inspection[], mapping?: PersonsMapping): Recipe {
  if (mapping === undefined) return recipe;
  if (isRecipe(mapping)) return withRecipe(recipe, inspections, mapping);
  checkKeys(mapping, ['files', 'rules'], '');
  const changed = new Map(Object.entries(mapping.files ?? {}));
  checkNames([...changed.keys()], inspections);
  const files = recipe.files.map((guessed, index) => {
    const changes = changed.get(guessed.file);
    const inspection = inspections[index];
    return changes && inspection ? withChanges(guessed, {inspection, inspections}, changes) : guessed;
  });
  return {version: 1, files, rules: withRules(recipe.rules, mapping.rules ?? {})};
}

/** What a mapping says about the bytes of a file, to inspect it with. Of a recipe: all but the footer, which may differ. */
export function overridesOf(mapping: PersonsMapping | undefined, file: string): Overrides {
  if (mapping === undefined) return {};
  if (isRecipe(mapping)) {
    const known = mapping.files.find((one) => one.file === file);
    return known ? {encoding: known.encoding, dialect: known.dialect, region: headOf(known)} : {};
  }
  const files = new Map(Object.entries(mapping.files ?? {}));
  const {encoding, dialect, region} = files.get(file) ?? {};
  return {...(encoding === undefined ? {} : {encoding}), ...(dialect ? {dialect} : {}), ...(region ? {region} : {})};
}

const headOf = ({region: {preamble, header, comment}}: FileMapping): NonNullable<Overrides['region']> => ({
  preamble,
  header,
  ...(comment === undefined ? {} : {comment})
});

function checkNames(names: readonly string[], inspections: readonly Inspection[]): void {
  const known = inspections.map(({source}) => source.name);
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw new MappingError(ingest.t('mapping.file', {name: quoted(wrong), known: listed(known)}), wrong);
}

function checkKeys(value: object, known: readonly string[], file: string): void {
  const wrong = Object.keys(value).find((key) => !known.includes(key));
  if (wrong !== undefined)
    throw new MappingError(ingest.t('mapping.key', {name: quoted(wrong), known: listed(known)}), file);
}

const fileKeys = ['table', 'encoding', 'dialect', 'region', 'columns', 'lookups', 'constants', 'amount', 'currency'];

interface Looked {
  inspection: Inspection;
  inspections: readonly Inspection[];
}

function withChanges(guessed: FileMapping, looked: Looked, changes: FileChanges): FileMapping {
  const {inspection, inspections} = looked;
  checkKeys(changes, fileKeys, guessed.file);
  const table = wantedTable(guessed, changes);
  const start = table === guessed.table ? guessed : mapAs(inspection, table, inspections);
  const base = withSaidLookups(start, looked, changes);
  const columns = columnsOf(inspection, base, inspections);
  const roles = withColumns(base, columns, changes.columns ?? {});
  const constants = checkedConstants(base, changes.constants ?? {});
  const amount = amountOf(base, roles, changes);
  return {
    ...base,
    ...(changes.encoding === undefined ? {} : {encoding: inspection.encoding.value}),
    ...(changes.currency === undefined ? {} : {currency: changes.currency}),
    ...(Object.keys(constants).length === 0 ? {} : {constants}),
    reason: 'table' in changes ? {key: 'chosen'} : (base.reason ?? {key: 'chosen'}),
    roles,
    amount,
    attributes: table === 'customer' ? freeColumns(inspection.columns, roles) : []
  };
}

/** The table that is said, or the guessed one; of a file that was left out, the first table that has all roles named. */
function wantedTable({file, table}: FileMapping, changes: FileChanges): TableName | null {
  if (changes.table === undefined) return table ?? tableFor(Object.keys(changes.columns ?? {}));
  if (changes.table === null || tableNames.includes(changes.table)) return changes.table;
  const fill = {file, name: quoted(String(changes.table)), known: listed(tableNames)};
  throw new MappingError(ingest.t('mapping.table', fill), file);
}

function tableFor(roles: readonly string[]): TableName | null {
  const order: readonly TableName[] = ['purchase', 'customer', 'interaction', 'partnership_cost'];
  return roles.length === 0
    ? null
    : (order.find((table) => roles.every((role) => typeOfRole(table, role))) ?? 'purchase');
}

function withColumns(
  base: FileMapping,
  profiles: readonly ColumnProfile[],
  columns: Record<string, ColumnChoice>
): Record<string, RoleMapping> {
  const said = Object.entries(columns).map(([role, choice]) => [role, chosen(base, profiles, {role, choice})] as const);
  const named = new Set(said.map(([role]) => role));
  const used = new Set(said.flatMap(([, mapping]) => (mapping ? [mapping.column] : [])));
  const kept = Object.entries(base.roles).filter(([role, {column}]) => !named.has(role) && !used.has(column));
  return Object.fromEntries([
    ...kept,
    ...said.flatMap(([role, mapping]) => (mapping ? [[role, mapping] as const] : []))
  ]);
}

function chosen(
  {file, table}: FileMapping,
  columns: readonly ColumnProfile[],
  {role, choice}: {role: string; choice: ColumnChoice}
): RoleMapping | null {
  const type = table === null ? undefined : typeOfRole(table, role);
  if (!type || table === null) throw unknownRole(file, table, role);
  if (choice === null) return null;
  const {column, ...said} = typeof choice === 'object' ? choice : {column: choice};
  const profile = columnNamed(columns, column, {file, role});
  const format = {...formatFor(profile, type), ...checkedFormat(said, {file, role})};
  return {column: profile.index, format, reason: {key: 'chosen'}};
}

function unknownRole(file: string, table: TableName | null, role: string): MappingError {
  const own = Object.keys(canonical[table ?? 'purchase']);
  const known =
    table === 'customer'
      ? own
      : [...own, ...(table === 'purchase' ? ['unit_price', 'unit_cost', 'line_discount_rate'] : [])];
  return new MappingError(ingest.t('mapping.role', {file, name: quoted(role), known: listed(known)}), file, role);
}

const allowed: Record<string, {known: string; fits: (value: unknown) => boolean}> = {
  date: {known: '“%d.%m.%Y”, “%Y-%m-%d” …', fits: (value) => typeof value === 'string' && /%[a-zA-Z]/.test(value)},
  dates: {
    known: 'a list of such',
    fits: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' && /%[a-zA-Z]/.test(one))
  },
  marks: {known: '“each”', fits: (value) => value === 'each'},
  debit: {known: 'true', fits: (value) => value === true},
  decimal: {known: '“.”, “,”', fits: (value) => value === '.' || value === ','},
  sign: {known: '1, -1', fits: (value) => value === 1 || value === -1},
  id: {known: '“number”', fits: (value) => value === 'number'}
};

function checkedFormat(said: Format, {file, role}: {file: string; role: string}): Format {
  checkKeys(said, ['column', ...Object.keys(allowed)], file);
  for (const [key, value] of Object.entries(said)) {
    const rule = allowed[key];
    if (rule && !rule.fits(value)) throw wrongValue({file, name: `${role}.${key}`, value, known: rule.known});
  }
  return said;
}

function amountOf(
  base: FileMapping,
  roles: Record<string, RoleMapping>,
  {amount, columns = {}}: FileChanges
): FileMapping['amount'] {
  if (amount !== undefined) return checkedAmount(base.file, amount);
  const canMultiply = 'quantity' in roles && 'unit_price' in roles;
  const isSaid = 'amount' in columns || !('unit_price' in columns);
  if ('amount' in roles && (isSaid || !canMultiply)) return 'column';
  return canMultiply ? 'quantity × unit_price' : null;
}

function checkedAmount(file: string, amount: string): FileMapping['amount'] {
  if (amount === 'column') return amount;
  if (/^quantity\s*[×x*]\s*unit_price$/.test(amount)) return 'quantity × unit_price';
  throw wrongValue({file, name: 'amount', value: amount, known: '“column”, “quantity × unit_price”'});
}

function freeColumns(columns: readonly ColumnProfile[], roles: Record<string, RoleMapping>): number[] {
  const used = new Set(Object.values(roles).map(({column}) => column));
  return columns.flatMap(({index}) => (used.has(index) ? [] : [index]));
}

const ruleValues: Record<keyof Rules, readonly string[] | 'number'> = {
  cancellations: ['leave out', 'subtract'],
  returns: ['leave out', 'subtract'],
  free: ['leave out', 'keep'],
  anonymous: ['leave out', 'keep'],
  duplicates: ['keep', 'set aside'],
  overlaps: ['keep', 'set aside'],
  attributes: ['keep', 'leave out'],
  months: 'number',
  sample: 'number'
};

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

function withRules(rules: Rules, said: Partial<Rules>): Rules {
  checkKeys(said, Object.keys(ruleValues), '');
  for (const [name, value] of Object.entries(said)) {
    const known = ruleValues[name as keyof Rules];
    const fits = typeof known === 'string' ? isCount(value) : known.includes(String(value));
    if (!fits)
      throw wrongValue({file: 'rules', name, value, known: typeof known === 'string' ? '1, 2, 3 …' : listed(known)});
  }
  return {...rules, ...said};
}

interface Wrong {
  file: string;
  name: string;
  value: unknown;
  known: string;
}

function wrongValue({file, name, value, known}: Wrong): MappingError {
  return new MappingError(ingest.t('mapping.value', {file, name, value: quoted(String(value)), known}), file, name);
}
