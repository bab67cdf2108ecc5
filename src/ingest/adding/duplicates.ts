import {stagedName} from '../../models/store';
import type {TableName} from '../../tables/canonical';
import {asideRows, type Comparing} from './duplicates-aside';
import {changedOf} from './duplicates-changed';
import type {Filed} from '../stage-file';
import type {Duplicates, Place, Repeated} from '../types';

/** Why rows that are there already are set aside where a rule says so; keys of the `ingest` messages. */
export const repeatReasons = {within: 'repeated in its file', across: 'in an earlier file too'} as const;

/** Tables of which rows can be there twice; customers are told apart by their ids. */
const tables = ['purchase', 'interaction', 'partnership_cost'] as const satisfies readonly TableName[];

/** Rows that are compared at a time: what is noted of so many takes about 100 MB. */
const pass = 2_000_000;

/** Examples of each kind and pair of files. */
const mostExamples = 5;

/**
 * Counts the staged rows that are there several times, the same in all columns that are read, and sets aside those that
 * the rules say. @throws {QueryError}
 */
export async function settleDuplicates(filed: readonly Filed[], context: Comparing): Promise<Duplicates> {
  const found: Duplicates = {within: [], across: [], changed: null};
  for (const table of tables) {
    const own = filed.filter(({filing}) => filing.table === table);
    if (own.length === 0) continue;
    await findRepeats(table, context);
    const {within, across} = await repeatsOf(table, own, context);
    found.within.push(...within);
    found.across.push(...across);
    if (within.length + across.length > 0) await leave(own, context);
    await context.engine.execute(`drop table ${repeats(context)}`, {}, context.query);
  }
  const bought = filed.filter(({filing}) => filing.table === 'purchase');
  return {...found, changed: bought.length > 1 ? await changedOf(bought, context) : null};
}

/** Takes back what a count that failed left in memory. @throws {QueryError} */
export async function forgetDuplicates({engine, staged}: Pick<Comparing, 'engine' | 'staged'>): Promise<void> {
  const made = ['again', 'likely', 'repeat', 'shared', 'changed'];
  await engine.execute(made.map((name) => `drop table if exists ${staged.schema}.${name}`).join(';\n'));
}

const repeats = ({staged}: Comparing): string => `${staged.schema}.repeat`;

/**
 * Makes the table of rows that are there already: a second copy in one file, or a copy that an earlier file has as often.
 * Copies are told by all columns; hashes only narrow down which rows are looked at.
 */
async function findRepeats(table: (typeof tables)[number], context: Comparing): Promise<void> {
  const {engine, staged, query} = context;
  const columns = staged.columns[table].join(', ');
  const again = `${staged.schema}.again`;
  const likely = `${staged.schema}.likely`;
  await findHashes(table, context);
  await takeLikely(table, context, {again, likely});
  const own = `partition by ${columns}, source order by record`;
  const value = table === 'purchase' && staged.columns.purchase.includes('transaction_id') ? 'transaction_id' : `null`;
  const amount = staged.columns[table].includes('amount') ? 'amount' : 'null::decimal(18, 4)';
  await engine.execute(
    `create table ${repeats(context)} as
     with copied as (
         select source, record, ${columns}, row_number() over (${own}) as copy, first_value(record) over (${own}) as first
         from ${likely}
     )
     select
         source, record, copy, ${value}::varchar as value, ${amount} as amount,
         first_value(source) over every as earlier,
         case when first_value(source) over every < source then first_value(record) over every else first end as place
     from copied
     window every as (partition by ${columns}, copy order by source)
     qualify copy > 1 or first_value(source) over every < source`,
    {},
    query
  );
  await engine.execute(`drop table ${again};\ndrop table ${likely}`, {}, query);
}

/** Makes the table of rows whose hash several rows have, part by part: joined at once, they might not fit into memory. */
async function takeLikely(
  table: (typeof tables)[number],
  {engine, staged, query}: Comparing,
  {again, likely}: {again: string; likely: string}
): Promise<void> {
  const columns = staged.columns[table].join(', ');
  const [first, ...parts] = staged.parts[table];
  await engine.execute(
    `create table ${likely} as select source, record, ${columns} from ${first} where false`,
    {},
    query
  );
  for (const part of parts) {
    await engine.execute(
      `insert into ${likely}
       select source, record, ${columns} from (from ${first} where false union all by name from ${part})
       where hash(${columns}) in (select same from ${again})`,
      {},
      query
    );
  }
}

/** Makes the table of hashes that several rows have, in passes that spare memory. */
async function findHashes(table: (typeof tables)[number], {engine, staged, query}: Comparing): Promise<void> {
  const again = `${staged.schema}.again`;
  const rows = stagedName(staged, table);
  const same = `hash(${staged.columns[table].join(', ')})`;
  const count = (await engine.query(`select count(*) from ${rows}`, {}, query)).number(0, 0) ?? 0;
  const passes = Math.max(1, Math.ceil(count / pass));
  await engine.execute(`create table ${again} (same ubigint)`, {}, query);
  for (let turn = 0; turn < passes; turn++) {
    const part = passes === 1 ? '' : `where same % ${passes} = ${turn}`;
    await engine.execute(
      `insert into ${again}
       select same from (select ${same} as same from ${rows}) ${part} group by same having count(*) > 1`,
      {},
      query
    );
  }
}

interface Found {
  source: number;
  earlier: number;
  rows: number;
  amount: string;
}

async function repeatsOf(
  table: (typeof tables)[number],
  filed: readonly Filed[],
  context: Comparing
): Promise<Pick<Duplicates, 'within' | 'across'>> {
  const {engine, staged, query} = context;
  const counts = await engine.query(
    `select source, earlier, count(*)::integer as rows, coalesce(sum(amount), 0)::decimal(38, 4)::varchar as amount
     from ${repeats(context)} group by all order by source, earlier`,
    {},
    query
  );
  const first = await engine.query(
    `select source, earlier, record, place from ${repeats(context)}
     qualify row_number() over (partition by source, earlier order by record) <= ${mostExamples} order by record`,
    {},
    query
  );
  const examples = first.objects<{source: number; earlier: number; record: number; place: number}>();
  const hasAmount = staged.columns[table].includes('amount');
  const repeated = ({source, earlier, rows, amount}: Found): Repeated => ({
    file: fileAt(filed, source),
    table,
    rows,
    amount: hasAmount ? amount : null,
    examples: examples
      .filter((one) => one.source === source && one.earlier === earlier)
      .map(({record, place}) => ({
        line: placeAt(filed, source, record).line,
        earlier: placeAt(filed, earlier, place)
      }))
  });
  const found = counts.objects<Found>();
  const across = found.filter(({source, earlier}) => earlier < source);
  const whole = table === 'purchase' && across.length > 0 ? await wholeTransactions(context) : null;
  return {
    within: found.filter(({source, earlier}) => earlier === source).map(repeated),
    across: across.map((one) => ({
      ...repeated(one),
      earlier: fileAt(filed, one.earlier),
      transactions: whole === null ? null : (whole.get(`${one.source} ${one.earlier}`) ?? 0)
    }))
  };
}

/** Of each pair of files: transactions that both have with the very same rows. Null where there are no ids. */
async function wholeTransactions(context: Comparing): Promise<Map<string, number> | null> {
  const {engine, staged, query} = context;
  if (!staged.columns.purchase.includes('transaction_id')) return null;
  const rows = stagedName(staged, 'purchase');
  const found = await engine.query(
    `with shared as (
         select source, earlier, value as transaction_id, count(*) as rows from ${repeats(context)}
         where earlier < source and value is not null group by all
     ),
     counted as (
         select source, transaction_id, count(*) as rows from ${rows}
         where transaction_id in (select transaction_id from shared) group by all
     )
     select shared.source, shared.earlier, count(*)::integer as transactions
     from shared
     join counted as own on own.source = shared.source and own.transaction_id = shared.transaction_id and own.rows = shared.rows
     join counted as old on old.source = shared.earlier and old.transaction_id = shared.transaction_id and old.rows = shared.rows
     group by all`,
    {},
    query
  );
  return new Map(
    found
      .objects<{source: number; earlier: number; transactions: number}>()
      .map(({source, earlier, transactions}) => [`${source} ${earlier}`, transactions])
  );
}

/** Sets aside what the rules say. */
async function leave(filed: readonly Filed[], context: Comparing): Promise<void> {
  const {rules, engine, staged, query} = context;
  const cases = [
    ...(rules.duplicates === 'set aside' ? [`when copy > 1 then '${repeatReasons.within}'`] : []),
    ...(rules.overlaps === 'set aside' ? [`when earlier < source then '${repeatReasons.across}'`] : [])
  ];
  if (cases.length === 0) return;
  const leaving = `${staged.schema}.leaving`;
  await engine.execute(
    `create table ${leaving} as
     select source, record, amount, value, reason
     from (select *, case ${cases.join(' ')} end as reason from ${repeats(context)})
     where reason is not null`,
    {},
    query
  );
  await asideRows(filed, context, {table: leaving, column: null});
  await engine.execute(`drop table ${leaving}`, {}, query);
}

const fileAt = (filed: readonly Filed[], number: number): string =>
  filed.find(({filing}) => filing.number === number)?.filing.source.name ?? '';

const placeAt = (filed: readonly Filed[], number: number, record: number): Place => {
  const file = filed.find(({filing}) => filing.number === number);
  return {file: file?.filing.source.name ?? '', line: file?.lineOf(record) ?? 0};
};
