import {Connection} from './connection';
import type {QueryOptions} from './engine';
import type {Session} from './session';
import {Stop} from './stop';

/** Milliseconds that a stopped statement is given before its worker is terminated, with all that is loaded. */
const patience = {untrusted: 1500, trusted: 15_000};

/** A connection for as long as something runs on it, and what stops that. */
export class Use {
  readonly connection: Connection;
  readonly stop: Stop;
  readonly #session: Session;
  readonly #untrusted: boolean;

  /** @throws {QueryError} if it is stopped before it began, the engine is lost, or untrusted SQL is more than reading */
  static async begin(starting: Promise<Session>, sql: string, options: QueryOptions): Promise<Use> {
    const stop = new Stop(sql, options);
    const opening = starting.then((session) => open(session, stop, options));
    try {
      const use = await stop.race(opening);
      if (options.untrusted) await use.#protect(sql);
      return use;
    } catch (error) {
      stop.end();
      void opening.then((use) => use.end()).catch(() => undefined);
      throw error;
    }
  }

  constructor(session: Session, connection: Connection, stop: Stop, untrusted: boolean) {
    this.#session = session;
    this.connection = connection;
    this.stop = stop;
    this.#untrusted = untrusted;
    if (!untrusted) session.busy++;
  }

  /** Stops what still runs, and gives the connection back. A worker that doesn't obey is terminated. */
  readonly end = async (): Promise<void> => {
    this.stop.end();
    if (!this.#untrusted) this.#session.busy--;
    const closed = this.connection.close();
    if (this.stop.came) this.#watch(closed);
    else await closed;
  };

  async #protect(sql: string): Promise<void> {
    await this.stop.race(this.connection.check(sql));
    await this.stop.race(this.connection.run('BEGIN TRANSACTION READ ONLY'));
  }

  /** A long step of one of our own statements is no reason to lose everything: then there is more patience. */
  #watch(closed: Promise<void>): void {
    const limit = this.#untrusted && this.#session.busy === 0 ? patience.untrusted : patience.trusted;
    const timer = setTimeout(() => this.#session.end('a statement that was stopped went on'), limit);
    void closed.catch(() => undefined).finally(() => clearTimeout(timer));
  }
}

async function open(session: Session, stop: Stop, {untrusted = false}: QueryOptions): Promise<Use> {
  return new Use(session, await Connection.open(session), stop, untrusted);
}
