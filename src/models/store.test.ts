import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../engine/engine';
import {QueryError} from '../engine/errors';
import {testEngine} from '../../test/engine';
import {given, type Given} from '../../test/given';
import {addPart, discard, dropParts, finish, gather, publish, stage, stagedName} from './store';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

/**
 * a: two sales on one day, one a month later, a return of part of it · b: only a sale undone on the same day, and a
 * cancellation · c: a free row · d: only in the customer file.
 */
const shop: Given = {
  purchase: [
    {customer_id: 'a', purchased_on: '2024-01-31', amount: '10.10', quantity: 1, cost: 4, country: 'Sweden'},
    {customer_id: 'a', purchased_on: '2024-01-31', amount: '0.20', quantity: 2, cost: null, country: 'Norway'},
    {customer_id: 'a', purchased_on: '2024-03-01', amount: '5', quantity: 1, cost: 2, country: 'Norway'},
    {customer_id: 'a', purchased_on: '2024-03-02', amount: '-5', quantity: -1, cost: -2, country: null},
    {customer_id: 'b', purchased_on: '2024-02-29', amount: '7', country: 'Sweden'},
    {customer_id: 'b', purchased_on: '2024-02-29', amount: '-7', country: 'Denmark'},
    {customer_id: 'b', purchased_on: '2024-03-05', amount: '-3', kind: 'cancellation'},
    {customer_id: 'c', purchased_on: '2024-02-01', amount: 0},
    {customer_id: null, purchased_on: '2023-12-24', amount: 99}
  ],
  customer: [
    {customer_id: 'a', name: "O'Neill", segment: 'gold', attributes: {city: 'Lund'}},
    {customer_id: 'd', name: 'Dora'}
  ],
  interaction: [{customer_id: 'd', occurred_on: '2024-01-01', kind: 'visit'}],
  partnership_cost: [{category: 'delivery', amount: '12.5'}]
};

describe.each([
  ['before the marts are computed', false],
  ['after', true]
])('published tables, %s', (_, finished) => {
  beforeAll(() => given(engine, shop, {finished}));

  it('has a row per purchase with a customer, with its key', async () => {
    expect(
      await texts('select customer_key, customer_id, purchased_on, amount, kind, product from purchase order by all')
    ).toEqual([
      ['1', 'a', '2024-01-31', '0.2000', 'sale', null],
      ['1', 'a', '2024-01-31', '10.1000', 'sale', null],
      ['1', 'a', '2024-03-01', '5.0000', 'sale', null],
      ['1', 'a', '2024-03-02', '-5.0000', 'return', null],
      ['2', 'b', '2024-02-29', '-7.0000', 'return', null],
      ['2', 'b', '2024-02-29', '7.0000', 'sale', null],
      ['2', 'b', '2024-03-05', '-3.0000', 'cancellation', null],
      ['3', 'c', '2024-02-01', '0.0000', 'free', null]
    ]);
  });

  it('has a row per customer of the file and per further one among the purchases', async () => {
    expect(await texts(`select customer_key, customer_id, name, attributes['city'] from customer order by 1`)).toEqual([
      ['1', 'a', "O'Neill", 'Lund'],
      ['2', 'b', null, null],
      ['3', 'c', null, null],
      ['4', 'd', 'Dora', null]
    ]);
  });

  it('sums facts by kind, and takes the most frequent country where the customer has none', async () => {
    const sql = `select customer_id, name, segment, country, first_on, last_on, purchases, sales, returned, cancelled, cost
      from customer_facts order by customer_key`;
    expect(await texts(sql)).toEqual([
      ['a', "O'Neill", 'gold', 'Norway', '2024-01-31', '2024-03-02', '4', '15.3000', '-5.0000', '0.0000', '4.0000'],
      ['b', null, null, 'Denmark', '2024-02-29', '2024-03-05', '3', '7.0000', '-7.0000', '-3.0000', null],
      ['c', null, null, null, '2024-02-01', '2024-02-01', '1', '0.0000', '0.0000', '0.0000', null]
    ]);
  });

  it('has a row per customer, month and kind', async () => {
    const columns = 'customer_key, month, kind, purchases, amount, cost, quantity, uncosted';
    const sql = `select ${columns} from customer_month order by all`;
    expect(await texts(sql)).toEqual([
      ['1', '2024-01-01', 'sale', '2', '10.3000', '4.0000', '3.0000', '0.2000'],
      ['1', '2024-03-01', 'return', '1', '-5.0000', '-2.0000', '-1.0000', null],
      ['1', '2024-03-01', 'sale', '1', '5.0000', '2.0000', '1.0000', null],
      ['2', '2024-02-01', 'return', '1', '-7.0000', null, null, '-7.0000'],
      ['2', '2024-02-01', 'sale', '1', '7.0000', null, null, '7.0000'],
      ['2', '2024-03-01', 'cancellation', '1', '-3.0000', null, null, '-3.0000'],
      ['3', '2024-02-01', 'free', '1', '0.0000', null, null, '0.0000']
    ]);
  });

  it('counts occasions with positive net amount and leaves the last gap open', async () => {
    expect(await texts('select * from purchase_gap order by all')).toEqual([
      ['1', '1', '2024-01-31', '30'],
      ['1', '2', '2024-03-01', null]
    ]);
  });

  it('passes the other tables through', async () => {
    expect(await texts('select customer_id, occurred_on, kind, score from interaction')).toEqual([
      ['d', '2024-01-01', 'visit', null]
    ]);
    expect(await texts('select customer_id, incurred_on, category, amount from partnership_cost')).toEqual([
      [null, null, 'delivery', '12.5000']
    ]);
  });

  it('gives columns the types of the contract', async () => {
    const types = (await engine.query('describe purchase')).objects<{column_name: string; column_type: string}>();
    expect(types.map((row) => `${row.column_name} ${row.column_type}`)).toEqual([
      'customer_key INTEGER',
      ...['transaction_id', 'customer_id'].map((name) => `${name} VARCHAR`),
      'purchased_on DATE',
      ...['amount', 'quantity', 'cost'].map((name) => `${name} DECIMAL(18,4)`),
      ...['product', 'category', 'channel', 'country', 'payment_method', 'promotion'].map((name) => `${name} VARCHAR`),
      'discount DECIMAL(18,4)',
      ...['currency', 'status', 'kind'].map((name) => `${name} VARCHAR`)
    ]);
    const facts = (await engine.query('describe customer_facts')).objects<{column_type: string}>();
    expect(facts.map((row) => row.column_type).join(' ')).toBe(
      'INTEGER VARCHAR VARCHAR VARCHAR VARCHAR DATE DATE BIGINT' + ' DECIMAL(38,4)'.repeat(4)
    );
  });
});

it('keeps purchases without a customer when asked, with a null key and outside of facts and marts', async () => {
  await given(engine, shop, {anonymous: 'keep'});
  expect(await texts('select customer_key, amount, kind from purchase where customer_id is null')).toEqual([
    [null, '99.0000', 'sale']
  ]);
  expect(await texts('select count(*) from customer_facts')).toEqual([['3']]);
  expect(await texts(`select count(*) from customer_month where customer_key is null`)).toEqual([['0']]);
});

it('gives the same keys whatever the order of the rows', async () => {
  await given(engine, {...shop, purchase: [...(shop.purchase ?? [])].reverse()});
  expect(await texts('select customer_key, customer_id, country from customer_facts order by all')).toEqual([
    ['1', 'a', 'Norway'],
    ['2', 'b', 'Denmark'],
    ['3', 'c', null]
  ]);
});

it('empties what it is not told of', async () => {
  await given(engine, {});
  for (const table of ['purchase', 'customer', 'interaction', 'partnership_cost', 'customer_facts', 'customer_month']) {
    expect(await texts(`select count(*) from ${table}`)).toEqual([['0']]);
  }
});

it('leaves what is published alone until the next is, and forgets the former then', async () => {
  await given(engine, shop);
  const staged = await stage(engine, {purchase: ['product']});
  const select = `select 'z' as customer_id, date '2024-05-05' as purchased_on, 1.0 as amount, 'sale'::${staged.schema}.kind as kind`;
  expect(await addPart(engine, staged, 'purchase', {select})).toMatchObject({rows: 1});
  await addPart(engine, staged, 'purchase', {select: `${select}, 'tea' as product`});
  const mistaken = await addPart(engine, staged, 'purchase', {select});
  await gather(engine, staged, 'purchase');
  expect(await texts(`select count(*) from ${stagedName(staged, 'purchase')}`)).toEqual([['3']]);
  await dropParts(engine, staged, 'purchase', [mistaken.name]);
  expect(await texts('select count(*) from purchase')).toEqual([['8']]);
  await publish(engine, staged);
  expect(await texts('select customer_id, amount, product from purchase order by all')).toEqual([
    ['z', '1.0000', 'tea'],
    ['z', '1.0000', null]
  ]);
  expect(
    await texts(`select count(distinct schema_name) from duckdb_schemas() where schema_name like 'store%'`)
  ).toEqual([['1']]);
});

it('does without sorting where memory does not allow it', async () => {
  const staged = await stage(engine, {});
  const select = `select 'z' as customer_id, date '2024-05-05' as purchased_on, 1.0 as amount, 'sale'::${staged.schema}.kind as kind`;
  for (let part = 0; part < 20; part++) await addPart(engine, staged, 'purchase', {select});
  await gather(engine, staged, 'purchase');
  await publish(engine, staged);
  const full = new Proxy(engine, {
    get: (target, key: keyof Engine) => (key === 'execute' ? fullWhenSorting : target[key].bind(target))
  });
  await finish(full, staged);
  expect(await texts('select customer_key, count(*), sum(amount) from purchase group by all')).toEqual([
    ['1', '20', '20.0000']
  ]);
  expect(await texts('select purchases, amount from customer_month')).toEqual([['20', '20.0000']]);
});

it('stops finishing when something newer is published', async () => {
  await given(engine, shop, {finished: false});
  const older = await stage(engine, {});
  await publish(engine, older);
  const newer = await stage(engine, {});
  const select = `select 'z' as customer_id, date '2024-05-05' as purchased_on, 1.0 as amount, 'sale'::${newer.schema}.kind as kind`;
  await addPart(engine, newer, 'purchase', {select});
  await gather(engine, newer, 'purchase');
  await Promise.all([finish(engine, older), publish(engine, newer)]);
  await finish(engine, newer);
  expect(await texts('select customer_id from purchase')).toEqual([['z']]);
  expect(await texts('select customer_key, month from customer_month')).toEqual([['1', '2024-05-01']]);
});

it('discards what was staged', async () => {
  await given(engine, shop);
  await discard(engine, await stage(engine, {}));
  expect(await texts('select count(*) from purchase')).toEqual([['8']]);
  expect(
    await texts(`select count(distinct schema_name) from duckdb_schemas() where schema_name like 'store%'`)
  ).toEqual([['1']]);
});

it('refuses a customer that is staged twice and leaves what is published', async () => {
  await given(engine, shop);
  const twice = [{customer_id: 'x'}, {customer_id: 'x'}];
  await expect(given(engine, {customer: twice})).rejects.toThrow(
    'customers staged twice or without an id: 2 rows, 1 ids'
  );
  expect(await texts('select count(*) from purchase')).toEqual([['8']]);
});

/** The engine's own `execute`, but that nothing can be sorted by day. */
async function fullWhenSorting(...[sql, ...rest]: Parameters<Engine['execute']>): Promise<void> {
  if (sql.includes('order by customer_key, purchased_on')) throw new QueryError('out of memory', sql, 'memory');
  return engine.execute(sql, ...rest);
}

async function texts(sql: string): Promise<(string | null)[][]> {
  const rows = await engine.query(sql);
  return Array.from({length: rows.length}, (_, row) => rows.columns.map((_column, column) => rows.text(row, column)));
}
