import type {AsyncDuckDB, DuckDBConfig} from '@duckdb/duckdb-wasm';

/** How far the download of the engine is, in bytes as they travel; `total` is null where the host doesn't say. */
export interface Loading {
  loaded: number;
  total: number | null;
}

/** DuckDB in a worker of its own, not opened yet. */
export interface Instance {
  db: AsyncDuckDB;
  /** called at most once, when the worker died by itself */
  onLost(listener: (cause: unknown) => void): void;
  terminate(): void;
}

/** Where the worker comes from: the browser's or Node's. */
export interface Driver {
  start(): Promise<Instance>;
}

/**
 * Integers, UUIDs and bits keep their type through Arrow. A statement is polled in slices of 20 ms, after each of which
 * it can be cancelled.
 */
export const config: DuckDBConfig = {
  arrowLosslessConversion: true,
  query: {queryPollingInterval: 20}
};
