import {writing, type Writing} from './written';

/** What reads the files of one format, or of some that are alike; fetched when it is needed. */
export interface Library {
  /** for use here and now, where there are no workers: not in the page */
  writing(): Promise<Writing>;
  /** a worker that runs it; the caller ends it */
  worker(): Promise<Worker>;
}

/** The built page leaves out what it only runs in workers. */
const isPage = !import.meta.env.SSR;

const elsewhere = (): Promise<never> => Promise.reject(new Error('the page reads formats in workers'));

export const libraries = {
  sheets: {
    writing: isPage ? elsewhere : async () => writing((await import('./sheets')).sheets),
    worker: async () => new (await import('./sheets.worker?worker&inline')).default()
  },
  parquet: {
    writing: isPage ? elsewhere : async () => writing((await import('./parquet')).parquet),
    worker: async () => new (await import('./parquet.worker?worker&inline')).default()
  },
  arrow: {
    writing: isPage ? elsewhere : async () => writing((await import('./arrow')).arrow),
    worker: async () => new (await import('./arrow.worker?worker&inline')).default()
  },
  sqlite: {
    writing: isPage ? elsewhere : async () => writing((await import('./sqlite')).sqlite),
    worker: async () => new (await import('./sqlite.worker?worker&inline')).default()
  },
  json: {
    writing: isPage ? elsewhere : async () => (await import('./json')).json,
    worker: async () => new (await import('./json.worker?worker&inline')).default()
  }
} satisfies Record<string, Library>;
