import type {Engine, QueryOptions} from '../engine/engine';
import {ModelError} from '../engine/errors';
import {addPart, dropParts, gather, mergeParts, type Staged} from '../models/store';
import type {TableName} from '../tables/canonical';
import {asideOf, numbered, type Aside} from './aside';
import {disproved, type Decoding} from './look/encoding-proof';
import {total} from './values/exact';
import {addSum, isLimit} from './memory/memory-limits';
import type {Joins} from './joins/lookup-cut';
import {columnNames} from './joins/lookups';
import {planOf, type Plan, type PlanOptions} from './plan/plan';
import {readCsvSql} from './scan/read-csv';
import {scan, type Scanned} from './scan/scan';
import {emptyTally, mostKept, type Tally} from './scan/scan-tally';
import {carriedOfSql, filledSql, type Carried} from './plan/row-rules';
import {lineOf} from './scan/scan-cut';
import type {Exact, FileMapping, Fill, LookupReceipt, Rules, SetAside, Source} from './types';

/** A file, and the staged table that it is read into under a number of its own. */
export interface Filing {
  source: Source;
  mapping: FileMapping;
  table: TableName;
  number: number;
  /** of a further table that the rows of a file feed: the number of the file */
  also?: number;
}

/** What staging needs besides. */
export interface StageContext {
  engine: Engine;
  staged: Staged;
  rules: Rules;
  /** signal and the like, for every statement */
  query: QueryOptions;
  /** the plan of a file with what the rules leave out */
  limit: (plan: Plan) => Plan;
  /** what gives the records of a file the columns that it looks up in others; null where there are none */
  join: (mapping: FileMapping) => Promise<Joins | null>;
  /** told how many bytes of the file are read and how many of its rows are staged, so far */
  onread: (bytes: number, rows: number) => void;
}

/** What became of a file's records. */
export interface Filed {
  filing: Filing;
  plan: Plan;
  tally: Tally;
  encoding: string;
  /** the line that showed that the file is not in the encoding of its mapping; null where it is */
  redetected: number | null;
  /** rows that can't be used, by reason */
  reasons: Map<string, number>;
  /** what the readable amounts of those add up to */
  amount: Exact;
  /** the first rows of each reason */
  kept: SetAside[];
  /** the tables that its rows were staged in */
  parts: string[];
  /** of those reasons that a rule or another file gave: what their rows add up to */
  sums: Map<string, Exact>;
  /** rows of earlier files whose place its rows took */
  replaces: {file: string; rows: number; amount: Exact}[];
  /** rows that say more of customers of an earlier file */
  merged: number;
  /** customers of whom an earlier file says something else, by column */
  conflicts: Map<string, number>;
  /** what came of its lookups in other files */
  lookups: LookupReceipt[];
  /** the line of a staged record, by its number */
  lineOf: (record: number) => number;
}

/** Columns of staged tables beside the canonical ones: the file's number, what is noted of the row, its number in the file. */
export const extraColumns = (): string => 'source usmallint, flags usmallint, record integer';

/**
 * Reads a file into its staged table. Where a beginning of plain ASCII hid that it isn't UTF-8, it is read again in the
 * encoding that it proves to be.
 *
 * @throws {FileError} if it can't be read
 * @throws {QueryError} also when it is cancelled
 * @throws {ModelError} if DuckDB counts other rows than the scan
 */
export async function stageFile(filing: Filing, context: StageContext): Promise<Filed> {
  const first = new Staging(filing, context, {encoding: filing.mapping.encoding, redetected: null});
  const proven = await first.run();
  if (proven === null) return done(first.filed, context);
  await dropParts(context.engine, context.staged, filing.table, first.filed.parts);
  const second = new Staging(filing, context, proven);
  await second.run();
  return done(second.filed, context);
}

async function done(filed: Filed, {engine, staged}: StageContext): Promise<Filed> {
  await gather(engine, staged, filed.filing.table);
  return filed;
}

class Staging {
  readonly filed: Filed;
  readonly #context: StageContext;
  readonly #filing: Filing;
  /** the number of the first record of each cut, and the lines of its records */
  readonly #cuts: {first: number; lines: number[]}[] = [];
  /** what the columns that repeat the row above have so far */
  readonly #carried = new Map<number, Carried>();
  #joins: Joins | null = null;
  /** parts with few rows */
  readonly #small: string[] = [];
  #records = 0;
  #anonymous = 0;

  constructor(filing: Filing, context: StageContext, decoding: Decoding) {
    this.#context = context;
    this.#filing = filing;
    const lineOf = (record: number): number => this.#lineOf(record);
    const counts = {
      reasons: new Map<string, number>(),
      amount: '0.0000',
      kept: [],
      parts: [],
      lookups: [],
      ...nothingElse()
    };
    this.filed = {filing, plan: this.#plan({}), tally: emptyTally(), ...decoding, ...counts, lineOf};
  }

  /** Stages the file, up to where its encoding proves to be another: that is given then. */
  async run(): Promise<Decoding | null> {
    this.#joins = await this.#context.join(this.#filing.mapping);
    try {
      const proven = await this.#read();
      this.filed.lookups = (await this.#joins?.receipts()) ?? [];
      return proven;
    } finally {
      await this.#joins?.close();
    }
  }

  async #read(): Promise<Decoding | null> {
    const {filing, encoding} = this.filed;
    const {dialect, region, header} = filing.mapping;
    const {query, onread} = this.#context;
    const {signal} = query;
    const written = filing.source.origin?.written ? {written: true as const} : {};
    const options = {encoding, dialect, region, width: header.length, ...written, ...(signal ? {signal} : {})};
    for await (const cut of scan(filing.source, options)) {
      this.filed.tally = cut.tally;
      const proven = disproved(cut, this.filed);
      if (proven) return proven;
      this.#noteUnread(cut);
      if (cut.records > 0) await this.#stage(cut);
      onread(cut.read, this.#records);
    }
    return null;
  }

  #noteUnread({unread}: Scanned): void {
    const file = this.#filing.source.name;
    for (const {line, reason, text} of unread) this.filed.kept.push({file, line, column: null, value: text, reason});
  }

  async #stage(cut: Scanned): Promise<void> {
    const {engine, staged, query} = this.#context;
    const {source, table, mapping} = this.#filing;
    const name = `${source.id}-cut`;
    const plan = this.#plan(this.#peculiar(cut));
    const raw = readCsvSql(name, {dialect: mapping.dialect, width: mapping.header.length});
    const filled = mapping.fill ? filledSql(raw, mapping.fill, this.#carried) : raw;
    await engine.register(name, cut.bytes);
    try {
      const csv = (await this.#joins?.cut(filled, cut)) ?? filled;
      const select = this.#select(plan, csv);
      const part = await addPart(engine, staged, table, {select, ...query});
      this.filed.parts.push(part.name);
      const unusable = part.rows === cut.records ? 0 : await this.#setAside(plan, csv, cut);
      if (part.rows + unusable !== cut.records)
        throw miscounted(source.name, cut.records, {staged: part.rows, unusable});
      if (table === 'purchase') await this.#noteAnonymous(plan, csv, {cut, part: part.name});
      if (part.rows < fewRows) await this.#merge(part.name);
      if (mapping.fill) await this.#carry(raw, mapping.fill);
    } finally {
      await engine.drop(name);
    }
    this.#cuts.push({first: this.#records, lines: cut.lines});
    this.#records += cut.records;
  }

  /** Keeps what the next cut repeats. */
  async #carry(records: string, fill: Fill): Promise<void> {
    const {engine, query} = this.#context;
    const rows = await engine.query(carriedOfSql(records, fill), {}, query);
    fill.columns.forEach((column, index) => {
      const value = rows.text(0, index * 2 + 1);
      if (value !== null) this.#carried.set(column, {key: rows.text(0, index * 2), value});
    });
  }

  /** Columns of a cut with anything peculiar in them: of those that repeat the row above, it may be in the cut before. */
  #peculiar({padded, wide}: Scanned): Pick<PlanOptions, 'padded' | 'wide'> {
    const carried = this.#filing.mapping.fill?.columns ?? [];
    return {padded: [...padded, ...carried], wide: [...wide, ...carried]};
  }

  #plan(peculiar: Pick<PlanOptions, 'padded' | 'wide'>): Plan {
    const {schema, constants} = this.#context.staged;
    const {mapping, table} = this.#filing;
    return this.#context.limit(
      planOf(mapping, table, {kindType: `${schema}.kind`, currency: !('currency' in constants), ...peculiar})
    );
  }

  #select(plan: Plan, csv: string): string {
    const {table, number} = this.#filing;
    const own = [
      ...plan.columns,
      ...(table === 'purchase' ? ['kind'] : []),
      ...(table === 'customer' ? ['attributes'] : [])
    ];
    return `select ${[...own, 'flags', 'record'].join(', ')}, ${number}::usmallint as source
      from (select * from (${plan.rowsSql(numbered(csv, this.#records))}) limit ${all})
      where ${plan.usable}`;
  }

  /** Puts small parts together: rules may leave but few rows of each cut. */
  async #merge(name: string): Promise<void> {
    const {engine, staged, query} = this.#context;
    const {filed} = this;
    this.#small.push(name);
    if (this.#small.length < manyParts) return;
    const names = this.#small.splice(0);
    const merged = await mergeParts(engine, staged, filed.filing.table, {names, ...query});
    filed.parts.splice(0, Infinity, ...filed.parts.filter((part) => !names.includes(part)), merged);
  }

  /** Counts the rows of a cut that can't be used, and keeps the first of each reason. */
  async #setAside(plan: Plan, csv: string, cut: Scanned): Promise<number> {
    const {engine, staged, query} = this.#context;
    const {counts, first} = await asideOf(engine, plan, {records: csv, table: `${staged.schema}.aside`, ...query});
    for (const {record, problem, text} of first) this.#keep(plan, problem, {line: lineOf(cut, record), text});
    return counts.reduce((sum, count) => sum + this.#count(plan, count), 0);
  }

  #count({problems}: Plan, {problem, rows, amount}: Aside['counts'][number]): number {
    const reason = problems[problem]?.reason;
    if (reason === undefined) throw new ModelError(`row set aside without a reason: ${this.#filing.source.name}`);
    const {reasons} = this.filed;
    reasons.set(reason, (reasons.get(reason) ?? 0) + rows);
    this.filed.amount = total([this.filed.amount, amount]);
    if (isLimit(reason)) addSum(this.filed.sums, reason, amount);
    return rows;
  }

  #keep({problems}: Plan, index: number, {line, text}: {line: number; text: string | null}): void {
    const {filing, kept} = this.filed;
    const problem = problems[index];
    if (!problem || kept.filter(({reason}) => reason === problem.reason).length >= mostKept) return;
    const column = problem.column === null ? null : (columnNames(filing.mapping)[problem.column] ?? null);
    kept.push({file: filing.source.name, line, column, value: text ?? '', reason: problem.reason});
  }

  /** Keeps the first purchases without a customer. They are staged: whether they are set aside is a rule's to say. */
  async #noteAnonymous(plan: Plan, csv: string, {cut, part}: {cut: Scanned; part: string}): Promise<void> {
    const {rules, engine, query} = this.#context;
    const {source, mapping} = this.#filing;
    const room = mostKept - this.#anonymous;
    if (rules.anonymous === 'keep' || room <= 0 || !(await this.#hasAnonymous(part))) return;
    const column = mapping.roles['customer_id']?.column ?? 0;
    const rows = await engine.query(
      `select record, left(c${column}, 200) as text from (${plan.rowsSql(numbered(csv))})
       where ${plan.usable} and customer_id is null limit ${room}`,
      {},
      query
    );
    this.#anonymous += rows.length;
    for (const {record, text} of rows.objects<{record: number; text: string | null}>()) {
      const place = {file: source.name, line: lineOf(cut, record), column: columnNames(mapping)[column] ?? null};
      this.filed.kept.push({...place, value: text ?? '', reason: 'no customer'});
    }
  }

  async #hasAnonymous(part: string): Promise<boolean> {
    const {engine, query} = this.#context;
    const rows = await engine.query(`select count(*) > count(customer_id) from ${part}`, {}, query);
    return rows.value(0, 0) === true;
  }

  #lineOf(record: number): number {
    const cut = this.#cuts.findLast(({first}) => first <= record);
    return cut ? lineOf(cut, record - cut.first) : 0;
  }
}

const nothingElse = (): Pick<Filed, 'sums' | 'replaces' | 'merged' | 'conflicts'> => ({
  sums: new Map(),
  replaces: [],
  merged: 0,
  conflicts: new Map()
});

/** Rows of a part that is small, and how many of those are put together. */
const fewRows = 20_000;
const manyParts = 8;

/** More than any cut has. The limit keeps the condition from being asked below it, where texts would be cast for it again. */
const all = 1_000_000_000;

function miscounted(file: string, records: number, {staged, unusable}: {staged: number; unusable: number}): ModelError {
  return new ModelError(
    `rows lost on the way to the engine: ${records} scanned, ${staged} read, ${unusable} set aside in ${file}`
  );
}
