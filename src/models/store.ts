import type {Engine, QueryOptions} from '../engine/engine';
import {ModelError} from '../engine/errors';
import {literal} from '../engine/sql';
import {canonical, sqlType, tableNames, type CanonicalColumn, type TableName} from '../tables/canonical';
import {factsSql, gapSql, monthSql, usualCountrySql} from './marts';

/** The columns that the files have, per canonical table. Required ones are always there. */
export type StagedColumns = Partial<Record<TableName, readonly string[]>>;

/**
 * Tables being filled, in a schema of their own that nothing else reads: `SCHEMA.staged_purchase` and so on, with the
 * canonical columns that the files have, `kind` for purchases, `attributes` for customers.
 */
export interface Staged {
  readonly schema: string;
  readonly columns: Readonly<Record<TableName, readonly string[]>>;
  /** columns of purchases that have one value throughout */
  readonly constants: Readonly<Record<string, string>>;
}

export interface StageOptions {
  /** further columns, in SQL, that serve the import's own accounts and aren't published */
  extra?: (table: TableName) => string;
  /** values of columns that no file has but that are the same for all purchases */
  constants?: Staged['constants'];
}

/** Makes empty staged tables. @throws {QueryError} */
export async function stage(engine: Engine, columns: StagedColumns, options: StageOptions = {}): Promise<Staged> {
  const {extra = () => '', constants = {}} = options;
  const schema = await nextSchema(engine);
  const staged = {schema, columns: withRequired(columns), constants};
  const kinds = `create type ${schema}.kind as enum ('sale', 'return', 'cancellation', 'free')`;
  const tables = tableNames.map((table) => createSql(staged, table, extra(table)));
  await inTransaction(engine, [`create schema ${schema}`, kinds, ...tables]);
  return staged;
}

/** Forgets staged tables; what is published stays. @throws {QueryError} */
export async function discard(engine: Engine, {schema}: Staged): Promise<void> {
  await engine.execute(`drop schema if exists ${schema} cascade`);
}

/** The staged table of a canonical one, as SQL names it. */
export const stagedName = ({schema}: Staged, table: TableName): string => `${schema}.staged_${table}`;

/**
 * Puts staged tables in place of what was published: customers get keys, `customer_facts` is computed, and all views
 * change over in one transaction. Enough for a first picture; `finish` does the rest.
 *
 * @throws {QueryError} what was published stays
 * @throws {ModelError} when a customer is staged twice
 */
export async function publish(engine: Engine, staged: Staged, options: PublishOptions = {}): Promise<void> {
  const {anonymous = 'leave out', verify, ...query} = options;
  const {schema} = staged;
  await checkCustomers(engine, staged);
  await engine.execute(factsTables(staged).join(';\n'), {}, query);
  await verify?.(joined(staged, anonymous));
  const old = (await schemas(engine)).filter((name) => numberOf(name) < numberOf(schema));
  const purchases = purchaseView(staged, joined(staged, anonymous));
  const marts = [view('customer_month', monthSql('purchase')), view('purchase_gap', gapSql('purchase'))];
  const drops = old.map((name) => `drop schema ${name} cascade`);
  const views = [
    customerView(staged),
    view('customer_facts', `select * from ${schema}.customer_facts`),
    ...plain(staged)
  ];
  await inTransaction(engine, [purchases, ...views, ...marts, ...drops]);
}

export interface PublishOptions extends QueryOptions {
  /** purchases without a customer: published with a null key, or not at all (the default) */
  anonymous?: 'leave out' | 'keep';
  /** called with the SQL of the purchases before they are published; what it throws keeps them from being so */
  verify?: (purchases: string) => Promise<void>;
}

/**
 * Sorts the published purchases by customer and day and computes `customer_month` and `purchase_gap`, which until then
 * are computed whenever they are read.
 *
 * @throws {QueryError} also when something else was published in the meantime
 */
export async function finish(engine: Engine, staged: Staged, options: FinishOptions = {}): Promise<void> {
  const {anonymous = 'leave out', onstage, ...query} = options;
  const {schema} = staged;
  const sorted = `${schema}.purchase`;
  onstage?.('sorting');
  await engine.execute(
    `create table ${sorted} as ${joined(staged, anonymous)} order by customer_key, purchased_on`,
    {},
    query
  );
  const change = [purchaseView(staged, `select * from ${sorted}`), `drop table ${stagedName(staged, 'purchase')}`];
  await inTransaction(engine, change);
  onstage?.('months');
  await engine.execute(`create table ${schema}.customer_month as ${monthSql('purchase')} order by all`, {}, query);
  await engine.execute(`create table ${schema}.purchase_gap as ${gapSql('purchase')} order by all`, {}, query);
  const marts = ['customer_month', 'purchase_gap'].map((name) => view(name, `select * from ${schema}.${name}`));
  await inTransaction(engine, marts);
}

export interface FinishOptions extends Omit<PublishOptions, 'verify'> {
  /** told what begins */
  onstage?: (stage: 'sorting' | 'months') => void;
}

async function nextSchema(engine: Engine): Promise<string> {
  const numbers = (await schemas(engine)).map(numberOf);
  return `store_${Math.max(0, ...numbers) + 1}`;
}

async function schemas(engine: Engine): Promise<string[]> {
  const rows = await engine.query(
    `select distinct schema_name from duckdb_schemas() where regexp_full_match(schema_name, 'store_[0-9]+')`
  );
  return Array.from({length: rows.length}, (_, row) => rows.text(row, 0) ?? '');
}

const numberOf = (schema: string): number => Number(schema.slice('store_'.length));

function withRequired(columns: StagedColumns): Staged['columns'] {
  const of = (table: TableName): string[] =>
    columnNames(table).filter((name) => columns[table]?.includes(name) || columnOf(table, name).required);
  return {
    customer: of('customer'),
    purchase: of('purchase'),
    interaction: of('interaction'),
    partnership_cost: of('partnership_cost')
  };
}

const columnNames = (table: TableName): string[] => Object.keys(canonical[table]);

function columnOf(table: TableName, name: string): CanonicalColumn {
  const column = (canonical[table] as Record<string, CanonicalColumn>)[name];
  if (!column) throw new ModelError(`unknown column: ${table}.${name}`);
  return column;
}

function createSql(staged: Staged, table: TableName, extra: string): string {
  const columns = staged.columns[table].map((name) => `${name} ${sqlType[columnOf(table, name).type]}`);
  const kind = table === 'purchase' ? [`kind ${staged.schema}.kind`] : [];
  const attributes = table === 'customer' ? ['attributes map(varchar, varchar)'] : [];
  const all = [...columns, ...kind, ...attributes, ...(extra === '' ? [] : [extra])];
  return `create table ${stagedName(staged, table)} (${all.join(', ')})`;
}

async function checkCustomers(engine: Engine, staged: Staged): Promise<void> {
  const rows = await engine.query(
    `select count(*), count(distinct customer_id) from ${stagedName(staged, 'customer')}`
  );
  const [total, distinct] = [rows.number(0, 0), rows.number(0, 1)];
  if (total !== distinct)
    throw new ModelError(`customers staged twice or without an id: ${total} rows, ${distinct} ids`);
}

function factsTables(staged: Staged): string[] {
  const {schema, columns} = staged;
  const purchase = stagedName(staged, 'purchase');
  const own = columns.customer.filter((name) => name !== 'customer_id');
  const has = (table: TableName, name: string): boolean => columns[table].includes(name);
  const usual = has('purchase', 'country');
  return [
    `create table ${schema}.fact as ${factsSql(purchase, {cost: has('purchase', 'cost')})}`,
    `create table ${schema}.customer as
     select (row_number() over (order by customer_id))::integer as customer_key, *
     from (
         select customer_id, ${own.map((name) => `${name}, `).join('')}attributes
         from ${stagedName(staged, 'customer')}
         union all by name
         select customer_id, map([], [])::map(varchar, varchar) as attributes
         from ${schema}.fact anti join ${stagedName(staged, 'customer')} using (customer_id)
     )
     order by customer_id`,
    `create table ${schema}.customer_facts as
     ${usual ? `with usual as (${usualCountrySql(purchase)})` : ''}
     select
         customer.customer_key,
         fact.customer_id,
         ${own.includes('name') ? 'customer.name' : 'null::varchar as name'},
         ${own.includes('segment') ? 'customer.segment' : 'null::varchar as segment'},
         ${countrySql(own.includes('country'), usual)} as country,
         fact.first_on, fact.last_on, fact.purchases, fact.sales, fact.returned, fact.cancelled, fact.cost
     from ${schema}.fact
     join ${schema}.customer using (customer_id)
     ${usual ? 'left join usual using (customer_id)' : ''}
     order by customer_key`,
    `drop table ${schema}.fact`,
    `drop table ${stagedName(staged, 'customer')}`
  ];
}

function countrySql(own: boolean, usual: boolean): string {
  if (own && usual) return 'coalesce(customer.country, usual.country)';
  if (own) return 'customer.country';
  return usual ? 'usual.country' : 'null::varchar';
}

function joined(staged: Staged, anonymous: 'leave out' | 'keep'): string {
  const columns = staged.columns.purchase.map((name) => `purchase.${name}`);
  return `select customer.customer_key, ${columns.join(', ')}, purchase.kind
    from ${stagedName(staged, 'purchase')} as purchase
    ${anonymous === 'keep' ? 'left join' : 'join'} ${staged.schema}.customer as customer using (customer_id)`;
}

function purchaseView(staged: Staged, source: string): string {
  return view(
    'purchase',
    `select customer_key, ${listSql(staged, 'purchase')}, kind::varchar as kind from (${source})`
  );
}

function customerView(staged: Staged): string {
  const list = listSql(staged, 'customer');
  return view('customer', `select customer_key, ${list}, attributes from ${staged.schema}.customer`);
}

function plain(staged: Staged): string[] {
  const tables = ['interaction', 'partnership_cost'] as const;
  return tables.map((table) => view(table, `select ${listSql(staged, table)} from ${stagedName(staged, table)}`));
}

function listSql(staged: Staged, table: TableName): string {
  const present = staged.columns[table];
  const {constants} = staged;
  const constant = (name: string): string =>
    table === 'purchase' && Object.hasOwn(constants, name) ? literal(constants[name] ?? null) : 'null';
  const absent = (name: string): string => `${constant(name)}::${sqlType[columnOf(table, name).type]} as ${name}`;
  return columnNames(table)
    .map((name) => (present.includes(name) ? name : absent(name)))
    .join(', ');
}

const view = (name: string, sql: string): string => `create or replace view main.${name} as ${sql}`;

/** All or nothing. It can't be cancelled: whoever cancels must know whether it happened. */
async function inTransaction(engine: Engine, statements: string[]): Promise<void> {
  await engine.execute(['begin', ...statements, 'commit'].join(';\n'));
}
