import type {AsyncDuckDB} from '@duckdb/duckdb-wasm';
import type {RecordBatch, Schema} from 'apache-arrow';
import {isVague} from './declared';
import type {Driver} from './driver';
import type {Engine, QueryOptions} from './engine';
import {ModelError, QueryError} from './errors';
import {only, readingStatement} from './guard';
import {memoryLimit} from './lock';
import {BatchRows, shapeOf, type Shape} from './result';
import type {Rows} from './rows';
import {bind, type Params} from './sql';
import {Supervisor} from './supervisor';
import {split} from './tokens';
import {Use} from './use';

/** The most that a person's statement may give. */
const untrustedBytes = 256 * 2 ** 20;

export interface Settings {
  /** the most bytes that DuckDB may hold; 2.6 GB by default */
  memory?: number;
}

interface Part {
  shape: Shape;
  batches: RecordBatch[];
}

/** DuckDB in a worker. The same code runs over the browser's worker and over Node's. */
export class AsyncEngine implements Engine {
  readonly #supervisor: Supervisor;
  readonly #memory: number;

  /** @throws {QueryError} if the engine can't be started */
  static async start(driver: Driver, {memory = memoryLimit}: Settings = {}): Promise<AsyncEngine> {
    const engine = new AsyncEngine(driver, memory);
    await engine.#supervisor.session();
    return engine;
  }

  private constructor(driver: Driver, memory: number) {
    this.#supervisor = new Supervisor(driver, memory);
    this.#memory = memory;
  }

  async query(sql: string, params: Params = {}, options: QueryOptions = {}): Promise<Rows> {
    const {cap = Infinity} = options;
    const batches: RecordBatch[] = [];
    let shape: Shape = {columns: [], codecs: []};
    let rows = 0;
    for await (const part of this.#parts(single(sql, params, options), options)) {
      shape = part.shape;
      batches.push(...part.batches);
      rows += count(part.batches);
      if (rows > cap) break;
    }
    return new BatchRows(shape, batches, cap);
  }

  async *stream(sql: string, params: Params = {}, options: QueryOptions = {}): AsyncGenerator<Rows, void, undefined> {
    let left = options.cap ?? Infinity;
    for await (const {shape, batches} of this.#parts(single(sql, params, options), options)) {
      const rows = new BatchRows(shape, batches, left);
      yield rows;
      if (rows.truncated) return;
      left -= rows.length;
    }
  }

  async execute(sql: string, params: Params = {}, options: QueryOptions = {}): Promise<void> {
    const statements = options.untrusted ? [single(sql, params, options)] : split(bind(sql, params));
    const {connection, stop, end} = await Use.begin(this.#supervisor.session(), sql, options);
    try {
      for (const statement of statements) await stop.race(connection.run(statement));
    } finally {
      await end();
    }
  }

  async register(name: string, bytes: Uint8Array): Promise<void> {
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    await this.#call((db) => db.registerFileBuffer(path(name), own));
  }

  async drop(name: string): Promise<void> {
    await this.#call((db) => db.dropFile(path(name)));
  }

  async take(name: string): Promise<Uint8Array> {
    const bytes = await this.#call((db) => db.copyFileToBuffer(path(name)));
    await this.drop(name);
    return bytes;
  }

  async memory(): Promise<{used: number; limit: number}> {
    const rows = await this.query('select sum(memory_usage_bytes)::bigint from duckdb_memory()');
    return {used: rows.number(0, 0) ?? 0, limit: this.#memory};
  }

  onRebuilt(listener: () => void): () => void {
    return this.#supervisor.onRebuilt(listener);
  }

  close(): Promise<void> {
    return this.#supervisor.close();
  }

  /** The rows of one statement, batch by batch; the first part has none, and is there for its columns. */
  async *#parts(sql: string, options: QueryOptions): AsyncGenerator<Part, void, undefined> {
    const {connection, stop, end} = await Use.begin(this.#supervisor.session(), sql, options);
    try {
      const statement = await stop.race(connection.send(sql));
      const shape = shapeOf(statement.schema, await stop.race(this.#types(statement.schema, sql, options)));
      yield {shape, batches: []};
      for (let batches; (batches = await stop.race(statement.next()));) {
        if (options.untrusted) limit(statement.bytes, sql);
        yield {shape, batches};
      }
    } finally {
      await end();
    }
  }

  /** What DuckDB calls the types of the columns; nothing where Arrow says it all. */
  async #types({fields}: Schema, sql: string, options: QueryOptions): Promise<string[]> {
    if (!fields.some((field) => isVague(field))) return [];
    const {cap: _, ...rest} = options;
    const described = await this.query(`describe ${sql}`, {}, rest);
    return described.objects<{column_type: string}>().map((row) => row.column_type);
  }

  async #call<T>(ask: (db: AsyncDuckDB) => Promise<T>): Promise<T> {
    const session = await this.#supervisor.session();
    return session.call(ask);
  }
}

/** The text of one statement, with its parameters filled in. */
function single(sql: string, params: Params, {untrusted = false}: QueryOptions): string {
  if (!untrusted) return only(bind(sql, params));
  try {
    return readingStatement(bind(sql, params));
  } catch (error) {
    if (error instanceof ModelError) throw new QueryError(error.message, sql, 'refused', {cause: error});
    throw error;
  }
}

/** A cell may be a gigabyte: a cap of rows alone doesn't spare the page. */
function limit(bytes: number, sql: string): void {
  if (bytes > untrustedBytes) throw new QueryError('result of more than 256 MiB', sql, 'too many rows');
}

function count(batches: RecordBatch[]): number {
  return batches.reduce((rows, {numRows}) => rows + numRows, 0);
}

/** Where DuckDB finds what is registered under a name of ours. */
function path(name: string): string {
  if (!/^[\w.-]+$/.test(name)) throw new ModelError(`name of a registered file: ${name}`);
  return `uploads/${name}`;
}
