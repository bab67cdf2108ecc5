import {QueryError} from '../../engine/errors';
import {trustBlobWorkers} from '../../engine/trusted';
import {FormatError} from './converter';
import type {Library} from './libraries';
import type {FromWriter} from './serve';
import type {Unwritten, Written} from './written';

export interface ConvertOptions {
  /** ends it at once */
  signal?: AbortSignal | undefined;
  /** told how many rows are written so far */
  onrows?: (rows: number) => void;
}

/**
 * Reads a file of another format and writes its tables as text, in a worker where there are any.
 *
 * @throws {FormatError} if nothing more of the file can be read
 * @throws {QueryError} with reason `cancelled`
 */
export function convert(
  blob: Blob,
  library: Library,
  {signal, onrows = () => undefined}: ConvertOptions = {}
): AsyncGenerator<Written | Unwritten, void, undefined> {
  return typeof Worker === 'undefined'
    ? here(blob, library, {signal, onrows})
    : inWorker(blob, library, {signal, onrows});
}

export const cancelled = (): QueryError => new QueryError('opening the file was cancelled', '', 'cancelled');

type Options = Required<ConvertOptions>;

async function* here(blob: Blob, library: Library, {signal, onrows}: Options): ReturnType<typeof convert> {
  const writing = await library.writing();
  const told = (rows: number): void => {
    if (signal?.aborted) throw cancelled();
    onrows(rows);
  };
  yield* writing(blob, told);
}

async function* inWorker(blob: Blob, library: Library, {signal, onrows}: Options): ReturnType<typeof convert> {
  trustBlobWorkers();
  const done = await turn(signal);
  const worker = await started(library, done);
  const inbox = new Inbox(worker);
  const onabort = (): void => inbox.fail(cancelled());
  if (signal?.aborted) onabort();
  signal?.addEventListener('abort', onabort);
  try {
    worker.postMessage(blob);
    for (;;) {
      const message = await inbox.next();
      if ('ended' in message) return;
      if ('broken' in message) throw new Error(message.broken);
      if ('rows' in message) onrows(message.rows);
      else yield 'written' in message ? message.written : unwritten(message.refused);
    }
  } finally {
    signal?.removeEventListener('abort', onabort);
    worker.terminate();
    done();
  }
}

/** @throws whatever the fetching of its script does; the turn is over then */
async function started(library: Library, done: () => void): Promise<Worker> {
  try {
    return await library.worker();
  } catch (error) {
    done();
    throw error;
  }
}

/** Files that are converted at the same time: each may need memory of its own. */
const mostAtOnce = 2;
let running = 0;
const waiting = new Set<() => void>();

/** Waits until a worker may start; the caller says when it's done. @throws {QueryError} with reason `cancelled` */
async function turn(signal: AbortSignal | undefined): Promise<() => void> {
  while (running >= mostAtOnce) {
    if (signal?.aborted) throw cancelled();
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }
  running++;
  return () => {
    running--;
    for (const wake of [...waiting]) wake();
  };
}

function unwritten({part, kind, values, cause}: Extract<FromWriter, {refused: unknown}>['refused']): Unwritten {
  const refused = new FormatError(kind, {values, cause});
  if (part === 'file') throw refused;
  return {part, refused};
}

/** Messages of a worker, one after the other. */
class Inbox {
  readonly #messages: FromWriter[] = [];
  #wake: () => void = () => undefined;
  #broken: Error | undefined;

  constructor(worker: Worker) {
    worker.onmessage = ({data}: MessageEvent<FromWriter>) => {
      this.#messages.push(data);
      this.#wake();
    };
    worker.onerror = ({message}) => this.fail(new Error(`format worker: ${message}`));
  }

  fail(error: Error): void {
    this.#broken = error;
    this.#wake();
  }

  async next(): Promise<FromWriter> {
    for (;;) {
      if (this.#broken) throw this.#broken;
      const message = this.#messages.shift();
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
