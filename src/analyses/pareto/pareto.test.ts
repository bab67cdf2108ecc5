import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Asked} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import {pareto, table} from '../../../test/pareto';
import type {Engine} from '../../engine/engine';
import {customersBehind, release, runAnalysis} from '../run';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const bought = (
  customer_id: string,
  amount: number | string,
  more: Readonly<Record<string, string | number>> = {}
) => ({
  customer_id,
  purchased_on: '2024-03-15',
  amount,
  ...more
});

const five: Given = {
  purchase: [
    bought('ada', 300),
    bought('ada', 200),
    bought('bo', 250),
    bought('dee', 60),
    bought('cy', 150),
    bought('eve', 40)
  ]
};

describe('the ranking', () => {
  it('adds up from the largest and ends a class with the one that reaches its limit', async () => {
    const {rows, parts} = await pareto(five);
    expect(
      table(rows, ['rank', 'id', 'net_sales', 'purchases', 'cumulative', 'share', 'cumulative_share', 'class'])
    ).toEqual([
      [1, 'ada', 500, 2, 500, 0.5, 0.5, 'A'],
      [2, 'bo', 250, 1, 750, 0.25, 0.75, 'A'],
      [3, 'cy', 150, 1, 900, 0.15, 0.9, 'A'],
      [4, 'dee', 60, 1, 960, 0.06, 0.96, 'B'],
      [5, 'eve', 40, 1, 1000, 0.04, 1, 'C']
    ]);
    expect(parts['summary']).toEqual([
      {
        entities: 5,
        total: 1000,
        top_20: 1,
        top_20_share: 0.5,
        for_limit: 3,
        largest_share: 0.5,
        negative: 0,
        negative_value: 0,
        peak_share: 1,
        gini: expect.closeTo(0.444, 12)
      }
    ]);
  });

  it('reaches a limit exactly: who comes after it is in the next class', async () => {
    const {rows} = await pareto({purchase: [bought('a', 80), bought('b', 15), bought('c', 5)]});
    expect(table(rows, ['id', 'class'])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C']
    ]);
  });

  it('moves the limits', async () => {
    const {rows, parts} = await pareto(five, {params: {limit_a: 50, limit_b: 90}});
    expect(table(rows, ['class'])).toEqual([['A'], ['B'], ['B'], ['C'], ['C']]);
    expect(table(parts['classes'], ['class', 'entities', 'entities_share', 'value', 'rank_from', 'rank_to'])).toEqual([
      ['A', 1, 0.2, 500, 1, 1],
      ['B', 2, 0.4, 400, 2, 3],
      ['C', 2, 0.4, 100, 4, 5]
    ]);
  });

  it('orders equal values by id, whatever the order of the rows', async () => {
    const {rows} = await pareto({purchase: [bought('c', 10), bought('a', 10), bought('d', 20), bought('b', 10)]});
    expect(table(rows, ['rank', 'id'])).toEqual([
      [1, 'd'],
      [2, 'a'],
      [3, 'b'],
      [4, 'c']
    ]);
  });

  it('takes returns off, leaves cancellations and free purchases out, unless the rules say otherwise', async () => {
    const rows: Given = {
      purchase: [
        bought('ada', 100),
        bought('ada', -30),
        bought('ada', -50, {kind: 'cancellation'}),
        bought('bo', 60),
        bought('cy', 0)
      ]
    };
    expect(table((await pareto(rows)).rows, ['id', 'net_sales', 'purchases'])).toEqual([
      ['ada', 70, 2],
      ['bo', 60, 1]
    ]);
    const strict = {returns: 'leave out', cancellations: 'subtract', free: 'keep'} as const;
    expect(table((await pareto(rows, {scope: strict})).rows, ['id', 'net_sales', 'purchases'])).toEqual([
      ['bo', 60, 1],
      ['ada', 50, 2],
      ['cy', 0, 1]
    ]);
  });

  it('keeps cents of many small amounts', async () => {
    const {rows} = await pareto({purchase: Array.from({length: 1000}, () => bought('ada', '0.1'))});
    expect(rows[0]?.['net_sales']).toBe(100);
  });

  it('gives names of the customer file', async () => {
    const {rows} = await pareto({
      ...five,
      customer: [
        {customer_id: 'ada', name: 'Ada & Co'},
        {customer_id: 'zoe', name: 'never bought'}
      ]
    });
    expect(table(rows, ['id', 'name']).slice(0, 2)).toEqual([
      ['ada', 'Ada & Co'],
      ['bo', null]
    ]);
    expect(rows).toHaveLength(5);
  });
});

describe('the largest per cent', () => {
  it('are rounded up to whole customers', async () => {
    const purchase = Array.from({length: 7}, (_, place) => bought(`c${place}`, 10));
    const {parts} = await pareto({purchase: [...purchase, bought('big', 30)]});
    expect(table(parts['top'], ['percentage', 'entities', 'value', 'share'])).toEqual([
      [1, 1, 30, 0.3],
      [5, 1, 30, 0.3],
      [10, 1, 30, 0.3],
      [20, 2, 40, expect.closeTo(0.4, 12)]
    ]);
  });

  it('are exactly 20 of 100, not 21', async () => {
    const purchase = Array.from({length: 100}, (_, place) => bought(`c${place}`, 1));
    const {parts} = await pareto({purchase});
    expect(table(parts['top'], ['entities'])).toEqual([[1], [5], [10], [20]]);
  });
});

describe('odd totals', () => {
  it('says nothing of nothing', async () => {
    const told = await pareto({});
    expect(told.rows).toEqual([]);
    expect(Object.values(told.parts).flat()).toEqual([]);
    expect(sentence(told)).toBe('No purchase counts in this period, with these filters and rules.');
  });

  it('knows one customer, who has it all', async () => {
    const told = await pareto({purchase: [bought('ada', 10)]});
    expect(told.parts['summary']?.[0]).toMatchObject({for_limit: 1, top_20_share: 1, gini: 0});
    expect(table(told.parts['lorenz'], ['entities_share', 'share'])).toEqual([
      [0, 0],
      [1, 1]
    ]);
    expect(sentence(told)).toBe('One customer makes all of net sales.');
  });

  it.each([
    ['zero', [bought('ada', 10), bought('bo', -10)]],
    ['negative', [bought('ada', 10), bought('bo', -30)]]
  ])('makes no shares of a total that is %s', async (_, purchase) => {
    const told = await pareto({purchase});
    expect(table(told.rows, ['id', 'share', 'cumulative_share', 'class'])).toEqual([
      ['ada', null, null, null],
      ['bo', null, null, null]
    ]);
    expect(told.parts['summary']?.[0]).toMatchObject({top_20_share: null, for_limit: null, gini: null});
    expect(told.parts['classes']).toEqual([]);
    expect(told.parts['lorenz']).toEqual([]);
    expect(sentence(told)).toContain('no shares can be made of that');
  });

  it('rises above the total where some are negative, and has no Lorenz curve then', async () => {
    const told = await pareto({purchase: [bought('ada', 90), bought('bo', 30), bought('cy', -20)]});
    expect(table(told.rows, ['id', 'cumulative', 'cumulative_share', 'class'])).toEqual([
      ['ada', 90, 0.9, 'A'],
      ['bo', 120, 1.2, 'B'],
      ['cy', 100, 1, 'C']
    ]);
    expect(told.parts['summary']?.[0]).toMatchObject({negative: 1, negative_value: -20, peak_share: 1.2, gini: null});
    expect(told.parts['lorenz']).toEqual([]);
    expect(sentence(told)).toMatch(/1 with a negative balance takes 20\.00 away again\.$/);
  });
});

describe('other rankings', () => {
  const sales: Given = {
    purchase: [
      bought('ada', 50, {product: 'tea', category: 'drinks', channel: 'web', country: 'FI', cost: 20}),
      bought('bo', 30, {product: 'jam', category: 'food', channel: 'shop', country: 'SE', cost: 45}),
      bought('ada', 15, {product: 'rye', category: 'food', channel: 'shop', country: 'FI'}),
      bought('cy', 5, {channel: 'web', country: 'SE', cost: 1})
    ]
  };

  it.each([
    [
      'product',
      [
        ['tea', 50],
        ['jam', 30],
        ['rye', 15],
        [null, 5]
      ]
    ],
    [
      'category',
      [
        ['drinks', 50],
        ['food', 45],
        [null, 5]
      ]
    ],
    [
      'channel',
      [
        ['web', 55],
        ['shop', 45]
      ]
    ],
    [
      'country',
      [
        ['FI', 65],
        ['SE', 35]
      ]
    ]
  ])('ranks by %s, with a line for purchases that name none', async (by, expected) => {
    const {rows} = await pareto(sales, {params: {by}});
    expect(table(rows, ['id', 'net_sales'])).toEqual(expected);
  });

  it('ranks by profit of purchases whose cost is known', async () => {
    const {rows, parts} = await pareto(sales, {params: {measure: 'profit'}});
    expect(table(rows, ['id', 'profit', 'net_sales', 'cumulative', 'cumulative_share'])).toEqual([
      ['ada', 30, 65, 30, expect.closeTo(30 / 19, 12)],
      ['cy', 4, 5, 34, expect.closeTo(34 / 19, 12)],
      ['bo', -15, 30, 19, 1]
    ]);
    expect(parts['summary']?.[0]).toMatchObject({total: 19, negative: 1, gini: null});
  });

  it('counts purchases without a customer for channels, not for customers', async () => {
    const rows: Given = {
      purchase: [bought('ada', 10, {channel: 'web'}), {purchased_on: '2024-03-15', amount: 7, channel: 'shop'}]
    };
    await given(engine, rows, {anonymous: 'keep'});
    expect(table((await ask(engine, 'pareto')).rows, ['id', 'net_sales'])).toEqual([['ada', 10]]);
    const channels = await ask(engine, 'pareto', {params: {by: 'channel'}});
    expect(table(channels.rows, ['id', 'net_sales'])).toEqual([
      ['web', 10],
      ['shop', 7]
    ]);
    expect(channels.coverage).toEqual({rows: 2, amount: '17.0000', of_rows: 2, of_amount: '17.0000'});
  });
});

describe('what is looked at', () => {
  const days: Given = {
    purchase: [
      bought('ada', 1, {purchased_on: '2023-12-31', channel: 'web'}),
      bought('ada', 2, {purchased_on: '2024-01-01', channel: 'shop'}),
      bought('bo', 4, {purchased_on: '2024-01-31', channel: 'web'}),
      bought('bo', 8, {purchased_on: '2024-02-01'})
    ],
    customer: [
      {customer_id: 'ada', segment: 'trade', attributes: {size: 'big', 'o\'dd "key"': 'yes'}},
      {customer_id: 'bo', attributes: {size: 'small'}}
    ]
  };

  it.each<[string, Asked['scope'], unknown[][]]>([
    [
      'from a day, that day included',
      {from: '2024-01-01'},
      [
        ['bo', 12],
        ['ada', 2]
      ]
    ],
    [
      'to a day, that day included',
      {to: '2024-01-31'},
      [
        ['bo', 4],
        ['ada', 3]
      ]
    ],
    ['up to the as-of day', {as_of: '2024-01-01'}, [['ada', 3]]],
    ['to the earlier of as-of and end', {as_of: '2024-01-01', to: '2024-01-31'}, [['ada', 3]]],
    [
      'a channel',
      {filters: {channel: ['web']}},
      [
        ['bo', 4],
        ['ada', 1]
      ]
    ],
    [
      'two channels, one of them none given',
      {filters: {channel: ['shop', '']}},
      [
        ['bo', 8],
        ['ada', 2]
      ]
    ],
    ['a segment', {filters: {segment: ['trade']}}, [['ada', 3]]],
    ['customers without a segment', {filters: {segment: ['']}}, [['bo', 12]]],
    ['an attribute', {filters: {'attribute:size': ['small']}}, [['bo', 12]]],
    ['an attribute with a hostile name', {filters: {'attribute:o\'dd "key"': ['yes']}}, [['ada', 3]]],
    ['an attribute that some lack', {filters: {'attribute:o\'dd "key"': ['']}}, [['bo', 12]]],
    ['a hostile value', {filters: {channel: ["x') or true --"]}}, []],
    [
      'an empty filter, which is none',
      {filters: {channel: []}},
      [
        ['bo', 12],
        ['ada', 3]
      ]
    ],
    ['several filters', {filters: {'attribute:size': ['big'], channel: ['web']}}, [['ada', 1]]]
  ])('%s', async (_, scope, expected) => {
    const told = await pareto(days, {scope: scope ?? {}});
    expect(table(told.rows, ['id', 'net_sales'])).toEqual(expected);
    const covered = expected.reduce((sum, [, amount]) => sum + Number(amount), 0);
    expect(Number(told.coverage.amount)).toBe(covered);
    expect(told.coverage).toMatchObject({of_rows: 4, of_amount: '15.0000'});
  });

  it('takes a country of the purchases where they have one, else of the customers', async () => {
    const rows = days.purchase ?? [];
    const customer = [{customer_id: 'ada', country: 'FI'}];
    const filters = {country: ['FI']};
    expect(table((await pareto({purchase: rows, customer}, {scope: {filters}})).rows, ['id'])).toEqual([['ada']]);
    const own = rows.map((row, place) => ({...row, country: place === 3 ? 'FI' : 'SE'}));
    expect(table((await pareto({purchase: own, customer}, {scope: {filters}})).rows, ['id'])).toEqual([['bo']]);
  });
});

describe('by country', () => {
  const purchase = [bought('ada', 50), bought('bo', 30), bought('cy', 20, {kind: 'return', amount: -5})];
  const customer = [
    {customer_id: 'ada', country: 'FI'},
    {customer_id: 'cy', country: 'FI'}
  ];

  it('takes the country of the customers where the purchases name none', async () => {
    const told = await pareto({purchase, customer}, {params: {by: 'country'}});
    expect(table(told.rows, ['id', 'net_sales', 'purchases'])).toEqual([
      ['FI', 45, 2],
      [null, 30, 1]
    ]);
    expect(table(told.parts['trend'], ['value', 'entities'])).toEqual([[75, 2]]);
    expect(await behind({purchase, customer}, {by: 'country'}, 1, 1)).toEqual([
      ['ada', 50],
      ['cy', -5]
    ]);
  });
});

describe('the trend', () => {
  const years: Given = {
    purchase: [
      bought('ada', 30, {purchased_on: '2022-01-05'}),
      bought('bo', 10, {purchased_on: '2022-12-31'}),
      bought('ada', 10, {purchased_on: '2023-01-01'}),
      bought('bo', 10, {purchased_on: '2023-06-01'}),
      bought('bo', 5, {purchased_on: '2024-02-01'})
    ]
  };

  it('ranks anew in each year; the last is not whole while it is not over', async () => {
    const {parts} = await pareto(years, {params: {grain: 'year'}});
    expect(
      table(parts['trend'], ['period', 'period_end', 'entities', 'value', 'top_20', 'top_20_share', 'gini', 'complete'])
    ).toEqual([
      ['2022-01-01', '2022-12-31', 2, 40, 1, 0.75, 0.25, true],
      ['2023-01-01', '2023-12-31', 2, 20, 1, 0.5, 0, true],
      ['2024-01-01', '2024-12-31', 1, 5, 1, 1, 0, false]
    ]);
  });

  it('knows quarters, leaves out those without a purchase, and marks one that begins before the data', async () => {
    const {parts} = await pareto(years, {params: {grain: 'quarter'}, scope: {from: '2022-12-01', to: '2023-06-30'}});
    expect(table(parts['trend'], ['period', 'period_end', 'complete'])).toEqual([
      ['2022-10-01', '2022-12-31', false],
      ['2023-01-01', '2023-03-31', true],
      ['2023-04-01', '2023-06-30', true]
    ]);
  });
});

describe('the bars', () => {
  it('hold equally many where there are more than 100', async () => {
    const purchase = Array.from({length: 250}, (_, place) => bought(`c${String(place).padStart(3, '0')}`, 250 - place));
    const {parts} = await pareto({purchase});
    const bars = parts['bars'] ?? [];
    expect(bars).toHaveLength(84);
    expect(bars[0]).toMatchObject({rank_from: 1, rank_to: 3, value: 250 + 249 + 248, id: null, class: 'A'});
    expect(bars.at(-1)).toMatchObject({rank_from: 250, rank_to: 250, value: 1, id: 'c249', cumulative_share: 1});
    expect(bars.reduce((sum, {value}) => sum + Number(value), 0)).toBe((250 * 251) / 2);
  });

  it('lead to their customers', async () => {
    expect(await behind(five, {}, 2, 3)).toEqual([
      ['bo', 250],
      ['cy', 150]
    ]);
  });

  it('lead from products to those who bought them, with what they spent there', async () => {
    const rows: Given = {
      purchase: [
        bought('ada', 5, {product: 'tea'}),
        bought('ada', 7, {product: 'jam'}),
        bought('bo', 3, {product: 'tea'}),
        bought('cy', 1)
      ]
    };
    expect(await behind(rows, {by: 'product'}, 1, 1)).toEqual([
      ['ada', 5],
      ['bo', 3]
    ]);
    expect(await behind(rows, {by: 'product'}, 3, 3)).toEqual([['cy', 1]]);
  });
});

describe('the sentence', () => {
  it('speaks of a fifth where that is a whole number of customers, nearly', async () => {
    const purchase = Array.from({length: 60}, (_, place) => bought(`c${place}`, place < 6 ? 90 : 10));
    expect(sentence(await pareto({purchase}))).toBe(
      '20% of customers make 55.6% of net sales; 39 customers (65%) make 80%.'
    );
  });

  it('counts where there are few', async () => {
    expect(sentence(await pareto(five))).toBe('The largest customer of 5 makes 50% of net sales; 3 (60%) make 80%.');
  });
});

async function behind(rows: Given, params: Asked['params'], rank_from: number, rank_to: number): Promise<unknown[][]> {
  await given(engine, rows);
  const answer = await runAnalysis(engine, await questionOf(engine, 'pareto', {params: params ?? {}}));
  const list = await customersBehind(engine, answer, {title: '', params: {rank_from, rank_to}});
  await release(engine, answer);
  const again = await engine.query(list.sql);
  expect(again.objects()).toEqual(list.rows);
  return table(list.rows, ['customer_id', 'net_sales']);
}
