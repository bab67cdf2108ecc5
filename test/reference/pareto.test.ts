import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import {guess} from '../../src/ingest/guess/guess';
import {inspect} from '../../src/ingest/look/inspect';
import {load} from '../../src/ingest/load';
import {ask, type Told} from '../ask';
import {testEngine} from '../engine';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

/** A sale of Online Retail, in tenths of a penny. */
interface Sale {
  customer: string;
  day: string;
  mills: bigint;
}

/**
 * Numbers of Online Retail (UCI 352) that no one published, computed here from the text of the file by plain JavaScript,
 * beside those that were published.
 */
describe.skipIf(!existsSync(file))(`what ${file} says (skipped where the file is absent)`, () => {
  let engine: Engine;
  let sales: Sale[];
  let told: Told;

  beforeAll(async () => {
    engine = await testEngine();
    const text = readFileSync(file);
    sales = salesIn(text.toString('latin1'));
    const source = {id: 'online-retail', name: 'OnlineRetail.csv', blob: new Blob([text])};
    const loaded = await load(engine, [source], guess([await inspect(source)]));
    await loaded.finish();
    told = await ask(engine, 'pareto');
  }, 180_000);

  it('is the same sales', () => {
    expect(sales).toHaveLength(397_884);
    expect(sales.reduce((sum, {mills}) => sum + mills, 0n)).toBe(8_911_407_904n);
  });

  it('of the claims: 20 % make 74.6 %, and 1,133 customers 80 %', () => {
    const claim = told.parts['claims']?.find(({claim: name}) => name === 'sales');
    expect(claim).toMatchObject({entities: 868, needed: 1133, needed_share: expect.closeTo(0.2612, 4)});
    expect(Number(claim?.['share'])).toBeCloseTo(0.746, 3);
    expect(told.parts['claims']?.filter(({share}) => share !== null)).toHaveLength(1);
    const of = (percent: number) => told.parts['steps']?.find(({entities}) => entities === Math.ceil(43.38 * percent));
    expect([1, 5, 10, 20].map((percent) => Math.round(Number(of(percent)?.['share']) * 1000) / 10)).toEqual([
      32, 50.4, 61.4, 74.6
    ]);
  });

  it('of the Herfindahl–Hirschman index, and of the largest', () => {
    const values = ranked(sales).map(([, mills]) => mills);
    const total = Number(values.reduce((sum, mills) => sum + mills, 0n));
    const hhi = values.reduce((sum, mills) => sum + (Number(mills) / total) ** 2, 0);
    const row = told.parts['concentration']?.[0];
    expect(row).toMatchObject({id: '14646', value: 280_206.02, positive: 4338, hhi: expect.closeTo(hhi, 12)});
    expect(row?.['effective']).toBeCloseTo(1 / hhi, 6);
    expect(told.parts['losses']?.map(({net_sales}) => Math.round(Number(net_sales) * 1000))).toEqual(
      [1, 5, 10].map((size) => Number(values.slice(0, size).reduce((sum, mills) => sum + mills, 0n)))
    );
  });

  it('of the classes of the third quarter of 2011 against the second', () => {
    const [before, now] = [
      classes(sales.filter(({day}) => '2011-04-01' <= day && day <= '2011-06-30')),
      classes(sales.filter(({day}) => '2011-07-01' <= day && day <= '2011-09-30'))
    ];
    const counts = new Map<string, number>();
    for (const customer of new Set([...before.keys(), ...now.keys()])) {
      const key = `${before.get(customer) ?? 'none'} ${now.get(customer) ?? 'none'}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const moves = (told.parts['moves'] ?? []).filter(({place}) => place === 0);
    expect(
      Object.fromEntries(
        moves.map((row) => [`${String(row['class_before'])} ${String(row['class_now'])}`, row['entities']])
      )
    ).toEqual(Object.fromEntries(counts));
    const bought = (from: string, to: string): number =>
      Number(sales.filter(({day}) => from <= day && day <= to).reduce((sum, {mills}) => sum + mills, 0n)) / 1000;
    const sum = (column: string): number => moves.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum('before')).toBeCloseTo(bought('2011-04-01', '2011-06-30'), 3);
    expect(sum('now')).toBeCloseTo(bought('2011-07-01', '2011-09-30'), 3);
  });

  it('of the bottom fifth', () => {
    const values = ranked(sales).map(([, mills]) => mills);
    const low = Number(values.slice(-868).reduce((sum, mills) => sum + mills, 0n)) / 1000;
    const of = (name: string) => told.parts['whatif']?.find(({scenario}) => scenario === name);
    expect(Number(of('left')?.['sales_change'])).toBeCloseTo(-low, 6);
    expect(Number(of('price')?.['sales_change'])).toBeCloseTo(low * 0.05, 6);
    expect(of('now')?.['profit']).toBeNull();
  });
});

/** Customers and what they bought for, from the largest; of two alike the one whose id comes first. */
function ranked(sales: readonly Sale[]): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const {customer, mills} of sales) sums.set(customer, (sums.get(customer) ?? 0n) + mills);
  return [...sums].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1));
}

function classes(sales: readonly Sale[]): Map<string, string> {
  const list = ranked(sales);
  const total = list.reduce((sum, [, mills]) => sum + mills, 0n);
  let reached = 0n;
  return new Map(
    list.map(([customer, mills]) => {
      const name = reached * 100n < total * 80n ? 'A' : reached * 100n < total * 95n ? 'B' : 'C';
      reached += mills;
      return [customer, name];
    })
  );
}

/** Rows with a customer, not cancelled, with quantity and price above zero. The text's fields are cut at commas outside quotes. */
function salesIn(text: string): Sale[] {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = cut(head);
  const at = (name: string): number => columns.indexOf(name);
  const [invoice, quantity, date, price, customer] = [
    at('InvoiceNo'),
    at('Quantity'),
    at('InvoiceDate'),
    at('UnitPrice'),
    at('CustomerID')
  ];
  return lines.flatMap((line) => {
    const cells = cut(line);
    const mills = BigInt(Math.round(Number(cells[quantity]) * Math.round(Number(cells[price]) * 1000) || 0));
    const id = (cells[customer] ?? '').replace(/\.0$/, '');
    if (id === '' || (cells[invoice] ?? '').startsWith('C') || mills <= 0n) return [];
    return [{customer: id, day: dayOf(cells[date] ?? ''), mills}];
  });
}

const cut = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** `2010-12-01` of `12/1/2010 8:26`, or of a date that begins with the year. */
function dayOf(text: string): string {
  const [, month = '', date = '', year = ''] = /^(\d+)\/(\d+)\/(\d{4})/.exec(text) ?? [];
  return year === '' ? text.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
