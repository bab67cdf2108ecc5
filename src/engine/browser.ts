import {AsyncDuckDB, VoidLogger} from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?gzip';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?gzip';
import {AsyncEngine} from './async-engine';
import bootstrap from './bootstrap.js?raw';
import type {Driver, Instance, Loading} from './driver';
import type {Engine} from './engine';
import {QueryError} from './errors';
import loader from './loader.js?raw';
import {trustBlobWorkers} from './trusted';

/** Milliseconds without a sign of life after which a start is given up. */
const patience = 30_000;

/**
 * DuckDB in a worker of this page.
 *
 * @param onLoading told as the engine's bytes arrive
 * @throws {QueryError} if it can't be downloaded or started
 */
export function openEngine(onLoading: (loading: Loading) => void = () => undefined): Promise<Engine> {
  trustBlobWorkers();
  return AsyncEngine.start(new BrowserDriver(onLoading));
}

/** Downloads and compiles once; every later worker starts from the same module, without a request. */
class BrowserDriver implements Driver {
  readonly #onLoading: (loading: Loading) => void;
  #parts: Promise<[module: WebAssembly.Module, script: string]> | undefined;

  constructor(onLoading: (loading: Loading) => void) {
    this.#onLoading = onLoading;
  }

  async start(): Promise<Instance> {
    const [module, script] = await this.#download();
    const worker = workerOf(`${bootstrap}\n${script}`);
    worker.postMessage(module);
    const instance: Instance = {
      db: new AsyncDuckDB(new VoidLogger(), worker),
      onLost: (listener) => worker.addEventListener('error', ({message}) => listener(message), {once: true}),
      terminate: () => worker.terminate()
    };
    try {
      await instantiated(instance);
    } catch (error) {
      worker.terminate();
      throw error;
    }
    return instance;
  }

  #download(): Promise<[WebAssembly.Module, string]> {
    this.#parts ??= Promise.all([compiled(absolute(wasmUrl), this.#onLoading), textOf(absolute(workerUrl))]);
    this.#parts.catch(() => (this.#parts = undefined));
    return this.#parts;
  }
}

/** Where WebAssembly isn't allowed, DuckDB never answers. */
function instantiated({db, onLost}: Instance): Promise<void> {
  return settled((resolve, reject) => {
    onLost(reject);
    db.instantiate('duckdb-eh.wasm').then(() => resolve(), reject);
  });
}

type Answer = {loading: Loading} | {module: WebAssembly.Module} | {failed: string};

function compiled(url: string, onLoading: (loading: Loading) => void): Promise<WebAssembly.Module> {
  const worker = workerOf(loader);
  const module = settled<WebAssembly.Module>((resolve, reject, alive) => {
    worker.onerror = ({message}) => reject(message);
    worker.onmessage = ({data}: MessageEvent<Answer>) => {
      alive();
      if ('loading' in data) onLoading(data.loading);
      else if ('module' in data) resolve(data.module);
      else reject(data.failed);
    };
  });
  worker.postMessage(url);
  return module.finally(() => worker.terminate());
}

/** The script of DuckDB's worker, gzipped or inflated on the way, without the address of its source map. */
async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw failed(`${response.status} ${response.statusText} for ${url}`);
  const bytes = await response.blob();
  const [first, second] = new Uint8Array(await bytes.slice(0, 2).arrayBuffer());
  const zipped = first === 0x1f && second === 0x8b;
  const script = zipped
    ? new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip')))
    : new Response(bytes);
  return (await script.text()).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
}

/** A worker from a `blob:`: unlike one from a URL it inherits the page's policy. */
function workerOf(script: string): Worker {
  const url = URL.createObjectURL(new Blob([script], {type: 'text/javascript'}));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}

type Executor<T> = (resolve: (value: T) => void, reject: (cause: unknown) => void, alive: () => void) => void;

/** A promise that rejects when there is neither an outcome nor a sign of life for too long. */
function settled<T>(executor: Executor<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer = 0;
    const fail = (cause: unknown): void => (clearTimeout(timer), reject(failed(cause)));
    const alive = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => fail(`no answer for ${patience / 1000} s`), patience);
    };
    alive();
    executor((value) => (clearTimeout(timer), resolve(value)), fail, alive);
  });
}

function failed(cause: unknown): QueryError {
  return new QueryError(`the engine could not be started: ${String(cause)}`, '', 'lost', {cause});
}
