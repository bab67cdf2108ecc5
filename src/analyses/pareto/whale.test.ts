import {describe, expect, it} from 'vitest';
import type {Told} from '../../../test/ask';
import type {Given} from '../../../test/given';
import {bought, pareto, plain, table} from '../../../test/pareto';
import {svg} from '../../../test/svg';
import {currencyOf} from '../../models/loaded';
import {windowOf} from '../../models/scope';
import {whaleText} from './peak';
import {pictures} from './pictures';
import type {ClaimRow, Peak, WhaleRow} from './rows';
import {claimRows} from './claims';
import {initialParams} from '../params';
import {params as specs} from './params';
import {whale} from './whale';

/**
 * Ten customers as Kaplan and Narayanan draw them: two earn twice the total, six break even or nearly, two lose it again.
 * Profits 120, 80, 5, 5, 0, 0, 0, −10, −40, −60: 100 in all, 210 at the peak.
 */
const ten: Given = {
  purchase: [
    bought('a', 300, 180),
    bought('b', 200, 120),
    bought('c', 50, 45),
    bought('d', 40, 35),
    bought('e', 30, 30),
    bought('f', 20, 20),
    bought('g', 10, 10),
    bought('h', 90, 100),
    bought('i', 160, 200),
    bought('j', 140, 200)
  ]
};

describe('the whale curve', () => {
  it('rises to the peak, and falls where others take away', async () => {
    const {parts} = await pareto(ten);
    expect(table(parts['whale'], ['entities', 'entities_share', 'value', 'share'])).toEqual([
      [0, 0, 0, 0],
      [1, 0.1, 120, 1.2],
      [2, 0.2, 200, 2],
      [3, 0.3, 205, 2.05],
      [4, 0.4, 210, 2.1],
      [5, 0.5, 210, 2.1],
      [6, 0.6, 210, 2.1],
      [7, 0.7, 210, 2.1],
      [8, 0.8, 200, 2],
      [9, 0.9, 160, 1.6],
      [10, 1, 100, 1]
    ]);
    expect(parts['peak']).toEqual([
      {
        entities: 10,
        total: 100,
        peak: 210,
        peak_share: 2.1,
        before_peak: 4,
        before_peak_share: 0.4,
        losing: 3,
        losing_from: 8,
        destroyed: 110,
        destroyed_share: 1.1
      }
    ]);
    expect(said(parts['peak']?.[0])).toBe(
      '4 of 10 customers (40%) make 210% of profit; 3 are below zero and take 110% (110.00) away again.'
    );
  });

  it('ranks by profit whatever the bars rank by, of two alike the one whose id comes first', async () => {
    const {rows: ranked} = await pareto(ten);
    expect(ranked.map(({id}) => id)).toEqual(['a', 'b', 'i', 'j', 'h', 'c', 'd', 'e', 'f', 'g']);
    const {parts} = await pareto({purchase: [bought('y', 10, 5), bought('x', 20, 15), bought('z', 5, 10)]});
    expect(table(parts['whale'], ['value'])).toEqual([[0], [5], [10], [5]]);
  });

  it('is money where the total is zero or below', async () => {
    const none = await pareto({purchase: [bought('a', 10, 0), bought('b', 10, 20)]});
    expect(table(none.parts['whale'], ['value', 'share'])).toEqual([
      [0, null],
      [10, null],
      [0, null]
    ]);
    expect(none.parts['peak']?.[0]).toMatchObject({total: 0, peak: 10, peak_share: null, destroyed: 10});
    const below = await pareto({purchase: [bought('a', 10, 0), bought('b', 10, 50)]});
    expect(below.parts['peak']?.[0]).toMatchObject({total: -30, peak: 10, destroyed: 40, destroyed_share: null});
    expect(said(below.parts['peak']?.[0])).toBe(
      '1 of 2 customers (50%) bring 10.00; 1 is below zero and takes 40.00 away. Together that is −30.00: no shares can be made of it, so the curve shows money.'
    );
    expect(Object.keys(drawings(below))).toContain('whale');
  });

  it('knows only losses: the peak is nothing, before anyone', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10, 12), bought('b', 10, 15)]});
    expect(parts['peak']?.[0]).toMatchObject({
      total: -7,
      peak: 0,
      before_peak: 0,
      losing: 2,
      losing_from: 1,
      destroyed: 7
    });
  });

  it('leaves out those whose cost nobody knows', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10, 4), bought('b', 90)]});
    expect(parts['peak']?.[0]).toMatchObject({entities: 1, total: 6, losing: 0});
  });

  it('isn’t drawn of net sales that only rise, but is where returns outweigh purchases', async () => {
    const rise = await pareto({purchase: [bought('a', 10), bought('b', 5)]});
    expect(Object.keys(drawings(rise))).not.toContain('whale');
    const fall = await pareto({purchase: [bought('a', 10), bought('b', -5)]});
    expect(Object.keys(drawings(fall))).toContain('whale');
    expect(fall.parts['peak']?.[0]).toMatchObject({total: 5, peak: 10, peak_share: 2, losing: 1});
  });

  it('keeps the peak where not every customer has a point', async () => {
    const purchase = Array.from({length: 2500}, (_, place) =>
      bought(`c${String(place).padStart(4, '0')}`, 100, place < 1234 ? 50 : 110)
    );
    const {parts} = await pareto({purchase});
    expect(parts['whale']).toHaveLength(1002);
    expect(parts['peak']?.[0]).toMatchObject({peak: 61_700, before_peak: 1234, losing_from: 1235, total: 49_040});
    expect(parts['whale']?.find(({entities}) => entities === 1234)).toMatchObject({value: 61_700});
  });

  it('is drawn with its peak, its fall and a line at all', async () => {
    const {parts} = await pareto(ten);
    const options = {by: 'customer', measure: 'profit', peak: peakOf(parts['peak']?.[0]), currency: 'EUR'} as const;
    const drawn = svg(whale(parts['whale'] as unknown as WhaleRow[], options, 640));
    expect(drawn).not.toMatch(/NaN/);
    await expect(drawn).toMatchFileSnapshot('whale.svg');
  });

  it('is drawn in money', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10, 0), bought('b', 10, 50)]});
    const options = {by: 'customer', measure: 'profit', peak: peakOf(parts['peak']?.[0]), currency: 'EUR'} as const;
    const drawn = svg(whale(parts['whale'] as unknown as WhaleRow[], options, 640));
    expect(drawn).toContain('Profit (EUR)');
    await expect(drawn).toMatchFileSnapshot('whale-money.svg');
  });
});

describe('the claims', () => {
  const columns = ['claim', 'entities', 'value', 'share', 'needed', 'needed_share'];

  it('stand beside what the data says', async () => {
    const {parts} = await pareto(ten);
    // net sales 300, 200, 160, 140, 90, … of 1,040: two make 500, five make 890 of the 832 that 80 % are
    expect(table(parts['claims'], columns)).toEqual([
      ['best', 2, 200, 2, null, null],
      ['profit', 1, 120, 1.2, 1, 0.1],
      ['sales', 2, 500, expect.closeTo(500 / 1040, 12), 5, 0.5],
      ['worst', 1, -60, -0.6, null, null]
    ]);
    const cells = claimRows(parts['claims'] as unknown as ClaimRow[], initialParams(specs)).map((row) => row.cells);
    expect(cells).toEqual([
      ['20% of customers make … of net sales', '80%', '48.1% (2)', '50% (5) for 80%'],
      ['10% of customers make … of profit', '90%', '120% (1)', '10% (1) for 90%'],
      ['the best 20% of customers make … of profit', '150% to 300%', '200% (2)', '–'],
      ['the worst 10% of customers make … of profit', '−50% to −200%', '−60% (1)', '–']
    ]);
  });

  it('are the same while the bars rank by profit', async () => {
    const [sales, profit] = [await pareto(ten), await pareto(ten, {params: {measure: 'profit'}})];
    expect(profit.parts['claims']).toEqual(sales.parts['claims']);
  });

  it('say nothing of profit where no cost is known', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10), bought('b', 5)]});
    expect(table(parts['claims'], columns)).toEqual([
      ['best', null, null, null, null, null],
      ['profit', null, null, null, null, null],
      ['sales', 1, 10, expect.closeTo(2 / 3, 12), 2, 1],
      ['worst', null, null, null, null, null]
    ]);
  });

  it('make no shares of a total that isn’t above zero', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10, 0), bought('b', -30, -10)]});
    expect(table(parts['claims'], ['claim', 'share', 'needed'])).toEqual([
      ['best', null, null],
      ['profit', null, null],
      ['sales', null, null],
      ['worst', null, null]
    ]);
  });

  it('know one customer, who is the best and the worst', async () => {
    const {parts} = await pareto({purchase: [bought('a', 10, 4)]});
    expect(table(parts['claims'], ['claim', 'entities', 'value', 'share'])).toEqual([
      ['best', 1, 6, 1],
      ['profit', 1, 6, 1],
      ['sales', 1, 10, 1],
      ['worst', 1, 6, 1]
    ]);
  });
});

function drawings(told: Told) {
  const {params, scope, loaded} = told.question;
  const context = {currency: currencyOf(loaded), loaded, window: windowOf(scope, loaded)};
  return pictures(told, params as never, context);
}

const peakOf = (row: unknown): Peak => row as Peak;

const said = (row: unknown): string => plain(whaleText(peakOf(row), 'customer', 'profit', null));
