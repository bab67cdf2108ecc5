import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../src/engine/engine';
import {guess} from '../src/ingest/guess/guess';
import {inspect} from '../src/ingest/look/inspect';
import {load} from '../src/ingest/load';
import {compile} from '../src/models/compile';
import {checks, type Finding} from '../src/models/health/checks';
import {filledColumns} from '../src/models/health/columns';
import {profile, type Profile} from '../src/models/health/profile';
import {lookAt, type Loaded} from '../src/models/loaded';
import {initialScope} from '../src/models/scope';
import {testEngine} from './engine';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

/**
 * What native DuckDB makes of the file by its own reader: nothing of the app between. Blanks around texts are taken off, as the app does. Cancellations have invoices that
 * begin with C; rows without a customer are left out.
 */
const native = `
  create table line as
  select
      InvoiceNo as invoice, trim(Description) as product, Quantity::int as quantity, InvoiceDate::date as day,
      (Quantity::decimal(18, 4) * UnitPrice::decimal(18, 4))::decimal(18, 4) as amount,
      UnitPrice::double as price, replace(CustomerID, '.0', '') as customer, Country as country
  from read_csv('${file}', all_varchar = true, header = true)`;

describe.skipIf(!existsSync(file))(`the health of ${file} (skipped where the file is absent)`, () => {
  let engine: Engine;
  let loaded: Loaded;
  let other: DuckDBConnection;
  const found = new Map<string, Finding[]>();

  beforeAll(async () => {
    engine = await testEngine();
    const source = {id: 'health', name: 'OnlineRetail.csv', blob: new Blob([readFileSync(file)])};
    const read = await load(engine, [source], guess([await inspect(source)]));
    await read.finish();
    loaded = await lookAt(engine);
    const anonymous = {...read.receipt.kinds.anonymous, kept: false};
    for (const check of checks.filter(({asks}) => asks(loaded))) {
      found.set(check.name, await check.find({engine, loaded, imported: '2026-11-22', anonymous, options: {}}));
    }
    other = await (await DuckDBInstance.create()).connect();
    await other.run(native);
  }, 240_000);

  const one = async (sql: string): Promise<number[]> => {
    const rows = (await other.runAndReadAll(sql)).getRows();
    return (rows[0] ?? []).map(Number);
  };
  const values = (name: string) => found.get(name)?.[0]?.values ?? {};

  it('finds these eight things, and no others', () => {
    const names = [...found].filter(([, findings]) => findings.length > 0).map(([name]) => name);
    expect(names).toEqual([
      'anonymous',
      'last_month',
      'calendar',
      'unmatched_returns',
      'outliers',
      'adjustments',
      'free',
      'twins'
    ]);
    expect(found.size).toBe(20);
  });

  it('counts rows without a customer as the file has them', async () => {
    const [rows, of] = await one('select count(*) filter (customer is null), count(*) from line');
    expect(values('anonymous')).toMatchObject({rows, of, share: {share: (rows ?? 0) / (of ?? 1)}});
    expect([rows, of]).toEqual([135_080, 541_909]);
  });

  it('knows the last month, and the days without', async () => {
    const [rows] = await one(`select count(*) from line where customer is not null and day >= '2011-12-01'`);
    expect(values('last_month')).toMatchObject({rows, edge: {day: '2011-12-09'}, missing: 18});
    const [days] = await one(`
      select count(*) from generate_series(date '2010-12-24', date '2011-01-03', interval 1 day) as t(day)
      where dayofweek(day) <> 6`);
    expect(values('calendar')).toMatchObject({longest: days, from: {day: '2010-12-24'}, to: {day: '2011-01-03'}});
  });

  it('finds the returns without a sale', async () => {
    const [rows, amount] = await one(`
      select count(*), sum(amount) from line as back
      where customer is not null and amount < 0 and not exists (
          select 1 from line as sold
          where sold.customer = back.customer and sold.product = back.product and sold.day <= back.day
              and sold.quantity > 0 and sold.invoice not like 'C%'
      )`);
    const {money} = values('unmatched_returns')['amount'] as {money: string};
    expect([values('unmatched_returns')['rows'], Number(money)]).toEqual([rows, amount]);
  });

  it('finds amounts far outside the usual', async () => {
    const [usual, limit, rows] = await one(`
      with log as (select ln(abs(amount::double)) as log from line where customer is not null and amount <> 0),
      middle as (select median(log) as middle from log),
      spread as (select middle, median(abs(log - middle)) as spread from log cross join middle group by middle)
      select exp(middle), exp(middle + 7 * 1.4826 * spread),
          (select count(*) from line where customer is not null and abs(amount) > 15000)
      from spread`);
    expect(Math.ceil((limit ?? 0) / 1000) * 1000).toBe(15_000);
    const said = {rows, limit: {money: '15000'}, usual: {money: usual?.toFixed(2)}};
    expect(values('outliers')).toMatchObject(said);
  });

  it('finds rows that are there twice, by what is read of them', async () => {
    const [rows] = await one(`
      select sum(copies - 1) from (
          select count(*) as copies from line where customer is not null
          group by invoice, product, quantity, day, amount, customer, country
      )`);
    expect(values('twins')['rows']).toBe(rows);
  });

  it.each<[string, string]>([
    ['over:12000', 'abs(amount) <= 12000'],
    [
      'adjustments',
      `product not in ('POSTAGE', 'Manual', 'CARRIAGE', 'Discount', 'Bank Charges', 'CRUK Commission', 'DOTCOM POSTAGE', 'AMAZON FEE', 'Adjust bad debt', 'SAMPLES')`
    ],
    ['last_month', `day < '2011-12-01'`],
    ['customer:14646', `customer <> '14646'`]
  ])('the effect of %s is what the file gives', async (rule, where) => {
    const context = {scope: {...initialScope, without: [rule]}, loaded, params: {}, anonymous: false};
    const {sql, params} = compile('effect', context);
    const [effect] = (await engine.query(sql, params)).objects<Record<string, number>>();
    const [purchases, customers, amount, top, repeat] = await one(`
      with own as (
          select customer, day, amount from line
          where customer is not null and invoice not like 'C%' and amount > 0 and ${where}
      ),
      ranked as (
          select customer, sum(amount) as amount, count(distinct day) as days,
              row_number() over (order by sum(amount) desc, customer) as place, count(*) over () as n
          from own group by customer
      )
      select
          (select count(*) from own), count(*), sum(amount),
          sum(amount) filter (place <= ceil(n * 0.2)) / sum(amount), count(*) filter (days >= 2) / count(*)
      from ranked`);
    expect(effect).toMatchObject({purchases, customers});
    expect(Number(effect?.['amount'])).toBeCloseTo(amount ?? 0, 4);
    expect(effect?.['top_20_share']).toBeCloseTo(top ?? 0, 9);
    expect(effect?.['repeat_rate']).toBeCloseTo(repeat ?? 0, 9);
  });

  it('profiles columns as the file has them', async () => {
    const profiles = new Map<string, Profile>();
    for (const column of filledColumns(loaded)) {
      profiles.set(`${column.table}.${column.name}`, await profile({engine, loaded, options: {}}, column));
    }
    const of = 'from line where customer is not null';
    const [products, longest, invoices, days, amounts] = await one(`
      select count(distinct product), max(length(product)), count(distinct invoice), count(distinct day),
          count(distinct amount) ${of}`);
    expect(profiles.get('purchase.product')).toMatchObject({distinct: products, longest, filled: 406_829});
    expect(profiles.get('purchase.transaction_id')).toMatchObject({distinct: invoices, min: '536365', max: 'C581569'});
    expect(profiles.get('purchase.purchased_on')).toMatchObject({distinct: days, min: '2010-12-01', max: '2011-12-09'});
    expect(profiles.get('purchase.amount')).toMatchObject({distinct: amounts, min: '-168469.6000', max: '168469.6000'});
    const [negative, zero] = await one(`select count(*) filter (amount < 0), count(*) filter (amount = 0) ${of}`);
    const odd = profiles.get('purchase.amount')?.odd.map(({kind, rows}) => [kind, rows]);
    expect(odd).toEqual(
      expect.arrayContaining([
        ['negative', negative],
        ['zero', zero]
      ])
    );
    for (const {distribution, filled} of profiles.values()) {
      if (!distribution) continue;
      const bars = distribution.bars.reduce((sum, bar) => sum + bar.rows, 0);
      expect(bars + distribution.below + distribution.above).toBe(filled);
    }
    const [median] = await one(`select median(amount::double) ${of}`);
    expect(Number(profiles.get('purchase.amount')?.median)).toBeCloseTo(median ?? 0, 9);
    const [november] = await one(`select count(*) ${of} and day between '2011-11-01' and '2011-11-30'`);
    expect(profiles.get('purchase.purchased_on')?.distribution?.bars[11]).toMatchObject({
      from: '2011-11-01',
      rows: november
    });
  });
});
