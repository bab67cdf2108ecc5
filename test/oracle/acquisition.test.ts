import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {ask, type Told} from '../ask';
import {testEngine} from '../engine';
import {given} from '../given';

/** A contact with a lead: days from the first of 2023. */
interface Contact {
  who: number;
  day: number;
  stage: string | null;
  touchpoint: string | null;
  outcome: string | null;
}

interface Bought {
  who: number;
  day: number;
  cents: number;
}

const stages = [null, 'Alpha', 'Alpha', 'Beta', 'Beta', 'Gamma', 'Won', 'Lost'];
const contact: fc.Arbitrary<Contact> = fc.record({
  who: fc.nat(5),
  day: fc.nat(440),
  stage: fc.constantFrom(...stages),
  touchpoint: fc.constantFrom(null, 'fair', 'web'),
  outcome: fc.constantFrom(null, 'price', 'time')
});
const bought: fc.Arbitrary<Bought> = fc.record({
  who: fc.nat(7),
  day: fc.nat(440),
  cents: fc.constantFrom(100, 250, -100, -250)
});

/** 1,000 data sets of a few leads, the same in every run; each is one segment of one big table. */
const sets = fc.sample(
  fc.record({contacts: fc.array(contact, {maxLength: 14}), purchases: fc.array(bought, {maxLength: 4})}),
  {seed: 18980101, numRuns: 1000}
);

const asOf = 424;
const dayOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
const idOf = (who: number, set: number): string => `${set} ${who}`;

describe('1,000 made-up data sets give what a plain computation gives', () => {
  let told: Told;
  const truth = funnelOf();

  beforeAll(async () => {
    const engine = await testEngine();
    await given(engine, {
      customer: sets.flatMap((_, set) =>
        [0, 1, 2, 3, 4, 5].map((who) => ({customer_id: idOf(who, set), segment: `set ${set}`}))
      ),
      interaction: sets.flatMap(({contacts}, set) =>
        contacts.map(({who, day, ...rest}) => ({
          ...{customer_id: idOf(who, set), occurred_on: dayOf(day), kind: 'lead'},
          ...rest
        }))
      ),
      purchase: sets.flatMap(({purchases}, set) =>
        purchases.map(({who, day, cents}) => ({
          ...{customer_id: idOf(who, set), purchased_on: dayOf(day), amount: (cents / 100).toFixed(2)}
        }))
      )
    });
    told = await ask(engine, 'acquisition', {params: {leads_by: 'segment'}, scope: {as_of: dayOf(asOf)}});
  }, 120_000);

  it('for each step', () => {
    expect(told.rows.map(nine)).toEqual(truth.steps.map(nine));
  });

  it('for each set', () => {
    const rows = (told.parts['groups'] ?? []).map((row) =>
      pick(row, ['lead_group', 'leads', 'won', 'lost', 'open', 'share', 'decided_share', 'ripe', 'median_days'])
    );
    expect(byName(rows)).toEqual(byName(truth.groups));
    const steps = (told.parts['group_steps'] ?? []).map((row) => pick(row, ['lead_group', 'place', 'people']));
    expect(byName(steps)).toEqual(byName(truth.groupSteps));
  });

  it('in sum, by month and by reason', () => {
    expect(told.parts['summary']?.map(nine)).toMatchObject([nine(truth.summary)]);
    expect(told.parts['months']?.map((row) => pick(row, ['month', 'leads', 'won', 'lost', 'open', 'over']))).toEqual(
      truth.months
    );
    expect(told.parts['reasons']?.map((row) => pick(row, ['reason', 'leads']))).toEqual(truth.reasons);
  });

  it('by days, with those censored who were followed for less', () => {
    const rows = (told.parts['curve'] ?? []).filter(({lead_group}) => lead_group === null);
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      const {share, risk} = truth.wonWithin(Number(row['duration']));
      expect(row['at_risk']).toBe(risk);
      expect(row['won_share']).toBeCloseTo(share, 9);
    }
  });
});

interface Lead {
  set: number;
  first: number;
  reached: number;
  state: string;
  wonOn: number | null;
  days: number | null;
  early: boolean;
  reason: string;
  entries: Map<number, number>;
}

/** Everything worked out lead by lead. */
function funnelOf() {
  const order = orderOf();
  const all = sets.flatMap((set, number) =>
    [0, 1, 2, 3, 4, 5].flatMap((who) => leadOf(set, {who, number, order}) ?? [])
  );
  const leads = all.filter(({state}) => state !== 'before');
  const last = order.length + 1;
  const won = leads.filter(({state}) => state === 'won');
  const times = won.flatMap(({days}) => days ?? []);
  const p90 = Math.ceil(quantile(times, 0.9) ?? NaN);
  const passed = (one: Lead, place: number): boolean => one.state === 'won' || (place < last && one.reached >= place);
  const steps = [...Array(last + 1).keys()].map((place) => {
    const at = leads.filter((one) => passed(one, place));
    const before = leads.filter((one) => place > 0 && passed(one, place - 1));
    const ends = (state: string): number =>
      place === last ? 0 : leads.filter((one) => one.state === state && one.reached === place).length;
    const since = leads.flatMap((one) => {
      const entry = one.entries.get(place);
      return entry === undefined ? [] : [entry - one.first];
    });
    const between = leads.flatMap((one) => {
      const [from, to] = [one.entries.get(place - 1), one.entries.get(place)];
      return from === undefined || to === undefined || to < from ? [] : [to - from];
    });
    return {
      place,
      step: place === 0 ? 'start' : place === last ? 'won' : 'stage',
      stage: place === 0 ? null : place === last ? 'Won' : (order[place - 1] ?? null),
      people: at.length,
      step_share: place === 0 ? null : at.length / before.length,
      start_share: place === 0 ? null : at.length / leads.length,
      lost: ends('lost'),
      open: ends('open'),
      timed: since.length,
      median_days: quantile(since, 0.5),
      p75_days: quantile(since, 0.75),
      step_timed: between.length,
      step_median_days: quantile(between, 0.5)
    };
  });
  const ripe = (one: Lead): boolean => one.first + p90 <= asOf;
  return {
    steps,
    groups: grouped(leads, ({set}) => `set ${set}`).map(([lead_group, own]) => ({
      lead_group,
      ...states(own),
      share: states(own).won / own.length,
      decided_share: ratio(states(own).won, states(own).won + states(own).lost),
      ripe: own.filter(ripe).length,
      median_days: quantile(
        own.flatMap(({days}) => days ?? []),
        0.5
      )
    })),
    groupSteps: grouped(leads, ({set}) => `set ${set}`).flatMap(([lead_group, own]) =>
      steps.map(({place}) => ({lead_group, place, people: own.filter((one) => passed(one, place)).length}))
    ),
    summary: {
      ...states(leads),
      share: won.length / leads.length,
      median_days: quantile(times, 0.5),
      p75_days: quantile(times, 0.75),
      p90_days: quantile(times, 0.9),
      ripe: leads.filter(ripe).length,
      ripe_won: won.filter(ripe).length,
      young_open: leads.filter((one) => one.state === 'open' && !ripe(one)).length,
      early: leads.filter(({early}) => early).length,
      before: all.length - leads.length,
      later: sets.flatMap(({contacts}) => contacts).filter(({day}) => day > asOf).length,
      reasons: leads.filter(({state, reason}) => state === 'lost' && reason !== '').length
    },
    months: grouped(leads, ({first}) => `${dayOf(first).slice(0, 7)}-01`)
      .map(([month, own]) => ({month, ...states(own), over: lastDayOf(month) + p90 <= asOf}))
      .sort((a, b) => a.month.localeCompare(b.month)),
    reasons: grouped(
      leads.filter(({state}) => state === 'lost'),
      ({reason}) => reason
    )
      .map(([reason, own]) => ({reason, leads: own.length}))
      .sort((a, b) => b.leads - a.leads || a.reason.localeCompare(b.reason)),
    wonWithin: (day: number) => wonWithin(leads, day)
  };
}

/** Pairs of stages decide by majority; who stands before more of the others stands first. */
function orderOf(): string[] {
  const open = ['Alpha', 'Beta', 'Gamma'];
  const ahead = (one: string, other: string): number =>
    sets.reduce((sum, {contacts}) => {
      const firsts = (who: number, stage: string): number =>
        Math.min(
          ...contacts.filter((row) => row.who === who && row.stage === stage && row.day <= asOf).map(({day}) => day)
        );
      const signs = [0, 1, 2, 3, 4, 5].map((who) => {
        const [a, b] = [firsts(who, one), firsts(who, other)];
        return Number.isFinite(a) && Number.isFinite(b) ? Math.sign(b - a) : 0;
      });
      return sum + signs.reduce((total, sign) => total + sign, 0);
    }, 0);
  const score = (one: string): number =>
    open.filter((other) => other !== one).reduce((sum, other) => sum + Math.sign(ahead(one, other)), 0);
  return open.toSorted((a, b) => score(b) - score(a) || a.localeCompare(b));
}

function leadOf(
  {contacts, purchases}: (typeof sets)[number],
  {who, number, order}: {who: number; number: number; order: readonly string[]}
): Lead | null {
  const own = contacts.filter((row) => row.who === who && row.day <= asOf);
  if (own.length === 0) return null;
  const daysOf = (...wanted: (string | null)[]): number[] =>
    own.filter(({stage}) => wanted.includes(stage)).map(({day}) => day);
  const begun = daysOf(null, ...order);
  const first = Math.min(...(begun.length > 0 ? begun : own.map(({day}) => day)));
  const sums = new Map<number, number>();
  for (const {who: buyer, day, cents} of purchases)
    if (buyer === who && day <= asOf) sums.set(day, (sums.get(day) ?? 0) + cents);
  const buys = [...sums].flatMap(([day, cents]) => (cents > 0 ? [day] : []));
  const wins = daysOf('Won');
  const isBefore = wins.length === 0 && buys.some((day) => day < first);
  const ends = isBefore
    ? []
    : [
        ...wins
          .slice()
          .sort((a, b) => a - b)
          .slice(0, 1),
        ...buys.filter((day) => day >= first)
      ];
  const wonOn = ends.length > 0 ? Math.min(...ends) : null;
  const [lost, open] = [Math.max(...daysOf('Lost')), Math.max(...daysOf(...order))];
  const isLost = Number.isFinite(lost) && !(Number.isFinite(open) && open > lost);
  const days = begun.length > 0 && wonOn !== null && wonOn >= first ? wonOn - first : null;
  const early = wonOn !== null && wonOn < first;
  const entries = new Map<number, number>();
  for (const [place, stage] of order.entries())
    if (daysOf(stage).length > 0) entries.set(place + 1, Math.min(...daysOf(stage)));
  const reached = Math.max(0, ...entries.keys());
  if (!early) entries.set(0, first);
  if (days !== null && wonOn !== null) entries.set(order.length + 1, wonOn);
  const reasons = own.filter(({stage, outcome}) => stage === 'Lost' && outcome !== null);
  const [reason] = reasons.toSorted((a, b) => b.day - a.day || (b.outcome ?? '').localeCompare(a.outcome ?? ''));
  return {
    ...{set: number, first, reached, wonOn, days, early, entries},
    state: isBefore ? 'before' : wonOn !== null ? 'won' : isLost ? 'lost' : 'open',
    reason: reason?.outcome ?? ''
  };
}

/** Kaplan and Meier by hand: day after day, of those followed as long and not won yet. */
function wonWithin(leads: readonly Lead[], until: number): {share: number; risk: number} {
  const followed = leads.map(({state, days, first}) => ({
    won: state === 'won',
    time: state === 'won' ? (days ?? 0) : asOf - first
  }));
  let left = 1;
  for (let day = 0; day <= until; day++) {
    const risk = followed.filter(({time}) => time >= day).length;
    const events = followed.filter(({won, time}) => won && time === day).length;
    if (events > 0) left *= 1 - events / risk;
  }
  return {share: 1 - left, risk: followed.filter(({time}) => time >= until).length};
}

/** Between neighbours in proportion. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

const states = (leads: readonly Lead[]) => ({
  leads: leads.length,
  won: leads.filter(({state}) => state === 'won').length,
  lost: leads.filter(({state}) => state === 'lost').length,
  open: leads.filter(({state}) => state === 'open').length
});

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function grouped<T>(values: readonly T[], key: (value: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return [...groups];
}

function lastDayOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return Math.round((Date.UTC(year ?? 0, number ?? 0, 0) - Date.UTC(2023, 0, 1)) / 86_400_000);
}

type Loose = Readonly<Record<string, unknown>>;

const pick = (row: Loose, names: readonly string[]): Loose =>
  nine(Object.fromEntries(names.map((name) => [name, row[name]])));

/** Numbers to nine digits. */
const nine = (row: Loose): Loose =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toFixed(9)) : value])
  );

const byName = (rows: readonly Loose[]): Loose[] =>
  rows
    .map(nine)
    .sort((a, b) =>
      `${String(a['lead_group'])} ${String(a['place'])}`.localeCompare(
        `${String(b['lead_group'])} ${String(b['place'])}`
      )
    );
