import type {Engine, QueryOptions} from '../engine/engine';
import {ModelError} from '../engine/errors';
import {literal} from '../engine/sql';
import {sqlType, type TableName} from '../tables/canonical';
import {factsSql, gapSql, monthSql, usualCountrySql} from './marts';
import {columnNames, columnOf, dropSql, inTransaction, numberOf, schemas, stagedName, type Staged} from './staging';

export {addPart, discard, dropParts, gather, stage, stagedName} from './staging';
export type {Staged, StagedColumns, StageOptions} from './staging';

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
  const change = [purchaseView(staged, `select * from ${sorted}`), ...dropSql(staged, 'purchase')];
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
    ...dropSql(staged, 'customer')
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
