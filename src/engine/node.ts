import {createRequire} from 'node:module';
import {Worker as Thread} from 'node:worker_threads';
import type * as DuckDB from '@duckdb/duckdb-wasm';
import type {Driver, Instance} from './driver';

const require = createRequire(import.meta.url);

/** DuckDB-Wasm's own worker in a thread of Node. */
export const nodeDriver: Driver = {
  async start() {
    const {AsyncDuckDB, VoidLogger} = require('@duckdb/duckdb-wasm') as typeof DuckDB;
    const thread = new Thread(adapter(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs')), {
      eval: true
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

/** Gives DuckDB's worker the `postMessage` and `onmessage` of a browser. It would print every refused statement. */
function adapter(worker: string): string {
  return `
    const {parentPort} = require('node:worker_threads');
    console.log = () => undefined;
    globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
    parentPort.on('message', (data) => globalThis.onmessage({data}));
    require(${JSON.stringify(worker)});
  `;
}

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
