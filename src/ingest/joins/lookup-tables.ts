import type {Engine, QueryOptions} from '../../engine/engine';
import {MappingError, QueryError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {stageLookup, type LookupColumns, type LookupFile, type LookupTable} from './lookup-table';
import type {Lookup} from '../types';

interface Kept extends LookupColumns {
  file: LookupFile;
  table: Promise<LookupTable>;
  /** the schema that its tables are in */
  schema: string;
}

/** What staging a file tells. */
export interface Staging extends QueryOptions {
  onfile?: (file: LookupFile) => void;
  onread?: (bytes: number, rows: number) => void;
}

let opened = 0;

/**
 * Tables in which columns are looked up: each file is read once for a key, and kept as long as its mapping stays and no
 * further columns are wanted.
 */
export class LookupTables {
  readonly #engine: Engine;
  readonly #prefix = `lookup_${++opened}`;
  #kept: Kept[] = [];
  #made = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The table of a lookup, with all columns that any of the mappings wants of it.
   *
   * @throws {MappingError} if there is no such file, or one must not have several rows of a key and has
   * @throws {FileError} if it can't be read
   * @throws {QueryError}
   */
  async table(lookup: Lookup, files: readonly LookupFile[], staging: Staging = {}): Promise<LookupTable> {
    const file = fileOf(lookup, files);
    const columns = wantedOf(lookup, files);
    const kept = this.#kept.find((one) => isSame(one, {file, key: lookup.key, columns}));
    const table = await (kept && (await this.#isThere(kept))
      ? kept.table
      : this.#stage({file, key: lookup.key, columns}, staging));
    if (lookup.several === 'refuse' && table.repeated > 0) throw severalRows(lookup, table);
    return table;
  }

  /** What was read, file by file. */
  async read(): Promise<LookupTable[]> {
    return Promise.all(this.#kept.map(({table}) => table));
  }

  /** Forgets all tables. */
  async close(): Promise<void> {
    const kept = this.#kept;
    this.#kept = [];
    for (const {schema} of kept) await dropSchema(this.#engine, schema);
  }

  async #stage(wanted: LookupColumns & {file: LookupFile}, {onfile, onread, ...query}: Staging): Promise<LookupTable> {
    const {file, ...columns} = wanted;
    const schema = `${this.#prefix}_${++this.#made}`;
    const old = this.#kept.filter((one) => one.file.source.id === file.source.id && one.key === wanted.key);
    onfile?.(file);
    const table = this.#making(schema, () =>
      stageLookup(file, columns, {
        engine: this.#engine,
        schema,
        query,
        name: `${schema}.lookup`,
        ...(onread ? {onread} : {})
      })
    );
    this.#kept = [...this.#kept.filter((one) => !old.includes(one)), {...wanted, table, schema}];
    for (const one of old) await dropSchema(this.#engine, one.schema);
    return table;
  }

  async #making(schema: string, make: () => Promise<LookupTable>): Promise<LookupTable> {
    try {
      await this.#engine.execute(`create schema ${schema}`);
      return await make();
    } catch (error) {
      this.#kept = this.#kept.filter((one) => one.schema !== schema);
      await dropSchema(this.#engine, schema);
      throw error;
    }
  }

  /** An engine that was lost and stands anew has none of the tables. */
  async #isThere({schema, table}: Kept): Promise<boolean> {
    await table;
    const rows = await this.#engine.query(`select count(*) from duckdb_schemas() where schema_name = $schema`, {
      schema
    });
    return (rows.number(0, 0) ?? 0) > 0;
  }
}

/** Drops a schema with all that is in it. Where the engine is gone, so are its tables. */
export async function dropSchema(engine: Engine, schema: string): Promise<void> {
  try {
    await engine.execute(`drop schema if exists ${schema} cascade`);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
  }
}

function fileOf({file}: Lookup, files: readonly LookupFile[]): LookupFile {
  const found = files.find(({source}) => source.name === file);
  if (found) return found;
  const known = files.map(({source}) => `“${source.name}”`).join(', ');
  throw new MappingError(ingest.t('mapping.file', {name: `“${file}”`, known}), file);
}

/** The columns that mappings look up in the file by that key, in their order there. */
function wantedOf({file, key}: Lookup, files: readonly LookupFile[]): number[] {
  const lookups = files.flatMap(({mapping}) => mapping.lookups ?? []);
  const own = lookups.filter((other) => other.file === file && other.key === key);
  return [...new Set(own.flatMap(({columns}) => columns))].sort((a, b) => a - b);
}

function isSame(kept: Kept, {file, key, columns}: LookupColumns & {file: LookupFile}): boolean {
  const same = kept.file.source === file.source && kept.key === key;
  return same && columns.every((column) => kept.columns.includes(column)) && bytesOf(kept.file) === bytesOf(file);
}

const bytesOf = ({mapping: {encoding, dialect, region, header}}: LookupFile): string =>
  JSON.stringify([encoding, dialect, region, header.length]);

function severalRows({file, from}: Lookup, {several, examples}: LookupTable): MappingError {
  const [first = {key: '', rows: 0}] = examples;
  return new MappingError(
    ingest.t('mapping.several', {file, keys: several, key: `“${first.key}”`, rows: first.rows}),
    file,
    String(from)
  );
}
