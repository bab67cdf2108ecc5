import {existsSync, readFileSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {guess} from '../../src/ingest/guess/guess';
import {inspect} from '../../src/ingest/look/inspect';
import {load} from '../../src/ingest/load';
import type {Source} from '../../src/ingest/types';
import {ask, type Told} from '../ask';
import {testEngine} from '../engine';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

describe('the sample company', () => {
  let told: Told;

  beforeAll(async () => {
    const files = ['customers', 'purchases', 'interactions', 'partnership_costs'];
    await dropped(files.map((name) => join('sample-data', `${name}.csv`)));
    told = await ask(engine, 'partnerships');
  }, 120_000);

  it('has the totals that its README gives: margin 35.6 %, cost to serve 27.3 % with acquisition, profit 8.3 %', () => {
    const all = side(told, 'all');
    expect(all['net_sales']).toBe(4_729_381.01);
    const part = (value: number): number => Math.round((1000 * value) / Number(all['net_sales'])) / 10;
    const advertising = Number(category(told, 'acquisition')['shared']);
    expect(part(Number(all['gross_profit']))).toBe(35.6);
    expect(part(Number(all['cost_to_serve']) + advertising)).toBe(27.3);
    expect(part(Number(all['profit']) - advertising)).toBe(8.3);
    expect(told.count).toBe(2872);
  });

  it('has every cent of the cost file in the account, in another customer’s, or out of the period', () => {
    const totals = {
      ...{delivery: 459_928.25, bonus: 113_699.27, returns: 33_139.59, database: 41_721.6},
      ...{salaries: 577_514, other: 33_580.8, acquisition: 445_458.6}
    };
    for (const [name, total] of Object.entries(totals)) {
      expect(category(told, name)['file_total'], name).toBe(total);
    }
    for (const row of told.parts['categories'] ?? []) expectReconciled(row);
  });

  it('says who shares what by what, and leaves the cost of contacts out, which the salaries hold', () => {
    expect((told.parts['categories'] ?? []).map(({category: name, shared_by}) => [name, shared_by])).toEqual([
      ['acquisition', 'equal'],
      ['bonus', null],
      ['database', 'equal'],
      ['delivery', 'lines'],
      ['other', 'sales'],
      ['returns', null],
      ['salaries', 'orders']
    ]);
    expect(Number(told.parts['summary']?.[0]?.['contacts_left_out'])).toBeGreaterThan(0);
  });
});

const data = resolve('../shared/data');

describe.skipIf(!existsSync(data))(`the files of ${data} (skipped where they are absent)`, () => {
  it('FoodMart: sales 120,160.84, cost 48,101.77, and the expenses of December 1998 shared out to the last cent', async () => {
    const sales = records('sales_fact_dec_1998.json').map((row) => [
      ...[row['customer_id'], dayOf(Number(row['time_id']) - 1065), row['store_sales'], row['store_cost']]
    ]);
    const expenses = records('expense_fact.json').map((row) => [
      ...[String(row['exp_date']).slice(0, 10), 'other', row['amount'], 'revenue']
    ]);
    await opened([
      ['sales.csv', csv(['customer_id', 'order_date', 'amount', 'cost of goods'], sales)],
      ['partnership_costs.csv', csv(['Cost Date', 'Cost Category', 'Amount', 'Allocation Driver'], expenses)]
    ]);
    const told = await ask(engine, 'partnerships');
    expect(told.count).toBe(2689);
    expect(side(told, 'all')).toMatchObject({net_sales: 120_160.84});
    expect(Math.round(Number(side(told, 'all')['cost_of_goods']) * 100)).toBe(4_810_177);
    const [from, to] = [told.question.loaded.from ?? '', told.question.loaded.to ?? ''];
    const december = sumOf(expenses.filter(([day]) => String(day) >= from && String(day) <= to));
    const row = category(told, 'other');
    expectReconciled(row);
    expect(exact(row['file_total'])).toBe(sumOf(expenses));
    expect(exact(row['shared'])).toBe(december);
    expect(exact(row['outside'])).toBe(sumOf(expenses) - december);
    expect(told.rows.reduce((sum, one) => sum + exact(one['other']), 0n)).toBe(december);
  }, 120_000);

  it('Northwind: freight of 64,942.69 is the delivery of those who ordered', async () => {
    const files = ['order-details', 'orders', 'products', 'categories', 'customers'];
    await dropped(files.map((name) => join(data, 'northwind', `${name}.csv`)));
    const told = await ask(engine, 'partnerships');
    expect(told.count).toBe(89);
    expect(side(told, 'all')).toMatchObject({delivery: 64_942.69, cost_to_serve: 64_942.69, salaries: null});
    expect(category(told, 'delivery')).toMatchObject({file_total: 64_942.69, direct: 64_942.69, shared_by: null});
    expect(Math.round(Number(side(told, 'all')['net_sales']) * 100)).toBe(126_579_304);
    expect(side(told, 'all')['uncosted']).toBe(side(told, 'all')['net_sales']);
  }, 120_000);
});

const side = (told: Told, name: string): Row => told.parts['account']?.find((row) => row['side'] === name) ?? {};
const category = (told: Told, name: string): Row =>
  told.parts['categories']?.find((row) => row['category'] === name) ?? {};

/** An exact amount in ten-thousandths. */
const exact = (value: unknown): bigint => BigInt(Math.round(Number(value) * 10_000));

function expectReconciled(row: Row): void {
  const places = ['direct', 'shared', 'elsewhere', 'unknown', 'outside', 'unshared'];
  expect(
    places.reduce((sum, place) => sum + exact(row[place]), 0n),
    String(row['category'])
  ).toBe(exact(row['file_total']));
  expect(['direct', 'shared', 'what_if', 'typed'].reduce((sum, place) => sum + exact(row[place]), 0n)).toBe(
    exact(row['carried'])
  );
}

const dropped = (paths: readonly string[]): Promise<void> =>
  opened(paths.map((path) => [basename(path), readFileSync(path)]));

/** Loads files as a drop does. */
async function opened(files: readonly (readonly [string, BlobPart])[]): Promise<void> {
  const sources = files.map(([name, content], index): Source => {
    return {id: `f${index + 1}`, name, blob: new Blob([content])};
  });
  const recipe = guess(await Promise.all(sources.map((source) => inspect(source))));
  const loaded = await load(engine, sources, recipe);
  await loaded.finish();
}

/** Records of a FoodMart file with one JSON object a line. */
function records(name: string): Record<string, unknown>[] {
  const lines = readFileSync(join(data, 'foodmart', name), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const csv = (head: readonly string[], rows: readonly unknown[][]): string =>
  [head, ...rows].map((row) => row.map(String).join(',')).join('\n');

/** The amounts of costs, third in their row, in ten-thousandths. */
const sumOf = (costs: readonly unknown[][]): bigint => costs.reduce((sum, cost) => sum + exact(cost[2]), 0n);

/** Days from 29 November 1998 on, which FoodMart numbers from 1065. */
const dayOf = (days: number): string => new Date(Date.UTC(1998, 10, 29 + days)).toISOString().slice(0, 10);
