import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import {given, type Given} from '../../test/given';
import type {Engine} from '../engine/engine';
import {compile} from './compile';
import {cutOf, exclusionsOf, exclusionText, parseExclusion} from './exclusions';
import {lookAt, nothingLoaded, type Loaded} from './loaded';
import {initialScope, windowOf, type Scope} from './scope';

/** Ten purchases of 1, 2, 4 … so that every sum says which of them count. */
const rows: Given = {
  customer: [
    {customer_id: 'a', name: 'Ada Ltd', attributes: {mail: 'ada@ada.fi'}},
    {customer_id: 'b', name: 'Test kund', attributes: {mail: 'b@b.se'}},
    {customer_id: 'c', name: 'Protest AB', attributes: {mail: 'c@example.com'}},
    {customer_id: 'd', name: 'Laufkundschaft', attributes: {mail: ''}}
  ],
  purchase: [
    line('a', '2024-01-05', 1, {product: 'tea', currency: 'SEK', quantity: 1, transaction_id: '1'}),
    line('a', '2024-02-05', 2, {product: 'Postage', currency: 'SEK', quantity: 1, transaction_id: '2'}),
    line('a', '2024-03-05', 4, {product: 'tea', currency: 'EUR', quantity: 1, transaction_id: '3'}),
    line('b', '2024-02-06', 8, {product: 'tea', currency: 'SEK', quantity: 1, transaction_id: '4'}),
    line('c', '2024-02-07', 16, {product: 'jam', currency: 'SEK', quantity: 1, transaction_id: '5'}),
    line('c', '2024-02-07', 16, {product: 'jam', currency: 'SEK', quantity: 1, transaction_id: '5'}),
    line('d', '2024-02-08', 64, {product: null, currency: null, quantity: null, transaction_id: '6'}),
    line('e', '2024-02-09', 128, {product: 'tea', currency: 'SEK', quantity: 1, transaction_id: '7'}),
    line('e', '2024-02-10', -256, {product: 'tea', currency: 'SEK', quantity: 1, transaction_id: '8', kind: 'return'}),
    line('e', '2024-02-11', -512, {product: 'jam', currency: 'SEK', quantity: -1, transaction_id: '9', kind: 'return'}),
    line('e', '2099-01-01', 1024, {product: 'tea', currency: 'SEK', quantity: 1, transaction_id: '10'})
  ]
};
const all = 1 + 2 + 4 + 8 + 32 + 64 + 128 - 256 - 512 + 1024;

let engine: Engine;
let loaded: Loaded;

beforeAll(async () => {
  engine = await testEngine();
  await given(engine, rows);
  loaded = await lookAt(engine);
});

describe('a rule leaves out', () => {
  it.each<[string, number]>([
    ['test_customers', 8 + 32],
    ['collective_customers', 64],
    ['orphans', 128 - 256 - 512 + 1024],
    ['customer:a', 1 + 2 + 4],
    ['customer:A', 0],
    ["customer:a' or '1'='1", 0],
    ['product:tea', 1 + 4 + 8 + 128 - 256 + 1024],
    ['product:', 64],
    ['currency:EUR', 4],
    ['currency:', 64],
    ['adjustments', 2],
    ['negative_prices', -256],
    ['over:255.9999', -256 - 512 + 1024],
    ['over:1024', 0],
    ['unmatched_returns', -512],
    ['twins', 16],
    ['day:2024-02-07', 32],
    ['before:2024-02-05', 1],
    ['after:2024-03-05', 1024],
    ['first_month', 1],
    ['last_month', 1024],
    ['nonsense', 0]
  ])('%s', async (rule, out) => {
    expect(await sumOf([rule])).toBe(all - out);
  });

  it('together with others what any of them leaves out', async () => {
    expect(await sumOf(['test_customers', 'after:2024-03-05', 'twins', 'customer:d'])).toBe(all - 8 - 32 - 1024 - 64);
    expect(await sumOf(['after:2024-03-05', 'last_month'])).toBe(all - 1024 - 4);
    expect(await sumOf(['customer:a', 'customer:b', 'customer:a'])).toBe(all - 7 - 8);
  });

  it('of the first purchases too, so that someone is new when the first one that counts was', async () => {
    const first = async (without: string[]): Promise<unknown> => {
      const {sql, params} = compile('first_purchase', context(without), {order: ['customer_key']});
      return (await engine.query(sql, params)).objects()[0];
    };
    expect(await first([])).toEqual({customer_key: 1, first_on: '2024-01-05'});
    expect(await first(['before:2024-02-01'])).toEqual({customer_key: 1, first_on: '2024-02-05'});
    expect(await first(['currency:SEK'])).toEqual({customer_key: 1, first_on: '2024-03-05'});
  });

  it('of the marts too', async () => {
    for (const model of ['selected_month', 'selected_occasion']) {
      for (const rule of ['test_customers', 'orphans', 'customer:a', 'collective_customers']) {
        const quick = await rowsOf(model, [rule]);
        expect(quick).toEqual(await rowsOf(model, [rule, 'over:99999']));
        expect(quick.length).toBeLessThan((await rowsOf(model, [])).length);
      }
    }
  });

  it('nothing of purchases without a customer by rules about customers', async () => {
    await given(
      engine,
      {...rows, purchase: [...rows.purchase!, line(null, '2024-02-09', 2048, {})]},
      {anonymous: 'keep'}
    );
    const facts = await lookAt(engine);
    for (const rule of ['test_customers', 'orphans', 'customer:a', 'collective_customers']) {
      const {sql, params} = compile('coverage', {...context([rule]), loaded: facts, anonymous: true});
      expect(Number((await engine.query(sql, params)).value(0, 1)), rule).toBe((await sumOf([rule])) + 2048);
    }
    await given(engine, rows);
  });
});

describe('the days that are left', () => {
  const days = {...nothingLoaded, from: '2010-12-03', to: '2011-12-09'};
  it.each<[string[], [string | null, string | null]]>([
    [[], [null, null]],
    [
      ['before:2011-01-01', 'before:2011-02-01'],
      ['2011-02-01', null]
    ],
    [
      ['after:2011-10-01', 'after:2011-11-01'],
      [null, '2011-10-01']
    ],
    [['last_month'], [null, '2011-11-30']],
    [['first_month'], ['2011-01-01', null]],
    [
      ['first_month', 'before:2011-12-01', 'last_month'],
      ['2012-01-01', '2011-11-30']
    ],
    [
      ['last_month', 'after:2011-03-31'],
      [null, '2011-02-28']
    ]
  ])('%j', (texts, [from, to]) => {
    expect(cutOf(exclusionsOf(texts), days)).toEqual({from, to});
  });

  it('are those that a scope covers, and the last of them its as-of day', () => {
    const window = (scope: Partial<Scope>) => windowOf({...initialScope, ...scope}, days);
    expect(window({without: ['last_month', 'first_month']})).toEqual({
      as_of: '2011-11-30',
      from: '2011-01-01',
      to: '2011-11-30'
    });
    expect(window({without: ['last_month'], as_of: '2012-06-30'})).toMatchObject({
      as_of: '2012-06-30',
      to: '2011-11-30'
    });
    expect(window({without: ['last_month'], to: '2011-06-30'})).toMatchObject({as_of: '2011-11-30', to: '2011-06-30'});
  });
});

describe('a text', () => {
  it.each(['test_customers', 'product:', 'product:a:b\nc', 'after:2024-02-29', 'over:12.5', 'last_month'])(
    'means a rule: %j',
    (text) => {
      const rule = parseExclusion(text);
      expect(rule && exclusionText(rule)).toBe(text);
    }
  );

  it.each([
    '',
    'test',
    'test_customers:x',
    'product',
    'after:',
    'after:2023-02-29',
    'over:-1',
    'over:1e9',
    'toString',
    'constructor:x'
  ])('means none: %j', (text) => expect(parseExclusion(text)).toBeUndefined());
});

const context = (without: readonly string[]) => ({
  scope: {...initialScope, without},
  loaded,
  params: {},
  anonymous: false
});

async function rowsOf(model: string, without: readonly string[]): Promise<unknown[]> {
  const {sql, params} = compile(model, context(without));
  return (await engine.query(sql, params)).objects();
}

async function sumOf(without: readonly string[]): Promise<number> {
  const [row] = (await rowsOf('coverage', without)) as {amount: string}[];
  return Number(row?.amount);
}

function line(customer_id: string | null, purchased_on: string, amount: number, more: object) {
  return {customer_id, purchased_on, amount, ...more};
}
