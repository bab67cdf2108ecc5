import {MappingError} from '../engine/errors';
import {defaultRules} from '../ingest/guess/guess';
import {typeOfRole} from '../ingest/guess/role-format';
import type {
  AlsoMapping,
  Dialect,
  FileMapping,
  Fill,
  Format,
  Lookup,
  Recipe,
  Region,
  RoleMapping,
  RowRule,
  Rules
} from '../ingest/types';
import {words} from '../messages/workspace';
import {canonical, tableNames, type TableName} from '../tables/canonical';

/** Reads a part of a mapping, whatever it is. @throws {MappingError} that names the part where it isn't as it should be */
type Check<T> = (value: unknown, part: string) => T;

/** How each property is read; `?` stands for properties that may be missing. */
type Shape<T> = {[K in keyof Required<T>]: Check<T[K]>};

/** A recipe as this version knows it, made anew of what is given. @throws {MappingError} */
export function checkedRecipe(value: unknown): Recipe {
  const {version, files, rules} = object(value, 'recipe', ['version', 'files', 'rules']);
  if (version !== 1) throw new MappingError(words.t('mapping.newer'), '');
  return {version: 1, files: list(mapping, 200)(files, 'files'), rules: rulesOf(rules, 'rules')};
}

/** A file's mapping without the reasons, which tell of its values. Properties that this version doesn't know go too. */
export function portable(given: FileMapping): FileMapping {
  return mapping(
    JSON.parse(JSON.stringify(given, (key, value: unknown) => (key === 'reason' ? undefined : value))) as unknown,
    given.file,
    true
  );
}

function wrong(part: string): MappingError {
  return new MappingError(words.t('mapping.part', {part: part.slice(0, 80)}), '');
}

function object(value: unknown, part: string, known: readonly string[], lenient = false): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(part);
  const odd = Object.keys(value).find((key) => !known.includes(key));
  if (odd !== undefined && !lenient) throw wrong(`${part}.${odd}`);
  return Object.fromEntries(
    known.flatMap((key) => (Object.hasOwn(value, key) ? [[key, Reflect.get(value, key)]] : []))
  );
}

function shaped<T extends object>(
  value: unknown,
  part: string,
  shape: Shape<T>,
  optional: readonly string[],
  lenient = false
): T {
  const given = object(value, part, Object.keys(shape), lenient);
  const entries = Object.entries(shape as Record<string, Check<unknown>>).flatMap(([key, check]) => {
    if (!Object.hasOwn(given, key) && optional.includes(key)) return [];
    return [[key, check(given[key], `${part}.${key}`)] as const];
  });
  return Object.fromEntries(entries) as T;
}

const text =
  (most: number, least = 0): Check<string> =>
  (value, part) => {
    if (typeof value !== 'string' || value.length > most || value.length < least) throw wrong(part);
    return value;
  };

const whole =
  (most: number): Check<number> =>
  (value, part) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) throw wrong(part);
    return value;
  };

const among =
  <T>(...known: readonly T[]): Check<T> =>
  (value, part) => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw wrong(part);
    return found;
  };

const list =
  <T>(check: Check<T>, most: number): Check<T[]> =>
  (value, part) => {
    if (!Array.isArray(value) || value.length > most) throw wrong(part);
    return value.map((one, index) => check(one, `${part}[${index}]`));
  };

const place = whole(100_000);
const name = text(2000);

const dialect: Check<Dialect> = (value, part) =>
  shaped<Dialect>(
    value,
    part,
    {
      delimiter: text(20),
      quote: among<Dialect['quote']>('"', "'", ''),
      escape: text(1),
      aligned: among<true>(true),
      starts: list(whole(1_000_000), 5000),
      repair: text(100_000)
    },
    ['aligned', 'starts', 'repair']
  );

const region: Check<Region> = (value, part) =>
  shaped<Region>(
    value,
    part,
    {preamble: whole(1_000_000), header: whole(100), footer: whole(1_000_000), comment: text(20)},
    ['comment']
  );

const dateFormat: Check<string> = (value, part) => {
  const format = text(80, 2)(value, part);
  if (!format.includes('%')) throw wrong(part);
  return format;
};

const format: Check<Format> = (value, part) =>
  shaped<Format>(
    value,
    part,
    {
      date: dateFormat,
      dates: list(dateFormat, 50),
      decimal: among<'.' | ','>('.', ','),
      marks: among<'each'>('each'),
      debit: among<true>(true),
      open: among<true>(true),
      sign: among<1 | -1>(1, -1),
      id: among<'number'>('number')
    },
    ['date', 'dates', 'decimal', 'marks', 'debit', 'open', 'sign', 'id']
  );

const role: Check<RoleMapping> = (value, part) =>
  shaped<Omit<RoleMapping, 'reason'>>(value, part, {column: place, format}, []);

/** Roles of the table; of none where the file is left out. */
const roles =
  (table: TableName | null): Check<Record<string, RoleMapping>> =>
  (value, part) => {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const odd = names.find((one) => table === null || typeOfRole(table, one) === undefined);
    if (odd !== undefined) throw wrong(`${part}.${odd}`);
    const given = object(value, part, names);
    return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, role(one, `${part}.${key}`)]));
  };

const constants =
  (table: TableName | null): Check<Record<string, string>> =>
  (value, part) => {
    const given = object(value, part, table === null ? [] : Object.keys(canonical[table]));
    return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, text(1000)(one, `${part}.${key}`)]));
  };

const fill: Check<Fill> = (value, part) =>
  shaped<Fill>(
    value,
    part,
    {within: (one, at) => (one === null ? null : place(one, at)), columns: list(place, 1000)},
    []
  );

const rule: Check<RowRule> = (value, part) =>
  shaped<RowRule>(
    value,
    part,
    {
      column: place,
      keeps: among<RowRule['keeps']>('values', 'others', 'filled', 'empty', 'positive'),
      values: list(text(1000), 1000)
    },
    ['values']
  );

const lookup: Check<Lookup> = (value, part) =>
  shaped<Lookup>(
    value,
    part,
    {
      file: name,
      from: place,
      key: place,
      columns: list(place, 5000),
      names: list(name, 5000),
      label: place,
      several: among<Lookup['several']>('first', 'refuse')
    },
    ['label']
  );

const also: Check<AlsoMapping> = (value, part) => {
  const table = among(...tableNames)(object(value, part, ['table'], true)['table'], `${part}.table`);
  return shaped<Omit<AlsoMapping, 'reason'>>(
    value,
    part,
    {table: among(table), roles: roles(table), constants: constants(table), only: list(rule, 100)},
    ['constants', 'only']
  );
};

function mapping(value: unknown, part: string, lenient = false): FileMapping {
  const table = tableIn(value, part);
  const shape: Shape<Omit<FileMapping, 'reason'>> = {
    file: name,
    table: () => table,
    encoding: text(60, 1),
    dialect,
    region,
    header: list(name, 100_000),
    roles: roles(table),
    amount: among<FileMapping['amount']>('column', 'quantity × unit_price', 'credit − debit', null),
    currency: text(20, 1),
    attributes: list(place, 100_000),
    preset: text(200),
    fill,
    only: list(rule, 100),
    lookups: list(lookup, 100),
    constants: constants(table),
    also: list(also, 20),
    adds: among<'append' | 'update'>('append', 'update')
  };
  const optional = ['currency', 'preset', 'fill', 'only', 'lookups', 'constants', 'also', 'adds'];
  const made = shaped<Omit<FileMapping, 'reason'>>(value, part, shape, optional, lenient);
  assertPlaces(made, part);
  return made;
}

function tableIn(value: unknown, part: string): TableName | null {
  const {table} = object(value, part, ['table'], true);
  return table === null ? null : among(...tableNames)(table, `${part}.table`);
}

/** Every column that it names is one of the file, or of its lookups. */
function assertPlaces(
  {header, lookups = [], roles: own, attributes, fill: filled, only = []}: FileMapping,
  part: string
): void {
  const width = header.length + lookups.reduce((sum, {columns}) => sum + columns.length, 0);
  const places = [
    ...Object.values(own).map(({column}) => column),
    ...attributes,
    ...only.map(({column}) => column),
    ...(filled ? [...filled.columns, ...(filled.within === null ? [] : [filled.within])] : [])
  ];
  const odd = places.find((column) => column >= width);
  if (odd !== undefined) throw wrong(`${part}: ${odd}`);
}

function rulesOf(value: unknown, part: string): Rules {
  const rules = shaped<Rules>(
    value,
    part,
    {
      cancellations: among<Rules['cancellations']>('leave out', 'subtract'),
      returns: among<Rules['returns']>('leave out', 'subtract'),
      free: among<Rules['free']>('leave out', 'keep'),
      anonymous: among<Rules['anonymous']>('leave out', 'keep'),
      duplicates: among<'keep' | 'set aside'>('keep', 'set aside'),
      overlaps: among<'keep' | 'set aside'>('keep', 'set aside'),
      attributes: among<'keep' | 'leave out'>('keep', 'leave out'),
      months: whole(10_000),
      sample: whole(1_000_000)
    },
    ['cancellations', 'returns', 'free', 'anonymous', 'duplicates', 'overlaps', 'attributes', 'months', 'sample']
  );
  return {...defaultRules, ...rules};
}
