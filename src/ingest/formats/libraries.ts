import {writing, type Writing} from './written';

/** What reads the files of one format, or of some that are alike; fetched when it is needed. */
export interface Library {
  /** for use here and now */
  writing(): Promise<Writing>;
  /** a worker that runs it; the caller ends it */
  worker(): Promise<Worker>;
}

export const libraries = {
  sheets: {
    writing: async () => writing((await import('./sheets')).sheets),
    worker: async () => new (await import('./sheets.worker?worker&inline')).default()
  },
  parquet: {
    writing: async () => writing((await import('./parquet')).parquet),
    worker: async () => new (await import('./parquet.worker?worker&inline')).default()
  },
  arrow: {
    writing: async () => writing((await import('./arrow')).arrow),
    worker: async () => new (await import('./arrow.worker?worker&inline')).default()
  },
  sqlite: {
    writing: async () => writing((await import('./sqlite')).sqlite),
    worker: async () => new (await import('./sqlite.worker?worker&inline')).default()
  },
  json: {
    writing: async () => (await import('./json')).json,
    worker: async () => new (await import('./json.worker?worker&inline')).default()
  }
} satisfies Record<string, Library>;
