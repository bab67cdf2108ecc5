import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import {customersBehind, release, runAnalysis} from '../run';
import {testOf} from './log-rank';
import type {Conditional, RankRow, Summary} from './parts';
import {stillWaiting} from './selection';
import {chanceOf} from './conditional-table';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
}, 60_000);

const start = Date.UTC(2024, 0, 1);

/** The day so many days after 1 January 2024. */
const on = (day: number): string => new Date(start + day * 86_400_000).toISOString().slice(0, 10);

/** Purchases of a customer on these days. */
const bought = (customer_id: string, days: readonly number[], more: Readonly<Record<string, string | number>> = {}) =>
  days.map((day) => ({customer_id, purchased_on: on(day), amount: 10, ...more}));

/** The six of the lesson: the data ends on day 50. */
const six: Given = {
  purchase: [
    ...bought('a', [0, 10]),
    ...bought('b', [0, 20]),
    ...bought('c', [0, 40]),
    ...bought('d', [30]),
    ...bought('e', [20]),
    ...bought('f', [0]),
    // nothing is left of it: no purchase, but the data goes on to this day
    {customer_id: 'z', purchased_on: on(50), amount: 5},
    {customer_id: 'z', purchased_on: on(50), amount: -5}
  ]
};

describe('the curve', () => {
  it('counts open waits as long as they are seen, on the day they are last seen too', async () => {
    const {rows} = await survival(six);
    expect(table(rows, ['duration', 'at_risk', 'events', 'censored', 'survival'])).toEqual([
      [10, 6, 1, 0, near(5 / 6)],
      [20, 5, 1, 1, near(2 / 3)],
      [30, 3, 0, 1, near(2 / 3)],
      [40, 2, 1, 0, near(1 / 3)],
      [50, 1, 0, 1, near(1 / 3)]
    ]);
    expect(table(rows, ['ended', 'std_error'])).toEqual([
      [near(1 / 6), near((5 / 6) * Math.sqrt(1 / 30))],
      [near(1 / 3), near((2 / 3) * Math.sqrt(1 / 30 + 1 / 20))],
      [near(1 / 3), near((2 / 3) * Math.sqrt(1 / 30 + 1 / 20))],
      [near(2 / 3), near((1 / 3) * Math.sqrt(1 / 30 + 1 / 20 + 1 / 2))],
      [near(2 / 3), near((1 / 3) * Math.sqrt(1 / 30 + 1 / 20 + 1 / 2))]
    ]);
    const error = 1.959963984540054 * Math.sqrt(1 / 30);
    expect(rows[0]).toMatchObject({low: near((5 / 6) * Math.exp(-error)), high: 1});
  });

  it('says what the lesson says', async () => {
    const told = await survival(six, {params: {silent: 20, within: 20}});
    expect(told.parts['summary']?.[0]).toMatchObject({
      waits: 6,
      events: 3,
      censored: 3,
      median: 40,
      naive: 20,
      lower: 20
    });
    expect(told.parts['conditional']?.[0]).toMatchObject({waiting: 3, later: 2, stays: near(1 / 2)});
    expect(sentence(told)).toBe(
      'After the first purchase half buy again within 40 days; 33.3% haven’t after the 50 days seen. Leaving the open ones out would have said 20 days.'
    );
  });

  it('is the share of those who came back by then where no wait is open', async () => {
    const waits = [3, 3, 5, 8, 8, 8, 13, 21, 34, 55];
    const {rows, parts} = await survival({purchase: waits.flatMap((wait, place) => bought(`c${place}`, [0, wait]))});
    for (const row of rows) {
      const over = waits.filter((wait) => wait <= Number(row['duration'])).length;
      expect(row['ended']).toBeCloseTo(over / waits.length, 12);
    }
    expect(parts['summary']?.[0]).toMatchObject({median: 8, naive: 8, last_survival: 0, mean: near(15.8)});
    expect(rows.at(-1)).toMatchObject({survival: 0, std_error: null, low: null, high: null});
  });

  it('stays at one where all waits are open, and has no half', async () => {
    const told = await survival({purchase: ['a', 'b', 'c'].flatMap((name, place) => bought(name, [10 * place]))});
    expect(table(told.rows, ['duration', 'at_risk', 'censored', 'survival', 'low', 'high'])).toEqual([
      [0, 3, 1, 1, 1, 1],
      [10, 2, 1, 1, 1, 1],
      [20, 1, 1, 1, 1, 1]
    ]);
    expect(told.parts['summary']?.[0]).toMatchObject({
      median: null,
      median_low: null,
      naive: null,
      mean: 20,
      mean_error: 0
    });
    expect(sentence(told)).toBe('After the first purchase no one has bought again within the 20 days seen.');
  });

  it('takes the middle of a standstill at exactly half', async () => {
    const {parts} = await survival({purchase: [1, 2, 3, 4].flatMap((wait) => bought(`c${wait}`, [0, wait]))});
    expect(parts['summary']?.[0]).toMatchObject({lower: 1.5, median: 2.5, upper: 3.5, lower_low: 1, lower_high: null});
    const open = await survival({
      purchase: [
        ...bought('a', [0, 1]),
        ...bought('b', [0, 2]),
        ...bought('c', [1]),
        ...bought('d', [0]),
        ...bought('e', [4])
      ]
    });
    // 5 wait; e is last seen on its first day: 1, 3/4, 1/2, and no more until day 4
    expect(open.parts['summary']?.[0]).toMatchObject({median: 3, lower: 1.5, upper: null});
  });

  it('says that there was no time yet where all bought on the last day', async () => {
    const told = await survival({purchase: ['a', 'b'].flatMap((name) => bought(name, [0]))});
    expect(sentence(told)).toBe('After the first purchase no one has been seen for a day yet: the data ends with it.');
  });

  it('knows one customer who came back, and one who hasn’t', async () => {
    const once = await survival({purchase: bought('a', [0, 7])});
    expect(table(once.rows, ['duration', 'at_risk', 'survival', 'std_error'])).toEqual([[7, 1, 0, null]]);
    expect(sentence(once)).toBe('After the first purchase half buy again within 7 days, and all within 7 days.');
    const still = await survival({purchase: bought('a', [0])});
    expect(table(still.rows, ['duration', 'censored', 'survival'])).toEqual([[0, 1, 1]]);
  });

  it('counts days over the leap day, the turn of the year and a month without purchases', async () => {
    const {rows} = await survival({
      purchase: [
        {customer_id: 'a', purchased_on: '2024-02-28', amount: 1},
        {customer_id: 'a', purchased_on: '2024-03-01', amount: 1},
        {customer_id: 'b', purchased_on: '2023-02-28', amount: 1},
        {customer_id: 'b', purchased_on: '2023-03-01', amount: 1},
        {customer_id: 'c', purchased_on: '2023-12-31', amount: 1},
        {customer_id: 'c', purchased_on: '2024-12-31', amount: 1}
      ]
    });
    expect(table(rows, ['duration', 'events'])).toEqual([
      [1, 1],
      [2, 1],
      [366, 1]
    ]);
  });
});

describe('which purchase', () => {
  const many: Given = {purchase: [...bought('a', [0, 1, 3, 6, 10, 15, 100]), ...bought('b', [0, 2])]};

  it.each([
    [
      'first',
      [
        [1, 1],
        [2, 1]
      ]
    ],
    [
      'second',
      [
        [2, 1],
        [98, 0]
      ]
    ],
    ['third', [[3, 1]]],
    [
      'later',
      [
        [0, 0],
        [4, 1],
        [5, 1],
        [85, 1]
      ]
    ],
    [
      'any',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 1],
        [4, 1],
        [5, 1],
        [85, 1],
        [98, 0]
      ]
    ]
  ])('after the %s', async (what, expected) => {
    const {rows} = await survival(many, {params: {what}});
    expect(table(rows, ['duration', 'events'])).toEqual(expected);
  });

  it('is counted from the very first, before the period too; the period says where a wait begins', async () => {
    const {rows} = await survival(many, {scope: {from: on(2)}, params: {what: 'third'}});
    expect(table(rows, ['duration', 'events'])).toEqual([[3, 1]]);
    const first = await survival(many, {scope: {from: on(1)}});
    expect(first.rows).toEqual([]);
    expect(sentence(first)).toBe('Nothing is waited for in this period, with these filters and rules.');
  });

  it('is the same where purchases are filtered, among those kept', async () => {
    const rows: Given = {
      purchase: [
        ...bought('a', [0, 9], {channel: 'web'}),
        ...bought('a', [4], {channel: 'shop'}),
        ...bought('b', [0, 3])
      ]
    };
    const {rows: web} = await survival(rows, {scope: {filters: {channel: ['web']}}});
    expect(table(web, ['duration', 'events'])).toEqual([[9, 1]]);
    expect(table((await survival(rows)).rows, ['duration'])).toEqual([[3], [4]]);
  });

  it('leaves a wait open that ends after the last day looked at, and one that ends on it over', async () => {
    const rows: Given = {purchase: [...bought('a', [0, 10]), ...bought('b', [0, 11])]};
    expect(table((await survival(rows, {scope: {as_of: on(10)}})).rows, ['duration', 'events', 'censored'])).toEqual([
      [10, 1, 1]
    ]);
    expect(table((await survival(rows, {scope: {to: on(10)}})).rows, ['duration', 'events', 'censored'])).toEqual([
      [10, 1, 1]
    ]);
    expect(table((await survival(rows, {scope: {as_of: on(30)}})).rows, ['duration', 'events'])).toEqual([
      [10, 1],
      [11, 1]
    ]);
  });

  it('is a day on which something was left: not one that was given back, nor a second one on the same day', async () => {
    const {rows} = await survival({
      purchase: [
        ...bought('a', [0, 0, 9]),
        ...bought('a', [5], {amount: 20}),
        ...bought('a', [5], {amount: -20}),
        ...bought('a', [7], {amount: -5})
      ]
    });
    expect(table(rows, ['duration', 'events'])).toEqual([[9, 1]]);
  });
});

describe('relationships', () => {
  const contracts: Given = {
    purchase: [
      ...bought('a', [5, 90]),
      ...bought('b', [10]),
      ...bought('c', [20]),
      ...bought('d', [30]),
      ...bought('g', [100])
    ],
    customer: [
      {customer_id: 'a', acquired_on: on(0), closed_on: on(40)},
      {customer_id: 'b', acquired_on: null, closed_on: on(100)},
      {customer_id: 'c', acquired_on: on(0), contract_until: on(50)},
      {customer_id: 'd', acquired_on: on(0), contract_until: on(100)},
      {customer_id: 'e', acquired_on: on(60), closed_on: null},
      {customer_id: 'f', acquired_on: on(60), closed_on: on(50)},
      {customer_id: 'h', closed_on: on(70)}
    ]
  };

  it('last from being won to their end, else to the end of the contract, else to the last day', async () => {
    const told = await survival(contracts, {params: {what: 'contract'}});
    expect(table(told.rows, ['duration', 'at_risk', 'events', 'censored'])).toEqual([
      [0, 6, 0, 1],
      [40, 5, 1, 1],
      [50, 3, 1, 0],
      [90, 2, 1, 0],
      [100, 1, 0, 1]
    ]);
    expect(told.parts['aside']).toEqual([{waits: 1}]);
    expect(sentence(told)).toBe(
      'Half of all relationships last longer than 90 days; 26.7% last longer than the 100 days seen. Of those that ended alone one would have said 50 days.'
    );
  });

  it('that are closed later than one looks are not over, whatever their contract said', async () => {
    const rows: Given = {
      purchase: bought('a', [0, 80]),
      customer: [{customer_id: 'a', acquired_on: on(0), contract_until: on(20), closed_on: on(60)}]
    };
    const then = await survival(rows, {params: {what: 'contract'}, scope: {as_of: on(50)}});
    expect(table(then.rows, ['duration', 'events', 'censored'])).toEqual([[50, 0, 1]]);
    const now = await survival(rows, {params: {what: 'contract'}});
    expect(table(now.rows, ['duration', 'events', 'censored'])).toEqual([[60, 1, 0]]);
  });

  it('are those of customers who bought what is filtered for, and of the segment that is', async () => {
    const rows: Given = {
      ...contracts,
      purchase: (contracts.purchase ?? []).map((row) => ({
        ...row,
        channel: row['customer_id'] === 'b' ? 'web' : 'shop'
      })),
      customer: (contracts.customer ?? []).map((row, place) => ({...row, segment: place % 2 === 0 ? 'x' : 'y'}))
    };
    const web = await survival(rows, {params: {what: 'contract'}, scope: {filters: {channel: ['web']}}});
    expect(table(web.rows, ['duration', 'events'])).toEqual([[90, 1]]);
    const x = await survival(rows, {params: {what: 'contract'}, scope: {filters: {segment: ['x']}}});
    expect(table(x.rows, ['duration', 'at_risk'])).toEqual([
      [40, 3],
      [50, 1]
    ]);
  });
});

describe('groups', () => {
  const segments: Given = {
    purchase: [
      ...[5, 6, 7, 8].flatMap((wait) => bought(`x${wait}`, [0, wait])),
      ...[50, 60, 70].flatMap((wait) => bought(`y${wait}`, [0, wait])),
      ...bought('n1', [0, 100])
    ],
    customer: [
      ...[5, 6, 7, 8].map((wait) => ({customer_id: `x${wait}`, segment: 'quick'})),
      ...[50, 60, 70].map((wait) => ({customer_id: `y${wait}`, segment: 'slow'}))
    ]
  };

  it('of which none reaches half are told apart by the average wait', async () => {
    const told = await survival(
      {
        purchase: [
          ...bought('x1', [0, 10]),
          ...['x2', 'x3', 'y2', 'y3'].flatMap((name) => bought(name, [0])),
          ...bought('y1', [0, 40])
        ],
        customer: ['x1', 'x2', 'x3', 'y1', 'y2', 'y3'].map((name) => ({
          customer_id: name,
          segment: name.slice(0, 1)
        }))
      },
      {params: {split: 'segment', horizon: 60}, scope: {as_of: on(100)}}
    );
    // Of 60 days: (10 + 60 + 60) / 3, and (40 + 60 + 60) / 3. Of x 1 ended, 3/6 + 2/5 were expected, with variance 1/4 + 6/25.
    expect(sentence(told).replaceAll('\u00a0', ' ')).toBe(
      'After the first purchase x comes back soonest (waiting 43.3 of the first 60 days on average), y latest (waiting 53.3 of the first 60 days on average). Chance alone would make groups that are alike differ as much in 88.6% of cases (log-rank, p = 0.886).'
    );
  });

  it('have a curve each, the one with most waits first', async () => {
    const told = await survival(segments, {params: {split: 'segment'}});
    expect(table(told.parts['summary'], ['place', 'group_name', 'waits', 'median'])).toEqual([
      [1, 'quick', 4, 6.5],
      [2, 'slow', 3, 60],
      [3, '', 1, 100]
    ]);
    expect(sentence(told)).toMatch(
      /^After the first purchase quick comes back soonest \(half within 6\.5 days\), none given latest/
    );
    const test = testOf(told.parts['rank'] as unknown as RankRow[]);
    expect(test?.degreesOfFreedom).toBe(2);
    expect(test?.p).toBeLessThan(0.05);
  });

  it('share one curve from the sixth on, but for a sixth that is the last', async () => {
    const rows = (groups: number): Given => ({
      purchase: Array.from({length: groups}, (_, place) => bought(`c${place}`, [0, 1 + place])).flat(),
      customer: Array.from({length: groups}, (_, place) => ({customer_id: `c${place}`, segment: `s${place}`}))
    });
    const eight = await survival(rows(8), {params: {split: 'segment'}});
    expect(table(eight.parts['summary'], ['place', 'group_name', 'groups', 'waits'])).toEqual([
      [1, 's0', 1, 1],
      [2, 's1', 1, 1],
      [3, 's2', 1, 1],
      [4, 's3', 1, 1],
      [5, 's4', 1, 1],
      [6, null, 3, 3]
    ]);
    const sixth = (await survival(rows(6), {params: {split: 'segment'}})).parts['summary'];
    expect(sixth?.[5]).toMatchObject({place: 6, group_name: 's5', groups: 1});
  });

  it('of which there is one give the curve of all', async () => {
    const customer = ['a', 'b', 'c', 'd', 'e', 'f'].map((customer_id) => ({customer_id, segment: 'only'}));
    const whole = await survival(six);
    const split = await survival({...six, customer}, {params: {split: 'segment'}});
    const without = ({rows}: Told) => rows.map((row) => ({...row, group_name: null}));
    expect(without(split)).toEqual(without(whole));
    expect(split.parts['rank']).toEqual([]);
  });

  it('don’t change what all of them together wait', async () => {
    const told = await survival(segments, {params: {split: 'segment'}});
    const whole = await survival(segments);
    const sum = (rows: readonly Row[], column: string): number =>
      rows.reduce((total, row) => total + Number(row[column]), 0);
    for (const column of ['events', 'censored']) expect(sum(told.rows, column)).toBe(sum(whole.rows, column));
  });
});

describe('what is drawn and told', () => {
  it('are at most 500 points of a curve, all of them its own, with everyone in some stretch', async () => {
    const purchase = Array.from({length: 1200}, (_, place) => bought(`c${place}`, [0, 1 + place])).flat();
    const {rows, parts} = await survival({purchase});
    const points = parts['points'] ?? [];
    expect(rows).toHaveLength(1200);
    expect(points.length).toBeLessThanOrEqual(501);
    expect(points.length).toBeGreaterThan(350);
    for (const point of points) {
      const own = rows.find((row) => row['duration'] === point['duration']);
      expect([point['survival'], point['low'], point['high']]).toEqual([
        own?.['survival'],
        own?.['low'],
        own?.['high']
      ]);
    }
    expect(points.reduce((sum, point) => sum + Number(point['events']), 0)).toBe(1200);
  });

  it('stand at round days, with how many are known that long', async () => {
    const {parts} = await survival(six);
    expect(table(parts['times'], ['duration', 'at_risk', 'waiting', 'survival', 'chance'])).toEqual([
      [0, 6, 6, 1, 0],
      [7, 6, 6, 1, near(1 / 6)],
      [14, 5, 5, near(5 / 6), near(1 / 5)],
      [21, 3, 3, near(2 / 3), 0],
      [28, 3, 3, near(2 / 3), 0],
      [35, 2, 2, near(2 / 3), near(1 / 2)],
      [42, 1, 1, near(1 / 3), 0],
      [49, 1, 1, near(1 / 3), null]
    ]);
  });

  it('end at the horizon, and the average with them', async () => {
    const {parts} = await survival(six, {params: {horizon: 20}});
    expect(parts['points']?.at(-1)?.['duration']).toBe(20);
    // ten days of all, ten of five sixths
    expect(parts['summary']?.[0]?.['mean']).toBeCloseTo(10 + 50 / 6, 12);
    expect((await survival(six, {params: {horizon: 60}})).parts['summary']?.[0]?.['mean']).toBeNull();
  });

  it('say no chance of fewer than ten, none beyond what is seen, and else with limits', async () => {
    const purchase = Array.from({length: 40}, (_, place) =>
      bought(`c${place}`, place % 2 === 0 ? [0] : [0, 1 + place])
    ).flat();
    const params = {what: 'first', split: 'none', horizon: 0} as const;
    const asked = async (silent: number, within: number) => {
      const told = await survival({purchase}, {params: {silent, within}, scope: {as_of: on(50)}});
      return chanceOf(told.parts['conditional']?.[0] as unknown as Conditional, {...params, silent, within});
    };
    expect(await asked(10, 20)).toMatchObject({share: '28.6%'});
    expect(await asked(10, 60)).toBeNull();
    expect(await asked(49, 1)).toMatchObject({share: '0%', low: '0', high: '0%'});
    expect(await asked(50, 1)).toBeNull();
  });
});

describe('who is behind', () => {
  it('a point: those who came back then, with what they bought for', async () => {
    expect(await behind(six, {of_place: 1, days_from: 10, days_to: 20, ended: true})).toEqual([
      ['b', 20, 20],
      ['a', 10, 20]
    ]);
    expect(await behind(six, {of_place: 1, days_from: 10, days_to: 20, ended: false})).toEqual([['d', 20, 10]]);
  });

  it('a curve: those who haven’t come back, the longest first', async () => {
    await given(engine, six);
    const answer = await runAnalysis(engine, await questionOf(engine, 'survival'));
    const summary = answer.parts['summary']?.[0] as unknown as Summary;
    const {rows} = await customersBehind(
      engine,
      answer,
      stillWaiting(summary, {what: 'first', split: 'none', horizon: 0, silent: 60, within: 90})
    );
    await release(engine, answer);
    expect(table(rows, ['customer_id', 'days'])).toEqual([
      ['f', 50],
      ['e', 30],
      ['d', 20]
    ]);
  });
});

async function survival(rows: Given, asked: Asked = {}): Promise<Told> {
  await given(engine, rows);
  return ask(engine, 'survival', asked);
}

async function behind(rows: Given, params: Readonly<Record<string, number | boolean>>): Promise<unknown[][]> {
  await given(engine, rows);
  const answer = await runAnalysis(engine, await questionOf(engine, 'survival'));
  const list = await customersBehind(engine, answer, {title: '', params});
  await release(engine, answer);
  return table(list.rows, ['customer_id', 'days', 'net_sales']);
}

const near = (value: number): unknown => expect.closeTo(value, 12);

function table(rows: readonly Row[] = [], columns: readonly string[]): unknown[][] {
  return rows.map((row) => columns.map((column) => row[column]));
}
