import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {checkedParams} from '../../src/analyses/params';
import {contextOf, rowsOf, type Question} from '../../src/analyses/run';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {bind} from '../../src/engine/sql';
import {compile} from '../../src/models/compile';
import {lookAt, type Loaded} from '../../src/models/loaded';
import {initialScope, type Scope} from '../../src/models/scope';
import {wilson} from '../../src/statistics/interval';
import {analysisOf} from '../ask';
import {testEngine} from '../engine';
import {given} from '../given';

/** One made-up row: whole cents, days from 20 December 2019. */
interface Line {
  customer: number;
  order: number | null;
  day: number;
  cents: number;
  cost: number | null;
  kind: 'sale' | 'return' | 'free';
}

interface Config {
  grain: 'week' | 'month' | 'quarter' | 'year';
  age: 'calendar' | 'rolling';
  active: 'occasion' | 'purchase';
  figure: 'retained' | 'cumulative_margin' | 'orders';
  /** the last and first day looked at */
  to: number;
  from: number | null;
  /** what tells the sets apart: of purchases, or of customers, for whom the marts can answer */
  by: 'channel' | 'segment';
}

/** Over a leap day, a year of 53 ISO weeks and three ends of a year; returns often on the day of a sale. */
const start = Date.UTC(2019, 11, 20) / 864e5;
/** customers of a set */
const members = 8;
const line: fc.Arbitrary<Line> = fc
  .record({
    customer: fc.nat(members - 1),
    order: fc.option(fc.nat(5), {freq: 5}),
    day: fc.oneof(fc.nat(760), fc.constantFrom(0, 11, 12, 71, 72, 374, 376, 379, 380, 30, 60, 90)),
    cents: fc.integer({min: 1, max: 40}),
    cost: fc.option(fc.integer({min: 0, max: 30})),
    kind: fc.constantFrom('sale', 'sale', 'sale', 'return', 'free')
  })
  .map((row) => ({...row, cents: row.kind === 'free' ? 0 : row.kind === 'sale' ? row.cents : -row.cents}) as Line);

const count = 1000;
const sets = fc.sample(fc.array(line, {maxLength: 28}), {seed: 20201231, numRuns: count});
const config: fc.Arbitrary<Config> = fc.record({
  grain: fc.constantFrom('week', 'month', 'quarter', 'year'),
  age: fc.constantFrom('calendar', 'rolling'),
  active: fc.constantFrom('occasion', 'purchase'),
  figure: fc.constantFrom('retained', 'cumulative_margin', 'orders'),
  to: fc.oneof(fc.integer({min: 300, max: 800}), fc.constantFrom(376, 377, 379, 380, 741, 742)),
  from: fc.option(fc.nat(400), {freq: 1}),
  by: fc.constantFrom('channel', 'segment')
});

let engine: Engine;
let loaded: Loaded;

describe('1,000 made-up data sets give what a plain computation gives', () => {
  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      purchase: sets.flatMap((lines, set) => lines.map((one) => purchase(one, set))),
      customer: sets.flatMap((_, set) =>
        Array.from({length: members}, (_member, customer) => ({
          customer_id: `${set} ${customer}`,
          segment: `set ${set}`,
          attributes: {set: String(set)}
        }))
      )
    });
    loaded = await lookAt(engine);
  }, 120_000);

  it('as cohorts by the period of the first purchase, some sets each for itself', async () => {
    for (const [place, settings] of fc.sample(config, {seed: 53, numRuns: 40}).entries()) {
      const set = place * 25;
      const scope = {...scopeOf(settings), filters: {[settings.by]: [`set ${set}`]}};
      const rows = await rowsOf(engine, questionOf(settings, scope, 'none'));
      const expected = cohorts(sets[set] ?? [], settings, (first) => startOf(first, settings.grain));
      expect(rows.map(told), `set ${set} ${JSON.stringify(settings)}`).toEqual(expected);
    }
  }, 120_000);

  const grains = ['week', 'month', 'quarter', 'year'] as const;
  const kinds = grains.flatMap((grain) => (['calendar', 'rolling'] as const).map((age) => [grain, age] as const));

  it.each(kinds)(
    'as cohorts by the period of the first purchase, all sets at once, by %s, %s',
    async (grain, age) => {
      const seed = kinds.findIndex((kind) => kind[0] === grain && kind[1] === age);
      const settings: Config = {...(fc.sample(config, {seed, numRuns: 1})[0] as Config), grain, age};
      const rows = await apart(settings);
      for (const [set, lines] of sets.entries()) {
        const expected = cohorts(lines, settings, (first) => startOf(first, grain), 'known');
        const own = expected.filter(({state}) => !outside.includes(state));
        expect((rows.get(set) ?? []).map(told), `set ${set} ${JSON.stringify(settings)}`).toEqual(own);
      }
    },
    120_000
  );

  it.each(kinds)(
    'as groups of customers, by %s, %s',
    async (grain, age) => {
      const settings: Config = {grain, age, ...(age === 'rolling' ? early : late), from: null, by: 'segment'};
      const rows = await rowsOf(engine, questionOf(settings, scopeOf(settings), 'attribute:set'));
      const groups = new Map<string, Row[]>();
      for (const row of rows.filter(({group_name}) => group_name !== null)) {
        const own = groups.get(String(row['group_name'])) ?? [];
        own.push(row);
        groups.set(String(row['group_name']), own);
      }
      for (const [set, lines] of sets.entries()) {
        const expected = cohorts(lines, settings, () => null, 'known').filter(({state}) => !outside.includes(state));
        expect((groups.get(String(set)) ?? []).map(told), `set ${set}`).toEqual(expected);
      }
    },
    300_000
  );
});

const late = {active: 'occasion', figure: 'cumulative_margin', to: 742} as const;
const early = {active: 'purchase', figure: 'orders', to: 501} as const;

const outside = ['before first', 'never bought', 'won earlier'];

/**
 * The cohorts of every set, computed at once: those of a set are moved by a multiple of 400 years, after which the calendar
 * repeats itself, and back again.
 */
async function apart(settings: Config): Promise<Map<number, Row[]>> {
  const {analysis, ...question} = questionOf(settings, scopeOf(settings), 'none');
  const context = contextOf({analysis, ...question});
  const made: Record<string, string> = {};
  for (const name of ['cohort_customer', 'cohort_spend']) {
    const {sql, params} = compile(name, context, {materialised: made});
    await engine.execute(`create or replace table main.oracle_${name} as ${bind(sql, params)}`);
    made[name] = `main.oracle_${name}`;
  }
  const bySet = new Map<number, Row[]>();
  for (const from of [0, 500]) {
    await engine.execute(`create or replace table main.oracle_apart as
      select made.* replace ((made.cohort + to_years(400 * (set - ${from}))) as cohort)
      from main.oracle_cohort_customer as made
      join (select customer_key, split_part(customer_id, ' ', 1)::integer as set from customer) using (customer_key)
      where set >= ${from} and set < ${from + 500}`);
    const {sql, params} = compile(analysis.model, context, {
      materialised: {...made, cohort_customer: 'main.oracle_apart'},
      order: ['cohort', 'age']
    });
    const back = (day: string): string => `(${day} - to_years(400 * moves::integer))::date as ${day}`;
    const rows = await engine.query(
      `select * replace (${['cohort', 'period_from', 'period_to'].map(back).join(', ')})
       from (select (year(cohort) - 2019) // 400 as moves, * from (${bind(sql, params)}) where cohort is not null)`
    );
    for (const row of rows.objects()) {
      const set = from + Number(row['moves']);
      const own = bySet.get(set) ?? [];
      bySet.set(set, own);
      own.push(row);
    }
  }
  return bySet;
}

function scopeOf({to, from}: Config): Scope {
  return {...initialScope, as_of: dayOf(to), from: from === null ? null : dayOf(from)};
}

function questionOf({grain, age, active, figure}: Config, scope: Scope, split: string): Question {
  const analysis = analysisOf('cohorts');
  return {analysis, params: checkedParams(analysis.params, {grain, age, active, figure, split}), scope, loaded};
}

function purchase({customer, order, day, cents, cost, kind}: Line, set: number) {
  return {
    transaction_id: order === null ? null : `${set} ${customer} ${order}`,
    customer_id: `${set} ${customer}`,
    purchased_on: dayOf(day),
    amount: (cents / 100).toFixed(2),
    cost: cost === null ? null : (cost / 100).toFixed(2),
    kind,
    channel: `set ${set}`
  };
}

const dayOf = (day: number): string => new Date((start + day) * 864e5).toISOString().slice(0, 10);

const indexes = new Map<string, number>();

/** A number of the calendar period that a day is in. */
function index(day: number, grain: Config['grain']): number {
  const key = `${grain} ${day}`;
  const known = indexes.get(key) ?? indexOf(day, grain);
  indexes.set(key, known);
  return known;
}

function indexOf(day: number, grain: Config['grain']): number {
  const date = new Date((start + day) * 864e5);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  if (grain === 'week') return Math.floor((start + day + 3) / 7);
  return Math.floor(month / {month: 1, quarter: 3, year: 12}[grain]);
}

/** The first day, as text, of the period with that number. */
function startAt(number: number, grain: Config['grain']): string {
  if (grain === 'week') return new Date((number * 7 - 3) * 864e5).toISOString().slice(0, 10);
  const month = number * {month: 1, quarter: 3, year: 12}[grain];
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
}

const startOf = (day: number, grain: Config['grain']): string => startAt(index(day, grain), grain);

interface Customer {
  first: number | null;
  lines: Line[];
  days: number[];
  orders: number[];
}

/** Customers with the days on which they bought, and the first days of their orders, of all lines up to the last day. */
function customersOf(lines: readonly Line[], {active, to, from}: Config): Customer[] {
  const counted = lines.filter(({kind, day}) => kind !== 'free' && day <= to);
  return [...new Set(lines.map(({customer}) => customer))].flatMap((customer) => {
    const own = counted.filter((one) => one.customer === customer);
    const sums = new Map<number, number>();
    for (const {day, cents} of own) sums.set(day, (sums.get(day) ?? 0) + cents);
    const days = [...sums].filter(([, cents]) => active === 'purchase' || cents > 0).map(([day]) => day);
    const within = own.filter(({day}) => from === null || day >= from);
    const orders = new Map<string, number>();
    for (const {order, day, kind} of within) {
      const name = order === null ? `day ${day}` : `order ${order}`;
      if (kind === 'sale') orders.set(name, Math.min(day, orders.get(name) ?? Infinity));
    }
    if (own.length === 0) return [];
    return [{first: days.length > 0 ? Math.min(...days) : null, lines: within, days, orders: [...orders.values()]}];
  });
}

type Expected = Record<string, unknown> & {state: string};

/** The rows, by the definitions and nothing else. */
function cohorts(
  lines: readonly Line[],
  settings: Config,
  cohortOf: (first: number) => string | null,
  costs?: 'known'
): Expected[] {
  const everyone = customersOf(lines, settings);
  const counted = everyone.filter(({first}) => first !== null && (settings.from === null || first >= settings.from));
  const known = costs === 'known' || counted.some((one) => notEarly(one, settings).some(({cost}) => cost !== null));
  const names = [...new Set(counted.map(({first}) => cohortOf(first ?? 0)))].sort();
  const rows = names.flatMap((cohort) =>
    cells(
      counted.filter(({first}) => cohortOf(first ?? 0) === cohort),
      cohort,
      settings,
      known
    )
  );
  return [...rows, ...leftOver(everyone, counted, settings)];
}

function cells(members: readonly Customer[], cohort: string | null, settings: Config, known: boolean): Expected[] {
  const {grain, age, to, figure} = settings;
  const length = {week: 7, month: 30, quarter: 91, year: 365}[grain];
  const ageOn = (day: number, first: number): number =>
    age === 'rolling' ? Math.floor((day - first) / length) : index(day, grain) - index(first, grain);
  const first = (customer: Customer): number => customer.first ?? 0;
  const oldest = Math.max(...members.map((one) => ageOn(to, first(one))));
  return Array.from({length: oldest + 1}, (_, at) => {
    const eligible = members.filter((one) =>
      age === 'rolling'
        ? first(one) + (at + 1) * length <= to + 1
        : index(to + 1, grain) > index(first(one), grain) + at
    );
    const base = eligible.length > 0 ? eligible : members.filter((one) => ageOn(to, first(one)) >= at);
    const of = (list: readonly Customer[], keep: (age: number) => boolean): Line[] =>
      list.flatMap((one) => one.lines.filter(({day}) => keep(ageOn(day, first(one)))));
    const active = (one: Customer, keep: (age: number) => boolean): boolean =>
      one.days.some((day) => keep(ageOn(day, first(one))));
    const kept = base.filter((one) => active(one, (own) => own === at)).length;
    const later = base.filter((one) => active(one, (own) => own >= at)).length;
    const sales = cents(of(members, (own) => own === at));
    const baseSales = cents(of(base, (own) => own === at));
    const firstSales = cents(of(base, (own) => own === 0));
    const total = cents(of(base, (own) => own >= 0 && own <= at));
    const earned = of(base, (own) => own >= 0 && own <= at).reduce(
      (sum, {cents: amount, cost}) => (cost === null ? sum : sum + amount - cost),
      0
    );
    const orders = members.flatMap((one) => one.orders.filter((day) => ageOn(day, first(one)) === at)).length;
    const interval = at > 0 && eligible.length > 0 ? wilson(kept, eligible.length) : null;
    const dated = cohort !== null && age === 'calendar';
    const number = dated ? index(first(members[0] as Customer), grain) + at : 0;
    return {
      cohort,
      age: at,
      state: eligible.length === members.length ? 'complete' : eligible.length > 0 ? 'partly' : 'in progress',
      period_from: dated ? startAt(number, grain) : null,
      period_to: dated ? dayBefore(startAt(number + 1, grain)) : null,
      size: members.length,
      eligible: eligible.length,
      base: base.length,
      customers: members.filter((one) => active(one, (own) => own === at)).length,
      kept,
      kept_later: later,
      retained: round(kept / base.length),
      low: interval && round(interval.low),
      high: interval && round(interval.high),
      unbounded: round(later / base.length),
      net_sales: sales,
      sales_retention: firstSales > 0 ? round(baseSales / firstSales) : null,
      cumulative_sales_per_customer: round(total / 100 / base.length),
      cumulative_margin_per_customer:
        figure === 'cumulative_margin' && known ? round(earned / 100 / base.length) : null,
      orders: figure === 'orders' ? orders : null,
      average_order: figure === 'orders' && orders > 0 ? round(sales / 100 / orders) : null
    };
  });
}

/** What a customer bought at age 0 or later. */
const notEarly = ({first, lines}: Customer, {age, grain}: Config): Line[] =>
  lines.filter(({day}) => (age === 'rolling' ? day >= (first ?? 0) : index(day, grain) >= index(first ?? 0, grain)));

/** Purchases that belong to no cohort. */
function leftOver(everyone: readonly Customer[], counted: readonly Customer[], settings: Config): Expected[] {
  const groups: [string, Line[][], Customer[]][] = [
    [
      'before first',
      counted.map((one) => one.lines.filter((line) => !notEarly(one, settings).includes(line))),
      [...counted]
    ],
    ['never bought', everyone.filter(({first}) => first === null).map(({lines}) => lines), []],
    ['won earlier', everyone.filter((one) => one.first !== null && !counted.includes(one)).map(({lines}) => lines), []]
  ];
  return groups.flatMap(([state, lists]) => {
    const lines = lists.flat();
    if (lines.length === 0) return [];
    return [{state, customers: lists.filter((own) => own.length > 0).length, net_sales: cents(lines)}];
  });
}

/** What is compared of a row. Orders of what is left over aren't: they say nothing. */
function told(row: Row): Expected {
  const state = String(row['state']);
  const net_sales = Math.round(Number(row['net_sales']) * 100);
  if (outside.includes(state)) return {state, customers: row['customers'], net_sales};
  const exact = Object.fromEntries(exactly.map((name) => [name, row[name]]));
  const near = Object.fromEntries(nearly.map((name) => [name, row[name] === null ? null : round(Number(row[name]))]));
  return {...exact, ...near, state, net_sales};
}

const exactly = [
  ...['cohort', 'age', 'period_from', 'period_to', 'size', 'eligible', 'base', 'customers', 'kept', 'kept_later'],
  'orders'
];
const nearly = [
  ...['retained', 'low', 'high', 'unbounded', 'sales_retention', 'cumulative_sales_per_customer'],
  ...['cumulative_margin_per_customer', 'average_order']
];

const cents = (lines: readonly Line[]): number => lines.reduce((sum, one) => sum + one.cents, 0);
const round = (value: number): number => Math.round(value * 1e9) / 1e9 + 0;
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);
