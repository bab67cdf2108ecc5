import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Given} from '../../../test/given';
import {bought, modelled, standing, type Standing} from '../../../test/standing';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

/** Today is 2024-06-30, and half-windows are of 100 days: 2024-03-23 … 06-30, and 2023-12-14 … 2024-03-22. */
const definitions = {half_window: 100};
const dayBack = (days: number): string =>
  new Date(Date.UTC(2024, 5, 30) - days * 86_400_000).toISOString().slice(0, 10);

/** Someone who began long ago, so that all days looked at are known, and who bought today. */
const first = [bought('first', '2022-01-01'), bought('first', '2024-06-30')];

async function rows(more: Given, options: Standing = {}): Promise<Record<string, Row>> {
  const all = {...more, purchase: [...first, ...(more.purchase ?? [])]};
  return standing(engine, all, 'customer_phase', {scope: {definitions}, ...options});
}

/** What someone bought: amounts by days back. */
const buys = (id: string, amounts: Readonly<Record<number, number>>, more: object = {}) =>
  Object.entries(amounts).map(([days, amount]) => bought(id, dayBack(Number(days)), amount, more));

async function phase(amounts: Readonly<Record<number, number>>, more: Given = {}): Promise<unknown> {
  return (await rows({...more, purchase: [...buys('it', amounts), ...(more.purchase ?? [])]}))['it']?.['phase'];
}

describe('a phase', () => {
  it('is awareness until something comes of it', async () => {
    const contact = (customer_id: string, kind: string, more: object = {}) => ({
      customer_id,
      occurred_on: '2024-01-01',
      kind,
      ...more
    });
    const told = await rows({
      customer: [
        {customer_id: 'prospect', acquired_on: '2024-01-01'},
        {customer_id: 'later', acquired_on: '2024-07-01'},
        {customer_id: 'bound', contract_until: '2024-12-31'},
        {customer_id: 'gone', closed_on: '2024-06-30', closed_reason: 'moved'}
      ],
      interaction: [
        contact('lead', 'lead', {stage: 'New'}),
        contact('offer', 'lead', {stage: 'Offer'}),
        contact('visited', 'visit'),
        contact('long ago', 'visit', {occurred_on: '2022-07-01'}),
        contact('mailed', 'email')
      ]
    });
    expect(Object.entries(told).map(([id, row]) => `${id}: ${String(row['phase'])}`)).toEqual([
      'bound: exploration',
      'first: exploration',
      'gone: dissolution',
      'prospect: awareness',
      'lead: awareness',
      'long ago: awareness',
      'mailed: awareness',
      'offer: exploration',
      'visited: exploration'
    ]);
    expect(told['gone']).toMatchObject({
      closed_reason: 'moved',
      closed_on: '2024-06-30',
      occasions: 0,
      sales_recent: 0
    });
    expect(told['visited']).toMatchObject({contacts: 1, first_on: null, growth: null, new_category: null});
  });

  it('is exploration up to the second purchase', async () => {
    expect(await phase({10: 5})).toBe('exploration');
    expect(await phase({10: 5, 150: 50})).toBe('exploration');
    expect(await phase({10: 50, 50: 50, 150: 5})).toBe('expansion');
  });

  it('is expansion from the third on, where sales, purchase days or categories grow', async () => {
    expect(await phase({10: 50, 110: 50, 120: 5})).toBe('plateau');
    expect(await phase({10: 110, 110: 50, 120: 50})).toBe('expansion');
    expect(await phase({10: 109, 110: 50, 120: 50})).toBe('plateau');
    expect(await phase({10: 30, 20: 30, 110: 80})).toBe('expansion');
    expect(await phase({99: 30, 98: 30, 199: 80})).toBe('expansion');
    expect(await phase({100: 30, 98: 30, 199: 30})).toBe('plateau');
    expect(await phase({10: 40, 120: 80, 200: 1})).toBe('plateau');
    const tea = buys('it', {150: 80, 250: 20}, {category: 'tea'});
    expect(await phase({}, {purchase: [...tea, ...buys('it', {10: 60}, {category: 'jam'})]})).toBe('expansion');
    expect(await phase({}, {purchase: [...tea, ...buys('it', {10: 60}, {category: 'tea'})]})).toBe('plateau');
  });

  it('is commitment where buying is steady for long, or by contract or share of wallet', async () => {
    const steady = {30: 50, 120: 50, 210: 50, 300: 50};
    expect(await phase(steady)).toBe('commitment');
    expect(await phase({...steady, 30: 100})).toBe('commitment');
    expect(await phase({...steady, 30: 101})).toBe('expansion');
    expect(await phase({30: 50, 110: 50, 190: 50, 269: 50})).toBe('plateau');
    expect(await phase({30: 50, 120: 50, 210: 50})).toBe('plateau');
    expect(await phase({10: 50, 110: 50, 111: 10, 112: 10, 113: 1, 1000: 1})).toBe('plateau');
    const contract = (day: string) => ({customer: [{customer_id: 'it', contract_until: day}]});
    expect(await phase({10: 5}, contract('2024-06-30'))).toBe('commitment');
    expect(await phase({10: 5}, {customer: [{customer_id: 'it', wallet_per_year: '10'}]})).toBe('commitment');
    expect(await phase({10: 5}, {customer: [{customer_id: 'it', wallet_per_year: '11'}]})).toBe('exploration');
  });

  it('is decline where sales halve or the usual gap is over, dissolution where it is long over', async () => {
    expect(await phase({10: 49, 110: 50, 120: 50})).toBe('decline');
    expect(await phase({10: 50, 110: 50, 120: 50})).toBe('plateau');
    expect(await phase({10: 4, 110: 50})).toBe('exploration');
    const others = Array.from({length: 40}, (_, place) =>
      buys(`other ${place}`, {500: 5, [500 - 5 * (1 + (place % 20))]: 5})
    ).flat();
    expect(await phase({80: 5}, {purchase: others})).toBe('exploration');
    const told = await rows({purchase: [...others, ...buys('late', {95: 5}), ...buys('gone', {130: 5})]});
    expect(told['late']).toMatchObject({phase: 'decline', active_days: 90, lapsed_days: 100, recency_days: 95});
    expect(told['gone']).toMatchObject({phase: 'dissolution', recency_days: 130});
  });

  it('is dissolution where a contract ended and nothing came after', async () => {
    const contract = {customer: [{customer_id: 'it', contract_until: dayBack(20)}]};
    expect(await phase({20: 5}, contract)).toBe('dissolution');
    expect(await phase({19: 5}, contract)).toBe('exploration');
  });
});

describe('half-windows', () => {
  it('are exact to the day and the cent, returns taken off', async () => {
    const told = await rows({purchase: buys('it', {0: 10.1, 5: -2.05, 99: 1, 100: 20, 150: -3.5, 199: 7, 200: 400})});
    expect(told['it']).toMatchObject({sales_recent: 9.05, sales_before: 23.5, pace: 1});
    expect(told['it']?.['growth']).toBeCloseTo(9.05 / 23.5, 12);
  });

  it('are not known where the days looked at begin later', async () => {
    const window = (from: string) => ({scope: {definitions, from}});
    const purchase = buys('it', {10: 5, 110: 5});
    expect((await rows({purchase}, window(dayBack(199))))['it']).toMatchObject({sales_before: 5, growth: 1});
    expect((await rows({purchase}, window(dayBack(198))))['it']).toMatchObject({
      sales_before: null,
      growth: null,
      pace: null
    });
  });

  it('are twice the usual gap after the third purchase where nothing else is said', async () => {
    const purchase = [...buys('it', {60: 1, 61: 2, 62: 4, 22: 8, 20: 16}), ...buys('other', {9: 1})];
    const told = await rows({purchase}, {scope: {definitions: {}}});
    const limits = await modelled(engine, 'gap_limit');
    expect(limits[2]).toMatchObject({class: 3, median_days: 38});
    // 76 days each: the first three are all in the last half-window
    expect(told['it']).toMatchObject({sales_recent: 31, sales_before: 0, growth: null});
  });
});

describe('regularity', () => {
  it('is the standard deviation of the gaps ÷ their mean', async () => {
    const told = await rows({purchase: [...buys('it', {0: 1, 10: 1, 30: 1, 60: 1}), ...buys('two', {0: 1, 10: 1})]});
    expect(told['it']).toMatchObject({median_gap: 20, gap_cv: expect.closeTo(0.5, 12)});
    expect(told['two']).toMatchObject({median_gap: null, gap_cv: null});
  });
});

describe('what can be seen', () => {
  it('is awareness only where people are loaded who never bought', async () => {
    await rows({});
    const seen = async () =>
      (await modelled(engine, 'phase_observable')).filter(({observable}) => observable === true).length;
    expect(await seen()).toBe(6);
    await rows({customer: [{customer_id: 'first', name: 'First'}]});
    expect(await seen()).toBe(7);
  });
});
