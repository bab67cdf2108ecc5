// @ts-check
import {existsSync, renameSync} from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';
import {literal} from './text.mjs';
import {median, timed} from './time.mjs';

/**
 * Milliseconds that native DuckDB takes for the bare `create table … from read_csv` (or `read_parquet`) of a file, in
 * memory: what reading costs where nothing is checked, typed by rule, counted or explained.
 *
 * @param {string} path
 * @param {{threads?: number, runs: number, read?: 'read_csv' | 'read_parquet'}} options all threads where none are given
 */
export async function nativeImport(path, {threads, runs, read = 'read_csv'}) {
  return withConnection(threads, async (connection) => {
    const times = [];
    for (let run = 0; run < runs; run++) {
      times.push(await timed(() => connection.run(`create or replace table file as from ${read}(${literal(path)})`)));
    }
    return median(times);
  });
}

/**
 * Writes a file of delimited text as Parquet, unless it is there.
 *
 * @param {string} csv
 * @param {string} path
 */
export async function writeParquet(csv, path) {
  if (existsSync(path)) return;
  const part = `${path}.part`;
  await withConnection(undefined, (connection) =>
    connection.run(`copy (from read_csv(${literal(csv)})) to ${literal(part)} (format parquet)`)
  );
  renameSync(part, path);
}

/**
 * Lends a connection to a database in memory of its own.
 *
 * @template T
 * @param {number | undefined} threads all where none are given
 * @param {(connection: import('@duckdb/node-api').DuckDBConnection) => Promise<T>} use
 */
export async function withConnection(threads, use) {
  const instance = await DuckDBInstance.create(':memory:', threads === undefined ? {} : {threads: String(threads)});
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
