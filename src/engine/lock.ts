import type {Connection} from './connection';
import {ModelError, QueryError} from './errors';
import {BatchRows, shapeOf} from './result';

/** The most that DuckDB may hold, in bytes; wasm's ceiling is 4 GiB, of which registered files and results need a part too. */
export const memoryLimit = 2_600_000_000;

/** Settings of every engine. After the last one none can be changed any more. */
export function settings(memory: number): string[] {
  const limits = [
    `SET memory_limit = '${memory}B'`,
    `SET temp_directory = ''`,
    `SET allowed_directories = ['uploads/']`
  ];
  return [...limits, ...Object.entries(switches).map(([name, value]) => `SET ${name} = ${value}`)];
}

/** In this order: the last one locks all. */
const switches = {
  autoinstall_known_extensions: false,
  autoload_known_extensions: false,
  allow_community_extensions: false,
  enable_external_access: false,
  lock_configuration: true
};

/** DuckDB-Wasm takes some settings without a word and without an effect. @throws {ModelError} if one of ours is such a one */
export async function assertLocked(connection: Connection): Promise<void> {
  const names = Object.keys(switches).map((name) => `'${name}'`);
  const rows = await read(connection, `select name, value from duckdb_settings() where name in (${names.join(', ')})`);
  const found = new Map(rows.objects<{name: string; value: string}>().map(({name, value}) => [name, value]));
  for (const [name, value] of Object.entries(switches)) {
    if (found.get(name) !== String(value)) throw new ModelError(`setting without effect: ${name}`);
  }
  for (const sql of forbidden) await assertRefused(connection, sql);
}

/** What must be refused, and for which reason; nothing of it is sent anywhere, if it isn't. */
const forbidden = [`from read_text('probe')`, `from read_text('uploads/../probe')`, 'set threads = 1'];

async function assertRefused(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.run(sql);
  } catch (error) {
    if (error instanceof QueryError && /^(Permission|Invalid Input) Error/.test(error.message)) return;
    throw error;
  }
  throw new ModelError(`statement that should be refused: ${sql}`);
}

async function read(connection: Connection, sql: string): Promise<BatchRows> {
  const statement = await connection.send(sql);
  const batches = [];
  for (let next; (next = await statement.next());) batches.push(...next);
  return new BatchRows(shapeOf(statement.schema), batches);
}
