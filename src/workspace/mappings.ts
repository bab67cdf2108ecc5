import {openDB, type DBSchema, type IDBPDatabase} from 'idb';
import {shapeOf} from '../ingest/mapping/reuse';
import type {FileMapping, Recipe} from '../ingest/types';
import {checkedRecipe, portable} from './mapping-shape';
import {defaultRules} from '../ingest/guess/guess';

/** A mapping that was used, kept for files with the same columns. */
export interface Remembered {
  /** what its file's columns are called, and the table: two mappings with the same key are one */
  key: string;
  /** the columns alone */
  shape: string;
  /** ISO date and time (UTC) of its last use */
  saved: string;
  mapping: FileMapping;
}

/** Where mappings are kept. */
export interface MappingStore {
  all(): Promise<unknown[]>;
  put(one: Remembered): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** The most that are kept; the oldest go. */
export const mostKept = 200;

/** The mappings of imports that were used, newest first. What the browser can't keep lasts until the page is closed. */
export class Mappings {
  #all: Remembered[];
  readonly #store: MappingStore | null;

  constructor(all: readonly Remembered[], store: MappingStore | null) {
    this.#all = [...all].sort((a, b) => (a.saved < b.saved ? 1 : -1));
    this.#store = store;
  }

  get all(): readonly Remembered[] {
    return this.#all;
  }
  /** they outlast the page */
  get lasting(): boolean {
    return this.#store !== null;
  }

  /** The newest one for a file with these columns. */
  find(header: readonly string[]): Remembered | null {
    const shape = shapeOf(header);
    return this.#all.find((one) => one.shape === shape) ?? null;
  }

  /** Keeps the mapping of each file that is read and names its columns; of parts of one table, that of the first. */
  async remember({files}: Recipe, now: Date): Promise<void> {
    const read = files
      .filter(({table, region}) => table !== null && region.header > 0)
      .map((mapping) => remembered(mapping, now));
    const fresh = [...new Map(read.toReversed().map((one) => [one.key, one])).values()].toReversed();
    const keys = new Set(fresh.map(({key}) => key));
    const all = [...fresh, ...this.#all.filter(({key}) => !keys.has(key))];
    const gone = all.slice(mostKept).map(({key}) => key);
    this.#all = all.slice(0, mostKept);
    await this.#keep(async (store) => {
      for (const one of fresh) await store.put(one);
      if (gone.length > 0) await store.remove(gone);
    });
  }

  async forget(key: string): Promise<void> {
    this.#all = this.#all.filter((one) => one.key !== key);
    await this.#keep((store) => store.remove([key]));
  }

  async forgetAll(): Promise<void> {
    const keys = this.#all.map(({key}) => key);
    this.#all = [];
    await this.#keep((store) => store.remove(keys));
  }

  /** A browser that refuses to keep something takes nothing from what is there now. */
  async #keep(act: (store: MappingStore) => Promise<void>): Promise<void> {
    if (!this.#store) return;
    try {
      await act(this.#store);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

/** The mappings of earlier visits; none where the browser keeps nothing, as in private windows. */
export async function openMappings(open: () => Promise<MappingStore> = openStore): Promise<Mappings> {
  try {
    const store = await open();
    return new Mappings((await store.all()).flatMap(checked), store);
  } catch (error) {
    if (error instanceof DOMException || typeof indexedDB === 'undefined') return new Mappings([], null);
    throw error;
  }
}

function remembered(mapping: FileMapping, now: Date): Remembered {
  const shape = shapeOf(mapping.header);
  return {key: `${mapping.table}:${shape}`, shape, saved: now.toISOString(), mapping: portable(mapping)};
}

/** What another version or another program left there is passed over. */
function checked(value: unknown): Remembered[] {
  if (typeof value !== 'object' || value === null) return [];
  const {saved, mapping} = value as Partial<Remembered>;
  try {
    const [file] = checkedRecipe({version: 1, files: [mapping], rules: defaultRules}).files;
    const now = new Date(String(saved));
    return file && !Number.isNaN(now.getTime()) ? [remembered(file, now)] : [];
  } catch {
    return [];
  }
}

interface Schema extends DBSchema {
  mappings: {key: string; value: Remembered};
}

async function openStore(): Promise<MappingStore> {
  const database = await openDB<Schema>('rapport-mappings', 1, {
    upgrade: (made) => void made.createObjectStore('mappings', {keyPath: 'key'})
  });
  return {
    all: () => database.getAll('mappings'),
    put: (one) => written(database, (store) => store.put(one)),
    remove: (keys) => written(database, (store) => Promise.all(keys.map((key) => store.delete(key))))
  };
}

/** Done when it is on the disk. */
async function written(
  database: IDBPDatabase<Schema>,
  act: (store: {put(one: Remembered): Promise<unknown>; delete(key: string): Promise<unknown>}) => Promise<unknown>
): Promise<void> {
  const transaction = database.transaction('mappings', 'readwrite', {durability: 'strict'});
  await Promise.all([act(transaction.store), transaction.done]);
}
