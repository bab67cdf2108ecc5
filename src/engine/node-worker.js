/*
 * DuckDB's own worker for Node in a worker thread: gives it the `postMessage` and `onmessage` of a browser, and, instead of
 * the disk, a directory of its own for what `copy … to 'uploads/…'` writes. Without this it would print every refused statement.
 */
import fs from 'node:fs';
import {resolve} from 'node:path';
import {parentPort, workerData} from 'node:worker_threads';

Object.assign(console, {log: () => undefined, error: () => undefined});

for (const name of ['openSync', 'existsSync', 'truncateSync', 'mkdirSync', 'rmdirSync', 'rmSync']) {
  const own = fs[name];
  fs[name] = (path, ...rest) => own(resolve(workerData.directory, path), ...rest);
}

globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
await import('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs');
parentPort.on('message', (data) => globalThis.onmessage({data}));
