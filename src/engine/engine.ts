import type {Params} from './sql';
import type {Rows} from './rows';

/** What may be said about one statement. */
export interface QueryOptions {
  /**
   * stops the statement: the promise rejects at once with a `QueryError` whose reason is `cancelled`, the engine is free again
   * within 250 ms, and a transaction that was open is undone
   */
  signal?: AbortSignal;
  /** milliseconds until the statement is cancelled; none by default */
  deadline?: number;
  /** the most rows kept; further ones are not fetched and `Rows.truncated` is true. None by default */
  cap?: number;
  /** true for SQL that a person wrote: one statement, in a read-only transaction on a fresh connection */
  untrusted?: boolean;
}

/**
 * DuckDB behind one small interface. The only thing outside `engine/` that code may know of DuckDB is its SQL.
 *
 * Every statement runs on a connection of its own while it streams. Results are decoded lazily (`Rows`).
 */
export interface Engine {
  /** Runs one statement and keeps its rows. `$name` in `sql` is filled from `params`. @throws {QueryError} */
  query(sql: string, params?: Params, options?: QueryOptions): Promise<Rows>;

  /** Runs one statement and yields its rows batch by batch, without keeping them. @throws {QueryError} */
  stream(sql: string, params?: Params, options?: QueryOptions): AsyncGenerator<Rows, void, undefined>;

  /** Runs one or several statements (`;` between them) one after the other and drops their rows. @throws {QueryError} */
  execute(sql: string, params?: Params, options?: QueryOptions): Promise<void>;

  /**
   * Makes bytes readable in SQL as `'uploads/<name>'`; `name` is ours, never the person's. The bytes are handed over: a buffer
   * that they fill can't be used afterwards.
   */
  register(name: string, bytes: Uint8Array): Promise<void>;

  /** Forgets what was registered under the name. */
  drop(name: string): Promise<void>;

  /** What a `copy … to 'uploads/<name>'` wrote, under a name that was not registered before; the file is dropped. */
  take(name: string): Promise<Uint8Array>;

  /** Bytes that DuckDB holds at the moment, and its limit. */
  memory(): Promise<{used: number; limit: number}>;

  /**
   * Called after the worker died or trapped and a fresh, empty engine stands in its place. What waited for the old one was
   * rejected with reason `lost`. Returns what removes the listener.
   */
  onRebuilt(listener: () => void): () => void;

  /** Ends the worker. Later calls throw. */
  close(): Promise<void>;
}
