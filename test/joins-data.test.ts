import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../src/engine/engine';
import {checkRecipe} from '../src/ingest/mapping/apply';
import {guess} from '../src/ingest/guess/guess';
import {inspect} from '../src/ingest/look/inspect';
import {load, type Loaded} from '../src/ingest/load';
import type {FileMapping, Recipe, Source} from '../src/ingest/types';
import {data, hasData, sourceOf} from './corpus';
import {testEngine} from './engine';

let engine: Engine;
let native: DuckDBConnection;

describe.skipIf(!hasData)(
  'files that belong together (skipped where ../shared/data is absent)',
  {timeout: 120_000},
  () => {
    beforeAll(async () => {
      engine = await testEngine();
      native = await (await DuckDBInstance.create(':memory:', {threads: '1'})).connect();
    });

    describe('Olist: order items with orders, customers, products, payments and reviews', () => {
      const folder = (name: string): string => join(data, 'olist_sample', `${name}.csv`);
      const [items, orders, customers] = ['order_items', 'orders', 'customers'].map((name) =>
        folder(`olist_${name}_dataset`)
      );
      const [products, payments, reviews] = ['products', 'order_payments', 'order_reviews'].map((name) =>
        folder(`olist_${name}_dataset`)
      );
      const translation = folder('product_category_name_translation');
      let loaded: Loaded;
      let recipe: Recipe;
      beforeAll(async () => {
        const paths = [customers, items, payments, reviews, orders, products, translation].map((path) => path ?? '');
        ({loaded, recipe} = await dropped(await Promise.all(paths.map(sourceOf))));
      });

      it('is mapped without a hand', () => {
        expect(tablesOf(recipe)).toEqual(['customer', 'purchase', null, 'interaction', null, null, null]);
        expect(checkRecipe(recipe)).toEqual([]);
      });

      it('has the purchases that a join of the raw files has, to the cent', async () => {
        const sql = `with payment as (
          select order_id, arg_min(payment_type, place) as payment_type
          from (select *, row_number() over () as place from ${csv(payments)}) group by order_id
        )
        select customer_unique_id, strftime(order_purchase_timestamp::timestamp, '%Y-%m-%d'), i.order_id, i.product_id,
          order_status, payment_type, coalesce(product_category_name_english, product_category_name),
          sum(price::decimal(18, 4)), count(*)
        from ${csv(items)} i left join ${csv(orders)} using (order_id) left join ${csv(customers)} using (customer_id)
        left join ${csv(products)} using (product_id) left join ${csv(translation)} using (product_category_name)
        left join payment using (order_id)
        group by all`;
        await same(
          `select customer_id, purchased_on, transaction_id, product, status, payment_method, category, sum(amount), count(*)
         from purchase group by all`,
          sql
        );
        const [total] = await raw(`select count(*), sum(price::decimal(18, 4))::decimal(18, 4) from ${csv(items)}`);
        expect([loaded.receipt.purchases.rows, loaded.receipt.purchases.amount].map(String)).toEqual(total);
      });

      it('has the freight of each item once among the costs', async () => {
        await same(
          `select customer_id, incurred_on, category, sum(amount), count(*) from partnership_cost group by all`,
          `select customer_unique_id, strftime(order_purchase_timestamp::timestamp, '%Y-%m-%d'), 'delivery',
           sum(freight_value::decimal(18, 4)), count(*)
         from ${csv(items)} join ${csv(orders)} using (order_id) join ${csv(customers)} using (customer_id) group by all`
        );
      });

      it('has the reviews as contacts of customers', async () => {
        await same(
          `select customer_id, occurred_on, kind, sum(score), count(*) from interaction group by all`,
          `select customer_unique_id, strftime(review_creation_date::timestamp, '%Y-%m-%d'), 'review',
           sum(review_score::decimal(18, 4)), count(*)
         from ${csv(reviews)} join ${csv(orders)} using (order_id) join ${csv(customers)} using (customer_id) group by all`
        );
      });

      it('has each person once, however many ids their orders gave them', async () => {
        await same(`select customer_id from customer`, `select distinct customer_unique_id from ${csv(customers)}`);
      });

      it('says how many payments an order has, and multiplies nothing by them', async () => {
        const found = loaded.receipt.files
          .flatMap(({lookups = []}) => lookups)
          .find(({file}) => file === basename(payments ?? ''));
        const [fanned] = await raw(`select count(*) from ${csv(items)} left join ${csv(payments)} using (order_id)`);
        const [several] = await raw(
          `select count(*) from (select order_id from ${csv(payments)} group by order_id having count(*) > 1)`
        );
        expect([found?.rows, found?.fanned, found?.there.several].map(String)).toEqual([
          '8365',
          fanned?.[0],
          several?.[0]
        ]);
      });
    });

    describe('Northwind: order lines with orders, products, categories and customers', () => {
      const folder = (name: string): string => join(data, 'northwind', `${name}.csv`);
      const [details, orders, products] = ['order-details', 'orders', 'products'].map(folder);
      const [categories, customers] = ['categories', 'customers'].map(folder);
      let loaded: Loaded;
      beforeAll(async () => {
        const paths = [details, orders, products, categories, customers].map((path) => path ?? '');
        const {loaded: done, recipe} = await dropped(await Promise.all(paths.map(sourceOf)));
        loaded = done;
        expect(tablesOf(recipe)).toEqual(['purchase', 'partnership_cost', null, null, 'customer']);
        expect(checkRecipe(recipe)).toEqual([]);
      });

      it('has quantity × price × (1 − discount) of each line, with its product and category', async () => {
        const orderRows = await northwindOrders(orders ?? '');
        await same(
          `select transaction_id, customer_id, purchased_on, product, category, country, sum(amount), count(*)
         from purchase group by all`,
          `select d.orderID, o.who, o.day, productName, categoryName, o.country,
           sum((quantity::decimal(18, 6) * d.unitPrice::decimal(18, 6) * (1 - discount::decimal(9, 6)))::decimal(18, 4)), count(*)
         from ${csv(details)} d left join (values ${orderRows}) o (id, who, day, country, freight) on o.id = d.orderID
         left join ${csv(products)} using (productID) left join ${csv(categories)} using (categoryID)
         group by all`
        );
        expect(loaded.receipt.purchases.rows).toBe(2155);
      });

      it('has the freight of each order once, whatever its lines', async () => {
        await same(
          `select customer_id, incurred_on, category, sum(amount), count(*) from partnership_cost group by all`,
          `select who, day, 'delivery', sum(freight::decimal(18, 4)), count(*)
         from (values ${await northwindOrders(orders ?? '')}) o (id, who, day, country, freight) group by all`
        );
        expect(loaded.receipt.tables.partnership_cost.rows).toBe(830);
      });
    });

    it('completejourney: transactions with products and households', async () => {
      const folder = (name: string): string => join(data, 'completejourney', `${name}.csv`);
      const [transactions, products, demographics] = ['transactions_sample', 'products', 'demographics'].map(folder);
      const {loaded, recipe} = await dropped(
        await Promise.all([transactions, products, demographics].map((path) => sourceOf(path ?? '')))
      );
      expect(tablesOf(recipe)).toEqual(['purchase', null, 'customer']);
      await same(
        `select customer_id, category, sum(amount), count(*) from purchase group by all`,
        `select household_id, product_category, sum(sales_value::decimal(18, 4)), count(*)
       from ${csv(transactions)} left join ${csv(products)} using (product_id) group by all`
      );
      const lookup = loaded.receipt.files[0]?.lookups?.[0];
      const [unused] = await raw(
        `select count(*) from ${csv(products)} anti join ${csv(transactions)} using (product_id)`
      );
      expect([lookup?.unmatched, lookup?.there.unused].map(String)).toEqual([
        ...((await raw(`select count(*) from ${csv(transactions)} anti join ${csv(products)} using (product_id)`))[0] ??
          []),
        unused?.[0]
      ]);
    });

    it('FoodMart: sales with what they cost, products, customers and days', async () => {
      const folder = join(data, 'foodmart');
      const sales = table(join(folder, 'sales_fact_dec_1998.json'));
      const products = table(join(folder, 'product.json'));
      const days = [['time_id', 'the_date'], ...Array.from({length: 40}, (_, n) => [String(1065 + n), dayAfter(n)])];
      const texts = {'sales.csv': sales, 'product.csv': products, 'time_by_day.csv': days};
      const sources = Object.entries(texts).map(([name, rows], index): Source => {
        return {id: `t${index}`, name, blob: new Blob([rows.map((row) => row.join(',')).join('\n')])};
      });
      const {loaded, recipe} = await dropped([...sources, await sourceOf(join(folder, 'customer.csv'))]);
      expect(tablesOf(recipe)).toEqual(['purchase', null, null, 'customer']);
      const names = new Map(products.slice(1).map((row) => [row[products[0]?.indexOf('product_id') ?? 0], row[3]]));
      const sums = new Map<string, [number, number]>();
      for (const row of sales.slice(1)) {
        const at = (name: string): string => row[sales[0]?.indexOf(name) ?? 0] ?? '';
        const key = [at('customer_id'), dayAfter(Number(at('time_id')) - 1065), names.get(at('product_id'))].join('|');
        const [amount, cost] = sums.get(key) ?? [0, 0];
        sums.set(key, [
          amount + Math.round(Number(at('store_sales')) * 1e4),
          cost + Math.round(Number(at('store_cost')) * 1e4)
        ]);
      }
      const rows = await engine.query(
        `select customer_id || '|' || purchased_on || '|' || product, (sum(amount) * 10000)::bigint::varchar, (sum(cost) * 10000)::bigint::varchar
       from purchase group by all`
      );
      const found = Array.from({length: rows.length}, (_, row) => [0, 1, 2].map((column) => rows.text(row, column)));
      const expected = [...sums].map(([key, [amount, cost]]) => [key, String(amount), String(cost)]);
      expect(found.sort()).toEqual(expected.sort());
      expect(loaded.receipt.purchases.rows).toBe(18_325);
    });

    it('CRM: opportunities with accounts and products, one of which is spelled in another way', async () => {
      const folder = (name: string): string => join(data, 'crm_opportunities', `${name}.csv`);
      const [pipeline, accounts, products] = ['sales_pipeline', 'accounts', 'products'].map(folder);
      const {loaded, recipe} = await dropped(
        await Promise.all([pipeline, accounts, products].map((path) => sourceOf(path ?? '')))
      );
      expect(tablesOf(recipe)).toEqual(['purchase', 'customer', null]);
      const [file] = loaded.receipt.files;
      expect(file?.lookups?.[0]).toMatchObject({
        ...{file: 'products.csv', rows: 8800, matched: 7320, unmatched: 1480, empty: 0},
        examples: [{key: 'GTXPro', rows: 1480}]
      });
      await same(
        `select product, category, sum(amount), count(*) from purchase group by all`,
        `select product, series, sum(close_value::decimal(18, 4)), count(*)
       from ${csv(pipeline)} left join ${csv(products)} using (product)
       where close_date is not null and close_value is not null and account is not null group by all`
      );
    });
  }
);

/** What guess and load make of files, as if they had been dropped. */
async function dropped(sources: Source[]): Promise<{loaded: Loaded; recipe: Recipe}> {
  const numbered = sources.map((source, index) => ({...source, id: `f${index + 1}`}));
  const recipe = guess(await Promise.all(numbered.map((source) => inspect(source))));
  return {recipe, loaded: await load(engine, numbered, recipe)};
}

const tablesOf = ({files}: Recipe): FileMapping['table'][] => files.map(({table}) => table);

/** A raw file for the native engine. */
const csv = (path: string | undefined): string =>
  `(select * from read_csv('${path ?? ''}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', parallel = false))`;

async function raw(sql: string): Promise<string[][]> {
  const result = await native.runAndReadAll(sql);
  return result.getRows().map((row) => row.map((value) => (value === null ? '' : String(value))));
}

/** Both engines give the same rows, as texts, in any order. */
async function same(ours: string, theirs: string): Promise<void> {
  const rows = await engine.query(`select columns(*)::varchar from (${ours})`);
  const width = rows.columns.length;
  const found = Array.from({length: rows.length}, (_, row) =>
    Array.from({length: width}, (_, column) => trimmed(rows.text(row, column) ?? '')).join('|')
  );
  const expected = (await raw(theirs)).map((row) => row.map(trimmed).join('|'));
  expect(expected.length).toBeGreaterThan(0);
  expect(found.sort()).toEqual(expected.sort());
}

/** Decimals without zeros at their end: the engines give sums different scales. */
const trimmed = (value: string): string => (/^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value);

/** Orders of which addresses hold commas that nothing quotes: of such a line, the fields before and behind them. */
async function northwindOrders(path: string): Promise<string> {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  const quoted = (text: string | undefined): string => `'${(text ?? '').replaceAll("'", "''")}'`;
  const rows = lines.map((line) => {
    const cells = line.split(',');
    const [id, who, , day] = cells;
    return `(${[id, who, day?.slice(0, 10), cells.at(-1), cells[7]].map(quoted).join(', ')})`;
  });
  return Promise.resolve(rows.join(', '));
}

/** Records of a file with one JSON object a line, as rows below their names. */
function table(path: string): string[][] {
  const records = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const names = Object.keys(records[0] ?? {});
  return [names, ...records.map((record) => names.map((name) => String(record[name]).replaceAll(',', ' ')))];
}

/** Days from 1 December 1998 on. */
const dayAfter = (days: number): string => new Date(Date.UTC(1998, 10, 29 + days)).toISOString().slice(0, 10);
