import type {Engine, QueryOptions} from '../engine/engine';
import type {Row} from '../engine/rows';
import {bind, identifier} from '../engine/sql';
import {compile, type ModelContext, type Statement} from '../models/compile';
import {minus} from '../models/exact';
import {parseExclusion} from '../models/exclusions';
import {drop, freshTable, keep, tablesOf, type KeptModels} from './kept';
import type {Analysis, Loaded, ParamSpecs, ParamValues, Results, Scope, Selection, Source} from './analysis';

/** An analysis, and everything that its answer depends on. */
export interface Question<P extends ParamSpecs = ParamSpecs> {
  analysis: Analysis<P>;
  params: ParamValues<P>;
  scope: Scope;
  loaded: Loaded;
}

/** How much of what is loaded an answer covers. Amounts are exact. */
export interface Coverage {
  rows: number;
  amount: string;
  of_rows: number;
  of_amount: string;
  /** what each rule of the scope leaves out that those before it don't; absent where there are none */
  without?: readonly RuleCoverage[];
}

/** What a rule leaves out of what else would count. */
export interface RuleCoverage {
  rule: string;
  rows: number;
  amount: string;
}

/** The answer to a question. Its main rows stay in the engine until `release`. */
export interface Answer extends Results {
  question: Question;
  coverage: Coverage;
  /** the self-contained statements, values filled in, that give the same rows in any DuckDB with these tables */
  sql: Statements;
  /** the quoted name of the table that holds the main rows */
  table: string;
  /** models that the next answer may take over */
  kept: KeptModels;
}

export interface Statements {
  main: string;
  parts: Readonly<Record<string, string>>;
  coverage: string;
}

export interface RunOptions extends Pick<QueryOptions, 'signal'> {
  /** an answer that is still held: what the same statements gave is taken from it */
  before?: Answer | undefined;
}

/** What of the main rows is asked for. `search` keeps rows with the text in any text column, whatever its case. */
export interface PageOptions {
  offset: number;
  limit: number;
  sort?: {column: string; descending: boolean};
  search?: string;
}

export interface Page {
  rows: Row[];
  /** rows that the search keeps, on all pages */
  count: number;
}

/**
 * Answers a question: keeps the rows of the main model in the engine, reads those of the parts but for the late ones.
 *
 * @throws {QueryError} also when `signal` stops it
 */
export async function runAnalysis(engine: Engine, question: Question, options: RunOptions = {}): Promise<Answer> {
  const {analysis, loaded} = question;
  const {before, ...query} = options;
  const old = before?.question.loaded === loaded ? before : undefined;
  const context = contextOf(question);
  const sql = statementsOf(analysis, context);
  const same = old?.sql.main === sql.main ? old : undefined;
  const kept = await keep(engine, analysis.keep ?? [], context, {...query, before: old?.kept});
  const answer: Answer = {
    question,
    sql,
    kept,
    table: same?.table ?? freshTable(analysis.name),
    count: same?.count ?? 0,
    parts: sameParts(old, sql),
    coverage: nothingCovered
  };
  try {
    return await filledIn(engine, answer, {...query, before: old});
  } catch (error) {
    await release(engine, answer, old);
    throw error;
  }
}

/** The answer with its late parts. @throws {QueryError} also when `signal` stops it */
export async function completed(
  engine: Engine,
  answer: Answer,
  options: Pick<QueryOptions, 'signal'> = {}
): Promise<Answer> {
  return {...answer, parts: await readParts(engine, answer, {...options, late: true})};
}

/** Forgets what an answer holds in the engine, but for what another took over. */
export async function release(engine: Engine, answer: Answer, other?: Answer): Promise<void> {
  if (answer.table !== other?.table) await engine.execute(`drop table if exists ${answer.table}`);
  await drop(engine, answer.kept, other?.kept);
}

/** Some of the main rows of an answer, in the analysis's order unless sorted. @throws {QueryError} */
export async function page(engine: Engine, answer: Answer, options: PageOptions): Promise<Page> {
  const {where, params} = searching(answer, options.search ?? '');
  const rows = await engine.query(
    `select * from ${answer.table} where ${where}
     order by ${ordering(answer, options.sort)}
     limit $limit::bigint offset $offset::bigint`,
    {...params, limit: options.limit, offset: options.offset}
  );
  const count = await engine.query(`select count(*) from ${answer.table} where ${where}`, params);
  return {rows: rows.objects(), count: Number(count.value(0, 0))};
}

/** All main rows of an answer, in the order of the table. @throws {QueryError} */
export async function allRows(
  engine: Engine,
  answer: Answer,
  {sort, search = ''}: Pick<PageOptions, 'sort' | 'search'> = {}
): Promise<Row[]> {
  const {where, params} = searching(answer, search);
  const order = ordering(answer, sort);
  return (await engine.query(`select * from ${answer.table} where ${where} order by ${order}`, params)).objects();
}

/** All main rows that answer a question, without keeping the answer. @throws {QueryError} */
export async function rowsOf(engine: Engine, question: Question): Promise<Row[]> {
  const {analysis} = question;
  const {sql, params} = compile(analysis.model, contextOf(question), {order: analysis.order});
  return (await engine.query(sql, params)).objects();
}

/** The customers behind a mark or class, and the statement that gives them. @throws {QueryError} */
export async function customersBehind(
  engine: Engine,
  answer: Answer,
  selection: Selection,
  options: Pick<QueryOptions, 'signal'> = {}
): Promise<{rows: Row[]; sql: string}> {
  const {analysis} = answer.question;
  const context = contextOf(answer.question);
  const asked = {...context, params: {...context.params, ...selection.params}};
  const {sql, params} = statement(analysis.behind, asked, {...tablesOf(answer.kept), [analysis.model]: answer.table});
  const rows = await engine.query(sql, params, options);
  return {rows: rows.objects(), sql: filled(statement(analysis.behind, asked))};
}

/** What the models of an analysis may depend on. */
export function contextOf({analysis, params, scope, loaded}: Question): ModelContext {
  return {scope, loaded, params, anonymous: analysis.anonymous?.(params) ?? false};
}

const nothingCovered: Coverage = {rows: 0, amount: '0', of_rows: 0, of_amount: '0'};

async function filledIn(engine: Engine, answer: Answer, {before, ...options}: RunOptions): Promise<Answer> {
  const {question, kept, sql} = answer;
  const {analysis} = question;
  const context = contextOf(question);
  const isThere = before?.table === answer.table;
  if (!isThere) {
    const main = filled(compile(analysis.model, context, {order: analysis.order, materialised: tablesOf(kept)}));
    await engine.execute(`create schema if not exists result; create table ${answer.table} as ${main}`, {}, options);
  }
  return {
    ...answer,
    count: isThere ? answer.count : await countOf(engine, answer.table, options),
    parts: await readParts(engine, answer, {...options, late: false}),
    coverage: before?.sql.coverage === sql.coverage ? before.coverage : await cover(engine, answer, options)
  };
}

function statementsOf(analysis: Analysis, context: ModelContext): Statements {
  const {model, order, parts} = analysis;
  return {
    main: filled(compile(model, context, {order})),
    parts: mapValues(parts, (part) => filled(statement(part, context))),
    coverage: filled(compile('coverage', context))
  };
}

/** The parts of an older answer that the same statements would give again. */
function sameParts(old: Answer | undefined, sql: Statements): Record<string, Row[]> {
  const same = Object.entries(old?.parts ?? {}).filter(([name]) => old?.sql.parts[name] === sql.parts[name]);
  return Object.fromEntries(same);
}

async function readParts(
  engine: Engine,
  {question, table, kept, parts}: Answer,
  {late, ...options}: QueryOptions & {late: boolean}
): Promise<Record<string, Row[]>> {
  const {analysis} = question;
  const read: Record<string, Row[]> = {...parts};
  for (const [name, part] of Object.entries(analysis.parts)) {
    if ((part.late ?? false) !== late || read[name] !== undefined) continue;
    const {sql, params} = statement(part, contextOf(question), {...tablesOf(kept), [analysis.model]: table});
    read[name] = (await engine.query(sql, params, options)).objects();
  }
  return read;
}

async function cover(engine: Engine, {question}: Answer, options: QueryOptions): Promise<Coverage> {
  const {scope, loaded} = question;
  const rules = scope.without.filter((rule) => parseExclusion(rule));
  const covered: Covered[] = [];
  for (let count = 0; count <= rules.length; count++) {
    covered.push(await coveredBy(engine, {...question, scope: {...scope, without: rules.slice(0, count)}}, options));
  }
  const last = covered[rules.length] ?? {rows: 0, amount: '0'};
  const without = rules.map((rule, index) => ({rule, ...difference(covered[index], covered[index + 1])}));
  return {
    ...last,
    of_rows: loaded.rows.purchase,
    of_amount: loaded.amount,
    ...(without.length > 0 ? {without} : {})
  };
}

type Covered = Pick<Coverage, 'rows' | 'amount'>;

async function coveredBy(engine: Engine, question: Question, options: QueryOptions): Promise<Covered> {
  const {sql, params} = compile('coverage', contextOf(question));
  const [covered] = (await engine.query(sql, params, options)).objects<Covered>();
  return covered ?? {rows: 0, amount: '0'};
}

function difference(all: Covered = {rows: 0, amount: '0'}, left: Covered = {rows: 0, amount: '0'}): Covered {
  return {rows: all.rows - left.rows, amount: minus(all.amount, left.amount)};
}

async function countOf(engine: Engine, table: string, options: QueryOptions): Promise<number> {
  return Number((await engine.query(`select count(*) from ${table}`, {}, options)).value(0, 0));
}

function statement(part: Source, context: ModelContext, materialised: Record<string, string> = {}): Statement {
  return compile(part.model, context, {order: part.order, materialised});
}

const filled = ({sql, params}: Statement): string => bind(sql, params);

function ordering({question}: Answer, sort: PageOptions['sort']): string {
  const {columns, order} = question.analysis;
  if (!sort) return order.join(', ');
  if (!Object.hasOwn(columns, sort.column)) throw new RangeError(`unknown column: ${sort.column}`);
  return [`${identifier(sort.column)} ${sort.descending ? 'desc' : 'asc'} nulls last`, ...order].join(', ');
}

function searching({question}: Answer, search: string): {where: string; params: Record<string, string>} {
  if (search === '') return {where: 'true', params: {}};
  const texts = Object.entries(question.analysis.columns).filter(([, {type}]) => type === 'VARCHAR');
  const tests = texts.map(([name]) => `contains(lower(${identifier(name)}), lower($search))`);
  return {where: tests.join(' or ') || 'false', params: tests.length > 0 ? {search} : {}};
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, make: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}
