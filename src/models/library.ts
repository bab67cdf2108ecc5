import {ModelError} from '../engine/errors';
import type {ModelContext} from './compile';

/** A model whose text depends on what the person chose; it has the same header as a `.sql` file. */
export type FunctionModel = (context: ModelContext) => string;

export type Library = ReadonlyMap<string, string | FunctionModel>;

/**
 * Models by name, which is the name of their file.
 *
 * @throws {ModelError} for a name taken twice
 */
export function libraryOf(files: Readonly<Record<string, string | FunctionModel>>): Library {
  const models = new Map<string, string | FunctionModel>();
  for (const [path, model] of Object.entries(files)) {
    const name = nameOf(path);
    if (models.has(name)) throw new ModelError(`model name taken twice: ${name} (${path})`);
    models.set(name, model);
  }
  return models;
}

/** All models: `NAME.sql` and, for text that depends on choices, `NAME.sql.ts`, here, in `relationship/` and in every analysis's folder. */
export const library: Library = libraryOf({
  ...import.meta.glob<string>(['./*.sql', './relationship/*.sql', '../analyses/*/*.sql'], {
    query: '?raw',
    import: 'default',
    eager: true
  }),
  ...import.meta.glob<FunctionModel>(['./*.sql.ts', './relationship/*.sql.ts', '../analyses/*/*.sql.ts'], {
    import: 'model',
    eager: true
  })
});

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.sql(\.ts)?$/, '');
}
