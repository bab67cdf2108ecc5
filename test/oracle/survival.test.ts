import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import type {RankRow} from '../../src/analyses/survival/parts';
import {testOf} from '../../src/analyses/survival/log-rank';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {bind} from '../../src/engine/sql';
import {compile} from '../../src/models/compile';
import {kaplanMeierSql} from '../../src/models/kaplan-meier';
import {lookAt, nothingLoaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {logRank, logRankParts} from '../../src/statistics/log-rank';
import {testEngine} from '../engine';
import {given} from '../given';

/** One purchase: whole cents, days from the first of 2023. */
interface Line {
  customer: number;
  day: number;
  cents: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.nat(11),
  day: fc.oneof(fc.nat(30), fc.nat(800)),
  cents: fc.oneof(fc.integer({min: 1, max: 500}), fc.integer({min: -300, max: -1}))
});

/** 1,000 data sets, the same in every run; each is a segment of one big table. */
const sets = fc.sample(fc.array(line, {minLength: 1, maxLength: 40}), {seed: 19580601, numRuns: 1000});
const lastDay = 820;

/** One wait: how many days, and whether it is over. */
interface Wait {
  duration: number;
  event: boolean;
}

/** A fraction in lowest terms, exact. */
interface Fraction {
  over: bigint;
  under: bigint;
}

describe('1,000 made-up data sets give what exact fractions give', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      purchase: [
        ...sets.flatMap((lines, set) => lines.map((one) => purchase(one, set))),
        {customer_id: 'last', purchased_on: dayOf(lastDay), amount: 0, kind: 'free'}
      ]
    });
  }, 60_000);

  it.each(['first', 'second', 'third', 'later', 'any'] as const)(
    'of waits after the %s purchase',
    async (what) => {
      const curves = await curvesOf(engine, what);
      for (const [set, lines] of sets.entries()) {
        expect(curves.get(set) ?? [], `set ${set}`).toEqual(kaplanMeier(waitsOf(lines, what)).map(rounded));
      }
    },
    120_000
  );

  it('of the test between two halves of the customers', async () => {
    for (const [set, lines] of sets.entries()) {
      if (set % 10 !== 0) continue;
      const groups = [0, 1].map((half) =>
        waitsOf(
          lines.filter(({customer}) => customer % 2 === half),
          'any'
        )
      );
      const told = await tested(engine, groups);
      const plain = logRank(logRankParts(momentsOf(groups)));
      expect(told?.degreesOfFreedom, `set ${set}`).toBe(plain?.degreesOfFreedom);
      if (plain !== null) expect(told?.statistic, `set ${set}`).toBeCloseTo(plain.statistic, 8);
    }
  }, 120_000);
});

/** The curve of every set, computed at once: rows as `rounded` gives them. */
async function curvesOf(engine: Engine, what: string): Promise<Map<number, unknown[][]>> {
  const context = {
    scope: initialScope,
    loaded: await lookAt(engine),
    params: {what, split: 'none', horizon: 0, silent: 1, within: 1},
    anonymous: false
  };
  const {sql, params} = compile('survival_wait', context);
  const waits = `(select duration, event, split_part(customer_id, ' ', 1)::integer as set
    from (${bind(sql, params)}) join customer using (customer_key))`;
  const rows = (await engine.query(`select * from (${kaplanMeierSql(waits, ['set'])}) order by all`)).objects();
  const curves = new Map<number, unknown[][]>();
  for (const row of rows) {
    const set = Number(row['set']);
    curves.set(set, [...(curves.get(set) ?? []), plainRow(row)]);
  }
  return curves;
}

const plainRow = ({duration, at_risk, events, censored, survival, greenwood}: Row): unknown[] => [
  duration,
  at_risk,
  events,
  censored,
  digits(Number(survival)),
  greenwood === null ? null : digits(Number(greenwood))
];

/** The waits of a data set, by sums of whole cents. */
function waitsOf(lines: readonly Line[], what: string): Wait[] {
  const cents = new Map<string, number>();
  for (const {customer, day, cents: own} of lines) {
    const key = `${customer} ${day}`;
    cents.set(key, (cents.get(key) ?? 0) + own);
  }
  const days = new Map<number, number[]>();
  for (const [key, sum] of cents) {
    if (sum <= 0) continue;
    const [customer = 0, day = 0] = key.split(' ').map(Number);
    days.set(
      customer,
      [...(days.get(customer) ?? []), day].sort((a, b) => a - b)
    );
  }
  return [...days.values()].flatMap((own) =>
    own.flatMap((day, place) => {
      if (!counts(what, place + 1)) return [];
      const next = own[place + 1];
      return [{duration: (next ?? lastDay) - day, event: next !== undefined}];
    })
  );
}

function counts(what: string, occasion: number): boolean {
  if (what === 'any') return true;
  if (what === 'later') return occasion >= 4;
  return ['first', 'second', 'third'].indexOf(what) === occasion - 1;
}

interface Step {
  duration: number;
  atRisk: number;
  events: number;
  censored: number;
  survival: Fraction;
  greenwood: Fraction | null;
}

/** Kaplan and Meier by the book, one duration after the other. */
function kaplanMeier(waits: readonly Wait[]): Step[] {
  const durations = [...new Set(waits.map(({duration}) => duration))].sort((a, b) => a - b);
  let survival: Fraction = {over: 1n, under: 1n};
  let greenwood: Fraction | null = {over: 0n, under: 1n};
  return durations.map((duration) => {
    const atRisk = waits.filter((wait) => wait.duration >= duration).length;
    const here = waits.filter((wait) => wait.duration === duration);
    const events = here.filter(({event}) => event).length;
    survival = reduced(survival.over * BigInt(atRisk - events), survival.under * BigInt(atRisk));
    greenwood = greenwood && added(greenwood, events, atRisk);
    return {duration, atRisk, events, censored: here.length - events, survival, greenwood};
  });
}

function added({over, under}: Fraction, events: number, atRisk: number): Fraction | null {
  if (events === atRisk) return null;
  const below = BigInt(atRisk) * BigInt(atRisk - events);
  return reduced(over * below + BigInt(events) * under, under * below);
}

function reduced(over: bigint, under: bigint): Fraction {
  let [a, b] = [over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? {over: 0n, under: 1n} : {over: over / a, under: under / a};
}

const rounded = ({duration, atRisk, events, censored, survival, greenwood}: Step): unknown[] => [
  duration,
  atRisk,
  events,
  censored,
  digits(valueOf(survival)),
  greenwood === null ? null : digits(valueOf(greenwood))
];

/** A fraction as a number, good to fifteen digits whatever its size. */
const valueOf = ({over, under}: Fraction): number => Number((over * 10n ** 18n) / under) / 1e18;

const digits = (value: number): number => Math.round(value * 1e9) / 1e9;

/** What the analysis's own models say of two groups. */
async function tested(engine: Engine, groups: readonly (readonly Wait[])[]) {
  const values = groups.flatMap((waits, place) =>
    waits.map(({duration, event}) => `('g${place}', ${duration}, ${String(event)})`)
  );
  if (values.length === 0) return null;
  await engine.execute(`create or replace table main.made_up as
    select group_name, duration, count(*) as leaving, count(*) filter (event) as events
    from (values ${values.join(', ')}) as t(group_name, duration, event)
    group by all`);
  const context = {scope: initialScope, loaded: nothingLoaded, params: {horizon: 0}, anonymous: false};
  const {sql, params} = compile('survival_log_rank', context, {materialised: {survival_ends: 'main.made_up'}});
  return testOf((await engine.query(bind(sql, params))).objects() as unknown as RankRow[]);
}

function momentsOf(groups: readonly (readonly Wait[])[]) {
  const filled = groups.filter((waits) => waits.length > 0);
  const times = [...new Set(filled.flat().map(({duration}) => duration))];
  const at = (time: number, over: boolean) =>
    filled.map((waits) => waits.filter(({duration, event}) => duration === time && event === over).length);
  return times.map((time) => ({time, ended: at(time, true), censored: at(time, false)}));
}

function purchase({customer, day, cents}: Line, set: number) {
  return {
    customer_id: `${set} ${customer}`,
    purchased_on: dayOf(day),
    amount: (cents / 100).toFixed(2),
    kind: cents < 0 ? 'return' : 'sale'
  };
}

const dayOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
