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
});
