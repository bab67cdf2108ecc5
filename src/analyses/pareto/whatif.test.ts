import {describe, expect, it} from 'vitest';
import type {Given} from '../../../test/given';
import {bought, pareto, plain, table} from '../../../test/pareto';
import {initialParams} from '../params';
import {params as specs} from './params';
import type {Concentration, LossRow, WhatifRow} from './rows';
import {lossRows, riskText} from './risk';
import {whatifRows, whatifText} from './whatif';

/** 1,000 of net sales, 300 of profit; the bottom 40 % are d and e with 100 and 20. */
const five: Given = {
  purchase: [
    bought('a', 500, 350),
    bought('b', 250, 150),
    bought('c', 150, 120),
    bought('d', 60, 30),
    bought('e', 40, 50)
  ]
};

const columns = [
  'scenario',
  'entities',
  'changed',
  'net_sales',
  'sales_change',
  'profit',
  'profit_change',
  'top_20_share'
];

describe('what if the bottom', () => {
  it('left, paid more or cost less', async () => {
    const {parts} = await pareto(five, {params: {whatif_share: 40, whatif_price: 5, whatif_cost: 10}});
    expect(table(parts['whatif'], columns)).toEqual([
      ['cost', 5, 2, 1000, 0, 308, 8, 0.5],
      ['left', 3, 2, 900, -100, 280, -20, expect.closeTo(500 / 900, 12)],
      ['now', 5, 2, 1000, 0, 300, 0, 0.5],
      ['price', 5, 2, 1005, 5, 305, 5, expect.closeTo(500 / 1005, 12)]
    ]);
    expect(table(parts['whatif'], ['sales_change_share', 'profit_change_share'])).toEqual([
      [0, expect.closeTo(8 / 300, 12)],
      [-0.1, expect.closeTo(-20 / 300, 12)],
      [0, 0],
      [0.005, expect.closeTo(5 / 300, 12)]
    ]);
  });

  it('is the bottom by what is ranked by', async () => {
    // by profit: a 150, b 100, c 30, d 30, e −10
    const {parts} = await pareto(five, {
      params: {measure: 'profit', whatif_share: 20, whatif_price: 50, whatif_cost: 100}
    });
    expect(table(parts['whatif'], columns)).toEqual([
      ['cost', 5, 1, 1000, 0, 350, 50, expect.closeTo(150 / 350, 12)],
      ['left', 4, 1, 960, -40, 310, 10, expect.closeTo(150 / 310, 12)],
      ['now', 5, 1, 1000, 0, 300, 0, 0.5],
      ['price', 5, 1, 1020, 20, 320, 20, expect.closeTo(150 / 320, 12)]
    ]);
  });

  it('ranks anew where the bottom overtakes', async () => {
    const {parts} = await pareto(
      {purchase: [bought('a', 100), bought('b', 90), bought('c', 10)]},
      {
        params: {whatif_share: 60, whatif_price: 100}
      }
    );
    // 60 % of three are two: b pays 180, more than a; the top fifth of three is one
    expect(table(parts['whatif'], ['scenario', 'changed', 'net_sales', 'top_20_share'])).toEqual([
      ['cost', 2, 200, 0.5],
      ['left', 2, 100, 1],
      ['now', 2, 200, 0.5],
      ['price', 2, 300, 0.6]
    ]);
  });

  it('is none, or all', async () => {
    const none = await pareto(five, {params: {whatif_share: 0}});
    expect(table(none.parts['whatif'], ['changed', 'net_sales', 'profit'])).toEqual([
      [0, 1000, 300],
      [0, 1000, 300],
      [0, 1000, 300],
      [0, 1000, 300]
    ]);
    const all = await pareto(five, {params: {whatif_share: 100}});
    expect(all.parts['whatif']?.find(({scenario}) => scenario === 'left')).toMatchObject({
      entities: 0,
      net_sales: 0,
      profit: 0,
      sales_change_share: -1,
      top_20_share: null
    });
  });

  it('keeps every place of a tenth of a per cent of a hundredth of a cent', async () => {
    const {parts} = await pareto({purchase: [bought('a', '0.0001')]}, {params: {whatif_share: 100, whatif_price: 0.1}});
    const price = parts['whatif']?.find(({scenario}) => scenario === 'price');
    expect(Number(price?.['net_sales'])).toBe(0.0001001);
  });

  it('makes no shares of what isn’t above zero, and no profit where no cost is known', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10), bought('b', -30)]}, {params: {whatif_share: 50}});
    expect(table(parts['whatif'], ['scenario', 'net_sales', 'sales_change_share', 'profit', 'top_20_share'])).toEqual([
      ['cost', -20, null, null, null],
      ['left', 10, null, null, 1],
      ['now', -20, null, null, null],
      ['price', -21.5, null, null, null]
    ]);
  });

  it('counts only purchases whose cost is known for profit', async () => {
    const {parts} = await pareto(
      {purchase: [bought('a', 100, 50), bought('b', 10, 4), bought('b', 20)]},
      {
        params: {whatif_share: 50, whatif_price: 10, whatif_cost: 25}
      }
    );
    expect(table(parts['whatif'], ['scenario', 'sales_change', 'profit_change'])).toEqual([
      ['cost', 0, 1],
      ['left', -30, -6],
      ['now', 0, 0],
      ['price', 3, 1]
    ]);
  });

  it('is told in a sentence and a table', async () => {
    const {parts, question} = await pareto(five, {params: {whatif_share: 40, whatif_price: 5, whatif_cost: 10}});
    const params = {...initialParams(specs), whatif_share: 40, whatif_price: 5, whatif_cost: 10};
    const list = parts['whatif'] as unknown as WhatifRow[];
    expect(plain(whatifText(list, params, question.loaded))).toBe(
      'Without the bottom 40% (2 customers), net sales would change by −100.00 (−10%) and profit by −20.00 (−6.7%). If they paid 5% more, net sales would change by +5.00 (+0.5%) and profit by +5.00 (+1.7%). If their goods cost 10% less, profit would change by +8.00 (+2.7%).'
    );
    expect(whatifRows(list, params, question.loaded).map(({cells}) => cells)).toEqual([
      ['As it is', '5', '1,000.00', '–', '300.00', '–', '50%'],
      ['They leave', '3', '900.00', '−100.00 (−10%)', '280.00', '−20.00 (−6.7%)', '55.6%'],
      ['They pay 5% more', '5', '1,005.00', '+5.00 (+0.5%)', '305.00', '+5.00 (+1.7%)', '49.8%'],
      ['They cost 10% less', '5', '1,000.00', '0.00', '308.00', '+8.00 (+2.7%)', '50%']
    ]);
  });
});

describe('what hangs on a few', () => {
  it('is the largest one, and how many alike would be as concentrated', async () => {
    const {parts} = await pareto(five);
    // .5² + .25² + .15² + .06² + .04² = .3402
    expect(parts['concentration']).toEqual([
      {
        id: 'a',
        name: null,
        value: 500,
        share: 0.5,
        positive: 5,
        hhi: expect.closeTo(0.3402, 12),
        effective: expect.closeTo(1 / 0.3402, 12)
      }
    ]);
    expect(plain(riskText(parts['concentration']?.[0] as unknown as Concentration, initialParams(specs), 'EUR'))).toBe(
      'The largest customer, a, makes 50% of net sales. All together are as concentrated as 3 customers who make the same would be (Herfindahl–Hirschman index 3,402 of 10,000).'
    );
  });

  it('is 1 / n of n alike, and 1 of one', async () => {
    const alike = await pareto({purchase: ['a', 'b', 'c', 'd'].map((id) => bought(id, 7))});
    expect(alike.parts['concentration']?.[0]).toMatchObject({id: 'a', hhi: 0.25, effective: 4});
    const one = await pareto({purchase: [bought('a', 7)]});
    expect(one.parts['concentration']?.[0]).toMatchObject({hhi: 1, effective: 1, share: 1});
  });

  it('is of those above zero alone', async () => {
    const {parts} = await pareto({purchase: [bought('a', 30), bought('b', 10), bought('c', 0), bought('d', -50)]});
    expect(parts['concentration']?.[0]).toMatchObject({share: null, positive: 2, hhi: 0.625, effective: 1.6});
    const none = await pareto({purchase: [bought('d', -50)]});
    expect(none.parts['concentration']?.[0]).toMatchObject({positive: 0, hhi: null, effective: null, value: -50});
    expect(
      plain(riskText(none.parts['concentration']?.[0] as unknown as Concentration, initialParams(specs), null))
    ).toBe('The largest customer, d, brings −50.00. No one is above zero.');
  });

  it('costs what the largest bring, where there are so many', async () => {
    const {parts, question} = await pareto(five);
    expect(table(parts['losses'], ['entities', 'net_sales', 'net_sales_share', 'profit', 'profit_share'])).toEqual([
      [1, 500, 0.5, 150, 0.5],
      [5, 1000, 1, 300, 1]
    ]);
    const cells = lossRows(parts['losses'] as unknown as LossRow[], question.loaded, () => undefined).map(
      (row) => row.cells
    );
    expect(cells[0]).toEqual(['the largest', '500.00', '50%', '150.00', '50%']);
    const without = await pareto({purchase: [bought('a', 1)]});
    expect(
      lossRows(without.parts['losses'] as unknown as LossRow[], without.question.loaded, () => undefined)[0]?.cells
    ).toEqual(['the largest', '1.00', '100%']);
  });
});
