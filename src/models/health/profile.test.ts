import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import {lookAt, type Loaded} from '../loaded';
import {binsOf, unitOf} from './bins';
import {filledColumns, isValue, valuesFrom} from './columns';
import {profile, type Profile} from './profile';

let engine: Engine;
let loaded: Loaded;

beforeAll(async () => {
  engine = await testEngine();
  await given(engine, {
    customer: [
      {customer_id: '1', name: 'Acme GmbH', acquired_on: '2020-01-01', attributes: {"it's": 'a', mail: 'x@y.z'}},
      {customer_id: '2', name: 'ACME GMBH', acquired_on: '2021-06-30', attributes: {"it's": 'b'}},
      {customer_id: '3', name: ' Bo', acquired_on: null, attributes: {"it's": 'a'}},
      {customer_id: '4', name: 'n/a', acquired_on: '2020-01-15', attributes: {"it's": 'n/a'}},
      {customer_id: '5', name: null, acquired_on: null, attributes: {"it's": 'a'}}
    ],
    purchase: [-5, 0, 1, 2, 3, 4, 5, 6, 7, 1000].map((amount, place) => ({
      customer_id: String(1 + (place % 5)),
      purchased_on: '2024-02-29',
      amount,
      quantity: amount / 2
    }))
  });
  loaded = await lookAt(engine);
});

async function of(name: string): Promise<Profile> {
  const column = filledColumns(loaded).find((one) => `${one.table}.${one.name}` === name);
  if (!column) throw new RangeError(name);
  return profile({engine, loaded, options: {}}, column);
}

it('columns are those that the files fill, attributes of customers after their own', () => {
  expect(filledColumns(loaded).map(({table, name}) => `${table}.${name}`)).toEqual([
    'customer.customer_id',
    'customer.name',
    'customer.acquired_on',
    "customer.it's",
    'customer.mail',
    'purchase.customer_id',
    'purchase.purchased_on',
    'purchase.amount',
    'purchase.quantity'
  ]);
});

describe('a profile', () => {
  it('of texts: fill, values, the longest, and what is odd', async () => {
    const {odd, top, ...names} = await of('customer.name');
    expect(names).toMatchObject({rows: 5, filled: 4, distinct: 4, longest: 9, min: ' Bo', max: 'n/a'});
    expect(top).toHaveLength(4);
    expect(odd.map(({kind, rows}) => [kind, rows])).toEqual([
      ['blanks', 1],
      ['placeholders', 1],
      ['twins', 1]
    ]);
    const twins = odd.find(({kind}) => kind === 'twins');
    const rows = await engine.query(`select customer_id from customer where ${twins?.where} order by customer_id`);
    expect(rows.objects()).toEqual([{customer_id: '1'}, {customer_id: '2'}]);
  });

  it('of attributes, whatever their name', async () => {
    const attribute = await of("customer.it's");
    expect(attribute).toMatchObject({rows: 5, filled: 5, distinct: 3});
    expect(attribute.top).toEqual([
      {value: 'a', rows: 3},
      {value: 'b', rows: 1},
      {value: 'n/a', rows: 1}
    ]);
    const values = await engine.query(`select * from ${valuesFrom(attribute.column)} order by rows desc, value`);
    expect(values.objects()).toEqual(attribute.top);
    const where = isValue(attribute.column, "a' or '1'='1");
    expect((await engine.query(`select * from customer where ${where}`)).length).toBe(0);
    expect((await of('customer.mail')).filled).toBe(1);
  });

  it('of amounts: range, median, bars that hold all rows, and what is odd', async () => {
    const {distribution, odd, ...amount} = await of('purchase.amount');
    expect(amount).toMatchObject({filled: 10, distinct: 10, min: '-5.0000', max: '1000.0000', median: '3.5'});
    const bars = distribution?.bars.reduce((sum, {rows}) => sum + rows, 0) ?? 0;
    expect(bars + (distribution?.below ?? 0) + (distribution?.above ?? 0)).toBe(10);
    expect(odd.map(({kind, rows}) => [kind, rows])).toEqual([
      ['negative', 1],
      ['zero', 1],
      ['far', 1]
    ]);
  });

  it('of dates: range, and a bar for each day, month or year, empty ones too', async () => {
    const since = await of('customer.acquired_on');
    expect(since).toMatchObject({rows: 5, filled: 3, distinct: 3, min: '2020-01-01', max: '2021-06-30', odd: []});
    const {unit, bars = []} = since.distribution ?? {};
    expect([unit, bars.length]).toEqual(['month', 18]);
    expect(bars.filter(({rows}) => rows > 0).map(({from, rows}) => [from, rows])).toEqual([
      ['2020-01-01', 2],
      ['2021-06-01', 1]
    ]);
    expect((await of('purchase.purchased_on')).distribution?.bars).toEqual([{from: '2024-02-29', to: null, rows: 10}]);
  });
});

it.each([
  [{min: 0, max: 100, low: 1, high: 99}, false, {from: 0, width: 5, count: 21}],
  [{min: -1e6, max: 1e6, low: 0, high: 20}, true, {from: 0, width: 1, count: 21}],
  [{min: 3, max: 3, low: 3, high: 3}, false, {from: 3, width: 1, count: 1}]
])('cuts the axis of %j', (spread, whole, bins) => expect(binsOf(spread, whole)).toEqual(bins));

it.each([
  [60, 'day'],
  [400, 'month'],
  [9000, 'year']
])('counts dates over %i days by %s', (days, unit) => {
  expect(unitOf({min: 0, max: days, low: 0, high: days})).toBe(unit);
});
