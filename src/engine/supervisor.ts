import type {Driver} from './driver';
import {QueryError} from './errors';
import {Session} from './session';

/** Keeps one session alive: where it is lost, the next one is started at once. */
export class Supervisor {
  readonly #driver: Driver;
  readonly #memory: number;
  readonly #listeners = new Set<() => void>();
  #session: Promise<Session> | undefined;
  #closed = false;
  /** true from the loss of a session until its successor stands */
  #lost = false;

  constructor(driver: Driver, memory: number) {
    this.#driver = driver;
    this.#memory = memory;
  }

  /** @throws {QueryError} `lost`, if there is none: it could not be started, which the next call tries again, or was closed */
  async session(): Promise<Session> {
    if (this.#closed) throw new QueryError('the engine is closed', '', 'lost');
    return (this.#session ??= this.#begin());
  }

  onRebuilt(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const session = await this.#session?.catch(() => undefined);
    session?.end('the engine is closed');
  }

  async #begin(): Promise<Session> {
    try {
      const session = await Session.start(this.#driver, this.#memory);
      session.onEnd = () => this.#replace();
      if (this.#lost) this.#announce();
      return session;
    } catch (error) {
      this.#session = undefined;
      throw error;
    }
  }

  #replace(): void {
    if (this.#closed) return;
    this.#lost = true;
    this.#session = this.#begin();
    this.#session.catch(() => undefined);
  }

  /** Listeners hear of a successor once it can be used. */
  #announce(): void {
    this.#lost = false;
    queueMicrotask(() => this.#listeners.forEach((listener) => listener()));
  }
}
