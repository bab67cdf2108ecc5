import type {AsyncDuckDB} from '@duckdb/duckdb-wasm';
import {RecordBatchReader, type RecordBatch, type Schema} from 'apache-arrow';
import {QueryError} from './errors';
import {mayExpand} from './guard';
import type {Session} from './session';

const semicolon = 0x3b;

/** A connection of its own for one statement after the other: a second one while the first streams would cut it short. */
export class Connection {
  readonly #session: Session;
  readonly #id: number;
  #closed = false;
  /** a statement was started and not read to its end */
  #started = false;

  static async open(session: Session): Promise<Connection> {
    return new Connection(session, await session.call((db) => db.connectInternal()));
  }

  private constructor(session: Session, id: number) {
    this.#session = session;
    this.#id = id;
  }

  /** Starts a statement. It gives its columns as soon as they are known, its rows when they are asked for. */
  async send(sql: string): Promise<Statement> {
    this.#started = true;
    let header = await this.#ask(sql, (db) => db.startPendingQuery(this.#id, sql, true));
    while (header === null) header = await this.#ask(sql, (db) => db.pollPendingQuery(this.#id));
    return new Statement(header, () => this.#fetch(sql));
  }

  /** Runs a statement to its end, without its rows. */
  async run(sql: string): Promise<void> {
    const statement = await this.send(sql);
    while (await statement.next());
  }

  /** @throws {QueryError} if DuckDB doesn't take the text for one single statement */
  async check(sql: string): Promise<void> {
    if (mayExpand(sql)) return this.#checkTokens(sql);
    const prepared = await this.#ask(sql, (db) => db.createPrepared(this.#id, sql));
    await this.#ask(sql, (db) => db.closePrepared(this.#id, prepared));
  }

  async #checkTokens(sql: string): Promise<void> {
    const {offsets} = await this.#ask(sql, (db) => db.tokenize(sql));
    const bytes = new TextEncoder().encode(sql);
    if (!offsets.some((offset) => bytes[offset] === semicolon)) return;
    throw new QueryError('one statement is allowed, not more', sql, 'refused');
  }

  /** Stops what still runs, rolls back what is open. Asked for in one go, so that nothing comes in between. */
  async close(): Promise<void> {
    if (this.#closed || this.#session.ended) return;
    this.#closed = true;
    const cancelled = this.#session.call((db) => db.cancelPendingQuery(this.#id));
    const freed = this.#free();
    const closed = this.#session.call((db) => db.disconnect(this.#id));
    await Promise.all([cancelled, freed, closed]);
  }

  /**
   * A statement that changes tables and is cancelled keeps its transaction, and the files it reads, beyond the connection,
   * until another statement is run on that. With none to roll back, this one fails, and has done what it should.
   */
  async #free(): Promise<void> {
    if (this.#started) await this.#session.call((db) => db.runQuery(this.#id, 'rollback')).catch(() => undefined);
  }

  async #fetch(sql: string): Promise<Uint8Array> {
    let chunk: Uint8Array | null = null;
    while (chunk === null) chunk = await this.#ask(sql, (db) => db.fetchQueryResults(this.#id));
    if (chunk.length === 0) this.#started = false;
    return chunk;
  }

  async #ask<T>(sql: string, ask: (db: AsyncDuckDB) => Promise<T>): Promise<T> {
    if (this.#closed) throw new QueryError('cancelled', sql, 'cancelled');
    return this.#session.call(ask, sql);
  }
}

/** A running statement: its schema, and its rows as they come. */
export class Statement {
  readonly schema: Schema;
  readonly #header: Uint8Array;
  readonly #fetch: () => Promise<Uint8Array>;
  #ahead: Promise<Uint8Array> | undefined;
  /** of the rows so far */
  bytes = 0;

  constructor(header: Uint8Array, fetch: () => Promise<Uint8Array>) {
    this.schema = RecordBatchReader.from([header]).open().schema;
    this.#header = header;
    this.#fetch = fetch;
  }

  /** The next rows, or undefined after the last ones. The worker goes on with those after them. */
  async next(): Promise<RecordBatch[] | undefined> {
    const chunk = await (this.#ahead ?? this.#fetch());
    if (chunk.length === 0) return undefined;
    this.bytes += chunk.length;
    this.#ahead = this.#fetch();
    this.#ahead.catch(() => undefined);
    return RecordBatchReader.from([this.#header, chunk]).readAll();
  }
}
