import type {Engine, QueryOptions} from '../engine/engine';
import {QueryError} from '../engine/errors';
import {canonical, type CanonicalColumn} from '../tables/canonical';
import {gapSql, monthSql} from './marts';
import {inTransaction, stagedName, type Staged} from './staging';
import {Superseded, whilePublished} from './turns';
import {joined, purchaseView, view, type Anonymous} from './views';

export interface FinishOptions extends QueryOptions {
  /** as it was published */
  anonymous?: Anonymous;
  /** told what begins */
  onstage?: (stage: 'sorting' | 'months') => void;
}

/**
 * Sorts the published purchases by customer and day and computes `customer_month` and `purchase_gap`, which until then
 * are computed whenever they are read. Where memory doesn't allow to sort, the purchases stay as they are; where something
 * newer is published meanwhile, nothing is left to do.
 *
 * @returns whether the purchases are sorted
 * @throws {QueryError}
 */
export async function finish(engine: Engine, staged: Staged, options: FinishOptions = {}): Promise<boolean> {
  try {
    return await finishing(whilePublished(engine, staged), staged, options);
  } catch (error) {
    if (error instanceof Superseded) return true;
    throw error;
  }
}

/** What finishing needs of the engine. */
type Statements = Pick<Engine, 'query' | 'execute'>;

async function finishing(engine: Statements, staged: Staged, options: FinishOptions): Promise<boolean> {
  const {anonymous = 'leave out', onstage, ...query} = options;
  const {schema} = staged;
  onstage?.('sorting');
  const compact = await compacted(engine, staged, {anonymous, ...query});
  const isSorted = await sorted(engine, staged, {compact, ...query});
  onstage?.('months');
  await engine.execute(`create table ${schema}.customer_month as ${monthSql('purchase')} order by all`, {}, query);
  await engine.execute(`create table ${schema}.purchase_gap as ${gapSql('purchase')} order by all`, {}, query);
  const marts = ['customer_month', 'purchase_gap'].map((name) => view(name, `select * from ${schema}.${name}`));
  await inTransaction(engine, marts);
  return isSorted;
}

/** Parts that are made compact at a time: about a million rows. */
const batch = 8;

interface Compacting extends QueryOptions {
  anonymous: Anonymous;
}

/**
 * The purchases with keys, and texts that repeat as enums: two thirds of the memory, and faster to group by. Parts are
 * replaced batch by batch, so that never all of them are there twice. Gives the names of the new tables.
 */
async function compacted(engine: Statements, staged: Staged, {anonymous, ...query}: Compacting): Promise<string[]> {
  const enums = await enumsOf(engine, staged, query);
  const columns = staged.columns.purchase.map((name) =>
    enums.has(name) ? `${name}::${enums.get(name)} as ${name}` : name
  );
  const compact: string[] = [];
  for (let at = 0; at < staged.parts.purchase.length; at += batch) {
    const name = `${staged.schema}.compact_${compact.length}`;
    const rows = joined(staged, anonymous, partsSql(staged, at, at + batch));
    await engine.execute(
      `create table ${name} as select customer_key, ${columns.join(', ')}, kind from (${rows})`,
      {},
      query
    );
    compact.push(name);
    const rest = joined(staged, anonymous, partsSql(staged, at + batch));
    const drops = staged.parts.purchase.slice(Math.max(1, at), at + batch).map((part) => `drop table ${part}`);
    await inTransaction(engine, [purchaseView(staged, `${union(compact)} union all by name ${rest}`), ...drops]);
  }
  return compact;
}

const union = (tables: readonly string[]): string => tables.map((name) => `from ${name}`).join(' union all by name ');

/** Some parts of the staged purchases, with all columns, which the first part has. */
function partsSql({parts: {purchase}}: Staged, start: number, end?: number): string {
  return `(from ${purchase[0]} where false ${purchase
    .slice(start, end)
    .map((name) => `union all by name from ${name}`)
    .join(' ')})`;
}

/** Puts one table that is sorted in place of the compact ones. False where memory doesn't allow it. */
async function sorted(
  engine: Statements,
  staged: Staged,
  {compact, ...query}: {compact: readonly string[]} & QueryOptions
): Promise<boolean> {
  const name = `${staged.schema}.purchase`;
  const [first = ''] = staged.parts.purchase;
  const left = [`drop view ${stagedName(staged, 'purchase')}`, `drop table ${first}`];
  const order = `select * from (${union(compact)}) order by customer_key, purchased_on`;
  const isSorted = await fits(engine.execute(`create table ${name} as ${order}`, {}, query));
  const drops = isSorted ? compact.map((table) => `drop table ${table}`) : [];
  await inTransaction(engine, [purchaseView(staged, isSorted ? `from ${name}` : union(compact)), ...left, ...drops]);
  return isSorted;
}

/** False where memory doesn't allow it. */
async function fits(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof QueryError && error.reason === 'memory') return false;
    throw error;
  }
}

/** Rows that show whether the texts of a column repeat, and the most values that an enum gets. */
const sample = 100_000;
const mostValues = 200_000;

/** Enums for the text columns of purchases that have few values: column → type. */
async function enumsOf(engine: Statements, staged: Staged, query: QueryOptions): Promise<Map<string, string>> {
  const texts = staged.columns.purchase.filter((name) => isText(name) && name !== 'transaction_id');
  const rows = `(select ${texts.join(', ')} from ${stagedName(staged, 'purchase')} limit ${sample})`;
  const counts = texts.map((name) => `count(distinct ${name})`);
  const found = await engine.query(`select ${['count(*)', ...counts].join(', ')} from ${rows}`, {}, query);
  const few = texts.filter((_, index) => {
    const [total, distinct] = [found.number(0, 0) ?? 0, found.number(0, index + 1) ?? 0];
    return distinct > 0 && distinct <= Math.max(1000, total / 2);
  });
  const enums = new Map<string, string>();
  for (const name of few) {
    const type = await enumOf(engine, staged, {name, ...query});
    if (type !== null) enums.set(name, type);
  }
  return enums;
}

const isText = (name: string): boolean =>
  (canonical.purchase as Record<string, CanonicalColumn>)[name]?.type === 'text';

/** An enum of all values of a column; null where there are too many. */
async function enumOf(
  engine: Statements,
  staged: Staged,
  {name, ...query}: {name: string} & QueryOptions
): Promise<string | null> {
  const values = `${staged.schema}.value`;
  const type = `${staged.schema}.text_${name}`;
  const made = await engine.query(
    `create or replace table ${values} as
     select distinct ${name} from ${stagedName(staged, 'purchase')} where ${name} is not null limit ${mostValues + 1}`,
    {},
    query
  );
  if ((made.number(0, 0) ?? 0) <= mostValues) {
    await engine.execute(`create type ${type} as enum (select ${name} from ${values} order by ${name})`, {}, query);
  }
  await engine.execute(`drop table ${values}`, {}, query);
  return (made.number(0, 0) ?? 0) <= mostValues ? type : null;
}
