import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import type {Selection} from '../analysis';
import {customersBehind, release, runAnalysis} from '../run';
import {movesSentence} from './moves';
import type {HitRow, MoveRow} from './parts';
import {ofHit, ofMove, onDay} from './selection';
import {hitSentence, turned} from './tested';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const bought = (customer_id: string, days: readonly string[], amount = 10) =>
  days.map((purchased_on) => ({customer_id, purchased_on, amount}));

/** Ada and Eve are clients, Eve recommends; Bo buys now and then; Cy bought once, long ago; Dee and Fay never bought. */
const small: Given = {
  customer: [
    {customer_id: 'ada', name: 'Ada', acquired_on: '2023-03-01', contract_until: null},
    {customer_id: 'bo', acquired_on: '2023-01-01'},
    {customer_id: 'cy'},
    {customer_id: 'dee', acquired_on: '2023-06-01'},
    {customer_id: 'eve'}
  ],
  purchase: [
    ...bought('ada', ['2023-03-11', '2023-07-01', '2023-10-01', '2023-12-01'], 25),
    ...bought('bo', ['2023-01-05', '2023-11-20']),
    ...bought('cy', ['2022-01-10'], 99.5),
    ...bought('eve', ['2023-05-01', '2023-06-01', '2023-12-20'], 40),
    {customer_id: 'eve', purchased_on: '2023-12-28', amount: -5}
  ],
  interaction: [
    {customer_id: 'fay', occurred_on: '2023-09-01', kind: 'lead'},
    {customer_id: 'eve', occurred_on: '2023-12-25', kind: 'review', score: 5, score_scale: 5}
  ]
};

describe('the ladder', () => {
  it('has everyone who is known on one rung, and what they brought', async () => {
    const told = await ladder(small);
    expect(
      table(told.rows, ['rung', 'observable', 'customers', 'reached', 'step_share', 'start_share', 'net_sales'])
    ).toEqual([
      ['prospect', true, 2, 6, null, 1, 0],
      ['customer', true, 2, 4, 4 / 6, 4 / 6, 119.5],
      ['client', true, 1, 2, 2 / 4, 2 / 6, 100],
      ['supporter', false, null, null, null, null, null],
      ['advocate', true, 1, 1, 1 / 2, 1 / 6, 115],
      ['partner', false, null, null, null, null, null],
      ['lapsed', true, 0, null, null, null, 0]
    ]);
    expect(table(told.rows, ['share_of_all', 'frequency', 'sales_per_customer']).slice(1, 3)).toEqual([
      [2 / 6, 1, 119.5 / 2],
      [1 / 6, 4, 100]
    ]);
    expect(sentence(told)).toBe(
      'Of 6 known customers and prospects 2 (33.3%) are clients or more, 2 (33.3%) have bought now and then, and 0 (0%) lapsed; 2 have not bought yet.'
    );
  });

  it('says how long it took those who came to a rung', async () => {
    const {parts} = await ladder(small);
    expect(table(parts['ways'], ['rung', 'since_rung', 'customers', 'median_days'])).toEqual([
      ['customer', 'prospect', 2, 7],
      ['client', 'customer', 2, 218.5],
      ['advocate', 'client', 1, 5]
    ]);
  });

  it('has no prospects where no file tells of them, but those who only returned', async () => {
    const purchase = bought('a', ['2024-01-01', '2024-01-05', '2024-01-09']);
    const {rows} = await ladder({purchase});
    expect(
      table(rows, ['rung', 'observable', 'customers', 'reached', 'step_share', 'start_share']).slice(0, 3)
    ).toEqual([
      ['prospect', false, null, null, null, null],
      ['customer', true, 0, 1, null, 1],
      ['client', true, 1, 1, 1, 1]
    ]);
    const returns = await ladder({purchase: [...purchase, ...bought('r', ['2024-01-03'], -5)]});
    expect(table(returns.rows, ['rung', 'observable', 'customers', 'net_sales'])[0]).toEqual([
      'prospect',
      false,
      1,
      -5
    ]);
  });

  it('adds up to what is covered where a period or filter leaves someone only returns', async () => {
    const purchase = [
      ...bought('a', ['2024-01-01', '2024-06-05']),
      ...bought('r', ['2024-01-03']),
      ...bought('r', ['2024-06-03'], -5)
    ];
    const {rows, coverage} = await ladder({purchase}, {scope: {from: '2024-06-01'}});
    expect(coverage.amount).toBe('5.0000');
    expect(table(rows, ['rung', 'customers', 'net_sales']).slice(0, 2)).toEqual([
      ['prospect', 1, -5],
      ['customer', 1, 10]
    ]);
  });

  it('follows the numbers and the conditions of its rules', async () => {
    const rungs = (told: Told) => table(told.rows, ['customers']).map(([customers]) => customers);
    expect(rungs(await ladder(small, {scope: {definitions: {client_purchases: 2}}}))).toEqual([
      2,
      1,
      2,
      null,
      1,
      null,
      0
    ]);
    expect(rungs(await ladder(small, {scope: {definitions: {advocate_score: 1}}}))).toEqual([
      2,
      2,
      1,
      null,
      1,
      null,
      0
    ]);
    const told = await ladder(small, {scope: {definitions: {rung_lapsed: 'recency_days > 300'}}});
    expect(rungs(told)).toEqual([2, 1, 1, null, 1, null, 1]);
  });
});

describe('moves', () => {
  const params = {then_from: '2023-06-15'};

  it('lead from a rung on a day to one on another', async () => {
    const {parts} = await ladder(small, {params});
    expect(table(parts['moves'], ['from_on', 'to_on', 'from_rung', 'to_rung', 'customers'])).toEqual([
      ['2023-06-15', '2023-12-28', 'customer', 'advocate', 1],
      ['2023-06-15', '2023-12-28', 'customer', 'client', 1],
      ['2023-06-15', '2023-12-28', 'customer', 'customer', 2],
      ['2023-06-15', '2023-12-28', 'prospect', 'prospect', 1],
      ['2023-06-15', '2023-12-28', null, 'prospect', 1]
    ]);
    const moves = parts['moves'] as unknown as MoveRow[];
    expect(
      movesSentence(moves)
        .map(({text}) => text)
        .join('')
    ).toBe('From 15 Jun 2023 to 28 Dec 2023, 2 customers climbed, 0 fell and 3 stayed where they were; one is new.');
  });

  it('are rewarded by what was brought between the days', async () => {
    const {parts} = await ladder(small, {params});
    expect(table(parts['rewards'], ['rung', 'customers', 'net_sales', 'profit'])).toEqual([
      ['customer', 4, 120, null],
      ['prospect', 1, 0, null]
    ]);
  });

  it('go nowhere between equal days', async () => {
    const {parts} = await ladder(small, {params: {then_from: '2024-05-05', then_to: '2024-02-02'}});
    expect(parts['moves']?.every(({from_rung, to_rung}) => from_rung === to_rung)).toBe(true);
    expect(parts['rewards']).toEqual([]);
    const [row] = parts['moves'] as unknown as MoveRow[];
    expect([row?.from_on, row?.to_on]).toEqual(['2023-12-28', '2023-12-28']);
  });

  it('have customers behind them', async () => {
    await given(engine, small);
    const span = {from_on: '2023-06-15', to_on: '2023-12-28'};
    const one = {from_state: 'customer', to_state: 'client', customers: 1};
    expect(table(await behind(ofMove(one, span), {params}), ['customer_id', 'name', 'rung', 'net_sales'])).toEqual([
      ['ada', 'Ada', 'client', 100]
    ]);
    const arrived = {from_state: null, to_state: 'prospect', customers: 1};
    expect(table(await behind(ofMove(arrived, span), {params}), ['customer_id', 'last_on', 'net_sales'])).toEqual([
      ['fay', null, 0]
    ]);
    const day = {moment: '2023-06-30', rung: 'customer', customers: 4};
    expect(table(await behind(onDay(day)), ['customer_id'])).toEqual([['eve'], ['ada'], ['cy'], ['bo']].sort(bySales));
  });
});

const bySales = ([a = '']: string[], [b = '']: string[]): number => sales(b) - sales(a);
const sales = (id: string): number => ({ada: 100, bo: 20, cy: 99.5, eve: 115})[id] ?? 0;

describe('the test', () => {
  it('tells rungs as of an earlier day, and counts who bought again', async () => {
    const {parts} = await ladder(small);
    expect(parts['hits']).toEqual([
      {
        tested_on: '2023-09-28',
        rung: 'customer',
        customers: 4,
        again: 3,
        again_share: 0.75,
        low: expect.closeTo(0.3006, 4),
        high: expect.closeTo(0.9544, 4),
        sales_after: 95
      },
      {
        tested_on: '2023-09-28',
        rung: 'prospect',
        customers: 2,
        again: 0,
        again_share: 0,
        low: 0,
        high: expect.closeTo(0.6576, 4),
        sales_after: 0
      }
    ]);
    const rows = parts['hits'] as unknown as HitRow[];
    expect(
      hitSentence(rows, 91)
        .map(({text}) => text)
        .join('')
    ).toBe('Of the 4 customers of 28 Sept 2023, 75% bought again within 91 days. ');
    const [customers] = rows;
    expect(customers && table(await behind(ofHit(customers)), ['customer_id'])).toEqual([
      ['eve'],
      ['ada'],
      ['cy'],
      ['bo']
    ]);
  });

  it('says where a lower rung bought more often', () => {
    const row = (rung: string, again_share: number, low: number, high: number): HitRow => ({
      tested_on: '2024-01-01',
      rung,
      customers: 10,
      again: 5,
      again_share,
      low,
      high,
      sales_after: 0
    });
    const rows = [row('client', 0.5, 0.4, 0.6), row('customer', 0.55, 0.45, 0.65), row('lapsed', 0.1, 0, 0.2)];
    expect(turned(rows).map(({higher, lower}) => [higher.rung, lower.rung])).toEqual([['client', 'customer']]);
    expect(
      hitSentence(rows, 91)
        .map(({text}) => text)
        .join('')
    ).toContain('Customer bought again more often than Client, which may be chance.');
  });
});

const ladder = async (rows: Given, asked: Asked = {}): Promise<Told> => {
  await given(engine, rows);
  return ask(engine, 'ladder', asked);
};

const table = (rows: readonly Row[] | undefined, columns: readonly string[]) =>
  (rows ?? []).map((row) => columns.map((column) => row[column]));

async function behind(selection: Selection, asked: Asked = {}): Promise<Row[]> {
  const answer = await runAnalysis(engine, await questionOf(engine, 'ladder', asked));
  const {rows} = await customersBehind(engine, answer, selection);
  await release(engine, answer);
  return rows;
}
