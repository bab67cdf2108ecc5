import {stagedName} from '../../models/store';
import type {Comparing} from './duplicates-aside';
import type {Filed} from '../stage-file';
import type {Duplicates} from '../types';

/** Transactions whose places are shown. */
const mostExamples = 5;

/** Rows whose ids are compared at a time. */
const pass = 4_000_000;

/**
 * Purchases of transactions that several files have, with other rows in one than in another: they count once for each
 * file. Null where there are none, or no ids. @throws {QueryError}
 */
export async function changedOf(filed: readonly Filed[], context: Comparing): Promise<Duplicates['changed']> {
  const {engine, staged, query} = context;
  const columns = staged.columns.purchase;
  if (!columns.includes('transaction_id')) return null;
  const name = `${staged.schema}.changed`;
  await findShared(name, context);
  const rows = `${stagedName(staged, 'purchase')} where transaction_id in (from ${name})`;
  const counts = await engine.query(
    `with told as (
         select transaction_id, source, count(*) as rows, sum(amount) as amount, sum(hash(${columns.join(', ')})::hugeint) as content
         from ${rows} group by all
     ),
     changed as (
         select transaction_id, min(source) as first from told
         group by transaction_id having count(distinct (rows, content)) > 1
     )
     select
         count(distinct transaction_id)::integer as transactions, coalesce(sum(rows), 0)::integer as rows,
         coalesce(sum(amount), 0)::decimal(38, 4)::varchar as amount,
         list(distinct transaction_id order by transaction_id)[:${mostExamples}] as examples
     from told join changed using (transaction_id) where source > first`,
    {},
    query
  );
  await engine.execute(`drop table ${name}`, {}, query);
  const [found] = counts.objects<{transactions: number; rows: number; amount: string; examples: string[] | null}>();
  if (!found || found.transactions === 0) return null;
  const {examples, ...sums} = found;
  return {...sums, examples: await placesOf(examples ?? [], filed, context)};
}

/** Makes the table of ids that several files have; hashes narrow down which they are, in passes that spare memory. */
async function findShared(name: string, {engine, staged, query}: Comparing): Promise<void> {
  const rows = stagedName(staged, 'purchase');
  const hashes = `${staged.schema}.shared`;
  const count = (await engine.query(`select count(*) from ${rows}`, {}, query)).number(0, 0) ?? 0;
  const passes = Math.max(1, Math.ceil(count / pass));
  await engine.execute(`create table ${hashes} (id ubigint)`, {}, query);
  for (let turn = 0; turn < passes; turn++) {
    await engine.execute(
      `insert into ${hashes}
       select id from (select hash(transaction_id) as id, source from ${rows} where transaction_id is not null)
       where id % ${passes} = ${turn} group by id having min(source) < max(source)`,
      {},
      query
    );
  }
  await engine.execute(
    `create table ${name} as
     select transaction_id from ${rows} where hash(transaction_id) in (from ${hashes})
     group by transaction_id having min(source) < max(source)`,
    {},
    query
  );
  await engine.execute(`drop table ${hashes}`, {}, query);
}

async function placesOf(
  transactions: readonly string[],
  filed: readonly Filed[],
  {engine, staged, query}: Comparing
): Promise<NonNullable<Duplicates['changed']>['examples']> {
  const found = await engine.query(
    `select transaction_id, source, min(record)::integer as record from ${stagedName(staged, 'purchase')}
     where transaction_id in (select unnest($transactions::varchar[])) group by all order by transaction_id, source`,
    {transactions: [...transactions]},
    query
  );
  const places = found.objects<{transaction_id: string; source: number; record: number}>();
  return transactions.map((transaction) => ({
    transaction,
    places: places
      .filter((place) => place.transaction_id === transaction)
      .map(({source, record}) => {
        const file = filed.find(({filing}) => filing.number === source);
        return {file: file?.filing.source.name ?? '', line: file?.lineOf(record) ?? 0};
      })
  }));
}
