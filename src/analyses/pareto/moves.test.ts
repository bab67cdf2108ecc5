import {beforeAll, describe, expect, it} from 'vitest';
import {questionOf, type Asked} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import {pareto, plain, table} from '../../../test/pareto';
import type {Engine} from '../../engine/engine';
import type {Results} from '../analysis';
import {customersBehind, release, runAnalysis} from '../run';
import {cellsOf, directionOf, matrix, moverLists, movesText, nothingToCompare} from './moves';
import {initialParams} from '../params';
import {params as specs} from './params';
import type {MoveRow} from './rows';
import {ofMove} from './selection';
import {spansOf} from './spans';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

describe('the periods that are compared', () => {
  const of = (from: string, to: string, grain: 'year' | 'quarter' | 'month', since?: 'year_before') =>
    spansOf({from, to}, {grain, since: since ?? 'previous'});

  it('are the last whole one and the one before', () => {
    expect(of('2010-12-01', '2011-12-09', 'quarter')).toEqual({
      before: {from: '2011-04-01', to: '2011-06-30'},
      now: {from: '2011-07-01', to: '2011-09-30'},
      kind: 'quarter'
    });
    expect(of('2010-12-01', '2011-12-09', 'month')?.now).toEqual({from: '2011-11-01', to: '2011-11-30'});
    expect(of('2022-01-01', '2024-12-31', 'year')).toEqual({
      before: {from: '2023-01-01', to: '2023-12-31'},
      now: {from: '2024-01-01', to: '2024-12-31'},
      kind: 'year'
    });
  });

  it('end on leap days, and cross the year', () => {
    expect(of('2023-12-01', '2024-02-29', 'month')?.now).toEqual({from: '2024-02-01', to: '2024-02-29'});
    expect(of('2023-10-01', '2024-02-28', 'month')?.now).toEqual({from: '2024-01-01', to: '2024-01-31'});
    expect(of('2022-06-01', '2023-03-31', 'quarter')?.before).toEqual({from: '2022-10-01', to: '2022-12-31'});
  });

  it('may begin a week before the data, as in the trend', () => {
    expect(of('2024-01-08', '2024-06-30', 'quarter')?.kind).toBe('quarter');
    expect(of('2024-01-09', '2024-06-30', 'quarter')?.kind).toBe('half');
  });

  it('are halves of equally many days where no two are whole', () => {
    expect(of('2024-01-01', '2024-01-05', 'year')).toEqual({
      before: {from: '2024-01-02', to: '2024-01-03'},
      now: {from: '2024-01-04', to: '2024-01-05'},
      kind: 'half'
    });
    expect(of('2024-01-01', '2024-01-02', 'month')?.before).toEqual({from: '2024-01-01', to: '2024-01-01'});
    expect(of('2024-01-01', '2024-01-01', 'month')).toBeNull();
    expect(spansOf({from: null, to: null}, {grain: 'year', since: 'previous'})).toBeNull();
  });

  it('may be a year apart, or not there', () => {
    expect(of('2010-06-30', '2011-12-09', 'quarter', 'year_before')?.before).toEqual({
      from: '2010-07-01',
      to: '2010-09-30'
    });
    expect(of('2010-12-01', '2011-12-09', 'quarter', 'year_before')).toBeNull();
  });
});

const bought = (customer_id: string, purchased_on: string, amount: number, more: object = {}) => ({
  customer_id,
  purchased_on,
  amount,
  ...more
});

/**
 * Q1: ann 80, bea 15, cy 3, dan 2 of 100. Q2: cy 90, bea 6, eve 3, ann 1 of 100; dan nothing. Whoever reaches 80 % is the
 * last of A, whoever reaches 95 % the last of B. July isn't over, and doesn't count.
 */
const quarters: Given = {
  purchase: [
    bought('ann', '2024-01-02', 80, {product: 'tea'}),
    bought('bea', '2024-02-10', 15, {product: 'jam'}),
    bought('cy', '2024-03-31', 3),
    bought('dan', '2024-03-01', 2),
    bought('cy', '2024-04-01', 90, {product: 'jam'}),
    bought('bea', '2024-05-05', 6),
    bought('eve', '2024-06-30', 3),
    bought('ann', '2024-06-01', 1, {product: 'tea'}),
    bought('zoe', '2024-07-01', 500)
  ]
};

describe('who crossed a class', () => {
  it('is counted from each class to each, with what they brought', async () => {
    const {parts, question} = await pareto(quarters);
    expect(table(cells(parts), ['class_before', 'class_now', 'entities', 'before', 'now'])).toEqual([
      ['A', 'C', 1, 80, 1],
      ['B', 'B', 1, 15, 6],
      ['C', 'A', 1, 3, 90],
      ['C', 'none', 1, 2, 0],
      ['none', 'C', 1, 0, 3]
    ]);
    const moves = parts['moves'] as unknown as MoveRow[];
    const spans = spansOf({from: '2024-01-02', to: '2024-07-01'}, params);
    expect(spans && plain(movesText(moves, spans, params))).toBe(
      'Q2 2024 against Q1 2024, each ranked by itself. Customers that rose: 1; that fell: 1; with nothing bought any more: 1; with nothing bought before: 1.'
    );
    expect(matrix(moves, 'customer').map((row) => row.map((cell) => cell.text))).toEqual([
      ['', '', '↓ 1', ''],
      ['', '1', '', ''],
      ['↑ 1', '', '', '− 1'],
      ['', '', '+ 1', '']
    ]);
    expect(matrix(moves, 'customer')[0]?.[2]?.hint).toBe(
      'Class A → Class C: 1 customer, 80.00 before, 1.00 now. Show the customers.'
    );
    expect(moverLists(moves)).toEqual([
      {
        class_before: 'A',
        class_now: 'C',
        title: 'From A to C',
        rows: [{name: 'ann', before: '80.00', now: '1.00'}],
        entities: 1
      },
      {
        class_before: 'C',
        class_now: 'A',
        title: 'From C to A',
        rows: [{name: 'cy', before: '3.00', now: '90.00'}],
        entities: 1
      },
      {class_before: 'A', class_now: 'none', title: 'From A to nothing bought', rows: [], entities: 0}
    ]);
    expect(question.analysis.name).toBe('pareto');
  });

  it('leads to the customers, with what they brought in both periods', async () => {
    expect(await behind(quarters, {class_before: 'A', class_now: 'C'})).toEqual([['ann', 80, 1, 81]]);
    expect(await behind(quarters, {class_before: 'C', class_now: 'none'})).toEqual([['dan', 2, null, 2]]);
    expect(await behind(quarters, {class_before: 'A', class_now: 'A'})).toEqual([]);
    // jam 15 of 100 in Q1, 90 of 100 in Q2; what names no product 5, then 9; tea 80, then 1
    expect(await behind(quarters, {class_before: 'B', class_now: 'A'}, {by: 'product'})).toEqual(
      [
        ['bea', 15, null, 15],
        ['cy', null, 90, 90]
      ].reverse()
    );
  });

  it('ranks by profit where that is asked, and takes those of unknown cost for absent', async () => {
    const {parts} = await pareto(
      {
        purchase: [
          bought('ann', '2024-01-02', 80, {cost: 70}),
          bought('bea', '2024-02-10', 60, {cost: 20}),
          bought('ann', '2024-04-02', 80, {cost: 10}),
          bought('bea', '2024-05-10', 60),
          bought('bea', '2024-07-01', 1)
        ]
      },
      {params: {measure: 'profit'}}
    );
    expect(table(cells(parts), ['class_before', 'class_now', 'entities', 'before', 'now'])).toEqual([
      ['A', 'none', 1, 40, 0],
      ['B', 'A', 1, 10, 70]
    ]);
  });

  it('has ties by id, and classes by the limits', async () => {
    const purchase = ['a', 'b', 'c', 'd'].flatMap((id) => [bought(id, '2024-01-01', 10), bought(id, '2024-06-30', 10)]);
    const {parts} = await pareto({purchase}, {params: {limit_a: 50, limit_b: 75}});
    expect(table(cells(parts), ['class_before', 'class_now', 'entities', 'before'])).toEqual([
      ['A', 'A', 2, 20],
      ['B', 'B', 1, 10],
      ['C', 'C', 1, 10]
    ]);
  });

  it('says nothing where a period has no total above zero', async () => {
    const {parts} = await pareto({purchase: [bought('a', '2024-01-01', 10), bought('a', '2024-06-30', -10)]});
    expect(parts['moves']).toEqual([]);
    const spans = spansOf({from: '2024-01-01', to: '2024-06-30'}, params);
    expect(nothingToCompare(spans, params)).toBe(
      'Nothing to compare: in one of the two periods the total isn’t above zero.'
    );
    expect(nothingToCompare(null, {...params, since: 'year_before'})).toContain('a year before');
    const year = await pareto(quarters, {params: {since: 'year_before'}});
    expect(year.parts['moves']).toEqual([]);
  });

  it('compares the halves of a short period', async () => {
    const {parts} = await pareto({
      purchase: [bought('a', '2024-01-01', 50), bought('b', '2024-01-02', 10), bought('b', '2024-01-03', 20)]
    });
    expect(table(cells(parts), ['class_before', 'class_now', 'before', 'now'])).toEqual([['A', 'A', 10, 20]]);
  });

  it.each([
    ['A', 'A', 'stayed'],
    ['C', 'B', 'rose'],
    ['A', 'C', 'fell'],
    ['none', 'A', 'came'],
    ['B', 'none', 'gone']
  ] as const)('from %s to %s: %s', (before, now, direction) => {
    expect(directionOf(before, now)).toBe(direction);
  });
});

const params = initialParams(specs);

async function behind(
  given_: Given,
  move: Pick<MoveRow, 'class_before' | 'class_now'>,
  asked: Asked['params'] = {}
): Promise<unknown[][]> {
  await given(engine, given_);
  const answer = await runAnalysis(engine, await questionOf(engine, 'pareto', {params: asked ?? {}}));
  const list = await customersBehind(engine, answer, ofMove(move));
  await release(engine, answer);
  expect((await engine.query(list.sql)).objects()).toEqual(list.rows);
  return table(list.rows, ['customer_id', 'before', 'now', 'net_sales']);
}

const cells = ({moves = []}: Results['parts']): MoveRow[] => cellsOf(moves as unknown as MoveRow[]);
