import type {Engine, QueryOptions} from '../engine/engine';
import {ModelError} from '../engine/errors';
import {canonical, sqlType, tableNames, type CanonicalColumn, type TableName} from '../tables/canonical';

/** The columns that the files have, per canonical table. Required ones are always there. */
export type StagedColumns = Partial<Record<TableName, readonly string[]>>;

/**
 * Tables being filled, in a schema of their own that nothing else reads. Each is a view, `SCHEMA.staged_purchase` and so
 * on, over the parts added so far: the canonical columns that the files have, `kind` for purchases, `attributes` for
 * customers. Parts are made as tables of their own, since inserting into one that is there takes twice as long.
 */
export interface Staged {
  readonly schema: string;
  readonly columns: Readonly<Record<TableName, readonly string[]>>;
  /** columns of purchases that have one value throughout */
  readonly constants: Readonly<Record<string, string>>;
  /** names of the tables that a staged table is made of; the first is empty, and has all columns */
  readonly parts: Readonly<Record<TableName, string[]>>;
}

export interface StageOptions {
  /** further columns, in SQL, that serve the import's own accounts and aren't published */
  extra?: (table: TableName) => string;
  /** values of columns that no file has but that are the same for all purchases */
  constants?: Staged['constants'];
}

/** Makes empty staged tables. @throws {QueryError} */
export async function stage(engine: Engine, columns: StagedColumns, options: StageOptions = {}): Promise<Staged> {
  const {extra = () => '', constants = {}} = options;
  const schema = await nextSchema(engine);
  const parts = {customer: [], purchase: [], interaction: [], partnership_cost: []};
  const staged: Staged = {schema, columns: withRequired(columns), constants, parts};
  const kinds = `create type ${schema}.kind as enum ('sale', 'return', 'cancellation', 'free')`;
  const tables = tableNames.map((table) => emptyPart(staged, table, extra(table)));
  const views = tableNames.map((table) => viewSql(staged, table));
  await inTransaction(engine, [`create schema ${schema}`, kinds, ...tables, ...views]);
  return staged;
}

/**
 * Adds rows to a staged table; `gather` makes them seen there. `select` names its columns as the table does; those that it
 * lacks are null.
 *
 * @returns the part's name and its number of rows
 * @throws {QueryError}
 */
export async function addPart(
  engine: Engine,
  staged: Staged,
  table: TableName,
  {select, ...query}: {select: string} & QueryOptions
): Promise<{name: string; rows: number}> {
  const name = nextPart(staged, table);
  const made = await engine.query(`create table ${name} as ${select}`, {}, query);
  staged.parts[table].push(name);
  return {name, rows: made.number(0, 0) ?? 0};
}

/** Forgets parts, all but the first where none are named. @throws {QueryError} */
export async function dropParts(
  engine: Engine,
  staged: Staged,
  table: TableName,
  names?: readonly string[]
): Promise<void> {
  const [first = '', ...others] = staged.parts[table];
  const dropped = names ?? others;
  staged.parts[table].splice(0, Infinity, first, ...others.filter((name) => !dropped.includes(name)));
  await gather(engine, staged, table);
  if (dropped.length > 0) await engine.execute(dropped.map((name) => `drop table ${name}`).join(';\n'));
}

/**
 * Puts parts together into one: each takes at least 256 KiB a column, however few rows it has.
 *
 * @returns the name of the new part
 * @throws {QueryError}
 */
export async function mergeParts(
  engine: Engine,
  staged: Staged,
  table: TableName,
  {names, ...query}: {names: readonly string[]} & QueryOptions
): Promise<string> {
  const select = names.map((name) => `from ${name}`).join(' union all by name ');
  const {name} = await addPart(engine, staged, table, {select, ...query});
  await dropParts(engine, staged, table, names);
  return name;
}

/** Makes all parts of a staged table seen in it. @throws {QueryError} */
export async function gather(engine: Engine, staged: Staged, table: TableName): Promise<void> {
  await engine.execute(viewSql(staged, table));
}

/** Forgets staged tables; what is published stays. @throws {QueryError} */
export async function discard(engine: Engine, {schema}: Staged): Promise<void> {
  await engine.execute(`drop schema if exists ${schema} cascade`);
}

/** The staged table of a canonical one, as SQL names it. */
export const stagedName = ({schema}: Staged, table: TableName): string => `${schema}.staged_${table}`;

/** SQL that forgets a staged table with all its parts. */
export const dropSql = (staged: Staged, table: TableName): string[] => [
  `drop view ${stagedName(staged, table)}`,
  ...staged.parts[table].map((name) => `drop table ${name}`)
];

/** The schemas of imports: the published one, and one in progress. @throws {QueryError} */
export async function schemas(engine: Engine): Promise<string[]> {
  const rows = await engine.query(
    `select distinct schema_name from duckdb_schemas() where regexp_full_match(schema_name, 'store_[0-9]+')`
  );
  return Array.from({length: rows.length}, (_, row) => rows.text(row, 0) ?? '');
}

/** Newer imports have higher numbers. */
export const numberOf = (schema: string): number => Number(schema.slice('store_'.length));

/** All columns of a canonical table, in their order. */
export const columnNames = (table: TableName): string[] => Object.keys(canonical[table]);

/** @throws {ModelError} for a column that the table doesn't have */
export function columnOf(table: TableName, name: string): CanonicalColumn {
  const column = (canonical[table] as Record<string, CanonicalColumn>)[name];
  if (!column) throw new ModelError(`unknown column: ${table}.${name}`);
  return column;
}

/** All or nothing. It can't be cancelled: whoever cancels must know whether it happened. @throws {QueryError} */
export async function inTransaction(engine: Pick<Engine, 'execute'>, statements: readonly string[]): Promise<void> {
  await engine.execute(['begin', ...statements, 'commit'].join(';\n'));
}

/** The last number that was given: an import that was stopped may still be making its schema. */
const given = new WeakMap<Engine, number>();

async function nextSchema(engine: Engine): Promise<string> {
  const numbers = (await schemas(engine)).map(numberOf);
  const next = Math.max(0, given.get(engine) ?? 0, ...numbers) + 1;
  given.set(engine, next);
  return `store_${next}`;
}

function withRequired(columns: StagedColumns): Staged['columns'] {
  const of = (table: TableName): string[] =>
    columnNames(table).filter((name) => columns[table]?.includes(name) || columnOf(table, name).required);
  return {
    customer: of('customer'),
    purchase: of('purchase'),
    interaction: of('interaction'),
    partnership_cost: of('partnership_cost')
  };
}

/** A name that no other part had, dropped ones among them. */
function nextPart({schema, parts}: Staged, table: TableName): string {
  const last = Number(parts[table].at(-1)?.replace(/^.*_/, '') ?? -1);
  return `${schema}.part_${table}_${last + 1}`;
}

function emptyPart(staged: Staged, table: TableName, extra: string): string {
  const columns = staged.columns[table].map((name) => `${name} ${sqlType[columnOf(table, name).type]}`);
  const kind = table === 'purchase' ? [`kind ${staged.schema}.kind`] : [];
  const attributes = table === 'customer' ? ['attributes map(varchar, varchar)'] : [];
  const all = [...columns, ...kind, ...attributes, ...(extra === '' ? [] : [extra])];
  const name = nextPart(staged, table);
  staged.parts[table].push(name);
  return `create table ${name} (${all.join(', ')})`;
}

const viewSql = (staged: Staged, table: TableName): string =>
  `create or replace view ${stagedName(staged, table)} as
   ${staged.parts[table].map((name) => `from ${name}`).join(' union all by name ')}`;
