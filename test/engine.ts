import {AsyncEngine} from '../src/engine/async-engine';
import type {Engine} from '../src/engine/engine';
import {nodeDriver} from '../src/engine/node';

let shared: Promise<Engine> | undefined;

/** The engine that all tests of a process share: the app's own code over the same wasm. */
export function testEngine(): Promise<Engine> {
  return (shared ??= AsyncEngine.start(nodeDriver, {memory: 1_500_000_000}));
}

/** Takes everything out of the engine that tests put into it: schemas, tables, views, macros, types. */
export async function resetEngine(engine: Engine): Promise<void> {
  const schemas = await engine.query(
    `select distinct schema_name from duckdb_schemas() where not internal and database_name = current_database()`
  );
  for (const {schema_name: name} of schemas.objects<{schema_name: string}>()) {
    await engine.execute(`drop schema if exists "${name.replaceAll('"', '""')}" cascade`);
  }
  await dropMain(engine);
}

async function dropMain(engine: Engine): Promise<void> {
  const things = await engine.query(mainThings);
  for (const {drop} of things.objects<{drop: string}>()) await engine.execute(drop);
}

const mainThings = `
  select format('drop view if exists main."{}" cascade', replace(view_name, '"', '""')) as drop
  from duckdb_views() where not internal and schema_name = 'main'
  union all
  select format('drop table if exists main."{}" cascade', replace(table_name, '"', '""'))
  from duckdb_tables() where not internal and schema_name = 'main'
  union all
  select format('drop macro if exists main."{}"', replace(function_name, '"', '""'))
  from duckdb_functions() where not internal and schema_name = 'main' and function_type = 'macro'
  union all
  select format('drop macro table if exists main."{}"', replace(function_name, '"', '""'))
  from duckdb_functions() where not internal and schema_name = 'main' and function_type = 'table_macro'
  union all
  select format('drop type if exists main."{}" cascade', replace(type_name, '"', '""'))
  from duckdb_types() where not internal and schema_name = 'main'
  union all
  select format('drop sequence if exists main."{}" cascade', replace(sequence_name, '"', '""'))
  from duckdb_sequences() where schema_name = 'main'
`;
