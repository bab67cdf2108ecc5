import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import type {Selection} from '../analysis';
import {customersBehind, release, runAnalysis} from '../run';
import {settle} from './params';
import {ofCell, ofList, ofMoment, ofMove, ofPast, ofPhase} from './selection';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

/** A day, counted from the first of 2024. */
const day = (at: number): string => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);

/** Purchases of a customer on some days, each for the amount. */
const bought = (customer_id: string, days: readonly number[], amount = 10): Record<string, string>[] =>
  days.map((at) => ({customer_id, purchased_on: day(at), amount: String(amount)}));

async function told(purchase: Given['purchase'], asked: Asked = {}): Promise<Told> {
  await given(engine, {purchase: purchase ?? []});
  return ask(engine, 'phases', asked);
}

async function behind(selection: Selection, asked: Asked = {}): Promise<unknown[]> {
  const answer = await runAnalysis(engine, await questionOf(engine, 'phases', asked));
  try {
    return (await customersBehind(engine, answer, selection)).rows.map((row) => row['customer_id']);
  } finally {
    await release(engine, answer);
  }
}

const phaseIn = ({rows}: Told, phase: string): Row => rows.find((row) => row['phase'] === phase) ?? {};
const hitIn = ({parts}: Told, phase: string): Row => parts['hits']?.find((row) => row['phase'] === phase) ?? {};
const listIn = ({parts}: Told, list: string): Row => parts['lists']?.find((row) => row['list'] === list) ?? {};
const watched = ({parts}: Told, list: string): Row[] => parts['watch']?.filter((row) => row['list'] === list) ?? [];

/** Limits that can't be told. */
const unknown = {
  gaps: 0,
  open_gaps: 0,
  median_days: null,
  active_days: null,
  lapsed_days: null,
  back_share: null,
  of_returning: false
};

/** Five who bought on day 0; four came back after 10, 20, 30 and 40 days, one never. Day 100 is the last. */
const five = [
  ...bought('a', [0, 10]),
  ...bought('b', [0, 20]),
  ...bought('c', [0, 30]),
  ...bought('d', [0, 40]),
  ...bought('e', [0], 50)
];
const hundred = {scope: {as_of: day(100)}, params: {test_days: 50}};

describe('by hand, of five who came back after 10, 20, 30 and 40 days, and one who didn’t', () => {
  it('limits are where the curve of Kaplan and Meier reaches 50, 20 and 10 %', async () => {
    const {parts} = await told(five, hundred);
    expect(parts['limits']).toEqual([
      {
        ...unknown,
        class: 1,
        gaps: 4,
        open_gaps: 1,
        median_days: 30,
        active_days: 40,
        back_share: expect.closeTo(0.8, 12)
      },
      {...unknown, class: 2, gaps: 0, open_gaps: 4, back_share: 0}
    ]);
  });

  it('the one is in decline, the others explore', async () => {
    const answer = await told(five, hundred);
    expect(phaseIn(answer, 'exploration')).toMatchObject({
      customers: 4,
      customers_share: 0.8,
      net_sales: 80,
      per_customer: 20,
      median_recency: 75,
      median_tenure: 100,
      slipping: 0
    });
    expect(phaseIn(answer, 'decline')).toMatchObject({
      customers: 1,
      net_sales: 50,
      slipping: 1,
      slipping_sales: 50,
      value_at_stake: 50
    });
    expect(phaseIn(answer, 'commitment')).toMatchObject({customers: 0, net_sales: 0, per_customer: null});
  });

  it('awareness can’t be seen from purchases alone', async () => {
    expect(phaseIn(await told(five, hundred), 'awareness')).toMatchObject({
      observable: false,
      customers: null,
      net_sales: null
    });
  });

  it('who is slipping is told by when they were expected, and what is at stake', async () => {
    const answer = await told(five, hundred);
    expect(watched(answer, 'slipping')).toMatchObject([
      {
        rank: 1,
        customer_id: 'e',
        phase: 'decline',
        reason: 'silent',
        occasions: 1,
        last_on: day(0),
        recency_days: 100,
        usual_gap: 30,
        active_until: day(40),
        lapses_on: null,
        return_share: 0,
        at_least: true,
        yearly_sales: 50,
        value_at_stake: 50
      }
    ]);
    expect(listIn(answer, 'slipping')).toMatchObject({customers: 1, yearly_sales: 50, value_at_stake: 50});
  });

  it('the chance to return is 1 − S(silence + days) ÷ S(silence)', async () => {
    const answer = await told([...five, ...bought('g', [75], 30)], hundred);
    // S is 2/3 from day 20 on; g is open from 25 on, so that 1 of 3 comes back at 30 and 1 of 2 at 40: S(75) = 2/9
    const row = await customer(answer, 'g');
    expect(row['return_share']).toBeCloseTo(2 / 3, 9);
    expect(row['value_at_stake']).toBeCloseTo(10, 9);
    expect(row).toMatchObject({phase: 'exploration', recency_days: 25, usual_gap: 30, active_until: null});
  });

  it('phases are tested by what was known then', async () => {
    const answer = await told(five, hundred);
    expect(hitIn(answer, 'decline')).toMatchObject({
      tested_on: day(50),
      customers: 1,
      again: 0,
      again_share: 0,
      low: 0
    });
    expect(hitIn(answer, 'decline')['high']).toBeCloseTo(0.7935, 4);
    expect(hitIn(answer, 'exploration')).toMatchObject({customers: 4, again: 0, sales_after: 0});
    expect(await behind(ofPast('decline', day(50)), hundred)).toEqual(['e']);
    const sooner = await told(five, {...hundred, params: {test_days: 75}});
    // on day 25 all explore; c and d have bought since
    expect(hitIn(sooner, 'exploration')).toMatchObject({customers: 5, again: 2, again_share: 0.4, sales_after: 20});
    expect(hitIn(sooner, 'exploration')['low']).toBeCloseTo(0.1176, 4);
    expect(hitIn(sooner, 'exploration')['high']).toBeCloseTo(0.7693, 4);
  });

  it('cells count who had bought so often, so long ago', async () => {
    const {parts} = await told(five, hundred);
    const cells = parts['cells']?.map((row) => [row['times_from'], row['silent_from'], row['customers'], row['again']]);
    expect(cells).toEqual([
      [1, 31, 1, 0],
      [2, 0, 3, 0],
      [2, 31, 1, 0]
    ]);
    expect(await behind(ofCell({...cellOf(2, 0, 30)}), hundred)).toEqual(['b', 'c', 'd']);
  });

  it('phases add up to what is covered where a later start leaves someone only returns', async () => {
    const purchase = [...bought('a', [0, 200]), ...bought('r', [3]), ...bought('r', [190], -5)];
    const {rows, coverage} = await told(purchase, {scope: {from: day(180)}});
    expect(coverage.amount).toBe('5.0000');
    expect(rows.filter(({customers}) => customers).map((row) => [row['phase'], Number(row['net_sales'])])).toEqual([
      ['awareness', -5],
      ['exploration', 10]
    ]);
  });

  it('moves lead from one moment to another, and bring what was bought between', async () => {
    const {parts} = await told(five, {...hundred, params: {then_from: day(25), then_to: day(100)}});
    const moves = parts['moves']?.map((row) => [
      row['from_phase'],
      row['to_phase'],
      row['from_on'],
      row['to_on'],
      row['customers'],
      row['net_sales']
    ]);
    expect(moves).toEqual([
      ['exploration', 'decline', day(25), day(100), 1, 0],
      ['exploration', 'exploration', day(25), day(100), 4, 20]
    ]);
    const asked = {...hundred, params: {then_from: day(25)}};
    expect(await behind(ofMove({from_state: 'exploration', to_state: 'decline', customers: 1}), asked)).toEqual(['e']);
  });

  it('lists lead to their customers, and so do months', async () => {
    await told(five, hundred);
    expect(await behind(ofList('slipping'), hundred)).toEqual(['e']);
    expect(await behind(ofPhase('exploration'), hundred)).toEqual(['a', 'b', 'c', 'd']);
    expect(await behind(ofMoment({moment: day(30), state: 'exploration', customers: 5}), hundred)).toHaveLength(5);
  });

  it('the sentence says what is at stake', async () => {
    expect(sentence(await told(five, hundred))).toBe(
      '1 customer who brings 50.00 a year is slipping; 50.00 of that is at stake. 0 of 5 are in commitment.'
    );
    expect(sentence(await told(bought('a', [0]), {scope: {as_of: day(1)}}))).toBe(
      'No relationship is slipping by these rules. 0 of 1 are in commitment.'
    );
  });
});

const cellOf = (times_from: number, silent_from: number, silent_to: number) => ({
  times_from,
  times_to: times_from,
  silent_from,
  silent_to,
  customers: 0,
  again: 0,
  hit_rate: 0,
  low: 0,
  high: 0
});

describe('what is at stake', () => {
  it('is profit where costs are known, sales where they aren’t, and never below 0', async () => {
    const costs = five.map((row) => (row['customer_id'] === 'e' ? {...row, cost: '20'} : row));
    expect(watched(await told(costs, hundred), 'slipping')).toMatchObject([{yearly_profit: 30, value_at_stake: 30}]);
    const loss = five.map((row) => (row['customer_id'] === 'e' ? {...row, cost: '70'} : row));
    expect(watched(await told(loss, hundred), 'slipping')).toMatchObject([{yearly_profit: -20, value_at_stake: 0}]);
    const other = five.map((row) => (row['customer_id'] === 'a' ? {...row, cost: '7'} : row));
    expect(watched(await told(other, hundred), 'slipping')).toMatchObject([{yearly_profit: null, value_at_stake: 50}]);
  });

  it('is of the year up to the last purchase, returns since then taken off', async () => {
    const rows = [
      ...five,
      ...bought('f', [-400, -365], 1000),
      ...bought('f', [-364, 0], 20),
      ...bought('f', [50], -15)
    ];
    // f: the year up to day 0 begins after day −365; 20 + 20 − 15
    const answer = await told(rows, {...hundred, params: {test_days: 50}});
    await expect(customer(answer, 'f')).resolves.toMatchObject({yearly_sales: 25, net_sales: 2025});
  });
});

/** A customer as the list behind has it. */
async function customer({question}: Told, id: string): Promise<Row> {
  const answer = await runAnalysis(engine, question);
  const {rows} = await customersBehind(engine, answer, {title: '', params: ofMany});
  await release(engine, answer);
  return rows.find((row) => row['customer_id'] === id) ?? {};
}
const ofMany = {...ofPhase('plateau').params, phase: null};

describe('the other lists', () => {
  it('find those whose last two gaps are 1.5 times the median of at least three before', async () => {
    const rows = [
      ...bought('just', [0, 10, 20, 30, 45, 60]),
      ...bought('short of it', [0, 10, 20, 30, 44, 58]),
      ...bought('too few', [0, 10, 20, 35, 50]),
      ...bought('slow', [0, 10, 20, 30, 50, 60])
    ];
    const answer = await told(rows, {scope: {as_of: day(61)}});
    expect(
      watched(answer, 'slowing').map((row) => [row['customer_id'], row['recent_gap'], row['earlier_gap']])
    ).toEqual(
      expect.arrayContaining([
        ['just', 15, 10],
        ['slow', 15, 10]
      ])
    );
    expect(listIn(answer, 'slowing')).toMatchObject({customers: 2});
    const more = await told(rows, {scope: {as_of: day(61)}, params: {slowing: 1.6}});
    expect(listIn(more, 'slowing')).toMatchObject({customers: 0});
  });

  it('find those who bought for less than half of the half-window before', async () => {
    const rows = [
      ...bought('less', [0, 50, 70], 100),
      ...bought('less', [95], 99),
      ...bought('half', [0, 50, 70], 100),
      ...bought('half', [95], 100),
      ...bought('explorer', [50], 100)
    ];
    // the half-windows are days 81 to 100 and 61 to 80
    const asked = {scope: {as_of: day(100), definitions: {half_window: 20}}};
    const answer = await told(rows, asked);
    expect(watched(answer, 'shrinking').map((row) => row['customer_id'])).toEqual([]);
    const lower = await told(
      rows.map((row) => (row['amount'] === '99' ? {...row, amount: '49.99'} : row)),
      asked
    );
    expect(watched(lower, 'shrinking')).toMatchObject([
      {customer_id: 'less', sales_recent: 49.99, sales_before: 100, phase: 'decline', reason: 'less'}
    ]);
  });

  it('find those who came back from a silence past the limit', async () => {
    const quick = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].flatMap((name) => bought(name, [80, 85, 95]));
    const rows = [...quick, ...bought('back', [0, 90])];
    // after the first purchase 9 of 10 are back after 5 days, all after 90: lapsed after 5
    const answer = await told(rows, {scope: {as_of: day(96)}, params: {test_days: 7}});
    expect(answer.parts['limits']?.[0]).toMatchObject({lapsed_days: 5});
    expect(watched(answer, 'won_back')).toMatchObject([{customer_id: 'back', back_on: day(90), away_days: 90}]);
    const later = await told(rows, {scope: {as_of: day(97)}, params: {test_days: 7}});
    expect(watched(later, 'won_back')).toEqual([]);
  });
});

describe('parameters', () => {
  it('have their moments in order', () => {
    const values = {
      test_days: 91,
      slowing: 1.5,
      then_from: '2024-05-01',
      then_to: '2024-01-01',
      horizon: 4,
      discount: 10
    };
    expect(settle(values)).toMatchObject({then_from: '2024-01-01', then_to: '2024-05-01'});
    expect(settle({...values, then_to: ''})).toEqual({...values, then_to: ''});
  });
});
