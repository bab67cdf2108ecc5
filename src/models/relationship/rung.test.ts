import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import {bought, modelled, standing, type Standing} from '../../../test/standing';
import type {Engine} from '../../engine/engine';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

/** Today is 2024-06-30. `steady` buys every 30 days, so that limits after the fourth day are 30 days. */
const steady = Array.from({length: 20}, (_, place) => bought('steady', dayBack(place * 30)));
const last = bought('steady', '2024-06-30');

function dayBack(days: number): string {
  return new Date(Date.UTC(2024, 5, 30) - days * 86_400_000).toISOString().slice(0, 10);
}

/** A client: three days within the year, the last one today. */
const client = (id: string) => [0, 40, 80].map((days) => bought(id, dayBack(days)));

/** Limits of a class that no one was in. */
const unknown = {
  gaps: 0,
  open_gaps: 0,
  median_days: null,
  active_days: null,
  lapsed_days: null,
  back_share: null,
  of_returning: false
};

async function rungs(rows: Given, options: Standing = {}): Promise<Record<string, unknown>> {
  const told = await standing(engine, rows, 'customer_rung', options);
  return Object.fromEntries(Object.entries(told).map(([id, {rung}]) => [id, rung ?? null]));
}

describe('from purchases alone', () => {
  it('one purchase makes a customer, three within a year a client, however many lines or returns a day has', async () => {
    const rows = await standing(
      engine,
      {
        purchase: [
          bought('once', '2024-06-30'),
          ...client('client'),
          bought('same day', '2024-06-30'),
          bought('same day', '2024-06-30', 5),
          bought('taken back', '2024-06-01', 10),
          bought('taken back', '2024-06-01', -10),
          bought('returner', '2024-05-05', -3),
          bought('free', '2024-05-05', 0),
          ...[0, 40, 366].map((days) => bought('too slow', dayBack(days)))
        ]
      },
      'customer_rung'
    );
    expect(rows['once']).toMatchObject({rung: 'customer', occasions: 1, recency_days: 0, tenure_days: 0});
    expect(rows['client']).toMatchObject({rung: 'client', occasions: 3, occasions_recent: 3, tenure_days: 80});
    expect(rows['same day']).toMatchObject({rung: 'customer', occasions: 1});
    for (const id of ['taken back', 'returner', 'free']) {
      expect(rows[id], id).toMatchObject({
        rung: 'prospect',
        occasions: 0,
        first_on: null,
        last_on: null,
        recency_days: null
      });
    }
    expect(rows['too slow']).toMatchObject({rung: 'customer', occasions: 3, occasions_recent: 2, tenure_days: 366});
  });

  it('the year is of client_days days, the first of them left out', async () => {
    const purchase = [0, 10, 364].map((days) => bought('in', dayBack(days)));
    const out = [0, 10, 365].map((days) => bought('out', dayBack(days)));
    expect(await rungs({purchase: [...purchase, ...out]})).toEqual({in: 'client', out: 'customer'});
    const longer = {scope: {definitions: {client_days: 366}}};
    expect(await rungs({purchase: [...purchase, ...out]}, longer)).toEqual({in: 'client', out: 'client'});
    const more = {scope: {definitions: {client_purchases: 4}}};
    expect(await rungs({purchase}, more)).toEqual({in: 'customer'});
  });

  it('a leap day is a day', async () => {
    const purchase = ['2024-02-28', '2024-02-29', '2024-03-01'].map((day) => bought('leap', day));
    const rows = await standing(engine, {purchase}, 'customer_rung', {scope: {as_of: '2025-02-28'}});
    expect(rows['leap']).toMatchObject({occasions: 3, recency_days: 364, tenure_days: 366, occasions_recent: 1});
  });
});

describe('limits', () => {
  it('not reached are endless: who bought once is never late', async () => {
    const rows = await standing(
      engine,
      {purchase: [bought('long ago', '2020-01-01'), bought('now', '2024-06-30')]},
      'customer_rung'
    );
    expect(rows['long ago']).toMatchObject({rung: 'customer', active_days: null, lapsed_days: null});
    expect(await modelled(engine, 'gap_limit')).toEqual([
      {...unknown, class: 1, open_gaps: 2, back_share: 0},
      ...[2, 3, 4].map((place) => ({...unknown, class: place}))
    ]);
  });

  it('count gaps still open as at least that long, and ties as over', async () => {
    const pairs = [10, 20, 20, 30].map((gap, place) => [
      bought(`back ${place}`, dayBack(100)),
      bought(`back ${place}`, dayBack(100 - gap))
    ]);
    await given(engine, {purchase: [...pairs.flat(), bought('gone', dayBack(20)), bought('today', '2024-06-30')]});
    const [first] = await modelled(engine, 'gap_limit');
    // at risk 5 at 10 days (today is out at 0), 4 at 20 of whom 2 end and one leaves, 1 at 30
    expect(first).toEqual({
      class: 1,
      gaps: 4,
      open_gaps: 2,
      median_days: 20,
      active_days: 30,
      lapsed_days: 30,
      back_share: 1,
      of_returning: false
    });
    const [half] = await modelled(engine, 'gap_limit', {
      scope: {definitions: {active_quantile: 0.6, lapsed_quantile: 0.5}}
    });
    expect(half).toMatchObject({active_days: 20, lapsed_days: 20});
  });

  it('are those of who comes back where too many never do, of ten gaps at least', async () => {
    // bought first 200 days ago: some came back after 10, 20, 30 … days, the others of the twenty never
    const half = (back: number) =>
      Array.from({length: 20}, (_, place) => {
        const id = `${place < back ? 'back' : 'gone'} ${place}`;
        return [
          bought(id, dayBack(200)),
          ...(place < back ? [bought(id, dayBack(200 - 10 * (place + 1)))] : []),
          bought('today', '2024-06-30')
        ];
      }).flat();
    const ten = await standing(engine, {purchase: half(10)}, 'customer_rung');
    const [first, second] = await modelled(engine, 'gap_limit');
    // half are back in the end: 80 % of them with the eighth, 90 % with the ninth
    expect(first).toEqual({
      class: 1,
      gaps: 10,
      open_gaps: 11,
      median_days: 100,
      active_days: 80,
      lapsed_days: 90,
      back_share: expect.closeTo(0.5, 12),
      of_returning: true
    });
    expect(second).toMatchObject({...unknown, class: 2, open_gaps: 10, back_share: 0});
    expect(ten['gone 10']).toMatchObject({rung: 'lapsed', active_days: 80, lapsed_days: 90});
    expect(ten['back 0']).toMatchObject({rung: 'customer', lapsed_days: null});
    const definitions = {active_quantile: 0.5, lapsed_quantile: 0.6};
    const [lower] = await modelled(engine, 'gap_limit', {scope: {definitions}});
    expect(lower).toMatchObject({active_days: 50, lapsed_days: 60, of_returning: true});
    const [reached] = await modelled(engine, 'gap_limit', {
      scope: {definitions: {active_quantile: 0.5, lapsed_quantile: 0.5}}
    });
    expect(reached).toMatchObject({active_days: 100, lapsed_days: 100, of_returning: false});

    const nine = await standing(engine, {purchase: half(9)}, 'customer_rung');
    expect((await modelled(engine, 'gap_limit'))[0]).toMatchObject({
      gaps: 9,
      open_gaps: 12,
      active_days: null,
      lapsed_days: null,
      back_share: expect.closeTo(0.45, 12),
      of_returning: false
    });
    expect(nine['gone 10']).toMatchObject({rung: 'customer', lapsed_days: null});
  });

  it('of frequent buyers are at least so many of their own gaps', async () => {
    const slow = [10, 210, 410, 610].map((days) => bought('slow', dayBack(days)));
    const rows = await standing(engine, {purchase: [...steady, last, ...slow]}, 'customer_rung');
    expect(rows['steady']).toMatchObject({occasions: 20, active_days: 60, lapsed_days: 60});
    expect(rows['slow']).toMatchObject({occasions: 4, active_days: 400, lapsed_days: 400});
    const ten = {scope: {definitions: {own_gaps: 10}}};
    expect((await standing(engine, {purchase: [...steady, ...slow]}, 'customer_rung', ten))['slow']).toMatchObject({
      lapsed_days: 2000
    });
  });

  it('over, a customer has lapsed, unless a contract runs', async () => {
    const silent = (id: string) => [100, 110, 120, 130].map((days) => bought(id, dayBack(days)));
    const other = steady.map((row) => ({...row, customer_id: 'other'}));
    const purchase = [...steady, ...other, ...silent('silent'), ...silent('bound'), ...silent('unbound')];
    const customer = [
      {customer_id: 'bound', contract_until: '2024-06-30'},
      {customer_id: 'unbound', contract_until: '2024-06-29'}
    ];
    expect(await rungs({purchase, customer})).toEqual({
      steady: 'client',
      other: 'client',
      silent: 'lapsed',
      bound: 'customer',
      unbound: 'lapsed'
    });
  });

  it('closed is lapsed, but for who bought since, and who never bought', async () => {
    const purchase = ['closed', 'back', 'later'].flatMap((id) => client(id));
    const customer = [
      {customer_id: 'closed', closed_on: '2024-06-30'},
      {customer_id: 'back', closed_on: '2024-06-29'},
      {customer_id: 'later', closed_on: '2024-07-01'},
      {customer_id: 'never', closed_on: '2024-01-01'}
    ];
    expect(await rungs({purchase, customer})).toEqual({
      closed: 'lapsed',
      back: 'client',
      later: 'client',
      never: 'prospect'
    });
  });
});

describe('above client', () => {
  const said = (customer_id: string, kind: string, more: object = {}) => ({
    customer_id,
    occurred_on: '2024-06-01',
    kind,
    ...more
  });
  const survey = (id: string, score: number, score_scale: number | null = 10) =>
    said(id, 'survey', {score, score_scale});

  async function rung(interaction: Given['interaction'], more: Given = {}): Promise<unknown> {
    const rows = {
      ...more,
      purchase: [...client('it'), ...(more.purchase ?? [])],
      ...(interaction ? {interaction} : {})
    };
    return (await rungs(rows))['it'];
  }

  it('stands who answered well', async () => {
    expect(await rung([survey('it', 7)])).toBe('supporter');
    expect(await rung([survey('it', 6)])).toBe('client');
    expect(await rung([survey('it', 10)])).toBe('supporter');
    expect(await rung([survey('it', 4, 5)])).toBe('supporter');
    expect(await rung([survey('it', 3, 5), survey('it', 5, 5)])).toBe('supporter');
    expect(await rung([survey('it', 3, 5), survey('it', 4, 5)])).toBe('client');
    expect(await rung([said('it', 'survey', {score: 4})])).toBe('supporter');
    expect(await rung([said('it', 'NPS', {score: 7})])).toBe('supporter');
    expect(await rung([said('it', 'survey', {score: 12, score_scale: 10})])).toBe('client');
    expect(await rung([{...survey('it', 10), occurred_on: '2022-07-01'}])).toBe('client');
    expect(await rung([{...survey('it', 10), occurred_on: '2022-07-02'}])).toBe('supporter');
    expect(await rung([{...survey('it', 10), occurred_on: '2024-07-01'}])).toBe('client');
  });

  it('but for who has a complaint open', async () => {
    const complaint = (outcome: string | null, more: object = {}) => [
      survey('it', 9),
      said('it', 'complaint', {outcome, ...more})
    ];
    expect(await rung(complaint('Solved'))).toBe('supporter');
    expect(await rung(complaint('Not solved'))).toBe('client');
    expect(await rung(complaint('Open'))).toBe('client');
    expect(await rung(complaint(null))).toBe('client');
    expect(await rung([...complaint(null), {...said('it', 'visit'), occurred_on: '2024-06-02'}])).toBe('supporter');
    expect(await rung([...complaint(null), said('it', 'visit')])).toBe('client');
    expect(await rung(complaint('Not solved', {occurred_on: '2022-07-01'}))).toBe('supporter');
  });

  it('stands who recommends: by bringing someone, by a review, by a 9 and having tried', async () => {
    expect(await rung([said('it', 'referral', {outcome: 'Became a customer'})])).toBe('advocate');
    expect(await rung([said('it', 'referral')])).toBe('advocate');
    expect(await rung([said('it', 'referral', {outcome: 'Not interested'})])).toBe('client');
    expect(await rung([said('it', 'referral', {outcome: 'No answer'}), survey('it', 9)])).toBe('advocate');
    expect(await rung([said('it', 'referral', {outcome: 'No answer'}), survey('it', 8)])).toBe('supporter');
    expect(await rung([said('it', 'review', {score: 4, score_scale: 5})])).toBe('advocate');
    expect(await rung([said('it', 'review', {score: 3, score_scale: 5})])).toBe('client');
    expect(await rung([said('it', 'review', {score: 8})])).toBe('advocate');
  });

  it('stands who brought someone by the customer file, whenever both tell it once', async () => {
    const customer = [
      {customer_id: 'it'},
      {customer_id: 'new', acquired_on: '2024-03-01', referred_by: 'it'},
      {customer_id: 'self', acquired_on: '2024-03-01', referred_by: 'self'},
      {customer_id: 'old', acquired_on: '2020-03-01', referred_by: 'it'},
      {customer_id: 'to come', acquired_on: '2024-07-01', referred_by: 'it'},
      {customer_id: 'sometime', referred_by: 'steady'}
    ];
    const purchase = [...client('it'), ...client('self'), ...steady, last];
    const interaction = [said('it', 'referral', {outcome: 'Became a customer'})];
    const rows = await standing(engine, {purchase, customer, interaction}, 'customer_rung');
    expect(rows['it']).toMatchObject({rung: 'advocate', referrals: 1, recommendations: 1});
    expect(rows['self']).toMatchObject({rung: 'client', referrals: 0});
    expect(rows['steady']).toMatchObject({rung: 'advocate', referrals: 1});
    expect(rows['new']).toMatchObject({rung: 'prospect', referrals: 0});
    expect(rows['to come']).toBeUndefined();
  });

  it('stands who is bound by a contract, or spends half of it all here and has two bonds', async () => {
    const contract = (day: string) => ({customer: [{customer_id: 'it', contract_until: day}]});
    expect(await rung(undefined, contract('2024-06-30'))).toBe('partner');
    expect(await rung(undefined, contract('2024-06-29'))).toBe('client');
    const wallet = {customer: [{customer_id: 'it', wallet_per_year: '70'}]};
    const visits = ['2024-05-01', '2024-06-01'].map((day) => ({...said('it', 'visit'), occurred_on: day}));
    const discount = {purchase: [bought('it', '2024-01-01', 5, {discount: '1'})]};
    expect(await rung(visits, {...wallet, ...discount})).toBe('partner');
    expect(await rung(visits.slice(1), {...wallet, ...discount})).toBe('client');
    expect(await rung(visits, wallet)).toBe('client');
    expect(await rung(visits, {...discount, customer: [{customer_id: 'it', wallet_per_year: '71'}]})).toBe('client');
    const rows = await standing(
      engine,
      {
        purchase: [
          ...client('it'),
          bought('it', '2023-07-02', 5, {promotion: 'SUMMER'}),
          bought('it', '2023-07-01', 900)
        ],
        customer: [{customer_id: 'it', wallet_per_year: '100', contract_until: '2030-01-01'}],
        interaction: visits
      },
      'customer_rung'
    );
    expect(rows['it']).toMatchObject({wallet_share: 0.35, bonds: 3, rung: 'partner'});
  });

  it('never stands who is no client', async () => {
    const rows = {
      purchase: [bought('it', '2024-06-30'), ...client('other')],
      customer: [{customer_id: 'it', contract_until: '2030-01-01'}],
      interaction: [survey('it', 10), said('it', 'referral'), survey('lead', 10)]
    };
    expect(await rungs(rows)).toEqual({it: 'customer', other: 'client', lead: 'prospect'});
  });

  it('stands no one where nothing tells, and what isn’t known is null', async () => {
    const rows = await standing(engine, {purchase: client('it')}, 'customer_rung');
    expect(rows['it']).toMatchObject({
      rung: 'client',
      satisfaction: null,
      nps: null,
      referrals: null,
      recommendations: null,
      review: null,
      open_complaints: null,
      contract: null,
      wallet_share: null,
      bonds: null
    });
    expect(await modelled(engine, 'rung_observable')).toEqual(
      ['advocate', 'client', 'customer', 'lapsed', 'partner', 'prospect', 'supporter'].map((name) => ({
        rung: name,
        observable: ['client', 'customer', 'lapsed'].includes(name)
      }))
    );
  });

  it('can be seen where something of the kind is loaded', async () => {
    const seen = async (rows: Given, definitions = {}): Promise<unknown[]> => {
      await given(engine, {purchase: client('it'), ...rows});
      const all = await modelled(engine, 'rung_observable', {scope: {definitions}});
      return all.filter(({observable}) => observable).map(({rung: name}) => name);
    };
    const base = ['client', 'customer', 'lapsed', 'prospect'];
    expect(await seen({interaction: [said('it', 'visit')]})).toEqual(base);
    expect(await seen({interaction: [survey('it', 3)]})).toEqual([...base, 'supporter']);
    expect(await seen({interaction: [said('it', 'complaint')]})).toEqual(base);
    expect(await seen({interaction: [said('it', 'review', {score: 1})]})).toEqual(['advocate', ...base]);
    expect(await seen({customer: [{customer_id: 'it', referred_by: 'x'}]})).toEqual(['advocate', ...base]);
    expect(await seen({customer: [{customer_id: 'it', contract_until: '2020-01-01'}]})).toEqual([
      'client',
      'customer',
      'lapsed',
      'partner',
      'prospect'
    ]);
    const own = {rung_supporter: 'occasions > 3', rung_advocate: 'nps > 3', rung_partner: 'contract or bonds > 1'};
    expect(await seen({customer: [{customer_id: 'it', name: 'It'}]}, own)).toEqual([...base, 'supporter']);
  });
});

describe('conditions in SQL', () => {
  const rows = {purchase: [...client('it'), bought('once', '2024-06-30')]};

  it('take the place of the standard ones', async () => {
    const definitions = {
      rung_client: 'occasions >= 1',
      rung_supporter: 'recency_days = 0 and tenure_days > $client_purchases'
    };
    expect(await rungs(rows, {scope: {definitions}})).toEqual({it: 'supporter', once: 'client'});
  });

  it('that can’t be taken change nothing', async () => {
    const definitions = {rung_client: 'occasions >= (select 1)', rung_lapsed: 'drop table purchase'};
    expect(await rungs(rows, {scope: {definitions}})).toEqual({it: 'client', once: 'customer'});
  });

  it('are false where they are null', async () => {
    const definitions = {rung_client: 'nps > 1', rung_lapsed: 'satisfaction < 1'};
    expect(await rungs(rows, {scope: {definitions}})).toEqual({it: 'customer', once: 'customer'});
  });
});
