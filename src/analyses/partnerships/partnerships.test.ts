import {beforeAll, describe, expect, it} from 'vitest';
import {ask, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const partnerships = async (rows: Given, asked: Asked = {}): Promise<Told> => {
  await given(engine, rows);
  return ask(engine, 'partnerships', asked);
};

describe('the account', () => {
  it('is the one of the textbook: 1,200 × 6 = 7,200; 35 %; costs 1,620; 900 or 12.5 % are left', async () => {
    const days = ['01-01', '03-01', '05-01', '07-01', '09-01', '12-31'];
    const cost = (category: string, amount: number) => ({
      customer_id: 'ada',
      incurred_on: '2023-06-30',
      category,
      amount
    });
    const {rows, parts, ...answer} = await partnerships(
      {
        purchase: days.map((day) => ({customer_id: 'ada', purchased_on: `2023-${day}`, amount: 1200, cost: 780})),
        partnership_cost: [
          cost('delivery', 240),
          cost('bonus', 180),
          cost('returns', 150),
          cost('database', 60),
          cost('salaries', 900),
          cost('other', 90)
        ]
      },
      {params: {basis: 'year'}}
    );
    expect(rows[0]).toMatchObject({
      id: 'ada',
      occasions: 6,
      years: 1,
      average_purchase: 1200,
      purchases_per_year: 6,
      net_sales: 7200,
      gross_profit: 2520,
      delivery: 240,
      bonus: 180,
      returns: 150,
      database: 60,
      salaries: 900,
      other: 90,
      cost_to_serve: 1620,
      profit: 900,
      profit_share: 0.125
    });
    expect(parts['account']).toHaveLength(1);
    expect(sentence({parts, ...answer})).toBe(
      'After goods and service, partnerships leave 900.00, 12.5% of net sales.'
    );
  });

  it('counts cost of goods where it is known, and an assumed margin for the rest', async () => {
    const purchase = [
      {customer_id: 'a', purchased_on: '2024-01-01', amount: 100, cost: 90},
      {customer_id: 'a', purchased_on: '2024-01-02', amount: 50}
    ];
    const told = await partnerships({purchase}, {params: {margin: 40}});
    expect(told.rows[0]).toMatchObject({cost_of_goods: 120, gross_profit: 30, uncosted: 50});
    expect(sentence(told)).toBe(
      'Before any cost to serve, which is not loaded, partnerships leave 30.00, 20% of net sales, with an assumed margin of 40% on 33.3% of net sales.'
    );
  });

  it('has years from the first purchase or the start of the period to its end, at least 90 days', async () => {
    const purchase = [
      {customer_id: 'old', purchased_on: '2022-05-05', amount: 100},
      {customer_id: 'old', purchased_on: '2024-06-01', amount: 100},
      {customer_id: 'new', purchased_on: '2024-07-02', amount: 100},
      {customer_id: 'late', purchased_on: '2024-12-30', amount: 100}
    ];
    const {rows} = await partnerships(
      {purchase},
      {scope: {from: '2024-01-01', as_of: '2024-12-31'}, params: {basis: 'year'}}
    );
    const years = Object.fromEntries(rows.map((row) => [String(row['id']), row['years']]));
    expect(years['old']).toBe(1);
    expect(years['new']).toBeCloseTo(183 / 365, 12);
    expect(years['late']).toBeCloseTo(90 / 365, 12);
    expect(rows.find(({id}) => id === 'old')).toMatchObject({net_sales: 100, purchases_per_year: 1});
  });

  it('of a group has the years of its oldest customer, and adds up', async () => {
    const rows: Given = {
      customer: [
        {customer_id: 'a', segment: 'x'},
        {customer_id: 'b', segment: 'x'}
      ],
      purchase: [
        {customer_id: 'a', purchased_on: '2023-01-01', amount: 300, cost: 100},
        {customer_id: 'b', purchased_on: '2024-12-31', amount: 100, cost: 50},
        {customer_id: 'c', purchased_on: '2024-12-31', amount: 7, cost: 0}
      ],
      partnership_cost: [{customer_id: 'b', category: 'delivery', amount: 20}]
    };
    const told = await partnerships(rows, {params: {split: 'segment', basis: 'year', left: 'x'}});
    expect(
      told.rows.map(({id, customers, years, net_sales, profit}) => [id, customers, years, net_sales, profit])
    ).toEqual([
      ['x', 2, 2, 200, 115],
      ['', 1, expect.closeTo(90 / 365, 12), expect.closeTo(28.4, 0), expect.closeTo(28.4, 0)]
    ]);
    expect(told.parts['account']).toEqual([
      expect.objectContaining({side: 'all', customers: 3, net_sales: 203.5}),
      expect.objectContaining({side: 'left', customers: 2, average_purchase: 200, purchases_per_year: 1, delivery: 10})
    ]);
  });

  it('of the group of customers that have none can stand beside another', async () => {
    const {parts} = await partnerships(
      {
        customer: [{customer_id: 'a', segment: 'trade'}, {customer_id: 'b'}],
        purchase: [
          {customer_id: 'a', purchased_on: '2024-01-01', amount: 30, cost: 0},
          {customer_id: 'b', purchased_on: '2024-01-01', amount: 10, cost: 0}
        ]
      },
      {params: {split: 'segment', left: 'group:', right: 'trade'}}
    );
    expect(parts['options']?.map(({id}) => id)).toEqual(['trade', '']);
    expect(parts['account']?.map(({side, net_sales}) => [side, net_sales])).toEqual([
      ['all', 40],
      ['left', 10],
      ['right', 30]
    ]);
  });

  it('of one customer is everyone’s', async () => {
    const told = await partnerships({purchase: [{customer_id: 'a', purchased_on: '2024-01-01', amount: 10, cost: 4}]});
    expect(told.rows).toHaveLength(1);
    expect(told.parts['account']?.[0]).toMatchObject({side: 'all', net_sales: 10, profit: 6, profit_share: 0.6});
  });

  it('takes a return off sales once, and counts handling it as a cost', async () => {
    const told = await partnerships({
      purchase: [
        {customer_id: 'a', purchased_on: '2024-01-01', amount: 100, cost: 60},
        {customer_id: 'a', purchased_on: '2024-01-09', amount: -20, cost: -12}
      ],
      partnership_cost: [{customer_id: 'a', category: 'Returns', amount: 5}]
    });
    expect(told.rows[0]).toMatchObject({net_sales: 80, cost_of_goods: 48, returns: 5, profit: 27, occasions: 1});
  });
});
