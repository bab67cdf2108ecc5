import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Row} from '../src/engine/rows';
import type {Engine} from '../src/engine/engine';
import {lookAt, type Loaded} from '../src/models/loaded';
import {ask, type Told} from './ask';
import {testEngine} from './engine';
import {given} from './given';

/** One made-up row: whole cents, days from the first of 2023. */
interface Line {
  customer: number;
  order: number | null;
  day: number;
  cents: number;
  kind: 'sale' | 'return' | 'cancellation' | 'free';
}

const line: fc.Arbitrary<Line> = fc
  .record({
    customer: fc.nat(9),
    order: fc.option(fc.nat(6), {freq: 6}),
    day: fc.nat(400),
    cents: fc.oneof(fc.integer({min: 1, max: 9}), fc.integer({min: 1, max: 100_000_000_00})),
    kind: fc.constantFrom('sale', 'sale', 'sale', 'return', 'cancellation', 'free')
  })
  .map((row) => ({...row, cents: row.kind === 'free' ? 0 : row.kind === 'sale' ? row.cents : -row.cents}) as Line);

/** 300 data sets of up to 24 rows, the same in every run; each is one channel of one big table. */
const sets = fc.sample(fc.array(line, {maxLength: 24}), {seed: 19971101, numRuns: 300});

describe('300 made-up data sets give what a plain computation gives', () => {
  let engine: Engine;
  let loaded: Loaded;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {purchase: sets.flatMap((lines, set) => lines.map((one) => purchase(one, set)))});
    loaded = await lookAt(engine);
  });

  it('by Pareto', async () => {
    for (const [set, lines] of sets.entries()) {
      const told = await asked(engine, 'pareto', loaded, set);
      const ranked = ranking(lines);
      expect(told.rows.map(rankedRow), `set ${set}`).toEqual(ranked.rows);
      expect(told.parts['summary']?.[0] ?? null, `set ${set}`).toEqual(ranked.summary);
    }
  }, 120_000);

  it('by the overview', async () => {
    for (const [set, lines] of sets.entries()) {
      const told = await asked(engine, 'overview', loaded, set);
      expect(figuresRow(told.parts['figures']?.[0]), `set ${set}`).toEqual(figures(lines));
      expect(told.rows.map(monthRow), `set ${set}`).toEqual(months(lines));
    }
  }, 120_000);
});

const asked = (engine: Engine, name: string, loaded: Loaded, set: number): Promise<Told> =>
  ask(engine, name, {loaded, scope: {as_of: '2024-02-29', filters: {channel: [`set ${set}`]}}});

function purchase({customer, order, day, cents, kind}: Line, set: number) {
  return {
    transaction_id: order === null ? null : `${set} ${customer} ${order}`,
    customer_id: idOf(customer, set),
    purchased_on: dayOf(day),
    amount: decimal(BigInt(cents), 2),
    kind,
    channel: `set ${set}`
  };
}

const idOf = (customer: number, set: number): string => `${set} ${customer}`;
const dayOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
const counted = (lines: readonly Line[]): Line[] => lines.filter(({kind}) => kind === 'sale' || kind === 'return');
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

function grouped<K, T>(values: readonly T[], key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

/** Ranks by cents; ties by the id as text. Shares are rounded to nine digits on both sides. */
function ranking(lines: readonly Line[]) {
  const sums = [...grouped(counted(lines), ({customer}) => customer)].map(([customer, own]) => ({
    customer,
    cents: sum(own.map(({cents}) => BigInt(cents))),
    purchases: own.length
  }));
  sums.sort((a, b) => (a.cents === b.cents ? a.customer - b.customer : a.cents > b.cents ? -1 : 1));
  const total = sum(sums.map(({cents}) => cents));
  let before = 0n;
  const rows = sums.map(({customer, cents, purchases}, place) => {
    const reached = before;
    before += cents;
    const name = reached * 100n < 80n * total ? 'A' : reached * 100n < 95n * total ? 'B' : 'C';
    return [place + 1, customer, decimal(cents, 2), purchases, ratio(before, total), total > 0n ? name : null];
  });
  return {
    rows,
    summary: summary(
      sums.map(({cents}) => cents),
      total,
      rows
    )
  };
}

function summary(cents: readonly bigint[], total: bigint, rows: readonly unknown[][]) {
  if (cents.length === 0) return null;
  const entities = cents.length;
  const top = Math.ceil(entities / 5);
  const negative = cents.filter((value) => value < 0n);
  const positive = total > 0n;
  const peak = cents
    .map((_, place) => sum(cents.slice(0, place + 1)))
    .reduce((most, value) => (value > most ? value : most));
  const weighted = sum(cents.map((value, place) => BigInt(entities - place) * value));
  const gini = (2 * Number(weighted)) / (entities * Number(total)) - (entities + 1) / entities;
  return {
    entities,
    total: number(total),
    top_20: top,
    top_20_share: near(positive, Number(sum(cents.slice(0, top))) / Number(total)),
    for_limit: positive ? rows.filter((row) => row[5] === 'A').length : null,
    largest_share: near(positive, Number(cents[0]) / Number(total)),
    negative: negative.length,
    negative_value: number(sum(negative)),
    peak_share: near(positive, Number(peak) / Number(total)),
    gini: near(positive && negative.length === 0, gini)
  };
}

function figures(lines: readonly Line[]) {
  const rows = counted(lines);
  if (rows.length === 0) return null;
  const orders = ordersOf(rows);
  const buyers = [...grouped(orders, ({customer}) => customer).values()];
  const days = [...grouped(rows, ({customer, day}) => `${customer} ${day}`).values()].filter(
    (own) => sum(own.map(({cents}) => BigInt(cents))) > 0n
  );
  const dayBuyers = [...grouped(days, (own) => own[0]?.customer).values()];
  return {
    customers: new Set(rows.map(({customer}) => customer)).size,
    buyers: buyers.length,
    // the twelve months before 29 February 2024 begin after 28 February 2023, day 58
    active_customers: buyers.filter((own) => own.some(({day}) => day > 58)).length,
    orders: orders.length,
    repeat_buyers: buyers.filter((own) => own.length > 1).length,
    day_buyers: dayBuyers.length,
    repeat_day_buyers: dayBuyers.filter((own) => own.length > 1).length,
    observed_days: buyers.reduce((total, own) => total + Math.max(90, 425 - Math.min(...own.map(({day}) => day))), 0)
  };
}

/** Orders with the first day of each. */
function ordersOf(rows: readonly Line[]): {customer: number; day: number}[] {
  const sales = rows.filter(({kind}) => kind === 'sale');
  const groups = grouped(sales, ({customer, order, day}) => `${customer} ${order ?? `day ${day}`}`);
  return [...groups.values()].map((own) => ({
    customer: own[0]?.customer ?? 0,
    day: Math.min(...own.map(({day}) => day))
  }));
}

function months(lines: readonly Line[]) {
  const rows = counted(lines);
  const monthOf = (day: number): string => `${dayOf(day).slice(0, 7)}-01`;
  const sales = grouped(
    rows.filter(({kind}) => kind === 'sale'),
    ({customer}) => customer
  );
  const first = new Map([...sales].map(([customer, own]) => [customer, monthOf(Math.min(...own.map(({day}) => day)))]));
  const amount = (list: readonly Line[]): string => decimal(sum(list.map(({cents}) => BigInt(cents))), 2);
  const named = [...new Set(rows.map(({day}) => monthOf(day)))].sort();
  return between(named[0], named.at(-1)).map((month) => {
    const own = rows.filter(({day}) => monthOf(day) === month);
    const placed = ordersOf(rows).filter(({day}) => monthOf(day) === month);
    const customers = new Set(placed.map(({customer}) => customer));
    return [
      month,
      amount(own),
      amount(own.filter(({customer}) => first.get(customer) === month)),
      placed.length,
      customers.size,
      [...customers].filter((customer) => first.get(customer) === month).length
    ];
  });
}

function between(from: string | undefined, to: string | undefined): string[] {
  const list: string[] = [];
  for (let month = from; month !== undefined && to !== undefined && month <= to; month = next(month)) list.push(month);
  return list;
}

const next = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 10);

function rankedRow(row: Row): unknown[] {
  const {rank, id, net_sales, purchases, cumulative_share, class: name} = row;
  return [rank, Number(String(id).split(' ')[1]), text(net_sales), purchases, rounded(cumulative_share), name];
}

function figuresRow(row: Row | undefined) {
  if (!row) return null;
  const {customers, buyers, active_customers, orders, repeat_buyers, day_buyers, repeat_day_buyers} = row;
  const observed_days = Math.round(Number(row['observed_years'] ?? 0) * 365.25);
  return {customers, buyers, active_customers, orders, repeat_buyers, day_buyers, repeat_day_buyers, observed_days};
}

const monthRow = ({month, net_sales, new_sales, orders, customers, new_customers}: Row): unknown[] => [
  month,
  text(net_sales),
  text(new_sales),
  orders,
  customers,
  new_customers
];

/** `12.34` of 1234 hundredths. */
function decimal(value: bigint, digits: number): string {
  const positive = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${positive.slice(0, -digits)}.${positive.slice(-digits)}`;
}

const number = (cents: bigint): number => Number(decimal(cents, 2));
const text = (value: unknown): string => decimal(BigInt(Math.round(Number(value) * 100)), 2);
const ratio = (part: bigint, total: bigint): number | null =>
  total > 0n ? rounded(Number(part) / Number(total)) : null;
const rounded = (value: unknown): number | null => (value === null ? null : Math.round(Number(value) * 1e9) / 1e9 + 0);
const near = (known: boolean, value: number): unknown => (known ? expect.closeTo(value, 9) : null);
