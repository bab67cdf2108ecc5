import type {Engine} from '../engine/engine';
import {canonical, tableNames, type TableName} from '../tables/canonical';

/** A canonical column that an analysis needs or would like: `purchase.cost`. */
export type Need = {[T in TableName]: `${T}.${keyof (typeof canonical)[T] & string}`}[TableName];

/** Days from when to when; null where there are none. */
export interface Span {
  from: string | null;
  to: string | null;
}

/** What is loaded, looked up once after an import. */
export interface Loaded {
  /** rows of each canonical table */
  rows: Readonly<Record<TableName, number>>;
  /** the canonical columns with at least one value */
  filled: ReadonlySet<Need>;
  /** the first and last day with a purchase, whatever its kind; null where there is none */
  from: string | null;
  to: string | null;
  /** the first and last day in each table: of purchase, contact, cost, and of being won as a customer */
  spans: Readonly<Record<TableName, Span>>;
  /** what all loaded purchases add up to, exact */
  amount: string;
  /** customers with at least one purchase */
  customers: number;
  /** purchases without a customer, kept by rule */
  anonymous: number;
  /** the currencies that the file names; empty where it names none */
  currencies: readonly string[];
  /** the other columns of the customer file */
  attributes: readonly string[];
}

/** Columns that another one can stand in for: a purchase without a country is its customer's. */
const standsIn: Partial<Record<Need, Need>> = {'purchase.country': 'customer.country'};

/** Whether a column has values, or one that stands in for it. */
export function has(loaded: Loaded, need: Need): boolean {
  const other = standsIn[need];
  return loaded.filled.has(need) || (other !== undefined && loaded.filled.has(other));
}

/** Nothing loaded. */
export const nothingLoaded: Loaded = {
  rows: {customer: 0, purchase: 0, interaction: 0, partnership_cost: 0},
  filled: new Set(),
  from: null,
  to: null,
  spans: {
    customer: {from: null, to: null},
    purchase: {from: null, to: null},
    interaction: {from: null, to: null},
    partnership_cost: {from: null, to: null}
  },
  amount: '0',
  customers: 0,
  anonymous: 0,
  currencies: [],
  attributes: []
};

/** Looks at what the canonical tables hold. @throws {QueryError} */
export async function lookAt(engine: Engine): Promise<Loaded> {
  const totals = await engine.query(`
    select
        count(*) as purchases,
        min(purchased_on)::varchar as "from",
        max(purchased_on)::varchar as "to",
        coalesce(sum(amount), 0)::varchar as amount,
        count(*) - count(customer_key) as anonymous
    from purchase`);
  const [total] = totals.objects<{
    purchases: number;
    from: string | null;
    to: string | null;
    amount: string;
    anonymous: number;
  }>();
  if (!total) return nothingLoaded;
  const {purchases, ...rest} = total;
  return {
    ...rest,
    rows: {...(await rowsOfTables(engine)), purchase: purchases},
    spans: {...(await spansOfTables(engine)), purchase: {from: rest.from, to: rest.to}},
    filled: await filled(engine),
    customers: await one(engine, 'select count(*) from customer_facts'),
    currencies: await list(
      engine,
      'select distinct currency from purchase where currency is not null order by currency'
    ),
    attributes: await list(engine, 'select distinct unnest(map_keys(attributes)) as name from customer order by name')
  };
}

/** The currency in which amounts are shown; null where the file names none, or several. */
export function currencyOf(loaded: Loaded): string | null {
  return loaded.currencies.length === 1 ? (loaded.currencies[0] ?? null) : null;
}

async function rowsOfTables(engine: Engine): Promise<Record<TableName, number>> {
  const counts = tableNames.map((table) => `(select count(*) from ${table}) as ${table}`);
  const [row] = (await engine.query(`select ${counts.join(', ')}`)).objects<Record<TableName, number>>();
  return row ?? nothingLoaded.rows;
}

async function spansOfTables(engine: Engine): Promise<Record<Exclude<TableName, 'purchase'>, Span>> {
  const span = async (table: TableName, column: string): Promise<Span> => {
    const sql = `select min(${column})::varchar as "from", max(${column})::varchar as "to" from ${table}`;
    return (await engine.query(sql)).objects<Span>()[0] ?? {from: null, to: null};
  };
  return {
    customer: await span('customer', 'acquired_on'),
    interaction: await span('interaction', 'occurred_on'),
    partnership_cost: await span('partnership_cost', 'incurred_on')
  };
}

async function filled(engine: Engine): Promise<ReadonlySet<Need>> {
  const needs = tableNames.flatMap((table) => Object.keys(canonical[table]).map((column) => ({table, column})));
  const tests = needs.map(
    ({table, column}) => `exists (select 1 from ${table} where ${column} is not null) as "${table}.${column}"`
  );
  const [row] = (await engine.query(`select ${tests.join(', ')}`)).objects<Record<Need, boolean>>();
  return new Set((Object.entries(row ?? {}) as [Need, boolean][]).filter(([, has]) => has).map(([need]) => need));
}

async function one(engine: Engine, sql: string): Promise<number> {
  return Number((await engine.query(sql)).value(0, 0));
}

async function list(engine: Engine, sql: string): Promise<string[]> {
  const rows = await engine.query(sql);
  return Array.from({length: rows.length}, (_, row) => rows.text(row, 0) ?? '');
}
