import {QueryError} from '../../engine/errors';
import {refuse} from '../look/container';
import {ScanError, type TextOptions} from './scan-bytes';
import type {Layout, Tally} from './scan-tally';
import type {Cut} from './scan-cut';
import {cutsOf} from './scan-run';
import type {Source} from '../types';

/** How a file is cut into records. */
export interface ScanOptions extends Layout, Pick<TextOptions, 'encoding'> {
  /** bytes of text in a cut, more or less; 8 MiB by default */
  cutBytes?: number;
}

export interface ScanRun extends ScanOptions {
  /** ends the scan at once */
  signal?: AbortSignal;
}

/** A cut of a file, and the counts up to its end. */
export interface Scanned extends Cut {
  tally: Tally;
  /** bytes of the file read so far, packed ones where it is packed */
  read: number;
  /** the last one of the file */
  final: boolean;
}

/** Cuts ahead of the one that is worked on. */
const ahead = 2;

/**
 * Cuts a file into records, in a worker where there are any. Ends early when the consumer stops.
 *
 * @throws {FileError} if the file can't be read to its end
 * @throws {QueryError} with reason `cancelled`
 */
export async function* scan(source: Source, run: ScanRun): AsyncGenerator<Scanned, void, undefined> {
  const {signal, ...options} = run;
  const cuts = typeof Worker === 'undefined' ? cutsOf(source.blob, options) : inWorker(source.blob, options, signal);
  try {
    for await (const cut of cuts) {
      if (signal?.aborted) throw cancelled();
      yield cut;
    }
  } catch (error) {
    throw readable(source, error);
  }
}

/** Why a scan failed, in words. */
export const readable = (source: Source, error: unknown): unknown =>
  error instanceof ScanError ? refuse(source, error.kind, {cause: error.cause}) : error;

/** What goes to the worker: the file first, then a number of cuts that are wanted. */
export type ToWorker = {blob: Blob; options: ScanOptions} | {more: number};

/** What comes back. */
export type FromWorker = {cut: Scanned} | {failed: ScanError['kind'] | null; message: string};

const cancelled = (): QueryError => new QueryError('the import was cancelled', '', 'cancelled');

async function* inWorker(
  blob: Blob,
  options: ScanOptions,
  signal: AbortSignal | undefined
): AsyncGenerator<Scanned, void, undefined> {
  const {default: ScanWorker} = await import('./scan.worker?worker&inline');
  const worker = new ScanWorker();
  const inbox = new Inbox<FromWorker>(worker);
  const onabort = (): void => inbox.fail(cancelled());
  signal?.addEventListener('abort', onabort);
  const send = (message: ToWorker): void => worker.postMessage(message);
  try {
    send({blob, options});
    send({more: ahead});
    for (;;) {
      const message = await inbox.next();
      if ('failed' in message) throw failureOf(message);
      send({more: 1});
      yield message.cut;
      if (message.cut.final) return;
    }
  } finally {
    signal?.removeEventListener('abort', onabort);
    worker.terminate();
  }
}

function failureOf({failed, message}: {failed: ScanError['kind'] | null; message: string}): Error {
  return failed === null ? new Error(message) : new ScanError(failed, {cause: message});
}

/** Messages of a worker, one after the other. */
class Inbox<T> {
  readonly #messages: T[] = [];
  #wake: () => void = () => undefined;
  #broken: Error | undefined;

  constructor(worker: Worker) {
    worker.onmessage = (event: MessageEvent<T>) => {
      this.#messages.push(event.data);
      this.#wake();
    };
    worker.onerror = (event) => this.fail(new Error(`scan worker: ${event.message}`));
  }

  fail(error: Error): void {
    this.#broken = error;
    this.#wake();
  }

  async next(): Promise<T> {
    for (;;) {
      if (this.#broken) throw this.#broken;
      const message = this.#messages.shift();
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
