import type {Engine, QueryOptions} from '../../engine/engine';
import {ModelError} from '../../engine/errors';
import {numbered} from '../aside';
import {bareSql} from '../values/cast';
import {disproved, type Decoding} from '../look/encoding-proof';
import {withKey} from './lookups';
import {readCsvSql} from '../scan/read-csv';
import {scan, type Scanned} from '../scan/scan';
import {lineOf} from '../scan/scan-cut';
import {emptyTally, mostKept, type Tally} from '../scan/scan-tally';
import type {FileMapping, SetAside, Source} from '../types';

/** A file in which columns are looked up. */
export interface LookupFile {
  source: Source;
  /** says how its bytes are read */
  mapping: FileMapping;
}

/** Which column of it is the key, and which ones are wanted. */
export interface LookupColumns {
  key: number;
  columns: readonly number[];
}

/** A file as a table of texts: `k`, a key that comes once, `record`, and `v0`, `v3` … by the place of the column. */
export interface LookupTable extends LookupColumns {
  file: LookupFile;
  /** as SQL knows it */
  name: string;
  tally: Tally;
  encoding: string;
  /** data rows with each key for the first time, and further ones; those of them that differ; keys that have such */
  keys: number;
  repeated: number;
  differing: number;
  several: number;
  /** keys with several rows */
  examples: {key: string; rows: number}[];
  keyless: number;
  /** rows that are no use, with their reasons */
  aside: SetAside[];
}

/** Reasons for which a row of a file is never looked up; keys of the `ingest` messages. */
export const lookupReasons = {keyless: 'no key', repeated: 'same key again'} as const;

export interface LookupContext {
  engine: Engine;
  /** where its tables are made */
  schema: string;
  query: QueryOptions;
  /** told how many bytes of the file are read and how many of its rows are there, so far */
  onread?: (bytes: number, rows: number) => void;
}

/**
 * Reads a file into a table in which columns are looked up by key. Of several rows with a key, the first one stays.
 *
 * @throws {FileError} if the file can't be read
 * @throws {QueryError} also when it is cancelled
 * @throws {ModelError} if DuckDB counts other rows than the scan
 */
export async function stageLookup(
  file: LookupFile,
  wanted: LookupColumns,
  {name, ...context}: {name: string} & LookupContext
): Promise<LookupTable> {
  const first = new Staging(file, wanted, {name, ...context});
  const proven = await first.run({encoding: file.mapping.encoding, redetected: null});
  if (proven === null) return first.table();
  await first.drop();
  const second = new Staging(file, wanted, {name, ...context});
  await second.run(proven);
  return second.table();
}

class Staging {
  readonly #file: LookupFile;
  readonly #wanted: LookupColumns;
  readonly #context: LookupContext;
  readonly #name: string;
  readonly #parts: string[] = [];
  readonly #cuts: {first: number; cut: Pick<Scanned, 'lines'>}[] = [];
  readonly #aside: SetAside[] = [];
  #tally = emptyTally();
  #encoding = '';
  #records = 0;

  constructor(file: LookupFile, wanted: LookupColumns, {name, ...context}: {name: string} & LookupContext) {
    this.#file = file;
    this.#wanted = wanted;
    this.#context = context;
    this.#name = name;
  }

  /** Reads the file, up to where its encoding proves to be another: that is given then. */
  async run(decoding: Decoding): Promise<Decoding | null> {
    const {source, mapping} = this.#file;
    const {query, onread} = this.#context;
    const {dialect, region, header} = mapping;
    this.#encoding = decoding.encoding;
    const signal = query.signal ? {signal: query.signal} : {};
    const options = {encoding: decoding.encoding, dialect, region, width: header.length, ...signal};
    for await (const cut of scan(source, options)) {
      this.#tally = cut.tally;
      const proven = disproved(cut, decoding);
      if (proven) return proven;
      for (const {line, reason, text} of cut.unread)
        this.#aside.push({file: source.name, line, column: null, value: text, reason});
      if (cut.records > 0) await this.#add(cut);
      onread?.(cut.read, this.#records);
    }
    return null;
  }

  /** Forgets what was read. */
  async drop(): Promise<void> {
    const {engine} = this.#context;
    for (const part of this.#parts) await engine.execute(`drop table if exists ${part}`);
  }

  async table(): Promise<LookupTable> {
    const {keys, repeated, keyless} = await this.#counts();
    const unique = repeated === 0 ? null : await this.#unique();
    const again = unique ? `${this.#name}_again` : null;
    if (!unique) await this.#view(this.#all());
    const table: LookupTable = {
      ...this.#wanted,
      ...{file: this.#file, name: this.#name, tally: this.#tally, encoding: this.#encoding},
      ...{keys, repeated, keyless, differing: 0, several: 0, examples: [], aside: this.#aside},
      ...(again ? await this.#severals(again) : {})
    };
    await this.#noteAside(again, keyless);
    return table;
  }

  async #add(cut: Scanned): Promise<void> {
    const {engine, query} = this.#context;
    const {source, mapping} = this.#file;
    const upload = `${source.id}-lookup-${this.#name.replace(/\W/g, '-')}`;
    const csv = readCsvSql(upload, {dialect: mapping.dialect, width: mapping.header.length});
    const part = `${this.#name}_${this.#parts.length}`;
    const isPadded = (column: number): boolean => cut.padded.includes(column);
    const text = (column: number): string => (isPadded(column) ? bareSql(`c${column}`) : `c${column}`);
    const values = this.#wanted.columns.map((column) => `${text(column)} as v${column}`);
    const {key} = this.#wanted;
    const keyed = withKey(numbered(csv, this.#records), `c${key}`, {name: 'k', padded: isPadded(key)});
    await engine.register(upload, cut.bytes);
    try {
      const made = await engine.query(
        `create table ${part} as select ${['k', 'record', ...values].join(', ')} from ${keyed}`,
        {},
        query
      );
      this.#parts.push(part);
      const rows = made.number(0, 0) ?? 0;
      if (rows !== cut.records)
        throw new ModelError(
          `rows lost on the way to the engine: ${cut.records} scanned, ${rows} read in ${source.name}`
        );
    } finally {
      await engine.drop(upload);
    }
    this.#cuts.push({first: this.#records, cut: {lines: cut.lines}});
    this.#records += cut.records;
  }

  /** SQL of all rows. */
  #all(): string {
    const columns = ['k varchar', 'record integer', ...this.#wanted.columns.map((column) => `v${column} varchar`)];
    const none = columns.map((column) => `null::${column.split(' ')[1] ?? ''} as ${column.split(' ')[0] ?? ''}`);
    if (this.#parts.length === 0) return `(select ${none.join(', ')} limit 0)`;
    return `(${this.#parts.map((part) => `from ${part}`).join(' union all ')})`;
  }

  async #counts(): Promise<{keys: number; repeated: number; keyless: number}> {
    const {engine, query} = this.#context;
    const rows = await engine.query(`select count(*), count(k), count(distinct k) from ${this.#all()}`, {}, query);
    const [all, filled, keys] = [0, 1, 2].map((column) => rows.number(0, column) ?? 0) as [number, number, number];
    return {keys, repeated: filled - keys, keyless: all - filled};
  }

  async #view(rows: string): Promise<void> {
    await this.#context.engine.execute(
      `create or replace view ${this.#name} as select *, 1 as rows from ${rows} where k is not null`
    );
  }

  /** Takes further rows of a key apart. */
  async #unique(): Promise<string> {
    const {engine, query} = this.#context;
    const name = this.#name;
    const columns = this.#wanted.columns.map((column) => `v${column}`);
    const content = columns.length === 0 ? `''` : `row(${columns.join(', ')})::varchar`;
    const own = 'over (partition by k order by record)';
    await engine.execute(
      `create table ${name}_again as
       select k, record, ${content} is distinct from first_value(${content}) ${own} as differs
       from ${this.#all()} where k is not null
       qualify row_number() ${own} > 1`,
      {},
      query
    );
    await engine.execute(
      `create or replace view ${name} as
       select one.*, coalesce(more.rows, 0)::integer + 1 as rows
       from (from ${this.#all()} where k is not null) one
       anti join ${name}_again again using (record)
       left join (select k, count(*) as rows from ${name}_again group by k) more using (k)`,
      {},
      query
    );
    await this.#settle(`${name}_unique`);
    return name;
  }

  /** Looking up in a table is quicker than in what it is made from. */
  async #settle(unique: string): Promise<void> {
    const {engine, query} = this.#context;
    await engine.execute(`create table ${unique} as from ${this.#name}`, {}, query);
    await engine.execute(`create or replace view ${this.#name} as from ${unique}`, {}, query);
  }

  async #severals(again: string): Promise<Pick<LookupTable, 'differing' | 'several' | 'examples'>> {
    const {engine, query} = this.#context;
    const counts = await engine.query(
      `select count(*) filter (where differs)::integer, count(distinct k)::integer from ${again}`,
      {},
      query
    );
    const examples = await engine.query(
      `select k as key, count(*)::integer + 1 as rows from ${again} group by k order by rows desc, key limit 5`,
      {},
      query
    );
    return {
      differing: counts.number(0, 0) ?? 0,
      several: counts.number(0, 1) ?? 0,
      examples: examples.objects<{key: string; rows: number}>()
    };
  }

  /** Keeps the first rows without a key, and the first with one that came before. */
  async #noteAside(again: string | null, keyless: number): Promise<void> {
    const {engine, query} = this.#context;
    const {mapping, source} = this.#file;
    const column = mapping.header[this.#wanted.key] ?? null;
    const repeated = again ? [`select record, k, '${lookupReasons.repeated}' as reason from ${again}`] : [];
    const without = `select record, '' as k, '${lookupReasons.keyless}' as reason from ${this.#all()} where k is null`;
    const parts = [...repeated, ...(keyless > 0 ? [without] : [])];
    if (parts.length === 0) return;
    const rows = await engine.query(
      `from (${parts.join(' union all ')})
       qualify row_number() over (partition by reason order by record) <= ${mostKept} order by record`,
      {},
      query
    );
    for (const {record, k, reason} of rows.objects<{record: number; k: string; reason: string}>())
      this.#aside.push({file: source.name, line: this.#lineOf(record), column, value: k, reason});
  }

  #lineOf(record: number): number {
    const found = this.#cuts.findLast(({first}) => first <= record);
    return found ? lineOf(found.cut, record - found.first) : 0;
  }
}
