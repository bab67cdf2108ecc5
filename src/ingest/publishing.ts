import {finish, publish, stagedName} from '../models/store';
import {canonical, type TableName} from '../tables/canonical';
import type {Noted} from './assumptions';
import {settleCancelling} from './cancelling';
import {total} from './exact';
import {receiptOf, type Accounts} from './receipt';
import type {Filed, StageContext} from './stage-file';
import {assertEqual, filledColumns, flagsOf, groupsOf, type Group} from './totals';
import type {Tracker} from './tracker';
import {setTwinsAside} from './twins';
import type {FileMapping, Receipt, Source} from './types';

/** An import that is on screen. */
export interface Loaded {
  receipt: Receipt;
  /** the canonical columns with at least one value */
  filled: Record<TableName, string[]>;
  /** ISO 4217 code, where all amounts are in one currency that is known */
  currency: string | null;
  /** Sorts the purchases and computes the marts; what is asked before it ends takes longer. @throws {QueryError} */
  finish(): Promise<void>;
}

/** What `publishing` needs: all files, and what became of those that were read. */
export interface Import {
  pairs: readonly {source: Source; mapping: FileMapping}[];
  filed: readonly Filed[];
  context: StageContext;
  tracker: Tracker;
}

/**
 * Accounts for everything that is staged, and publishes it when the account balances.
 *
 * @throws {QueryError} what was published before stays
 * @throws {ModelError} if the account doesn't balance
 */
export async function publishing({pairs, filed, context, tracker}: Import): Promise<Loaded> {
  const {engine, staged, rules, query} = context;
  const customers = filed.filter(({filing}) => filing.table === 'customer');
  await setTwinsAside(customers, context);
  const noted = new Map<Source, {filed: Filed; noted: Noted}>();
  for (const file of filed) noted.set(file.filing.source, {filed: file, noted: await note(file, context)});
  const files = pairs.map((pair) => ({...pair, ...noted.get(pair.source)}));
  const groups = await groupsOf(context);
  const filled = await filledColumns(context);
  const receipts: Receipt[] = [];
  const verify = async (purchases: string): Promise<void> => {
    const counts = await publishedRows(purchases, groups, context);
    const receipt = receiptOf({rules, files, groups, now: new Date(), ...counts});
    await assertPublished(purchases, receipt, context);
    receipts.push(receipt);
  };
  await publish(engine, staged, {...query, anonymous: rules.anonymous, verify});
  const [receipt] = receipts;
  if (!receipt) throw new Error('published without a receipt');
  return {receipt, filled, currency: currencyOf(files), finish: () => finishing(context, tracker)};
}

async function finishing({engine, staged, rules}: StageContext, tracker: Tracker): Promise<void> {
  await finish(engine, staged, {anonymous: rules.anonymous, onstage: (stage) => tracker.tell(stage)});
  tracker.tell('done');
}

async function note(file: Filed, context: StageContext): Promise<Noted> {
  const cancelling = await settleCancelling(file, context);
  return {cancelling, flags: await flagsOf(file, context), currencies: await currenciesOf(file, context)};
}

/** The currencies that a file's rows name, or the one that all of them are in. */
async function currenciesOf({filing}: Filed, {engine, staged, query}: StageContext): Promise<string[]> {
  const {mapping, table, number} = filing;
  if (table !== 'purchase' || !mapping.roles['currency']) {
    return mapping.currency === undefined || !('amount' in canonical[table]) ? [] : [mapping.currency];
  }
  const rows = await engine.query(
    `select distinct currency from ${stagedName(staged, table)}
     where source = ${number} and currency is not null order by currency`,
    {},
    query
  );
  return Array.from({length: rows.length}, (_, row) => rows.text(row, 0) ?? '');
}

/** The one currency of all purchases; null where a file names none, or another. */
function currencyOf(files: Accounts['files']): string | null {
  const named = files.flatMap(({mapping, noted}) => (mapping.table === 'purchase' && noted ? [noted.currencies] : []));
  const all = new Set(named.flat());
  const [one = null] = all;
  return all.size === 1 && named.every((currencies) => currencies.length > 0) ? one : null;
}

/** Rows of the tables as they will be published, and customers with a purchase. */
async function publishedRows(
  purchases: string,
  groups: readonly Group[],
  {engine, staged, query}: StageContext
): Promise<Pick<Accounts, 'rows' | 'customers'>> {
  const counts = await engine.query(
    `select
        (select count(*) from (${purchases})),
        (select count(*) from ${staged.schema}.customer),
        (select count(*) from ${staged.schema}.customer_facts)`,
    {},
    query
  );
  const count = (column: number): number => counts.number(0, column) ?? 0;
  const of = (table: TableName): number =>
    groups.reduce((sum, group) => sum + (group.table === table ? group.rows : 0), 0);
  const rows = {
    customer: {rows: count(1)},
    purchase: {rows: count(0)},
    interaction: {rows: of('interaction')},
    partnership_cost: {rows: of('partnership_cost')}
  };
  return {rows, customers: count(2)};
}

/** The purchases that will be published, and the facts of customers, add up to what the receipt says. */
async function assertPublished(
  purchases: string,
  receipt: Receipt,
  {engine, staged, query}: StageContext
): Promise<void> {
  const sums = await engine.query(
    `select
        (select coalesce(sum(amount), 0)::decimal(38, 4)::varchar from (${purchases})),
        (select coalesce(sum(sales + returned + cancelled), 0)::decimal(38, 4)::varchar from ${staged.schema}.customer_facts)`,
    {},
    query
  );
  const {sale, return: returned, cancellation} = receipt.kinds;
  assertEqual('amounts to publish', sums.text(0, 0) ?? '', receipt.purchases.amount);
  assertEqual(
    'amounts of customers',
    sums.text(0, 1) ?? '',
    total([sale.amount, returned.amount, cancellation.amount])
  );
}
