import {openDB, type DBSchema} from 'idb';

/** Where settings are kept. */
export interface SettingStore {
  all(): Promise<readonly (readonly [name: string, value: unknown])[]>;
  put(name: string, value: unknown): Promise<void>;
}

/** What a person set once and for all, by name. What the browser can't keep lasts until the page is closed. */
export class Settings {
  readonly #values: Map<string, unknown>;
  readonly #store: SettingStore | null;

  constructor(values: Iterable<readonly [string, unknown]>, store: SettingStore | null) {
    this.#values = new Map(values);
    this.#store = store;
  }

  /** they outlast the page */
  get lasting(): boolean {
    return this.#store !== null;
  }

  /** As it was kept, by whichever version of the app: look before use. Undefined where it never was. */
  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** Settles when it's on the disk; a browser that refuses to keep it takes nothing from this page. */
  async set(name: string, value: unknown): Promise<void> {
    this.#values.set(name, value);
    try {
      await this.#store?.put(name, value);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

/** The settings of earlier visits; none where the browser keeps nothing, as in private windows. */
export async function openSettings(open: () => Promise<SettingStore> = openStore): Promise<Settings> {
  try {
    const store = await open();
    return new Settings(await store.all(), store);
  } catch (error) {
    if (error instanceof DOMException || typeof indexedDB === 'undefined') return new Settings([], null);
    throw error;
  }
}

interface Schema extends DBSchema {
  settings: {key: string; value: unknown};
}

async function openStore(): Promise<SettingStore> {
  const database = await openDB<Schema>('rapport-settings', 1, {
    upgrade: (made) => void made.createObjectStore('settings')
  });
  return {
    async all() {
      const transaction = database.transaction('settings');
      const [names, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return names.map((name, place) => [name, values[place]] as const);
    },
    async put(name, value) {
      const transaction = database.transaction('settings', 'readwrite', {durability: 'strict'});
      await Promise.all([transaction.store.put(value, name), transaction.done]);
    }
  };
}
