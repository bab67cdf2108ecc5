import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Cell, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import {customersBehind, release, runAnalysis} from '../run';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

type Cells = Readonly<Record<string, Cell>>;

const bought = (customer_id: string, amount: number, cost: number, more: Cells = {}): Cells => ({
  ...{customer_id, purchased_on: '2024-03-15', amount, cost},
  ...more
});

const spent = (customer_id: string | null, category: string, amount: number, incurred_on = '2024-03-15'): Cells => ({
  ...{customer_id, incurred_on, category, amount}
});

const partnerships = async (rows: Given, asked: Asked = {}): Promise<Told> => {
  await given(engine, rows);
  return ask(engine, 'partnerships', asked);
};

const part = ({parts}: Told, name: string): Row[] => parts[name] ?? [];

/** Ada earns 50, bo 30, cy 0, dee loses 20 and eve 40. */
const five: Given = {
  customer: [{customer_id: 'ada', name: 'Ada'}],
  purchase: [
    bought('ada', 100, 40),
    bought('bo', 100, 60),
    bought('cy', 50, 40),
    bought('dee', 100, 70, {discount: 40}),
    bought('eve', 100, 70)
  ],
  partnership_cost: [
    spent('ada', 'delivery', 10),
    spent('bo', 'delivery', 10),
    spent('cy', 'salaries', 10),
    spent('dee', 'delivery', 50),
    spent('eve', 'salaries', 70)
  ]
};

describe('all customers by profit', () => {
  it('rise to a peak and fall from it', async () => {
    const told = await partnerships(five);
    const whale = part(told, 'whale').map(({rank, customers_share, cumulative, cumulative_share}) => [
      rank,
      customers_share,
      cumulative,
      cumulative_share
    ]);
    expect(whale).toEqual([
      [0, 0, 0, 0],
      [1, 0.2, 50, 2.5],
      [2, 0.4, 80, 4],
      [3, 0.6, 80, 4],
      [4, 0.8, 60, 3],
      [5, 1, 20, 1]
    ]);
    expect(part(told, 'summary')[0]).toMatchObject({
      ...{customers: 5, profit: 20, peak: 80, peak_customers: 2, losing: 2, destroyed: 60}
    });
  });

  it('have no shares where all of them together lose', async () => {
    const told = await partnerships({purchase: [bought('a', 10, 5), bought('b', 10, 40)]});
    expect(part(told, 'whale').map(({cumulative, cumulative_share}) => [cumulative, cumulative_share])).toEqual([
      [0, null],
      [5, null],
      [-25, null]
    ]);
  });

  it('fall into four quadrants; who is in the middle is high', async () => {
    const told = await partnerships(five);
    // margins 60, 40, 20, 30, 30 %, in the middle 30; costs 10, 10, 20, 50, 70 %, in the middle 20
    expect(
      part(told, 'quadrants').map(({margin, cost, customers, profit}) => [margin, cost, customers, profit])
    ).toEqual([
      ['high', 'high', 2, -60],
      ['high', 'low', 2, 80],
      ['low', 'high', 1, 0],
      ['low', 'low', 0, 0]
    ]);
    expect(part(told, 'quadrants')[0]).toMatchObject({margin_from: 0.3, cost_from: 0.2});
  });

  it('are points by sales and cost, but for those without either', async () => {
    const told = await partnerships({
      ...five,
      purchase: [...(five.purchase ?? []), bought('fay', -5, 0), bought('gus', 70, 10)]
    });
    expect(part(told, 'points').map(({id, x, y}) => [id, Math.round(Number(x)), Math.round(Number(y))])).toEqual([
      ['ada', 100, 10],
      ['bo', 100, 10],
      ['dee', 100, 50],
      ['eve', 100, 70],
      ['cy', 50, 10]
    ]);
    expect(part(told, 'summary')[0]).toMatchObject({without_sales: 1});
  });
});

describe('a loss', () => {
  it('has a reason: what costs most beyond the average of all', async () => {
    const told = await partnerships(five);
    // of 450 of sales: delivery 70, salaries 80, margin 170, discounts 40; of dee's 100 that would be 15.6 of delivery
    // and 8.9 of discounts; she has 34.4 of delivery and 31.1 of discounts more
    expect(part(told, 'losers').map(({id, reason}) => [id, reason])).toEqual([
      ['eve', 'salaries'],
      ['dee', 'delivery']
    ]);
    expect(part(told, 'reasons').map(({reason, customers, profit}) => [reason, customers, profit])).toEqual([
      ['salaries', 1, -40],
      ['delivery', 1, -20]
    ]);
  });

  it('would end by a price, a frequency or a cost', async () => {
    const [eve, dee] = part(await partnerships(five), 'losers');
    // eve: 100 of sales, 30 of margin, 70 of salaries: 40 more in price; 40 ÷ 70 of cost; 70 ÷ 30 - 1 more purchases
    expect(eve).toMatchObject({
      ...{
        price: 0.4,
        cost: expect.closeTo(4 / 7, 12),
        more: expect.closeTo(4 / 3, 12),
        fewer: expect.closeTo(4 / 7, 12)
      }
    });
    // dee: a purchase earns 30 and costs 50 to deliver: more of them only lose more
    expect(dee).toMatchObject({price: 0.2, cost: 0.4, more: null, fewer: 0.4});
  });

  it('ends by each of these changes: made, and drawn up again, nothing is lost', async () => {
    const told = await partnerships(five);
    const changes = part(told, 'losers').flatMap((loser) =>
      (['price', 'cost', 'more', 'fewer'] as const).flatMap((name) =>
        loser[name] === null ? [] : [[String(loser['id']), name, Number(loser[name])] as const]
      )
    );
    expect(changes).toHaveLength(7);
    for (const [id, name, by] of changes) {
      const {rows} = await partnerships(changed(five, id, name, by));
      expect(Number(rows.find((row) => row['id'] === id)?.['profit']), `${id} ${name}`).toBeCloseTo(0, 3);
    }
  });

  it('of which even no cost at all would be too little has no cost that ends it', async () => {
    const told = await partnerships({
      purchase: [bought('a', 100, 120), bought('b', 300, 100)],
      partnership_cost: [spent('a', 'delivery', 10)]
    });
    expect(part(told, 'losers')).toEqual([
      expect.objectContaining({id: 'a', profit: -30, reason: 'margin', price: 0.3, cost: null, more: null, fewer: null})
    ]);
  });

  it('without sales is for that reason, and no price ends it', async () => {
    const told = await partnerships({
      purchase: [bought('a', -10, 0), bought('b', 300, 100)],
      partnership_cost: [spent('a', 'returns', 10)]
    });
    expect(part(told, 'losers')).toEqual([
      expect.objectContaining({id: 'a', profit: -20, reason: 'sales', price: null})
    ]);
  });

  it('is for discounts where these are what takes the margin', async () => {
    const told = await partnerships({
      purchase: [bought('a', 100, 105, {discount: 60}), bought('b', 300, 100, {discount: 0})]
    });
    expect(part(told, 'losers')).toEqual([expect.objectContaining({id: 'a', reason: 'discount'})]);
  });
});

describe('over time', () => {
  const rows: Given = {
    purchase: [
      bought('a', 100, 60, {purchased_on: '2024-01-01'}),
      bought('b', 50, 30, {purchased_on: '2024-02-10'}),
      bought('a', 80, 40, {purchased_on: '2024-04-20'})
    ],
    partnership_cost: [
      spent('a', 'delivery', 5, '2024-01-20'),
      spent(null, 'database', 9, '2024-04-01'),
      {customer_id: null, category: 'other', amount: 7}
    ]
  };

  it('stands each line in the period that the files date it to; what has no day in none', async () => {
    const told = await partnerships(rows);
    expect(
      part(told, 'periods').map((row) => [
        row['period'],
        row['net_sales'],
        row['delivery'],
        row['database'],
        row['other'],
        row['profit'],
        row['complete']
      ])
    ).toEqual([
      ['2024-01-01', 150, 5, 0, 0, 55, true],
      ['2024-04-01', 80, 0, 9, 0, 31, false]
    ]);
  });

  it('has the part of shared costs that those looked at carry', async () => {
    const told = await partnerships(
      {...rows, customer: [{customer_id: 'a', segment: 'x'}]},
      {
        params: {grain: 'month'},
        scope: {filters: {segment: ['x']}}
      }
    );
    expect(part(told, 'periods').map((row) => [row['period'], row['net_sales'], row['database']])).toEqual([
      ['2024-01-01', 100, 0],
      ['2024-04-01', 80, 4.5]
    ]);
  });
});

describe('a click', () => {
  it.each([
    [{pick: 'row', value: 'bo'}, ['bo']],
    [{pick: 'rank', least: 2, most: 3}, ['cy', 'bo']],
    [{pick: 'quadrant', value: 'high high'}, ['eve', 'dee']],
    [{pick: 'reason', value: 'delivery'}, ['dee']],
    [{pick: 'cell', least: 100, most: 100, low: 10, high: 10}, ['bo', 'ada']]
  ])('leads to the customers: %o', async (asked, customers) => {
    await given(engine, five);
    const answer = await runAnalysis(engine, await questionOf(engine, 'partnerships'));
    const none = {value: null, least: null, most: null, low: null, high: null};
    const {rows} = await customersBehind(engine, answer, {title: '', params: {...none, ...asked}});
    expect(rows.map(({customer_id}) => customer_id)).toEqual(customers);
    await release(engine, answer);
  });
});

/** The rows with one change of what a customer pays, buys or costs. */
function changed(rows: Given, id: string, name: 'price' | 'cost' | 'more' | 'fewer', by: number): Given {
  const purchases = {price: {amount: 1 + by}, cost: {}, more: {amount: 1 + by, cost: 1 + by}, fewer: {}}[name];
  const moving = {delivery: 1 + by, bonus: 1 + by, returns: 1 + by};
  const costs = {
    price: {},
    cost: {delivery: 1 - by, bonus: 1 - by, returns: 1 - by, database: 1 - by, salaries: 1 - by, other: 1 - by},
    more: moving,
    fewer: {delivery: 1 - by, returns: 1 - by, salaries: 1 - by}
  }[name] as Readonly<Record<string, number>>;
  const times = (value: unknown, factor: number): string => (Number(value) * factor).toFixed(4);
  return {
    ...rows,
    purchase: (rows.purchase ?? []).map((row) =>
      row['customer_id'] !== id
        ? row
        : {
            ...row,
            ...Object.fromEntries(Object.entries(purchases).map(([key, factor]) => [key, times(row[key], factor)]))
          }
    ),
    partnership_cost: (rows.partnership_cost ?? []).map((row) =>
      row['customer_id'] !== id ? row : {...row, amount: times(row['amount'], costs[String(row['category'])] ?? 1)}
    )
  };
}
