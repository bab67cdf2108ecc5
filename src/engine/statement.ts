import {RecordBatchReader, type RecordBatch, type Schema} from 'apache-arrow';
import type {Session} from './session';

/** A connection of its own for one statement after the other. A second one while the first streams would cut it short. */
export class Connection {
  readonly #session: Session;
  readonly #id: number;

  static async open(session: Session): Promise<Connection> {
    return new Connection(session, await session.call((db) => db.connectInternal()));
  }

  private constructor(session: Session, id: number) {
    this.#session = session;
    this.#id = id;
  }

  /** Runs a short statement to its end. */
  async run(sql: string): Promise<void> {
    await this.#session.call((db) => db.runQuery(this.#id, sql));
  }

  /** Starts a statement; it gives its columns as soon as they are known. */
  async send(sql: string): Promise<Statement> {
    let header = await this.#session.call((db) => db.startPendingQuery(this.#id, sql, true));
    while (header === null) header = await this.#session.call((db) => db.pollPendingQuery(this.#id));
    return new Statement(header, () => this.#fetch());
  }

  /** Stops what runs and closes. Both are asked for at once, so that nothing asked later can come in between. */
  async close(): Promise<void> {
    const cancelled = this.#session.call((db) => db.cancelPendingQuery(this.#id));
    const closed = this.#session.call((db) => db.disconnect(this.#id));
    await Promise.all([cancelled, closed]);
  }

  async #fetch(): Promise<Uint8Array> {
    let chunk: Uint8Array | null = null;
    while (chunk === null) chunk = await this.#session.call((db) => db.fetchQueryResults(this.#id));
    return chunk;
  }
}

/** A running statement: its schema, and its rows as they come. */
export class Statement {
  readonly schema: Schema;
  readonly #header: Uint8Array;
  readonly #fetch: () => Promise<Uint8Array>;

  constructor(header: Uint8Array, fetch: () => Promise<Uint8Array>) {
    this.schema = RecordBatchReader.from([header]).open().schema;
    this.#header = header;
    this.#fetch = fetch;
  }

  /** The next rows, or undefined after the last ones. */
  async next(): Promise<RecordBatch[] | undefined> {
    const chunk = await this.#fetch();
    return chunk.length === 0 ? undefined : RecordBatchReader.from([this.#header, chunk]).readAll();
  }
}
