import type {Engine} from '../src/engine/engine';
import {finish, publish, stage, type Staged} from '../src/models/store';
import {canonical, sqlType, tableNames, type CanonicalColumn, type TableName} from '../src/tables/canonical';

/** A cell of a given row: text, a number or an exact number as text, a date `YYYY-MM-DD`. */
export type Cell = string | number | bigint | null;

/**
 * Rows of the canonical tables, keys as there; what a row leaves out is null. A purchase may name its `kind`, else it is
 * a return below 0, free at 0, a sale above. A customer may have `attributes`.
 */
export interface Given {
  purchase?: readonly Readonly<Record<string, Cell>>[];
  customer?: readonly (Readonly<Record<string, Cell>> | {attributes: Readonly<Record<string, string>>})[];
  interaction?: readonly Readonly<Record<string, Cell>>[];
  partnership_cost?: readonly Readonly<Record<string, Cell>>[];
}

export interface GivenOptions {
  /** purchases without a customer; left out by default, as in the app */
  anonymous?: 'leave out' | 'keep';
  /** false leaves the tables as they are when the first picture is drawn: unsorted, marts not yet computed */
  finished?: boolean;
}

/** Fills the canonical tables with these rows and no others, by the way that an import takes. @throws {QueryError} */
export async function given(
  engine: Engine,
  rows: Given,
  {anonymous = 'leave out', finished = true}: GivenOptions = {}
) {
  const columns = Object.fromEntries(tableNames.map((table) => [table, columnsIn(rows[table] ?? [], table)]));
  const staged = await stage(engine, columns);
  for (const table of tableNames) await insert(engine, staged, table, rows[table] ?? []);
  await publish(engine, staged, {anonymous});
  if (finished) await finish(engine, staged, {anonymous});
}

type AnyRow = Readonly<Record<string, unknown>>;

function columnsIn(rows: readonly AnyRow[], table: TableName): string[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  if (table === 'purchase') names.delete('kind');
  if (table === 'customer') names.delete('attributes');
  const unknown = [...names].find((name) => !Object.hasOwn(canonical[table], name));
  if (unknown !== undefined) throw new RangeError(`unknown column: ${table}.${unknown}`);
  return [...names];
}

async function insert(engine: Engine, staged: Staged, table: TableName, rows: readonly AnyRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = staged.columns[table];
  const tuples = rows.map(
    (row) => `(${[...columns.map((name) => cell(row, table, name)), ...rest(row, table)].join(', ')})`
  );
  await engine.execute(`insert into ${staged.parts[table][0]} values ${tuples.join(',\n')}`);
}

function cell(row: AnyRow, table: TableName, name: string): string {
  const column = (canonical[table] as Record<string, CanonicalColumn>)[name];
  return `${literal(row[name] ?? null)}::${column ? sqlType[column.type] : 'varchar'}`;
}

function rest(row: AnyRow, table: TableName): string[] {
  if (table === 'purchase') return [literal(row['kind'] ?? kindOf(Number(row['amount'])))];
  if (table === 'customer') return [attributes((row['attributes'] ?? {}) as Record<string, string>)];
  return [];
}

const kindOf = (amount: number): string => (amount < 0 ? 'return' : amount === 0 ? 'free' : 'sale');

function attributes(values: Record<string, string>): string {
  const list = (texts: string[]): string => `[${texts.map(literal).join(', ')}]`;
  return `map(${list(Object.keys(values))}, ${list(Object.values(values))})::map(varchar, varchar)`;
}

const literal = (value: unknown): string => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`);
