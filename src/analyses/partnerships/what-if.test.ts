import {beforeAll, describe, expect, it} from 'vitest';
import {ask, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import type {PartnershipParams} from './params';
import type {CategoryRow, Summary} from './parts';
import {sensitivity, whatIfRows} from './what-if-table';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const bought = (customer_id: string, amount: number, purchased_on = '2024-03-15') => ({
  ...{customer_id, purchased_on, amount, cost: 0}
});

/** A sells 30, b 10; of other costs 8 are shared by sales, and 5 are b's own; b's parcels cost 2. */
const rows: Given = {
  purchase: [bought('a', 30), bought('b', 10)],
  partnership_cost: [
    {category: 'other', amount: 8, driver: 'sales', incurred_on: '2024-03-15'},
    {category: 'other', amount: 5, customer_id: 'b', incurred_on: '2024-03-15'},
    {category: 'delivery', amount: 2, customer_id: 'b', incurred_on: '2024-03-15'}
  ]
};

async function partnerships(params: Asked['params'] = {}, asked: Omit<Asked, 'params'> = {}): Promise<Told> {
  await given(engine, rows);
  return ask(engine, 'partnerships', {...asked, params});
}

const line = ({rows: accounts}: Told, name: string): Record<string, unknown> =>
  Object.fromEntries(accounts.map((row) => [String(row['id']), row[name]]));

const categories = ({parts}: Told): CategoryRow[] => (parts['categories'] ?? []) as unknown as CategoryRow[];
const category = (told: Told, name: string): unknown => categories(told).find((row) => row.category === name);
const summary = ({parts}: Told): Summary => parts['summary']?.[0] as unknown as Summary;
const table = (told: Told): (readonly string[])[] =>
  whatIfRows(categories(told), summary(told), told.question.params as unknown as PartnershipParams).map(
    ({cells}) => cells
  );
const sensitive = (told: Told, name: string): string =>
  sensitivity(category(told, name) as CategoryRow, summary(told), told.question.params as unknown as PartnershipParams);

describe('a cost that is asked to be higher or lower', () => {
  it('changes by so much for every customer, while the files hold what they hold', async () => {
    const told = await partnerships({change_other: 20});
    expect(line(told, 'other')).toEqual({a: 7.2, b: 8.4});
    expect(line(told, 'delivery')).toEqual({a: 0, b: 2});
    expect(category(told, 'other')).toMatchObject({
      ...{file_total: 13, direct: 5, shared: 8, typed: 0, what_if: 2.6, carried: 15.6}
    });
    expect(category(told, 'delivery')).toMatchObject({file_total: 2, what_if: 0, carried: 2});
  });

  it('changes only in what is shared out or typed in, where that is asked', async () => {
    const told = await partnerships({change_other: -50, change_of: 'shared', rate_other: 10});
    // a: (6 + 3) ÷ 2, b: 5 + (2 + 1) ÷ 2
    expect(line(told, 'other')).toEqual({a: 4.5, b: 6.5});
    expect(line(told, 'allocated')).toEqual({a: 4.5, b: 1.5});
    expect(category(told, 'other')).toMatchObject({
      ...{file_total: 13, direct: 5, shared: 8, typed: 4, what_if: -6, carried: 11}
    });
  });

  it('is worth nothing at 100 % less, and doubles at 100 % more', async () => {
    expect(line(await partnerships({change_other: -100}), 'other')).toEqual({a: 0, b: 0});
    expect(line(await partnerships({change_other: 100}), 'other')).toEqual({a: 12, b: 14});
  });

  it('changes the account, those who lose money, and the whale curve, beside what they were', async () => {
    const told = await partnerships({change_other: 100});
    // a: 30 - 6 = 24, then 18; b: 10 - 2 - 7 = 1, then -6
    expect(summary(told)).toMatchObject({
      ...{profit: 12, profit_before: 25, what_if: 13, losing: 1, losing_before: 0, destroyed: 6, destroyed_before: 0},
      ...{peak: 18, peak_before: 25, peak_customers: 1, peak_customers_before: 2}
    });
    expect((told.parts['whale'] ?? []).map(({cumulative, before}: Row) => [cumulative, before])).toEqual([
      [0, 0],
      [18, 24],
      [12, 25]
    ]);
    expect(table(told)).toEqual([
      ['Other', '13.00', '26.00', '+13.00'],
      ['Costs of the partnership', '15.00', '28.00', '+13.00'],
      ['Profitability of the partnership', '25.00', '12.00', '−13.00'],
      ['of net sales', '62.5%', '30%', '−32.5 points'],
      ['Customers with a loss', '0', '1', '+1'],
      ['What they lose', '0.00', '6.00', '+6.00'],
      ['Customers with a profit', '2', '1', '−1'],
      ['What they earn: the peak of the whale curve', '25.00', '18.00', '−7.00']
    ]);
    expect(sentence(told)).toBe(
      'What if everything else cost 100% more? After goods and service, partnerships leave 12.00, 30% of net sales, 13.00 worse than without that; 1 of 2 customers (50%) loses money, 6.00.'
    );
  });

  it('changes every period alike', async () => {
    const told = await partnerships({change_other: 100, change_of: 'shared'});
    expect(told.parts['periods']).toEqual([expect.objectContaining({other: 21, delivery: 2, profit: 17})]);
  });

  it('leaves the whale curve alone where no "what if" is asked', async () => {
    const told = await partnerships();
    expect((told.parts['whale'] ?? []).map(({before}: Row) => before)).toEqual([null, null, null]);
    expect(table(told)).toEqual([]);
    expect(sentence(told)).not.toContain('What if');
  });

  it('changes what is typed in where no file is loaded, and stands once in the table of costs', async () => {
    await given(engine, {purchase: rows.purchase ?? []});
    const told = await ask(engine, 'partnerships', {params: {rate_delivery: 10, change_delivery: 50}});
    expect(categories(told)).toEqual([
      expect.objectContaining({category: 'delivery', file_total: 0, shared: 0, typed: 4, what_if: 2, carried: 6})
    ]);
  });

  it('says what a tenth of it is, and where all profit would be gone', async () => {
    const told = await partnerships();
    expect(sensitive(told, 'other')).toBe('10% of it: 1.30; break-even at +192.3%');
    const higher = await partnerships({change_other: 100});
    expect(sensitive(higher, 'other')).toBe('10% of it: 1.30; break-even at +192.3%');
    const losing = await partnerships({rate_salaries: 100});
    expect(sensitive(losing, 'other')).toBe('10% of it: 1.30; no cut of it alone ends the loss');
    expect(sensitive(losing, 'salaries')).toBe('10% of it: 4.00; break-even at −37.5%');
  });
});
