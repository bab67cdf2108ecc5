import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import {bought, modelled, type Standing} from '../../../test/standing';
import type {Engine} from '../../engine/engine';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const company: Given = {
  purchase: [
    bought('a', '2023-01-10', 10, {channel: 'web'}),
    bought('a', '2023-03-10', 10, {channel: 'web'}),
    bought('a', '2023-05-10', 10, {channel: 'web'}),
    bought('a', '2023-12-31', 10, {channel: 'shop'}),
    bought('b', '2023-06-15', 20, {channel: 'shop'}),
    bought('b', '2024-02-29', 30, {channel: 'shop'}),
    bought('b', '2024-03-01', -5, {channel: 'shop'}),
    bought('c', '2024-03-15', 40, {channel: 'web'})
  ],
  customer: [
    {customer_id: 'a', acquired_on: '2024-01-01', segment: 'trade', country: 'SE'},
    {customer_id: 'c', acquired_on: '2023-04-15', segment: 'home', country: 'FI'},
    {customer_id: 'p', segment: 'trade', country: 'SE'},
    {customer_id: 'q', acquired_on: '2023-09-30', segment: 'home', country: 'FI'}
  ],
  interaction: [{customer_id: 'lead', occurred_on: '2023-11-02', kind: 'lead'}]
};

async function list(model: string, options: Standing = {}): Promise<string[]> {
  await given(engine, company);
  const names = new Map(
    (await modelled(engine, 'known_customer')).map((row) => [row['customer_key'], row['customer_id']])
  );
  return (await modelled(engine, model, options)).map(({customer_key: key, ...row}) =>
    [...(key === undefined ? [] : [names.get(key)]), ...Object.values(row)].map(String).join(' ')
  );
}

describe('who is known', () => {
  it('since the first of being won, buying and being met', async () => {
    await given(engine, company);
    expect(await modelled(engine, 'known_customer')).toEqual([
      {customer_key: 1, customer_id: 'a', known_on: '2023-01-10', elsewhere_on: null},
      {customer_key: 2, customer_id: 'b', known_on: '2023-06-15', elsewhere_on: null},
      {customer_key: 3, customer_id: 'c', known_on: '2023-04-15', elsewhere_on: null},
      {customer_key: 4, customer_id: 'p', known_on: null, elsewhere_on: null},
      {customer_key: 5, customer_id: 'q', known_on: '2023-09-30', elsewhere_on: null},
      {customer_key: 6, customer_id: 'lead', known_on: '2023-11-02', elsewhere_on: null}
    ]);
  });

  it('by filters and rules on customers', async () => {
    await given(engine, company);
    const ids = async (scope: Standing['scope']) =>
      (await modelled(engine, 'known_customer', {scope: scope ?? {}})).map(({customer_id: id}) => id);
    expect(await ids({filters: {segment: ['trade']}})).toEqual(['a', 'p']);
    expect(await ids({filters: {segment: ['', 'home']}})).toEqual(['b', 'c', 'q', 'lead']);
    expect(await ids({filters: {country: ['SE']}})).toEqual(['a', 'p']);
    expect(await ids({without: ['customer:a']})).toEqual(['b', 'c', 'p', 'q', 'lead']);
  });
});

describe('rungs', () => {
  it('are those of the as-of day, whoever is known then', async () => {
    const rungs = async (scope: Standing['scope']) => {
      await given(engine, company);
      return (await modelled(engine, 'customer_rung', {scope: scope ?? {}})).map(
        ({customer_key: key, rung, occasions}) => `${String(key)} ${String(rung)} ${String(occasions)}`
      );
    };
    expect(await rungs({})).toEqual([
      '1 customer 4',
      '2 customer 2',
      '3 customer 1',
      '4 prospect 0',
      '5 prospect 0',
      '6 prospect 0'
    ]);
    expect(await rungs({as_of: '2023-05-09'})).toEqual(['1 customer 2', '3 prospect 0', '4 prospect 0']);
    expect(await rungs({to: '2023-05-09'})).toEqual(['1 customer 2', '3 prospect 0', '4 prospect 0']);
  });

  it('leave out, by a filter on purchases or a later start, who bought otherwise', async () => {
    await given(engine, company);
    const rungs = async (scope: Standing['scope']) =>
      (await modelled(engine, 'customer_rung', {scope: scope ?? {}})).map(
        ({customer_key: key, rung, occasions}) => `${String(key)} ${String(rung)} ${String(occasions)}`
      );
    expect(await rungs({filters: {channel: ['shop']}})).toEqual([
      '1 customer 1',
      '2 customer 2',
      '4 prospect 0',
      '5 prospect 0',
      '6 prospect 0'
    ]);
    expect(await rungs({from: '2024-01-01'})).toEqual([
      '2 customer 1',
      '3 customer 1',
      '4 prospect 0',
      '5 prospect 0',
      '6 prospect 0'
    ]);
  });

  it('are told at two moments, a year apart where none are chosen, but no earlier than the middle of what is known', async () => {
    expect(await list('rung_then')).toEqual([
      'a 2023-08-13 client',
      'b 2023-08-13 customer',
      'c 2023-08-13 prospect',
      'p 2023-08-13 prospect',
      'a 2024-03-15 customer',
      'b 2024-03-15 customer',
      'c 2024-03-15 customer',
      'p 2024-03-15 prospect',
      'q 2024-03-15 prospect',
      'lead 2024-03-15 prospect'
    ]);
    const chosen = {params: {then_from: '2023-03-09', then_to: '2030-01-01'}};
    expect((await list('rung_then', chosen)).slice(0, 3)).toEqual([
      'a 2023-03-09 customer',
      'p 2023-03-09 prospect',
      'a 2024-03-15 customer'
    ]);
  });

  it('are told a quarter after the first could have lapsed, in young data, but leave a quarter of it', async () => {
    const moments = async (first: number, gap: number) => {
      const back = (days: number): string =>
        new Date(Date.UTC(2024, 5, 30) - days * 86_400_000).toISOString().slice(0, 10);
      const purchase = Array.from({length: 12}, (_, place) => [
        bought(`b ${place}`, back(first)),
        bought(`b ${place}`, back(first - gap))
      ]);
      await given(engine, {purchase: [...purchase.flat(), bought('today', back(0))]});
      const days = (await modelled(engine, 'rung_then')).map(({moment}) => String(moment));
      return [...new Set(days)].map((day) => Math.round((Date.UTC(2024, 5, 30) - Date.parse(day)) / 86_400_000));
    };
    expect(await moments(400, 200)).toEqual([400 - 200 - 91, 0]);
    expect(await moments(400, 250)).toEqual([100, 0]);
    expect(await moments(400, 90)).toEqual([200, 0]);
    expect(await moments(900, 700)).toEqual([225, 0]);
    expect(await moments(1200, 100)).toEqual([366, 0]);
  });

  it('are counted at the end of every month, of the last one today', async () => {
    const months = await list('rung_month');
    expect(months.filter((row) => /^2023-0[1-4]/.test(row))).toEqual([
      '2023-01-31 customer 1',
      '2023-01-31 prospect 1',
      '2023-02-28 customer 1',
      '2023-02-28 prospect 1',
      '2023-03-31 customer 1',
      '2023-03-31 prospect 1',
      '2023-04-30 customer 1',
      '2023-04-30 prospect 2'
    ]);
    expect(months.filter((row) => /^2024/.test(row))).toEqual([
      '2024-01-31 client 1',
      '2024-01-31 customer 1',
      '2024-01-31 prospect 4',
      '2024-02-29 client 1',
      '2024-02-29 customer 1',
      '2024-02-29 prospect 4',
      '2024-03-15 customer 3',
      '2024-03-15 prospect 3'
    ]);
  });

  it('are told from what was known the days of the check ago, with what came after', async () => {
    expect(await list('rung_past', {params: {test_days: 75}})).toEqual([
      'a client false 0',
      'b customer true 25',
      'c prospect true 40',
      'p prospect false 0',
      'q prospect false 0',
      'lead prospect false 0'
    ]);
    const limits = await modelled(engine, 'gap_limit_past', {params: {test_days: 75}});
    expect(limits.map(({gaps, open_gaps: open}) => [gaps, open])).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
      [0, 1]
    ]);
  });
});

describe('phases', () => {
  it('are told in the same way', async () => {
    const then = await list('phase_then');
    expect(then).toHaveLength(10);
    const last = (await list('phase_month')).filter((row) => row.startsWith('2024-03-15'));
    const now = (await modelled(engine, 'customer_phase')).map(({phase}) => String(phase));
    expect(last.map((row) => row.split(' ').slice(1).join(' '))).toEqual(
      [...new Set(now)].sort().map((phase) => `${phase} ${now.filter((one) => one === phase).length}`)
    );
    expect(await list('phase_past', {params: {test_days: 75}})).toHaveLength(6);
  });
});

it('nothing loaded is no error', async () => {
  await given(engine, {});
  for (const name of [
    'known_customer',
    'customer_rung',
    'customer_phase',
    'rung_month',
    'phase_month',
    'rung_then',
    'phase_past'
  ]) {
    expect(await modelled(engine, name), name).toEqual([]);
  }
  expect((await modelled(engine, 'rung_observable')).map(({observable}) => observable)).toEqual(Array(7).fill(false));
});
