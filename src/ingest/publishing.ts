import {QueryError} from '../engine/errors';
import {finish, publish, stagedName, Superseded, whilePublished} from '../models/store';
import {canonical, type TableName} from '../tables/canonical';
import {setReplacedAside} from './adding/adding-update';
import type {Noted} from './assumptions';
import {settleCancelling} from './cancelling';
import {forgetDuplicates, settleDuplicates} from './adding/duplicates';
import {total} from './values/exact';
import type {LookupTable} from './joins/lookup-table';
import {receiptOf, type Accounts} from './receipt';
import type {Filed, StageContext} from './stage-file';
import {assertEqual, filledColumns, flagsOf, groupsOf, type Group} from './totals';
import type {Tracker} from './tracker';
import {setTwinsAside} from './adding/twins';
import type {Duplicates, FileMapping, Progress, Receipt, Rules, Source} from './types';

/** An import that is on screen. */
export interface Loaded {
  receipt: Receipt;
  /** the canonical columns with at least one value */
  filled: Record<TableName, string[]>;
  /** ISO 4217 code, where all amounts are in one currency that is known */
  currency: string | null;
  /**
   * Counts rows that are there several times, unless a rule made the import do so; sorts the purchases and computes the
   * marts: what is asked before it ends takes longer. @throws {QueryError}
   */
  finish(): Promise<Finished>;
}

/** What came to light after the first picture. */
export interface Finished {
  /** null where memory didn't suffice to count them */
  duplicates: Duplicates | null;
  /** false where memory didn't suffice to sort the purchases */
  sorted: boolean;
}

/** What `publishing` needs: all files, and what became of those that were read. */
export interface Import {
  pairs: readonly {source: Source; mapping: FileMapping}[];
  filed: readonly Filed[];
  /** files in which columns were looked up */
  looked: readonly LookupTable[];
  context: StageContext;
  tracker: Tracker;
  /** called right before everything changes over */
  commit: () => void;
}

/**
 * Accounts for everything that is staged, and publishes it when the account balances.
 *
 * @throws {QueryError} what was published before stays
 * @throws {ModelError} if the account doesn't balance
 */
export async function publishing({pairs, filed, looked, context, tracker, commit}: Import): Promise<Loaded> {
  const {engine, staged, rules, query} = context;
  const customers = filed.filter(({filing}) => filing.table === 'customer');
  tracker.tell('comparing');
  await setReplacedAside(filed, context);
  const duplicates = setsAside(rules) ? await settleDuplicates(filed, context) : undefined;
  tracker.tell('customers');
  await setTwinsAside(customers, context);
  const notes: {filed: Filed; noted: Noted}[] = [];
  for (const file of filed) notes.push({filed: file, noted: await note(file, {...context, files: filed})});
  const files = pairs.map((pair, index) => ({
    ...pair,
    ...notes.find(({filed: {filing}}) => filing.number === index + 1),
    also: notes.filter(({filed: {filing}}) => filing.also === index + 1),
    ...lookedOf(pair, looked)
  }));
  const groups = await groupsOf(context);
  const filled = await filledColumns(context);
  const receipts: Receipt[] = [];
  const verify = async (purchases: string): Promise<void> => {
    const counts = await publishedRows(purchases, groups, context);
    const receipt = receiptOf({rules, files, groups, now: new Date(), ...counts});
    await assertPublished(purchases, receipt, context);
    receipts.push(duplicates ? {...receipt, duplicates} : receipt);
  };
  await publish(engine, staged, {...query, anonymous: rules.anonymous, verify, commit});
  const [receipt] = receipts;
  if (!receipt) throw new Error('published without a receipt');
  const finish = (): Promise<Finished> => finishing({filed, context, tracker, duplicates});
  return {receipt, filled, currency: currencyOf(files), finish};
}

/** Whether rows that are there several times must be found before anything is published. */
const setsAside = ({duplicates, overlaps}: Rules): boolean => duplicates === 'set aside' || overlaps === 'set aside';

interface Finishing extends Pick<Import, 'filed' | 'context' | 'tracker'> {
  /** those that were found already */
  duplicates: Duplicates | undefined;
}

async function finishing({filed, context, tracker, duplicates}: Finishing): Promise<Finished> {
  const {engine, staged, rules} = context;
  tracker.tell('duplicates');
  const found = duplicates ?? (await counted(filed, context));
  const onstage = (stage: Progress['stage']): void => tracker.tell(stage);
  const sorted = await finish(engine, staged, {anonymous: rules.anonymous, onstage});
  tracker.tell('done');
  return {duplicates: found, sorted};
}

/** Counts in what is published; null where memory doesn't allow it, or something newer is published meanwhile. */
async function counted(filed: readonly Filed[], context: StageContext): Promise<Duplicates | null> {
  const {engine, staged} = context;
  const rules = {...context.rules, ...keeping};
  try {
    return await settleDuplicates(filed, {engine: whilePublished(engine, staged), staged, rules, query: {}});
  } catch (error) {
    if (error instanceof Superseded) return null;
    if (!(error instanceof QueryError && error.reason === 'memory')) throw error;
    await forgetDuplicates({engine, staged});
    return null;
  }
}

const keeping = {duplicates: 'keep', overlaps: 'keep'} as const;

/** What was read of a file that serves others only. */
function lookedOf({source, mapping}: Import['pairs'][number], looked: readonly LookupTable[]): {looked?: LookupTable} {
  const found = mapping.table === null ? looked.find(({file}) => file.source === source) : undefined;
  return found ? {looked: found} : {};
}

async function note(file: Filed, context: StageContext & {files: readonly Filed[]}): Promise<Noted> {
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
