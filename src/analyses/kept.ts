import type {Engine, QueryOptions} from '../engine/engine';
import {bind, identifier} from '../engine/sql';
import {compile, type ModelContext} from '../models/compile';

/** A model whose rows stand in a table, and the statement that gave them. */
export interface Kept {
  table: string;
  sql: string;
}

/** Models and the tables that hold their rows. */
export type KeptModels = Readonly<Record<string, Kept>>;

let tables = 0;

/** The quoted name of a table that no one has used before. */
export const freshTable = (name: string): string => `result.${identifier(`${name} ${++tables}`)}`;

/**
 * Puts the rows of models into tables of their own; those of `before` are taken where the same statement gave them.
 *
 * @throws {QueryError} no table that wasn't there before stays
 */
export async function keep(
  engine: Engine,
  models: readonly string[],
  context: ModelContext,
  {before = {}, ...options}: Pick<QueryOptions, 'signal'> & {before?: KeptModels | undefined} = {}
): Promise<KeptModels> {
  const kept: Record<string, Kept> = {};
  try {
    for (const model of models) {
      const {sql, params} = compile(model, context, {materialised: tablesOf(kept)});
      const text = bind(withoutOrder(sql), params);
      kept[model] = before[model]?.sql === text ? before[model] : await made(engine, model, text, options);
    }
  } catch (error) {
    await drop(engine, kept, before);
    throw error;
  }
  return kept;
}

/** Drops the tables, but for those that others hold too. */
export async function drop(engine: Engine, kept: KeptModels, others: KeptModels = {}): Promise<void> {
  const held = new Set(Object.values(others).map(({table}) => table));
  const free = Object.values(kept).filter(({table}) => !held.has(table));
  for (const {table} of free) await engine.execute(`drop table if exists ${table}`);
}

/** The tables as `compile` takes them. */
export function tablesOf(kept: KeptModels): Record<string, string> {
  return Object.fromEntries(Object.entries(kept).map(([model, {table}]) => [model, table]));
}

async function made(engine: Engine, model: string, sql: string, options: QueryOptions): Promise<Kept> {
  const table = freshTable(model);
  await engine.execute(`create schema if not exists result; create table ${table} as ${sql}`, {}, options);
  return {table, sql};
}

const withoutOrder = (sql: string): string => sql.replace(/\norder by all$/, '');
