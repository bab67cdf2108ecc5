import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import {customersBehind, release, runAnalysis} from '../run';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const bought = (
  customer_id: string,
  purchased_on: string,
  amount: number,
  more: Readonly<Record<string, string | number>> = {}
) => ({customer_id, purchased_on, amount, ...more});

/** The lesson's exercise. */
const shop: Given = {
  purchase: [
    bought('ada', '2024-01-03', 10),
    bought('ada', '2024-01-20', 20),
    bought('ada', '2024-03-05', 40),
    bought('bo', '2024-02-09', 80),
    bought('cy', '2024-03-02', 160),
    bought('cy', '2024-03-04', -160)
  ]
};

describe('the figures', () => {
  it('are those of the lesson’s exercise', async () => {
    const told = await overview(shop, {scope: {as_of: '2024-03-31'}});
    expect(told.parts['figures']).toEqual([
      {
        customers: 3,
        buyers: 3,
        active_customers: 3,
        net_sales: 150,
        purchases: 6,
        orders: 5,
        average_order: 30,
        observed_years: expect.closeTo((90 + 90 + 90) / 365.25, 9),
        orders_per_year: expect.closeTo((5 * 365.25) / 270, 9),
        repeat_buyers: 1,
        repeat_by_order: expect.closeTo(1 / 3, 12),
        day_buyers: 3,
        repeat_day_buyers: 1,
        repeat_by_day: expect.closeTo(1 / 3, 12),
        first_on: '2024-01-03',
        last_on: '2024-03-05'
      }
    ]);
    expect(sentence(told)).toBe('3 customers placed 5 orders for 150.00 net; 33.3% of them ordered more than once.');
  });

  it('count orders by transaction id where there is one, else by day', async () => {
    const told = await overview({
      purchase: [
        bought('ada', '2024-01-03', 10, {transaction_id: 't1'}),
        bought('ada', '2024-01-03', 5, {transaction_id: 't1'}),
        bought('ada', '2024-01-03', 7, {transaction_id: 't2'}),
        bought('ada', '2024-01-04', 1),
        bought('ada', '2024-01-04', 2),
        bought('bo', '2024-01-04', 3, {transaction_id: 't1'}),
        bought('bo', '2024-01-05', -3, {transaction_id: 't9'})
      ]
    });
    expect(told.parts['figures']?.[0]).toMatchObject({orders: 4, buyers: 2, repeat_by_order: 0.5, repeat_by_day: 0.5});
  });

  it('don’t count a day whose returns took everything back', async () => {
    const told = await overview({
      purchase: [
        bought('ada', '2024-01-03', 10),
        bought('ada', '2024-01-09', 5, {transaction_id: 't2'}),
        bought('ada', '2024-01-09', -5)
      ]
    });
    expect(told.parts['figures']?.[0]).toMatchObject({repeat_by_order: 1, day_buyers: 1, repeat_by_day: 0});
  });

  it('call active who ordered within the months before the as-of day', async () => {
    const rows: Given = {
      purchase: [bought('ada', '2023-03-31', 1), bought('bo', '2023-04-01', 1), bought('cy', '2024-03-31', 1)]
    };
    const active = async (active_months: number) =>
      (await overview(rows, {params: {active_months}})).parts['figures']?.[0]?.['active_customers'];
    expect(await active(12)).toBe(2);
    expect(await active(13)).toBe(3);
    expect(await active(1)).toBe(1);
  });

  it('annualise by how long each customer was observed', async () => {
    const told = await overview({
      purchase: [bought('ada', '2023-01-01', 1), bought('ada', '2023-06-01', 1), bought('bo', '2023-12-31', 1)]
    });
    expect(told.parts['figures']?.[0]).toMatchObject({
      observed_years: expect.closeTo((365 + 90) / 365.25, 9),
      orders_per_year: expect.closeTo((3 * 365.25) / 455, 9)
    });
  });

  it('say that there is nothing, and that there are no orders', async () => {
    const nothing = await overview({});
    expect(nothing.rows).toEqual([]);
    expect(nothing.parts).toEqual({figures: [], months: []});
    expect(sentence(nothing)).toBe('No purchase counts in this period, with these filters and rules.');
    const returned = await overview({purchase: [bought('ada', '2024-01-01', -5)]});
    expect(returned.parts['figures']?.[0]).toMatchObject({
      customers: 1,
      buyers: 0,
      orders: 0,
      average_order: null,
      orders_per_year: null,
      repeat_by_order: null,
      repeat_by_day: null
    });
    expect(sentence(returned)).toBe('1 customer placed no order; what counts adds up to −5.00 net.');
  });
});

describe('the months', () => {
  const columns = ['month', 'net_sales', 'new_sales', 'returning_sales', 'orders', 'customers', 'new_customers'];

  it('tell new from returning customers', async () => {
    const {rows} = await overview(shop);
    expect(table(rows, [...columns, 'complete'])).toEqual([
      ['2024-01-01', 30, 30, 0, 2, 1, 1, true],
      ['2024-02-01', 80, 80, 0, 1, 1, 1, true],
      ['2024-03-01', 40, 0, 40, 2, 2, 1, false]
    ]);
  });

  it('are whole when the as-of day is the last of the month', async () => {
    const complete = async (as_of: string) => (await overview(shop, {scope: {as_of}})).rows.at(-1)?.['complete'];
    expect(await complete('2024-03-30')).toBe(false);
    expect(await complete('2024-03-31')).toBe(true);
    expect(await complete('2024-02-28')).toBe(false);
    expect(await complete('2024-02-29')).toBe(true);
  });

  it('without a purchase are 0', async () => {
    const {rows} = await overview({purchase: [bought('ada', '2023-12-31', 1), bought('ada', '2024-02-01', 2)]});
    expect(table(rows, columns)).toEqual([
      ['2023-12-01', 1, 1, 0, 1, 1, 1],
      ['2024-01-01', 0, 0, 0, 0, 0, 0],
      ['2024-02-01', 2, 0, 2, 1, 1, 0]
    ]);
  });

  it('know who was there before the period', async () => {
    const {rows} = await overview(shop, {scope: {from: '2024-03-01'}});
    expect(table(rows, columns)).toEqual([['2024-03-01', 40, 0, 40, 2, 2, 1]]);
  });

  it('lead to their new and their returning customers', async () => {
    expect(await behind('2024-03-01', 'new')).toEqual([['cy', 0]]);
    expect(await behind('2024-03-01', 'returning')).toEqual([['ada', 40]]);
    expect(await behind('2024-03-01', 'all')).toEqual([
      ['ada', 40],
      ['cy', 0]
    ]);
  });
});

async function overview(rows: Given, asked: Asked = {}): Promise<Told> {
  await given(engine, rows);
  return ask(engine, 'overview', asked);
}

async function behind(month: string, who: string): Promise<unknown[][]> {
  await given(engine, shop);
  const answer = await runAnalysis(engine, await questionOf(engine, 'overview'));
  const {rows} = await customersBehind(engine, answer, {title: '', params: {month, who}});
  await release(engine, answer);
  return table(rows, ['customer_id', 'net_sales']);
}

function table(rows: readonly Row[], columns: readonly string[]): unknown[][] {
  return rows.map((row) => columns.map((column) => row[column]));
}
