import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Worker as Thread} from 'node:worker_threads';
import type * as DuckDB from '@duckdb/duckdb-wasm';
import type {Driver, Instance} from './driver';

const require = createRequire(import.meta.url);

/** DuckDB in a worker thread of Node, for tests and tools. */
export const nodeDriver: Driver = {
  async start() {
    const {AsyncDuckDB, VoidLogger} = require('@duckdb/duckdb-wasm') as typeof DuckDB;
    const directory = mkdtempSync(join(tmpdir(), 'rapport-'));
    mkdirSync(join(directory, 'uploads'));
    const thread = new Thread(new URL('./node-worker.js', import.meta.url), {workerData: {directory}});
    const clean = (): void => rmSync(directory, {recursive: true, force: true});
    process.once('exit', clean);
    thread.once('exit', () => {
      process.off('exit', clean);
      clean();
    });
    const instance: Instance = {
      db: new AsyncDuckDB(new VoidLogger(), new ThreadWorker(thread) as unknown as Worker),
      onLost: (listener) => thread.once('error', listener).once('exit', listener),
      terminate: () => void thread.terminate()
    };
    await instance.db.instantiate(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
    return instance;
  }
};

/** As much of a browser's `Worker` as `AsyncDuckDB` uses. */
class ThreadWorker extends EventTarget {
  readonly #thread: Thread;

  constructor(thread: Thread) {
    super();
    this.#thread = thread;
    thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', {data})));
  }

  postMessage(message: unknown, transfer: ArrayBuffer[]): void {
    this.#thread.postMessage(message, transfer);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
