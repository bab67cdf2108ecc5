import type {Engine, QueryOptions} from '../engine/engine';
import {ModelError} from '../engine/errors';
import type {TableName} from '../tables/canonical';
import {factsSql, gapSql, monthSql, usualCountrySql} from './marts';
import {dropSql, inTransaction, numberOf, schemas, stagedName, type Staged} from './staging';
import {inTurn, Superseded, whilePublished} from './turns';
import {customerView, joined, plainViews, purchaseView, view, type Anonymous} from './views';

export {finish, type FinishOptions} from './sorting';
export {Superseded, whilePublished};
export {addPart, discard, dropParts, gather, mergeParts, stage, stagedName} from './staging';
export type {Staged, StagedColumns, StageOptions} from './staging';

/**
 * Puts staged tables in place of what was published: customers get keys, `customer_facts` is computed, and all views
 * change over in one transaction. Enough for a first picture; `finish` does the rest.
 *
 * @throws {QueryError} what was published stays
 * @throws {ModelError} when a customer is staged twice
 */
export async function publish(engine: Engine, staged: Staged, options: PublishOptions = {}): Promise<void> {
  const {anonymous = 'leave out', verify, commit, ...query} = options;
  await checkCustomers(engine, staged);
  await engine.execute(factsTables(staged).join(';\n'), {}, query);
  await verify?.(joined(staged, anonymous));
  await inTurn(engine, () => replace(engine, staged, {anonymous, commit}));
}

/** All views change over to the staged tables, and what was published before is dropped. */
async function replace(
  engine: Engine,
  staged: Staged,
  {anonymous, commit}: {anonymous: Anonymous; commit: PublishOptions['commit']}
): Promise<void> {
  const {schema} = staged;
  const old = (await schemas(engine)).filter((name) => numberOf(name) < numberOf(schema));
  commit?.();
  await inTransaction(engine, [
    purchaseView(staged, joined(staged, anonymous)),
    customerView(staged),
    view('customer_facts', `select * from ${schema}.customer_facts`),
    ...plainViews(staged),
    view('customer_month', monthSql('purchase')),
    view('purchase_gap', gapSql('purchase')),
    ...old.map((name) => `drop schema ${name} cascade`)
  ]);
}

export interface PublishOptions extends QueryOptions {
  /** purchases without a customer: published with a null key, or not at all (the default) */
  anonymous?: Anonymous;
  /** called with the SQL of the purchases before they are published; what it throws keeps them from being so */
  verify?: (purchases: string) => Promise<void>;
  /** called right before all views change over; what it throws keeps them from doing so */
  commit?: (() => void) | undefined;
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
