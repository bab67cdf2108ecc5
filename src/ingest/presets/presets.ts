import {formatFor, typeOfRole} from '../guess/role-format';
import type {AlsoMapping, ColumnProfile, FileMapping, Format, Inspection, RoleMapping, RowRule} from '../types';
import type {Names, Preset, PresetRule} from './preset';

const files = import.meta.glob<readonly Preset[]>(['./*.ts', '!./*.test.ts', '!./preset.ts', '!./presets.ts'], {
  eager: true,
  import: 'presets'
});

/** All that are known, by name. */
export const presets: readonly Preset[] = Object.values(files)
  .flat()
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The preset of that name. */
export const presetNamed = (name: string): Preset | undefined => presets.find((preset) => preset.name === name);

/** The preset whose columns the file has, the most telling one of several; further columns don't matter. Null: none. */
export function presetFor({columns, region}: Inspection): Preset | null {
  if (region.value.header === 0) return null;
  const places = placesOf(columns);
  const fits = presets.filter((preset) => isMet(preset, places));
  return fits.sort((a, b) => telling(b, places) - telling(a, places))[0] ?? null;
}

/**
 * A mapping with what its preset says in the place of what was guessed. A required role whose columns the file lacks
 * stays guessed.
 */
export function withPreset(guessed: FileMapping, preset: Preset, {columns}: Inspection): FileMapping {
  const places = placesOf(columns);
  const roles = rolesOf(preset, columns);
  const taken = new Set(Object.values(roles).map(({column}) => column));
  const required = ['customer_id', 'purchased_on', 'occurred_on', 'amount'];
  const kept = Object.entries(guessed.roles).filter(
    ([role, {column}]) => required.includes(role) && !roles[role] && !taken.has(column) && !isMade(preset, role, roles)
  );
  const all: Record<string, RoleMapping> = {...Object.fromEntries(kept), ...roles};
  const used = new Set(Object.values(all).map(({column}) => column));
  const fill = fillOf(preset, places);
  const only = (preset.only ?? []).flatMap((rule) => ruleOf(rule, places) ?? []);
  const {currency, ...rest} = guessed;
  return {
    ...rest,
    ...(currency === undefined || all['currency'] ? {} : {currency}),
    table: preset.table,
    reason: {key: 'table.preset', values: {system: preset.system, kind: preset.kind}},
    roles: all,
    amount: amountOf(preset, all),
    attributes: preset.table === 'customer' ? columns.flatMap(({index}) => (used.has(index) ? [] : [index])) : [],
    preset: preset.name,
    ...(fill ? {fill} : {}),
    ...(preset.constants ? {constants: {...preset.constants}} : {}),
    ...(preset.also ? {also: alsoOf(preset, columns)} : {}),
    ...(only.length > 0 ? {only} : {})
  };
}

function alsoOf(preset: Preset, columns: readonly ColumnProfile[]): AlsoMapping[] {
  const {system, kind} = preset;
  return (preset.also ?? []).map(({table, roles, constants}) => ({
    table,
    roles: rolesOf({...preset, table, roles}, columns),
    ...(constants ? {constants: {...constants}} : {}),
    reason: {key: 'table.preset', values: {system, kind}}
  }));
}

/** A header without what versions and tools change about it: capitals, accents on е, blanks, stars, punctuation. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{M}\p{N}%№#]+/gu, '');
}

type Places = ReadonlyMap<string, ColumnProfile>;

function placesOf(columns: readonly ColumnProfile[]): Places {
  return new Map([...columns].reverse().map((column) => [plainName(column.name), column]));
}

const listOf = (names: Names): readonly string[] => (typeof names === 'string' ? [names] : names);

function found(names: Names, places: Places): ColumnProfile[] {
  return listOf(names).flatMap((name) => places.get(plainName(name)) ?? []);
}

function isMet({needs, lacks = []}: Preset, places: Places): boolean {
  return (
    needs.every((names) => found(names, places).length > 0) && lacks.every((names) => found(names, places).length === 0)
  );
}

/** Columns that it needs count most, then those that play roles. */
function telling({needs, roles}: Preset, places: Places): number {
  return needs.length + Object.values(roles).filter((names) => found(names, places).length > 0).length / 100;
}

function rolesOf(preset: Preset, columns: readonly ColumnProfile[]): Record<string, RoleMapping> {
  const places = placesOf(columns);
  const taken = new Set<number>();
  const entries = Object.entries(preset.roles).flatMap(([role, names]): [string, RoleMapping][] => {
    const fitting = found(names, places).filter(({index}) => !taken.has(index));
    const column = fitting.find(({looks}) => looks !== 'empty') ?? fitting[0];
    if (!column) return [];
    taken.add(column.index);
    const type = typeOfRole(preset.table, role) ?? 'text';
    const format = ordered(formatFor(column, type), column, preset.dates);
    return [[role, {column: column.index, format, reason: reasonOf(preset, column)}]];
  });
  return Object.fromEntries(entries);
}

function reasonOf({system, kind}: Preset, {name}: ColumnProfile): NonNullable<RoleMapping['reason']> {
  return {key: 'role.preset', values: {system, kind, header: name}};
}

/** The format with day and month in the preset's order, where no date tells. */
function ordered(format: Format, {order}: ColumnProfile, dates: Preset['dates']): Format {
  if (format.date === undefined || dates === undefined || !order || order.deciding > 0) return format;
  const [first, second] = dates === 'day first' ? ['%d', '%m'] : ['%m', '%d'];
  let seen = 0;
  return {...format, date: format.date.replace(/%[dm]/g, () => (seen++ === 0 ? first : second) ?? '')};
}

function amountOf({table, amount}: Preset, roles: Record<string, RoleMapping>): FileMapping['amount'] {
  if (table !== 'purchase') return 'amount' in roles ? 'column' : null;
  const has = (role: string): boolean => role in roles;
  if (amount === 'credit − debit' && (has('credit') || has('debit'))) return amount;
  const multiplies = has('quantity') && has('unit_price');
  if (multiplies && (amount === 'quantity × unit_price' || !has('amount'))) return 'quantity × unit_price';
  return has('amount') ? 'column' : null;
}

/** The preset makes the amount of other columns. */
const isMade = (preset: Preset, role: string, roles: Record<string, RoleMapping>): boolean =>
  role === 'amount' && amountOf(preset, roles) !== null;

function fillOf({fill}: Preset, places: Places): FileMapping['fill'] {
  if (!fill) return undefined;
  const within = fill.within === null ? null : found(fill.within, places)[0]?.index;
  const columns = fill.columns.flatMap((names) => found(names, places).map(({index}) => index));
  const others = [...new Set(columns)].filter((column) => column !== within);
  return within === undefined || others.length === 0 ? undefined : {within, columns: others};
}

function ruleOf(rule: PresetRule | readonly PresetRule[], places: Places): RowRule | null {
  const choices = 'column' in rule ? [rule] : rule;
  for (const {column: names, ...rest} of choices) {
    const [column] = found(names, places);
    if (column && column.looks !== 'empty') return {...rest, column: column.index};
  }
  return null;
}
