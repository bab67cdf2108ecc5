import {QueryError} from './errors';

/** What ends a statement from outside: its signal or its deadline, whichever comes first. */
export class Stop {
  readonly #stopped: Promise<never>;
  readonly #over = new AbortController();
  #reject: (error: QueryError) => void = () => undefined;
  /** true once it came */
  came = false;

  constructor(sql: string, {signal, deadline}: {signal?: AbortSignal; deadline?: number}) {
    this.#stopped = new Promise((_, reject) => (this.#reject = reject));
    this.#stopped.catch(() => undefined);
    const cancel = (): void => this.#stop(new QueryError('cancelled', sql, 'cancelled', {cause: signal?.reason}));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, {signal: this.#over.signal});
    if (deadline !== undefined) this.#expire(deadline, sql);
  }

  /** What the promise gives, unless the statement is stopped before. @throws {QueryError} `cancelled` or `deadline` */
  race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([this.#stopped, promise]);
  }

  /** The statement is over: nothing stops it any more. */
  end(): void {
    this.#over.abort();
  }

  #expire(deadline: number, sql: string): void {
    const error = new QueryError(`time limit of ${deadline / 1000} s exceeded`, sql, 'deadline');
    const timer = setTimeout(() => this.#stop(error), deadline);
    this.#over.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #stop(error: QueryError): void {
    this.came = true;
    this.#reject(error);
  }
}
