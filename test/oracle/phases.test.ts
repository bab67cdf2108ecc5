import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {contextOf} from '../../src/analyses/run';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {compile} from '../../src/models/compile';
import {lookAt, type Loaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {analysisOf} from '../ask';
import {initialParams} from '../../src/analyses/params';
import {testEngine} from '../engine';
import {given} from '../given';

/** One made-up row: whole cents, days from the first of 2023. */
interface Line {
  customer: number;
  day: number;
  cents: number;
}

/** The last day that is looked at: 29 February 2024; the first: that of the first purchase of all. */
const today = 424;
const testDays = 91;

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.nat(5),
  day: fc.oneof(fc.nat(400), fc.integer({min: 250, max: 424})),
  cents: fc.oneof(
    {weight: 5, arbitrary: fc.integer({min: 1, max: 50_000})},
    {weight: 1, arbitrary: fc.integer({min: -20_000, max: -1})}
  )
});

/** 1,000 data sets of up to 48 rows, the same in every run; each is one segment of one big table, ten are a country. */
const sets = fc.sample(fc.array(line, {maxLength: 48}), {seed: 19870401, numRuns: 1000});

describe('1,000 made-up data sets give what a plain computation gives', () => {
  let engine: Engine;
  let loaded: Loaded;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      purchase: sets.flatMap((lines, set) => lines.map((one) => purchase(one, set))),
      customer: sets.flatMap((lines, set) =>
        [...new Set(lines.map(({customer}) => customer))].map((customer) => ({
          customer_id: idOf(customer, set),
          segment: `set ${set}`,
          country: countryOf(set)
        }))
      )
    });
    loaded = await lookAt(engine);
  }, 60_000);

  it('of each customer, ten sets at a time', async () => {
    let returning = 0;
    for (let first = 0; first < sets.length; first += 10) {
      const rows = await asked(engine, 'phases_watched', loaded, {country: [countryOf(first)]});
      const lines = sets
        .slice(first, first + 10)
        .flatMap((own, place) => own.map((one) => ({...one, customer: 10 * (first + place) + one.customer})));
      const found = rows.map(customerRow).sort((x, y) => x.name - y.name);
      const curves = curvesOf(lines);
      expect(found, `sets from ${first}`).toEqual(customersOf(lines, curves));
      returning += curves.filter(({ofReturning}) => ofReturning).length;
    }
    expect(returning).toBeGreaterThan(30);
  }, 600_000);

  it('of the cells counted, set by set', async () => {
    for (const [set, lines] of sets.entries()) {
      const rows = await asked(engine, 'phases_cell', loaded, {segment: [`set ${set}`]});
      expect(rows.map(cellRow), `set ${set}`).toEqual(cellsOf(lines));
    }
  }, 600_000);
});

async function asked(
  engine: Engine,
  model: string,
  loaded: Loaded,
  filters: Readonly<Record<string, readonly string[]>>
): Promise<Row[]> {
  const analysis = analysisOf('phases');
  const scope = {...initialScope, as_of: '2024-02-29', filters};
  const context = contextOf({analysis, params: initialParams(analysis.params), scope, loaded});
  const {sql, params} = compile(model, context);
  return (await engine.query(sql, params)).objects();
}

const purchase = ({customer, day, cents}: Line, set: number) => ({
  customer_id: idOf(customer, set),
  purchased_on: dayOf(day),
  amount: (cents / 100).toFixed(2)
});

const countryOf = (set: number): string => `land ${Math.floor(set / 10)}`;
const idOf = (customer: number, set: number): string => `${set} ${customer}`;
const dayOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);

/** The days on which something was left after that day's returns, in order. */
function occasionsOf(lines: readonly Line[]): number[] {
  const days = new Map<number, number>();
  for (const {day, cents} of lines) days.set(day, (days.get(day) ?? 0) + cents);
  return [...days]
    .filter(([, cents]) => cents > 0)
    .map(([day]) => day)
    .sort((a, b) => a - b);
}

interface Spell {
  class: number;
  days: number;
  over: boolean;
}

const spellsOf = (occasions: readonly number[], end = today): Spell[] =>
  occasions.map((day, place) => ({
    class: Math.min(place + 1, 4),
    days: (occasions[place + 1] ?? end) - day,
    over: place + 1 < occasions.length
  }));

const firstDay = Math.min(...sets.flat().map(({day}) => day));

/** Kaplan–Meier as it is defined: at each length, those still silent and those who came back. */
class Curve {
  readonly longest: number;
  readonly #spells: readonly Spell[];

  constructor(spells: readonly Spell[], group: number) {
    this.#spells = spells.filter((spell) => spell.class === group);
    this.longest = Math.max(...this.#spells.map(({days}) => days));
  }

  at(days: number): number {
    const lengths = [...new Set(this.#spells.filter(({over}) => over).map((spell) => spell.days))];
    return lengths
      .filter((length) => length <= days)
      .reduce((survival, length) => {
        const silent = this.#spells.filter((spell) => spell.days >= length).length;
        const back = this.#spells.filter((spell) => spell.over && spell.days === length).length;
        return survival * (1 - back / silent);
      }, 1);
  }

  /** Whether limits are those of who comes back: so many never do that 90 % aren't reached, and ten did. */
  get ofReturning(): boolean {
    return this.reaches(0.9) === null && this.#spells.filter((spell) => spell.over).length >= 10;
  }

  /** After how many days one counts as late or lapsed. */
  limit(share: number): number | null {
    return this.reaches(this.ofReturning ? share * (1 - this.at(this.longest)) : share);
  }

  /** The first length at which so many are back; null: not reached. */
  reaches(share: number): number | null {
    const lengths = this.#spells.map(({days}) => days).sort((a, b) => a - b);
    return lengths.find((length) => this.at(length) <= 1 - share + 1e-9) ?? null;
  }
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const sum = (lines: readonly Line[]): number => lines.reduce((total, {cents}) => total + cents, 0);

function byCustomer(lines: readonly Line[]): [number, Line[]][] {
  const names = [...new Set(lines.map(({customer}) => customer))].sort((a, b) => a - b);
  return names.map((name) => [name, lines.filter(({customer}) => customer === name)]);
}

function curvesOf(lines: readonly Line[]): Curve[] {
  const spells = byCustomer(lines).flatMap(([, own]) => spellsOf(occasionsOf(own)));
  return [1, 2, 3, 4].map((group) => new Curve(spells, group));
}

function customersOf(lines: readonly Line[], curves: readonly Curve[]): Customer[] {
  const people = byCustomer(lines);
  return people.map(([name, own]) => customerOf(name, own, curves));
}

function customerOf(name: number, lines: readonly Line[], curves: readonly Curve[]): Customer {
  const occasions = occasionsOf(lines);
  const gaps = spellsOf(occasions).filter(({over}) => over);
  const last = occasions.at(-1);
  const curve = curves[Math.min(occasions.length, 4) - 1];
  if (last === undefined || curve === undefined) {
    return {name, phase: 'awareness', occasions: 0, net: sum(lines), yearly: 0};
  }
  const own = median(gaps.map(({days}) => days)) ?? 0;
  const limit = (reached: number | null, place: number): number | null =>
    reached !== null && place >= 4 ? Math.max(reached, Math.ceil(2 * own)) : reached;
  const [active, lapsed] = [limit(curve.limit(0.8), occasions.length), limit(curve.limit(0.9), occasions.length)];
  const silent = today - last;
  const chance = 1 - curve.at(silent + testDays) / curve.at(silent);
  const yearly = sum(lines.filter(({day}) => day > last - 365));
  const long = gaps.flatMap((gap, place) => {
    const most = limit(curves[gap.class - 1]?.limit(0.9) ?? null, place + 1);
    const back = occasions[place + 1] ?? 0;
    return most !== null && gap.days > most && back > today - testDays ? [{back, days: gap.days}] : [];
  });
  const silences = {silent, active, lapsed};
  const {growth, shrunk, phase} = phaseOf(lines, {occasions, gaps, curves, ...silences});
  const [recent, earlier] = [mean(last2(gaps)), median(gaps.slice(0, -2).map(({days}) => days))];
  const open = phase !== 'dissolution';
  return {
    name,
    phase,
    growth: near(growth),
    slipping: open && (phase === 'decline' || (active !== null && silent > active && silent <= (lapsed ?? silent))),
    slowing: open && gaps.length >= 5 && (recent ?? 0) >= 1.5 * (earlier ?? 0),
    shrinking: open && shrunk,
    won: open && long.length > 0,
    occasions: occasions.length,
    net: sum(lines),
    yearly,
    last,
    usual: near(occasions.length >= 4 ? own : curve.reaches(0.5)),
    recent: near(gaps.length >= 5 ? recent : null),
    earlier: near(gaps.length >= 5 ? earlier : null),
    back: long.at(-1)?.back ?? null,
    away: long.at(-1)?.days ?? null,
    expected: active === null ? null : last + active,
    lapses: lapsed === null ? null : last + lapsed,
    chance: near(chance),
    ends: silent + testDays > curve.longest,
    stake: near(Math.max(0, (yearly / 100) * (1 - chance))),
    late: active !== null && silent > active
  };
}

interface Told {
  occasions: readonly number[];
  gaps: readonly Spell[];
  curves: readonly Curve[];
  silent: number;
  active: number | null;
  lapsed: number | null;
}

/** The phase by purchases alone: methods.md 5, warnings first. */
function phaseOf(lines: readonly Line[], {occasions, gaps, curves, silent, active, lapsed}: Told) {
  const usual = curves[2]?.reaches(0.5) ?? curves[3]?.reaches(0.5) ?? null;
  const half = usual === null ? 182 : 2 * usual;
  const within = (day: number, times: number): boolean =>
    day > today - times * half && day <= today - (times - 1) * half;
  const [v1, v0] = [1, 2].map((times) => sum(lines.filter(({day}) => within(day, times)))) as [number, number];
  const [d1, d0] = [1, 2].map((times) => occasions.filter((day) => within(day, times)).length) as [number, number];
  const seen = 2 * half <= today - firstDay + 1;
  const growth = seen && v0 > 0 ? v1 / v0 : null;
  const pace = seen && d0 > 0 ? d1 / d0 : null;
  const times = occasions.length;
  const shrunk = times > 2 && seen && v0 > 0 && v1 < 0.5 * v0;
  const days = gaps.map((gap) => gap.days);
  const average = mean(days) ?? 0;
  const spread = Math.sqrt(days.reduce((total, gap) => total + (gap - average) ** 2, 0) / (days.length - 1));
  const tenure = today - (occasions[0] ?? today);
  const steady = growth !== null && growth >= 0.5 && growth <= 2 && spread / average <= 1;
  const phase = (): string => {
    if (lapsed !== null && silent > lapsed) return 'dissolution';
    if ((active !== null && silent > active) || (times > 2 && growth !== null && growth < 0.5)) return 'decline';
    if (times >= 4 && tenure >= 270 && steady) return 'commitment';
    if (times >= 3 && ((growth ?? 0) >= 1.1 || (pace ?? 0) >= 1.1)) return 'expansion';
    return times <= 2 ? 'exploration' : 'plateau';
  };
  return {growth, shrunk, phase: phase()};
}

const last2 = (gaps: readonly Spell[]): number[] => gaps.slice(-2).map(({days}) => days);

type Customer = Readonly<Record<string, unknown>> & {name: number};

function customerRow(row: Row): Customer {
  const {customer_id, occasions, last_on} = row;
  const money = {net: cents(row['net_sales']), yearly: cents(row['yearly_sales'])};
  const [set = 0, one = 0] = String(customer_id).split(' ').map(Number);
  const who = {name: 10 * set + one, phase: row['phase'], occasions, ...money};
  if (last_on === null) return who;
  const [v1, v0] = [row['sales_recent'] ?? null, row['sales_before'] ?? null];
  return {
    ...who,
    growth: number(v1 === null || v0 === null || Number(v0) <= 0 ? null : Number(v1) / Number(v0)),
    slipping: row['slipping'],
    slowing: row['slowing'],
    shrinking: row['shrinking'],
    won: row['won_back'],
    last: dayIn(last_on),
    usual: number(row['usual_gap']),
    recent: number(row['recent_gap']),
    earlier: number(row['earlier_gap']),
    back: dayIn(row['back_on']),
    away: row['away_days'],
    expected: dayIn(row['active_until']),
    lapses: dayIn(row['lapses_on']),
    chance: number(row['return_share']),
    ends: row['at_least'],
    stake: number(row['value_at_stake']),
    late: row['late']
  };
}

function cellsOf(lines: readonly Line[]): unknown[] {
  const bands = [30, 60, 90, 120, 180, 365, Infinity];
  const cells = new Map<number, {customers: number; again: number}>();
  for (const [, own] of byCustomer(lines)) {
    const occasions = occasionsOf(own);
    const known = occasions.filter((day) => day <= today - testDays);
    const last = known.at(-1);
    if (last === undefined) continue;
    const band = bands.findIndex((most) => today - testDays - last <= most);
    const key = Math.min(known.length, 5) * 10 + band;
    const cell = cells.get(key) ?? {customers: 0, again: 0};
    cells.set(key, {customers: cell.customers + 1, again: cell.again + Number(known.length < occasions.length)});
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, cell]) => ({times: Math.floor(key / 10), band: key % 10, ...cell}));
}

function cellRow({times_from, silent_from, customers, again}: Row): unknown {
  const band = [0, 31, 61, 91, 121, 181, 366].indexOf(Number(silent_from));
  return {times: times_from, band, customers, again};
}

const cents = (value: unknown): number => Math.round(Number(value) * 100);
const number = (value: unknown): number | null => (value === null ? null : Number(value));
const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 6));
const dayIn = (value: unknown): number | null =>
  value === null ? null : Math.round((Date.parse(String(value)) - Date.UTC(2023, 0, 1)) / 86_400_000);
