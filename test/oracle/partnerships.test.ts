import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {checkedParams} from '../../src/analyses/params';
import {rowsOf, type Question} from '../../src/analyses/run';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {lookAt, type Loaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {analysisOf} from '../ask';
import {testEngine} from '../engine';
import {given} from '../given';

const categories = ['delivery', 'bonus', 'returns', 'database', 'salaries', 'other', 'acquisition'] as const;
type Category = (typeof categories)[number];
const drivers = ['orders', 'lines', 'quantity', 'sales', 'equal'] as const;
type Driver = (typeof drivers)[number];
const usual: Record<Category, Driver> = {
  ...{delivery: 'orders', bonus: 'sales', returns: 'lines', database: 'equal', salaries: 'orders'},
  ...{other: 'sales', acquisition: 'equal'}
} as Record<Category, Driver>;

/** One made-up purchase: whole cents; days from the first day of the period, those before it below 0. */
interface Line {
  customer: number;
  order: number | null;
  day: number;
  cents: number;
  cost: number | null;
  quantity: number | null;
}

interface Cost {
  customer: number | null;
  day: number;
  cents: number;
  category: Category;
  driver: Driver | null;
}

/** A business with what is asked of it; it has a period of 60 days of its own, and customers of its own. */
interface Made {
  lines: Line[];
  costs: Cost[];
  driver: Driver | '';
  allocated: number;
  margin: number;
  rate: number;
  trade: boolean;
}

const people = 9;
const cents = fc.oneof({weight: 3, arbitrary: fc.integer({min: -3_000, max: 40_000})}, fc.integer({min: -9, max: 9}));
const line: fc.Arbitrary<Line> = fc.record({
  ...{customer: fc.nat(people - 1), order: fc.option(fc.nat(3), {freq: 6}), day: fc.integer({min: -20, max: 59})},
  ...{cents, cost: fc.option(fc.nat(20_000), {freq: 5}), quantity: fc.option(fc.integer({min: -3, max: 9}), {freq: 6})}
});
const cost: fc.Arbitrary<Cost> = fc.record({
  ...{customer: fc.option(fc.nat(people), {freq: 1}), day: fc.integer({min: -20, max: 59})},
  ...{cents: fc.oneof(fc.integer({min: 1, max: 9}), fc.integer({min: -500, max: 90_000}))},
  ...{category: fc.constantFrom(...categories), driver: fc.option(fc.constantFrom(...drivers))}
});
const made: fc.Arbitrary<Made> = fc.record({
  ...{lines: fc.array(line, {minLength: 1, maxLength: 30}), costs: fc.array(cost, {maxLength: 30})},
  ...{driver: fc.constantFrom<Driver | ''>('', '', ...drivers), allocated: fc.constantFrom(100, 100, 0, 35, 200)},
  ...{margin: fc.integer({min: -20, max: 90}), rate: fc.constantFrom(0, 0, 2.5, 13.3), trade: fc.boolean()}
});

/** How many businesses: each takes a run of the analysis, whose plan alone takes 50 ms; `ORACLE_SETS` asks for more. */
const many = Number(process.env['ORACLE_SETS'] ?? 300);
const sets = fc.sample(made, {seed: 20010305, numRuns: many});

describe(`accounts of ${many} made-up businesses are what a plain computation gives`, () => {
  let engine: Engine;
  let loaded: Loaded;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      customer: sets.flatMap((_, set) =>
        Array.from({length: people}, (_person, customer) => ({
          customer_id: idOf(customer, set),
          segment: isTrade(customer) ? 'trade' : 'home'
        }))
      ),
      purchase: [...sets.flatMap(({lines}, set) => lines.map((one) => purchase(one, set))), end()],
      partnership_cost: sets.flatMap(({costs}, set) => costs.map((one) => partnershipCost(one, set)))
    });
    loaded = await lookAt(engine);
  }, 60_000);

  it('to the ten-thousandth', async () => {
    for (const [set, one] of sets.entries()) {
      const rows = await rowsOf(engine, question(one, set, loaded));
      expect(rows.map(accountRow).sort(byId), `set ${set}`).toEqual(accounts(one, set).sort(byId));
    }
  }, 3_600_000);
});

function question(one: Made, set: number, loaded: Loaded): Question {
  const analysis = analysisOf('partnerships');
  const params = checkedParams(analysis.params, {
    ...{margin: one.margin, allocated: one.allocated, rate_other: one.rate},
    ...Object.fromEntries(categories.map((name) => [`driver_${name}`, one.driver]))
  });
  const filters = one.trade ? {segment: ['trade']} : {};
  return {analysis, params, loaded, scope: {...initialScope, from: dayOf(0, set), to: dayOf(59, set), filters}};
}

/** An account in ten-thousandths: id, occasions, net sales, cost of goods, each category, profit. */
type Account = (string | bigint)[];

function accounts({lines, costs, driver, allocated, margin, rate, trade}: Made, set: number): Account[] {
  const counted = lines.filter((one) => one.cents !== 0);
  const inside = counted.filter(({day}) => day >= 0);
  const shares = sharesOf(
    inside,
    costs.filter(({day}) => day >= 0),
    driver
  );
  return Array.from({length: people}, (_, customer) => customer).flatMap((customer): Account[] => {
    if (trade && !isTrade(customer)) return [];
    const own = inside.filter((one) => one.customer === customer);
    const direct = costs.filter((one) => one.customer === customer && one.day >= 0);
    const before = counted.some((one) => one.customer === customer);
    if (!before || (own.length === 0 && direct.length === 0)) return [];
    const net = sum(own.map((one) => units(one.cents)));
    const typed = sum(own.filter((one) => one.cost === null).map((one) => units(one.cents)));
    const goods = sum(own.map((one) => units(one.cost ?? 0))) + divided(typed * BigInt(100 - margin), 100n);
    const amounts = categories.map((name) => {
      const known = sum(direct.filter(({category}) => category === name).map((one) => units(one.cents)));
      const shared = divided((shares.get(`${name} ${customer}`) ?? 0n) * BigInt(allocated), 100n);
      const part = name === 'other' && net > 0n ? divided(net * BigInt(Math.round(rate * 10)), 1000n) : 0n;
      return known + shared + part;
    });
    const profit = net - goods - sum(amounts.slice(0, 6));
    return [[idOf(customer, set), BigInt(occasions(own)), net, goods, ...amounts, profit]];
  });
}

/** What each customer carries of each category, in the order of their ids; who has nothing of a driver, nothing. */
function sharesOf(lines: readonly Line[], costs: readonly Cost[], chosen: Driver | ''): Map<string, bigint> {
  const shares = new Map<string, bigint>();
  const customers = [...new Set(lines.map(({customer}) => customer))].sort((a, b) => a - b);
  const shared = costs.filter(({customer}) => customer === null);
  for (const category of categories) {
    for (const asked of drivers) {
      const pool = shared.filter(
        (one) => one.category === category && (chosen === '' ? (one.driver ?? usual[category]) : chosen) === asked
      );
      if (pool.length === 0) continue;
      const own = customers.map((customer) =>
        weight(
          lines.filter((one) => one.customer === customer),
          asked
        )
      );
      const weights = sum(own) > 0n ? own : own.map(() => 1n);
      const times = timesOf(pool);
      const total = sum(pool.map((one) => units(one.cents)));
      const parts = runningParts((total < 0n ? -total : total) / times, weights);
      customers.forEach((customer, place) => {
        const part = (parts[place] ?? 0n) * times * (total < 0n ? -1n : 1n);
        shares.set(`${category} ${customer}`, (shares.get(`${category} ${customer}`) ?? 0n) + part);
      });
    }
  }
  return shares;
}

/** Up to each, less up to the one before, of a running part of the whole: to one ten-thousandth what is exact, and all of it. */
function runningParts(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights);
  let before = 0n;
  let running = 0n;
  return weights.map((own) => {
    running += own;
    const upTo = running === all ? total : BigInt(evenly(Number(total) * (Number(running) / Number(all))));
    const part = upTo - before;
    before = upTo;
    const off = part * all - total * own;
    expect((off < 0n ? -off : off) <= all, `${part} of ${total} for ${own} of ${all}`).toBe(true);
    return part;
  });
}

/** To the next whole number, the even one where two are as near. */
function evenly(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** How often all rows of a pool are there: the greatest number that divides how often each is. */
function timesOf(pool: readonly Cost[]): bigint {
  const counts = new Map<string, number>();
  for (const one of pool) {
    const key = [one.day, one.cents, one.category, one.driver].join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  return BigInt([...counts.values()].reduce(gcd, 0));
}

function weight(own: readonly Line[], driver: Driver): bigint {
  const sales = own.filter((one) => one.cents > 0);
  if (driver === 'equal') return 1n;
  if (driver === 'lines') return BigInt(own.length);
  if (driver === 'orders') return BigInt(new Set(sales.map(({order, day}) => order ?? `day ${day}`)).size);
  const total = sum(own.map((one) => (driver === 'sales' ? units(one.cents) : units((one.quantity ?? 0) * 100))));
  return total > 0n ? total : 0n;
}

function occasions(own: readonly Line[]): number {
  const days = [...new Set(own.map(({day}) => day))];
  return days.filter((day) => sum(own.filter((one) => one.day === day).map((one) => units(one.cents))) > 0n).length;
}

const accountRow = (row: Row): Account => [
  String(row['id']),
  BigInt(Number(row['occasions'])),
  ...[row['net_sales'], row['cost_of_goods'], ...categories.map((name) => row[name] ?? 0), row['profit']].map((value) =>
    BigInt(Math.round(Number(value) * 10_000))
  )
];

function purchase({customer, order, day, cents: amount, cost: goods, quantity}: Line, set: number) {
  return {
    transaction_id: order === null ? null : `order ${order}`,
    ...{customer_id: idOf(customer, set), purchased_on: dayOf(day, set), amount: amount / 100, quantity},
    cost: goods === null ? null : goods / 100
  };
}

function partnershipCost({customer, day, cents: amount, category, driver}: Cost, set: number) {
  const customer_id = customer === null ? null : idOf(customer, set);
  return {customer_id, incurred_on: dayOf(day, set), category, amount: amount / 100, driver};
}

/** Costs count to the last day with a purchase, so that there must be one after all businesses. */
const end = () => ({
  customer_id: 'end',
  purchased_on: dayOf(59, many),
  amount: 1,
  quantity: null,
  cost: null,
  transaction_id: null
});

const isTrade = (customer: number): boolean => customer % 2 === 0;
const idOf = (customer: number, set: number): string => `${set} ${customer}`;
const dayOf = (day: number, set: number): string =>
  new Date(Date.UTC(2000, 0, 30 + 90 * set + day)).toISOString().slice(0, 10);
const units = (amount: number): bigint => BigInt(amount) * 100n;
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const byId = (a: Account, b: Account): number => (String(a[0]) < String(b[0]) ? -1 : 1);

/** Divided, and rounded half away from zero. */
function divided(value: bigint, by: bigint): bigint {
  const positive = value < 0n ? -value : value;
  const rounded = (2n * positive + by) / (2n * by);
  return value < 0n ? -rounded : rounded;
}
