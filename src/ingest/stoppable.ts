import type {Engine} from '../engine/engine';
import {QueryError} from '../engine/errors';

/** What runs on an engine behind work that was stopped. */
const leftovers = new WeakMap<Engine, Promise<unknown>>();

export interface Stoppable<T> {
  signal: AbortSignal | undefined;
  /** `commit` is called where nothing can be taken back any more; it throws if the work was stopped before */
  work: (commit: () => void) => Promise<T>;
}

/**
 * Work that its signal ends at once for whoever waits for it. What it still has to clear up is done behind that, and
 * before the next such work on the engine begins. After `commit` it isn't ended any more, and gives its result.
 *
 * @throws {QueryError} with reason `cancelled`
 */
export async function stoppable<T>(engine: Engine, {signal, work}: Stoppable<T>): Promise<T> {
  let committed = false;
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => (stop = () => reject(cancelled())));
  stopped.catch(() => undefined);
  const onabort = (): void => {
    if (!committed) stop();
  };
  const commit = (): void => {
    if (signal?.aborted) throw cancelled();
    committed = true;
  };
  const running = (leftovers.get(engine) ?? Promise.resolve()).then(() => {
    if (signal?.aborted) throw cancelled();
    return work(commit);
  });
  leftovers.set(
    engine,
    running.catch(() => undefined) // whoever asked for it hears of it
  );
  signal?.addEventListener('abort', onabort);
  if (signal?.aborted) onabort();
  try {
    return await Promise.race([stopped, running]);
  } finally {
    signal?.removeEventListener('abort', onabort);
  }
}

/** Settles when nothing runs any more behind work that was stopped. */
export const settled = async (engine: Engine): Promise<void> => {
  await leftovers.get(engine);
};

export const cancelled = (): QueryError => new QueryError('the import was cancelled', '', 'cancelled');
