import type {Engine, QueryOptions} from '../../engine/engine';
import {ModelError} from '../../engine/errors';
import {numbered} from '../aside';
import {dropSchema} from './lookup-tables';
import type {LookupTable} from './lookup-table';
import {columnNames, firstColumn, withKey} from './lookups';
import type {Scanned} from '../scan/scan';
import type {FileMapping, Lookup, LookupReceipt} from '../types';

interface Joined {
  lookup: Lookup;
  table: LookupTable;
}

let joins = 0;

/**
 * Gives each record of a file the columns that are looked up for it, as `c12` … behind its own, and counts what was found.
 * Beside them are `h0` … with the number of the record found by each lookup, null where there is none. Never are there
 * more records afterwards, or fewer.
 */
export class Joins {
  readonly #engine: Engine;
  readonly #mapping: FileMapping;
  readonly #joined: readonly Joined[];
  readonly #columns: readonly number[];
  readonly #query: QueryOptions;
  readonly #schema: string;
  #tallies: Tally[];
  #isOpen = false;

  /** `columns` are those of the file itself that are wanted beside. */
  constructor(
    engine: Engine,
    mapping: FileMapping,
    {tables, columns, ...query}: {tables: readonly LookupTable[]; columns: readonly number[]} & QueryOptions
  ) {
    this.#engine = engine;
    this.#mapping = mapping;
    this.#columns = columns;
    this.#query = query;
    this.#schema = `joins_${++joins}`;
    this.#joined = (mapping.lookups ?? []).flatMap((lookup, index) => {
      const table = tables[index];
      return table ? [{lookup, table}] : [];
    });
    this.#tallies = this.#joined.map(emptyTally);
  }

  /** SQL of the records of a cut with what is looked up, in their order; good until the next cut. @throws {QueryError} */
  async cut(csv: string, {records, padded}: Pick<Scanned, 'records' | 'padded'>): Promise<string> {
    await this.#open();
    const name = `${this.#schema}.cut`;
    const made = await this.#engine.query(
      `create or replace table ${name} as ${this.#sql(csv, padded)}`,
      {},
      this.#query
    );
    const rows = made.number(0, 0) ?? 0;
    if (rows !== records) throw new ModelError(`a lookup changed the number of rows: ${records} before, ${rows} after`);
    if (!(await this.#isInOrder(name))) await this.#sort(name);
    await this.#count(name);
    return name;
  }

  /** What came of the lookups so far. @throws {QueryError} */
  async receipts(): Promise<LookupReceipt[]> {
    const receipts: LookupReceipt[] = [];
    for (const [index, joined] of this.#joined.entries()) receipts.push(await this.#receipt(joined, index));
    return receipts;
  }

  /** Forgets the last cut, and what was counted. Where the engine is gone, so is all of it. */
  async close(): Promise<void> {
    this.#isOpen = false;
    this.#tallies = this.#joined.map(emptyTally);
    await dropSchema(this.#engine, this.#schema);
  }

  async #open(): Promise<void> {
    if (this.#isOpen) return;
    const seen = this.#joined.map((_, index) => `create table ${this.#schema}.seen${index} (record integer)`);
    const missed = this.#joined.map(
      (_, index) => `create table ${this.#schema}.missed${index} (k varchar, rows integer)`
    );
    await this.#engine.execute(
      [`drop schema if exists ${this.#schema} cascade`, `create schema ${this.#schema}`, ...seen, ...missed].join(';\n')
    );
    this.#isOpen = true;
  }

  /** A join may give rows in another order. */
  async #isInOrder(name: string): Promise<boolean> {
    const rows = await this.#engine.query(
      `select count(*) from (select place, row_number() over () - 1 as nth from ${name}) where place <> nth`,
      {},
      this.#query
    );
    return rows.number(0, 0) === 0;
  }

  async #sort(name: string): Promise<void> {
    await this.#engine.execute(`create or replace table ${name} as from ${name} order by place`, {}, this.#query);
  }

  #sql(csv: string, padded: readonly number[]): string {
    const own = [...new Set([...this.#columns, ...this.#joined.map(({lookup}) => lookup.from)])];
    const texts = own.filter((column) => column < this.#mapping.header.length).map((column) => `c${column}`);
    const filled = (this.#mapping.fill?.columns ?? []).map((column) => `w${column}`);
    const first = `(select ${[...texts, ...filled, 'record as place'].join(', ')} from ${numbered(csv)})`;
    const joined = this.#joined.reduce((records, one, index) => this.#step(records, one, {index, padded}), first);
    return `from ${joined}`;
  }

  /** Records with the columns of one more lookup. */
  #step(records: string, {lookup, table}: Joined, {index, padded}: {index: number; padded: readonly number[]}): string {
    const start = firstColumn(this.#mapping, index);
    const found = lookup.columns.map((column, at) => {
      const text = `l.v${column}`;
      const value = column === lookup.label ? `case when l.record is null then r.k${index} else ${text} end` : text;
      return `${value} as c${start + at}`;
    });
    const key = {name: `k${index}`, padded: padded.includes(lookup.from)};
    const more = [`l.record as h${index}`, `l.rows as n${index}`, ...found];
    return `(select ${['r.*', ...more].join(', ')}
      from ${withKey(records, `c${lookup.from}`, key)} r left join ${table.name} l on l.k = r.k${index})`;
  }

  async #count(name: string): Promise<void> {
    const counts = this.#joined.map(
      (_, i) =>
        `count(*)::integer as rows${i}, count(h${i})::integer as matched${i}, count(k${i})::integer as keyed${i},
         coalesce(sum(n${i} - 1), 0)::double as more${i}`
    );
    const rows = await this.#engine.query(`select ${counts.join(', ')} from ${name}`, {}, this.#query);
    this.#tallies = this.#tallies.map((tally, index) => {
      const [all, matched, keyed, more] = [0, 1, 2, 3].map((at) => rows.number(0, index * 4 + at) ?? 0) as Counts;
      return {
        rows: tally.rows + all,
        matched: tally.matched + matched,
        empty: tally.empty + all - keyed,
        more: tally.more + more
      };
    });
    await this.#engine.execute(this.#joined.map((_, i) => this.#noteSql(name, i)).join(';\n'), {}, this.#query);
  }

  /** Which rows of the other file were found, and which keys weren't. */
  #noteSql(name: string, i: number): string {
    return `insert into ${this.#schema}.seen${i} select distinct h${i} from ${name} where h${i} is not null;
      insert into ${this.#schema}.missed${i}
      select k${i}, count(*) from ${name} where h${i} is null and k${i} is not null
      group by 1 order by 2 desc, 1 limit ${mostMissed}`;
  }

  async #receipt({lookup, table}: Joined, index: number): Promise<LookupReceipt> {
    const {rows, matched, empty, more} = this.#tallies[index] ?? emptyTally();
    const {keys, repeated, differing, several, examples, keyless, tally, file} = table;
    const names = columnNames(this.#mapping);
    const unread = Object.values(tally.unread).reduce((sum, count) => sum + count, 0);
    return {
      file: lookup.file,
      from: names[lookup.from] ?? `${lookup.from + 1}`,
      key: file.mapping.header[lookup.key] ?? `${lookup.key + 1}`,
      columns: [...lookup.names],
      ...{rows, matched, unmatched: rows - matched - empty, empty, fanned: rows + more},
      examples: this.#isOpen ? await this.#missed(index) : [],
      there: {
        rows: keys + repeated + keyless + unread,
        ...{keys, unused: keys - (this.#isOpen ? await this.#seen(index) : 0)},
        ...{repeated, differing, several, examples, keyless, unread}
      }
    };
  }

  async #seen(index: number): Promise<number> {
    const sql = `select count(distinct record) from ${this.#schema}.seen${index}`;
    return (await this.#engine.query(sql, {}, this.#query)).number(0, 0) ?? 0;
  }

  async #missed(index: number): Promise<{key: string; rows: number}[]> {
    const rows = await this.#engine.query(
      `select k as key, sum(rows)::integer as rows from ${this.#schema}.missed${index}
       group by k order by rows desc, k limit 5`,
      {},
      this.#query
    );
    return rows.objects<{key: string; rows: number}>();
  }
}

/** Keys without a match that are kept of each cut. */
const mostMissed = 1000;

interface Tally {
  rows: number;
  matched: number;
  empty: number;
  /** rows that all rows of each key would give beyond the first */
  more: number;
}

type Counts = [all: number, matched: number, keyed: number, more: number];

const emptyTally = (): Tally => ({rows: 0, matched: 0, empty: 0, more: 0});
