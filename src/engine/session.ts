import type {AsyncDuckDB} from '@duckdb/duckdb-wasm';
import {Connection} from './connection';
import {config, type Driver, type Instance} from './driver';
import {QueryError} from './errors';
import {failure} from './failure';
import {assertLocked, settings} from './lock';

/** A DuckDB that is open and locked, from the start of its worker to its end. */
export class Session {
  readonly #instance: Instance;
  readonly #waiting = new Set<(error: QueryError) => void>();
  #end: QueryError | undefined;
  /** statements of ours that run at the moment */
  busy = 0;
  /** called once, when the session ended for whatever reason */
  onEnd: () => void = () => undefined;

  static async start(driver: Driver, memory: number): Promise<Session> {
    const session = new Session(await driver.start());
    try {
      await session.call((db) => db.open(config));
      await session.#configure(memory);
    } catch (error) {
      session.end('the engine could not be opened', error);
      throw error;
    }
    return session;
  }

  private constructor(instance: Instance) {
    this.#instance = instance;
    instance.onLost((cause) => this.end('the engine stopped', cause));
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  /**
   * Asks the worker. Where `AsyncDuckDB` would wait forever for a worker that is gone, this rejects at once.
   *
   * @param sql the statement that is shown with an error
   * @throws {QueryError}
   */
  call<T>(ask: (db: AsyncDuckDB) => Promise<T>, sql = ''): Promise<T> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      ask(this.#instance.db)
        .then(resolve, (error) => reject(this.#failed(error, sql)))
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /** Terminates the worker. Whatever waits for it is rejected with reason `lost`. */
  end(message: string, cause?: unknown): void {
    if (this.#end) return;
    const end = new QueryError(message, '', 'lost', {cause});
    this.#end = end;
    this.#instance.terminate();
    for (const reject of this.#waiting) reject(end);
    this.#waiting.clear();
    this.onEnd();
  }

  #failed(error: unknown, sql: string): QueryError {
    const failed = failure(error, sql);
    if (failed.reason === 'lost') this.end(failed.message, failed.cause);
    return failed;
  }

  async #configure(memory: number): Promise<void> {
    const connection = await Connection.open(this);
    for (const setting of settings(memory)) await connection.run(setting);
    await assertLocked(connection);
    await connection.close();
  }
}
