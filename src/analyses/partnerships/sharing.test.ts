import {beforeAll, describe, expect, it} from 'vitest';
import {ask, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Cell, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

type Cells = Readonly<Record<string, Cell>>;

const bought = (customer_id: string, amount: number, more: Cells = {}): Cells => ({
  ...{customer_id, purchased_on: '2024-03-15', amount, cost: 0},
  ...more
});

const spent = (category: string, amount: number | string, more: Cells = {}): Cells => ({
  ...{customer_id: null, incurred_on: '2024-03-15', category, amount},
  ...more
});

const partnerships = async (rows: Given, asked: Asked = {}): Promise<Told> => {
  await given(engine, rows);
  return ask(engine, 'partnerships', asked);
};

/** The amounts of a line by customer. */
const line = ({rows}: Told, name: string): Record<string, unknown> =>
  Object.fromEntries(rows.map((row) => [String(row['id']), row[name]]));

const category = ({parts}: Told, name: string): Row =>
  parts['categories']?.find((row) => row['category'] === name) ?? {};

describe('costs of all together are shared out', () => {
  it('to the last ten-thousandth: a cent among three, by id whatever the order of the rows', async () => {
    const told = await partnerships({
      purchase: [bought('c', 10), bought('a', 10), bought('b', 10)],
      partnership_cost: [spent('database', '0.01')]
    });
    // up to a 33.33, up to b 66.67, up to c 100 ten-thousandths: rounded 33, 67, 100
    expect(line(told, 'database')).toEqual({a: 0.0033, b: 0.0034, c: 0.0033});
    expect(category(told, 'database')).toMatchObject({
      file_total: 0.01,
      shared: 0.01,
      carried: 0.01,
      shared_by: 'equal'
    });
  });

  it('as the difference of what all up to each carry: 0.01 by 1, 2 and 4 lines', async () => {
    const of = (id: string, lines: number): Cells[] => Array.from({length: lines}, () => bought(id, 10));
    const told = await partnerships({
      purchase: [...of('a', 1), ...of('b', 2), ...of('c', 4)],
      partnership_cost: [spent('delivery', '0.01', {driver: 'lines'})]
    });
    // 100 ÷ 7 of 1, 3 and 7 lines: 14.29, 42.86, 100; rounded 14, 43, 100
    expect(line(told, 'delivery')).toEqual({a: 0.0014, b: 0.0029, c: 0.0057});
  });

  it.each([
    ['orders', {a: 40, b: 20}],
    ['Order lines', {a: 45, b: 15}],
    ['QUANTITY', {a: 15, b: 45}],
    ['revenue', {a: 6, b: 54}],
    ['equally', {a: 30, b: 30}],
    ['moon phase', {a: 40, b: 20}],
    [null, {a: 40, b: 20}]
  ])('by the driver of the file, however it is spelled: %s', async (driver, delivery) => {
    const told = await partnerships({
      purchase: [
        bought('a', 4, {transaction_id: '1', quantity: 1}),
        bought('a', 4, {transaction_id: '1', quantity: 1}),
        bought('a', 2, {transaction_id: '2', quantity: 1}),
        bought('b', 90, {transaction_id: '3', quantity: 9})
      ],
      partnership_cost: [spent('delivery', 60, {driver})]
    });
    expect(line(told, 'delivery')).toEqual(delivery);
  });

  it('by the driver that the person chooses, else the usual one of the category', async () => {
    const rows = {
      purchase: [bought('a', 30), bought('b', 10), bought('b', 0.0001)],
      partnership_cost: [spent('other', 8, {driver: 'equal'}), spent('bonus', 4)]
    };
    expect(line(await partnerships(rows), 'other')).toEqual({a: 4, b: 4});
    const chosen = await partnerships(rows, {params: {driver_other: 'lines'}});
    expect(line(chosen, 'other')).toEqual({a: 2.6667, b: 5.3333});
    expect(category(chosen, 'other')).toMatchObject({shared_by: 'lines', asked_by: 'lines'});
    expect(category(chosen, 'bonus')).toMatchObject({shared_by: 'sales', carried: 4});
  });

  it('equally where no one has anything of the driver, and says so', async () => {
    const told = await partnerships({
      purchase: [bought('a', 30), bought('b', 10)],
      partnership_cost: [spent('delivery', 9, {driver: 'quantity'})]
    });
    expect(line(told, 'delivery')).toEqual({a: 4.5, b: 4.5});
    expect(category(told, 'delivery')).toMatchObject({shared_by: 'equal', asked_by: 'quantity'});
  });

  it('by sales without those whose sales are negative', async () => {
    const told = await partnerships({
      purchase: [bought('a', 30), bought('b', 10), bought('c', -20)],
      partnership_cost: [spent('other', 8, {driver: 'sales'})]
    });
    expect(line(told, 'other')).toEqual({a: 6, b: 2, c: 0});
    expect(told.rows.find(({id}) => id === 'c')).toMatchObject({net_sales: -20, profit: -20, profit_share: null});
  });

  it('among all customers before filters take some of them', async () => {
    const rows = {
      customer: [
        {customer_id: 'a', segment: 'trade'},
        {customer_id: 'b', segment: 'home'}
      ],
      purchase: [bought('a', 30), bought('b', 10)],
      partnership_cost: [spent('other', 8, {driver: 'sales'}), spent('bonus', 5, {customer_id: 'b'})]
    };
    const told = await partnerships(rows, {scope: {filters: {segment: ['trade']}}});
    expect(line(told, 'other')).toEqual({a: 6});
    expect(category(told, 'other')).toMatchObject({file_total: 8, shared: 6, elsewhere: 2, carried: 6});
    expect(category(told, 'bonus')).toMatchObject({file_total: 5, direct: 0, elsewhere: 5, carried: 0});
  });

  it('as credits too: a cost below 0', async () => {
    const told = await partnerships({
      purchase: [bought('a', 10), bought('b', 10), bought('c', 10)],
      partnership_cost: [spent('other', '-0.01', {driver: 'equal'})]
    });
    expect(line(told, 'other')).toEqual({a: -0.0033, b: -0.0034, c: -0.0033});
  });
});

describe('every cost of the files has one place', () => {
  const rows: Given = {
    customer: [
      {customer_id: 'ada', acquired_on: '2024-02-01', acquisition_cost: 40},
      {customer_id: 'bo', acquired_on: '2019-01-01', acquisition_cost: 30},
      {customer_id: 'cy', acquisition_cost: 20},
      {customer_id: 'lead', acquired_on: '2024-02-01', acquisition_cost: 3}
    ],
    purchase: [
      bought('ada', 100),
      bought('bo', 50, {purchased_on: '2023-06-01'}),
      bought('bo', 50),
      bought('cy', 70, {purchased_on: '2023-06-01'})
    ],
    partnership_cost: [
      spent('salaries', 7, {customer_id: 'ada', incurred_on: '2024-01-01'}),
      spent('salaries', 6, {customer_id: 'ada', incurred_on: '2023-12-31'}),
      spent('salaries', 5, {customer_id: 'ada', incurred_on: null}),
      spent('salaries', 4, {customer_id: 'cy'}),
      spent('Salary of a visitor', 3, {customer_id: 'never bought'}),
      spent('database', 2, {incurred_on: '2023-05-05'}),
      spent('something else', 1, {customer_id: ' '})
    ]
  };
  const period = {from: '2024-01-01', to: '2024-12-31'};

  it('in the account, out of the period, or with someone who never bought', async () => {
    const told = await partnerships(rows, {scope: period});
    expect(line(told, 'salaries')).toEqual({ada: 12, bo: 0, cy: 4});
    expect(line(told, 'other')).toEqual({ada: 0.6667, bo: 0.3333, cy: 0});
    expect(category(told, 'salaries')).toMatchObject({
      ...{file_total: 25, direct: 16, shared: 0, unknown: 3, outside: 6, elsewhere: 0, unshared: 0, carried: 16}
    });
    expect(category(told, 'database')).toMatchObject({file_total: 2, outside: 2, carried: 0});
    expect(told.parts['summary']?.[0]).toMatchObject({undated: 5});
  });

  it('for a customer who cost something, but bought only before the period', async () => {
    const told = await partnerships(rows, {scope: period});
    expect(told.rows.find(({id}) => id === 'cy')).toMatchObject({
      net_sales: 0,
      occasions: 0,
      average_purchase: null,
      profit: -4
    });
  });

  it('as acquisition of the day a customer was won, else first bought', async () => {
    const told = await partnerships(rows, {scope: period});
    expect(line(told, 'acquisition')).toEqual({ada: 40, bo: 0, cy: 0});
    expect(category(told, 'acquisition')).toMatchObject({file_total: 93, direct: 40, unknown: 3, outside: 50});
    expect(line(await partnerships(rows), 'acquisition')).toEqual({ada: 40, bo: 0, cy: 20});
  });

  it('without anyone to carry it in a period in which no one bought', async () => {
    const december = {incurred_on: '2023-12-10'};
    const told = await partnerships(
      {
        purchase: [bought('ada', 100), bought('cy', 70, {purchased_on: '2023-06-01'})],
        partnership_cost: [
          spent('salaries', 4, {customer_id: 'cy', ...december}),
          spent('salaries', 3, {customer_id: 'ada', ...december}),
          spent('other', 2, december)
        ]
      },
      {scope: {from: '2023-12-01', to: '2023-12-31'}}
    );
    expect(line(told, 'salaries')).toEqual({cy: 4});
    expect(category(told, 'salaries')).toMatchObject({file_total: 7, direct: 4, elsewhere: 3});
    expect(category(told, 'other')).toMatchObject({file_total: 2, shared: 0, unshared: 2, carried: 0});
  });

  it('once, however often a file is loaded: all of it doubles', async () => {
    const shared = [spent('database', '0.01'), spent('database', '0.02')];
    const purchase = [bought('a', 1), bought('b', 1), bought('c', 1)];
    const once = await partnerships({purchase, partnership_cost: shared});
    const twice = await partnerships({purchase, partnership_cost: [...shared, ...shared]});
    expect(line(once, 'database')).toEqual({a: 0.01, b: 0.01, c: 0.01});
    expect(line(twice, 'database')).toEqual({a: 0.02, b: 0.02, c: 0.02});
  });
});

describe('contacts', () => {
  const rows = (costs: readonly Cells[]): Given => ({
    purchase: [bought('a', 100)],
    interaction: [{customer_id: 'a', occurred_on: '2024-03-15', kind: 'visit', cost: 12}],
    partnership_cost: costs
  });

  it('are salaries where the cost file has none', async () => {
    const told = await partnerships(rows([spent('delivery', 3)]));
    expect(told.rows[0]).toMatchObject({salaries: 12, delivery: 3, cost_to_serve: 15});
    expect(told.parts['summary']?.[0]).toMatchObject({contacts_left_out: 0});
  });

  it('are left out where it has some, unless the person adds them', async () => {
    const costs = rows([spent('salaries', 20, {customer_id: 'a'})]);
    const told = await partnerships(costs);
    expect(told.rows[0]).toMatchObject({salaries: 20});
    expect(told.parts['summary']?.[0]).toMatchObject({contacts_left_out: 12});
    expect((await partnerships(costs, {params: {contacts: 'count'}})).rows[0]).toMatchObject({salaries: 32});
    expect((await partnerships(rows([]), {params: {contacts: 'leave out'}})).rows[0]).toMatchObject({salaries: null});
  });
});

describe('what no file says can be typed in', () => {
  const rows = {purchase: [bought('a', 300), bought('b', 100), bought('c', -50)]};

  it('as a part of net sales above 0', async () => {
    const told = await partnerships(rows, {params: {rate_salaries: 2.5}});
    expect(line(told, 'salaries')).toEqual({a: 7.5, b: 2.5, c: 0});
    expect(category(told, 'salaries')).toMatchObject({file_total: 0, typed: 10, carried: 10, shared_by: null});
  });

  it('as an amount a year, shared out for as many years as the period has', async () => {
    const purchase = [bought('a', 300, {purchased_on: '2023-01-01'}), bought('b', 100, {purchased_on: '2024-12-31'})];
    const told = await partnerships({purchase}, {params: {total_other: 40}});
    expect(line(told, 'other')).toEqual({a: 60, b: 20});
    expect(category(told, 'other')).toMatchObject({file_total: 0, typed: 80, carried: 80, shared_by: 'sales'});
  });

  it('and what is neither loaded nor typed in is not known, rather than 0', async () => {
    const told = await partnerships(rows);
    expect(told.rows[0]).toMatchObject({delivery: null, acquisition: null, cost_to_serve: null, profit: 300});
    expect(told.parts['categories']).toEqual([]);
  });
});
