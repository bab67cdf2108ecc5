import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {bind} from '../../src/engine/sql';
import {compile} from '../../src/models/compile';
import {lookAt, type Loaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {testEngine} from '../engine';
import {given} from '../given';
import {companies, customers, dateOf, together} from './standing-data';
import {rulerOf, tell, voiceDays, type Ruler, type Told} from './standing-plain';

/** 2024-06-30, 2024-02-29 and, 91 days before the first, 2024-03-31. */
const [today, leapDay] = [546, 424];
const past = today - 91;

describe('1,000 made-up companies stand where a plain computation puts them', () => {
  let engine: Engine;
  let loaded: Loaded;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, together(companies));
    loaded = await lookAt(engine);
  }, 120_000);

  /** Rows of a model, for all companies as one, or for one alone. People's keys are in the order of their ids. */
  async function asked(model: string, set?: number): Promise<Row[]> {
    const scope = {
      ...initialScope,
      as_of: dateOf(today),
      without: ['customer:first'],
      filters: set === undefined ? {} : {segment: [`set ${set}`]},
      definitions: {voice_days: voiceDays}
    };
    const params = {then_from: dateOf(leapDay), then_to: '', test_days: 91};
    const {sql, params: values} = compile(model, {scope, loaded, params, anonymous: false});
    return (await engine.query(bind(sql, values))).objects();
  }

  it.each([
    ['customer_rung', rungRow, plainRung],
    ['customer_phase', phaseRow, plainPhase]
  ] as const)(
    'as one, by %s',
    async (model, row, plain) => {
      const ruler = rulerOf(companies, today);
      const rows = (await asked(model)).map((one) => [Number(one['customer_key']), ...row(one)]);
      const expected = companies.flatMap((company, set) =>
        tell(company, today, ruler).map((told) => [set * customers + told.customer + 1, ...plain(told)])
      );
      expect(rows.length).toBeGreaterThan(5000);
      expect(new Set(rows.map(([, , state]) => state)).size).toBe(7);
      expect(rows).toEqual(expected);
    },
    60_000
  );

  it('each by its own limits', async () => {
    for (const [set, company] of companies.slice(0, 20).entries()) {
      const told = tell(company, today, rulerOf([company], today));
      expect((await asked('customer_rung', set)).map(rungRow), `company ${set}`).toEqual(told.map(plainRung));
      expect((await asked('customer_phase', set)).map(phaseRow), `company ${set}`).toEqual(told.map(plainPhase));
    }
  }, 120_000);

  it.each(['rung', 'phase'] as const)(
    'at two moments, by one ruler: %s',
    async (state) => {
      const ruler = rulerOf(companies, today);
      const rows = (await asked(`${state}_then`)).map((row) => [row['moment'], row['customer_key'], row[state]]);
      const expected = [leapDay, today].flatMap((moment) =>
        everyone(moment, ruler).map(({key, told}) => [dateOf(moment), key, told[state]])
      );
      expect(rows).toEqual(expected);
    },
    60_000
  );

  it.each(['rung', 'phase'] as const)(
    'out of sample, with what came after: %s',
    async (state) => {
      const rows = (await asked(`${state}_past`)).map((row) => [
        row['customer_key'],
        row[state],
        row['again'],
        row['sales_after']
      ]);
      const expected = everyone(past, rulerOf(companies, past)).map(({set, key, told}) => [
        key,
        told[state],
        ...after(set, told)
      ]);
      expect(rows).toEqual(expected);
    },
    60_000
  );

  it.each(['rung', 'phase'] as const)(
    'month by month: %s',
    async (state) => {
      const ruler = rulerOf(companies, today);
      const rows = (await asked(`${state}_month`)).map((row) =>
        [row['moment'], row[state], row['customers']].join(' ')
      );
      const expected = monthEnds().flatMap((moment) =>
        tally(
          everyone(moment, ruler).map(({told}) => told),
          moment,
          state
        )
      );
      expect(rows).toEqual(expected);
    },
    60_000
  );
});

/** Everyone known at a moment, with the company, the key, and how they stand. */
const everyone = (moment: number, ruler: Ruler) =>
  companies.flatMap((company, set) =>
    tell(company, moment, ruler).map((told) => ({set, key: set * customers + told.customer + 1, told}))
  );

function after(set: number, {customer}: Told): unknown[] {
  const all = companies[set]?.purchases ?? [];
  const rows = all.filter((row) => row.customer === customer && row.day > past && row.day <= today);
  const days = new Map<number, number>();
  for (const {day, cents} of rows) days.set(day, (days.get(day) ?? 0) + cents);
  const total = rows.reduce((sum, {cents}) => sum + cents, 0);
  return [[...days.values()].some((cents) => cents > 0), total / 100];
}

const rounded = (value: unknown): number | null =>
  value === null || value === undefined ? null : Math.round(Number(value) * 1e5) / 1e5 + 0;

const rungRow = (row: Row): unknown[] => [
  (Number(row['customer_key']) - 1) % customers,
  row['rung'],
  row['occasions'],
  row['occasions_recent'],
  row['active_days'],
  row['lapsed_days'],
  ...[row['satisfaction'], row['nps'], row['review'], row['wallet_share']].map(rounded),
  row['referrals'],
  row['open_complaints'],
  row['bonds']
];

const plainRung = (told: Told): unknown[] => [
  told.customer,
  told.rung,
  told.occasions,
  told.recent,
  told.active,
  told.lapsed,
  ...[told.satisfaction, told.nps, told.review, told.wallet].map(rounded),
  told.referrals,
  told.complaints,
  told.bonds
];

const phaseRow = (row: Row): unknown[] => [
  (Number(row['customer_key']) - 1) % customers,
  row['phase'],
  row['occasions'],
  rounded(row['gap_cv']),
  row['sales_recent'],
  row['sales_before']
];

const plainPhase = ({customer, phase, occasions, cv, half: [recent, before]}: Told): unknown[] => [
  customer,
  phase,
  occasions,
  rounded(cv),
  recent / 100,
  before === null ? null : before / 100
];

/** The last days of the months from 2023-01 to today. */
const monthEnds = (): number[] =>
  Array.from({length: 18}, (_, month) =>
    Math.round((Date.UTC(2023, month + 1, 0) - Date.UTC(2023, 0, 1)) / 86_400_000)
  );

function tally(all: readonly Told[], moment: number, state: 'rung' | 'phase'): string[] {
  const names = [...new Set(all.map((told) => told[state]))].sort();
  return names.map((name) => [dateOf(moment), name, all.filter((told) => told[state] === name).length].join(' '));
}
