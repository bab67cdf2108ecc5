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

/** A data set: nine people with what they bought and cost. */
interface DataSet {
  lines: Line[];
  costs: Cost[];
}

/** What is asked of one or more data sets, which share the costs of all together. */
interface Asking {
  driver: Driver | '';
  changes: Record<Category, number>;
  changeOf: 'whole' | 'shared';
  margin: number;
  rate: number;
  trade: boolean;
}

/** A question about a business: its customers are the people of its data sets; its period of 60 days is its own. */
interface Business extends DataSet, Asking {
  sets: number;
  /** whether each account is that of a data set, rather than of a customer */
  bySet: boolean;
}

const people = 9;
/** from a customer of a data set to the same one of the next */
const apart = 10;
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
const dataSet: fc.Arbitrary<DataSet> = fc.record({
  ...{lines: fc.array(line, {minLength: 1, maxLength: 30}), costs: fc.array(cost, {maxLength: 30})}
});
const change = fc.constantFrom(0, 0, 0, -100, -35, 12, 100);
const asking: fc.Arbitrary<Asking> = fc.record({
  ...{driver: fc.constantFrom<Driver | ''>('', '', ...drivers)},
  ...{
    changes: fc.record(Object.fromEntries(categories.map((name) => [name, change])) as Record<Category, typeof change>)
  },
  ...{changeOf: fc.constantFrom<Asking['changeOf']>('whole', 'shared'), margin: fc.integer({min: -20, max: 90})},
  ...{rate: fc.constantFrom(0, 0, 2.5, 13.3), trade: fc.boolean()}
});

const many = 1_000;
/** How many data sets a question is about: alone, where nothing may be there of a driver or of a cost; few; and many. */
const sizes = [1, 1, 1, 1, 3, 43];
const businesses = businessesOf(fc.sample(dataSet, {seed: 20010305, numRuns: many}));

describe(`accounts of ${many} made-up data sets are what a plain computation gives`, () => {
  let engine: Engine;
  let loaded: Loaded;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      customer: businesses.flatMap(({sets}, place) =>
        peopleOf(sets).map((customer) => ({
          customer_id: idOf(customer, place),
          segment: isTrade(customer) ? 'trade' : 'home',
          attributes: {set: setOf(customer)}
        }))
      ),
      purchase: [...businesses.flatMap(({lines}, place) => lines.map((one) => purchase(one, place))), end()],
      partnership_cost: businesses.flatMap(({costs}, place) => costs.map((one) => partnershipCost(one, place)))
    });
    loaded = await lookAt(engine);
  }, 60_000);

  it.each(businesses.map((one, place) => [place, one.sets, one] as const))(
    'to the ten-thousandth: question %i, of %i',
    async (place, _, one) => {
      const rows = await rowsOf(engine, question(one, place, loaded));
      const expected = one.bySet ? bySet(accounts(one, place)) : accounts(one, place);
      expect(rows.map(accountRow).sort(byId)).toEqual(expected.map(({account}) => account).sort(byId));
    },
    60_000
  );

  it('with costs and without, with what no one has anything of, and with losses', () => {
    const alone = businesses.filter(({sets}) => sets === 1);
    expect(alone.some(({costs}) => costs.length === 0)).toBe(true);
    expect(alone.some(({lines}) => lines.every(({cents: amount, day}) => amount <= 0 || day < 0))).toBe(true);
    expect(businesses.flatMap((one, place) => accounts(one, place)).some(({account}) => profitOf(account) < 0n)).toBe(
      true
    );
  });
});

/** The data sets, handed out to questions of these sizes until none is left. */
function businessesOf(sets: readonly DataSet[]): Business[] {
  const askings = fc.sample(asking, {seed: 19990101, numRuns: sets.length});
  const made: Business[] = [];
  for (let from = 0; from < sets.length;) {
    const asked = askings[made.length];
    const own = sets.slice(from, from + (sizes[made.length % sizes.length] ?? 1));
    if (asked) made.push({...asked, ...together(own), sets: own.length, bySet: made.length % 12 === 11});
    from += own.length;
  }
  return made;
}

/** Data sets as one, each with customers of its own. */
function together(sets: readonly DataSet[]): DataSet {
  const ofSet = (customer: number, set: number): number => customer + apart * set;
  return {
    lines: sets.flatMap(({lines}, set) => lines.map((one) => ({...one, customer: ofSet(one.customer, set)}))),
    costs: sets.flatMap(({costs}, set) =>
      costs.map((one) => ({...one, customer: one.customer === null ? null : ofSet(one.customer, set)}))
    )
  };
}

function question(one: Business, place: number, loaded: Loaded): Question {
  const analysis = analysisOf('partnerships');
  const params = checkedParams(analysis.params, {
    ...{margin: one.margin, rate_other: one.rate, change_of: one.changeOf},
    ...{split: one.bySet ? 'attribute:set' : 'none'},
    ...Object.fromEntries(categories.map((name) => [`driver_${name}`, one.driver])),
    ...Object.fromEntries(categories.map((name) => [`change_${name}`, one.changes[name]]))
  });
  const filters = one.trade ? {segment: ['trade']} : {};
  return {analysis, params, loaded, scope: {...initialScope, from: dayOf(0, place), to: dayOf(59, place), filters}};
}

/** An account in ten-thousandths: id, occasions, net sales, cost of goods, each category, profit. */
type Account = (string | bigint)[];

function accounts(one: Business, place: number): {customer: number; account: Account}[] {
  const counted = one.lines.filter(({cents: amount}) => amount !== 0);
  const inside = counted.filter(({day}) => day >= 0);
  const spent = one.costs.filter(({day}) => day >= 0);
  const shares = sharesOf(inside, spent, one);
  return peopleOf(one.sets).flatMap((customer) => {
    if (one.trade && !isTrade(customer)) return [];
    const own = inside.filter((other) => other.customer === customer);
    const direct = spent.filter((other) => other.customer === customer);
    const before = counted.some((other) => other.customer === customer);
    if (!before || (own.length === 0 && direct.length === 0)) return [];
    const net = sum(own.map(({cents: amount}) => units(amount)));
    const typed = sum(own.filter(({cost: goods}) => goods === null).map(({cents: amount}) => units(amount)));
    const goods = sum(own.map((other) => units(other.cost ?? 0))) + divided(typed * BigInt(100 - one.margin), 100n);
    const amounts = categories.map((name) => {
      const known = sum(direct.filter(({category}) => category === name).map(({cents: amount}) => units(amount)));
      const rated = name === 'other' && net > 0n ? divided(net * BigInt(Math.round(one.rate * 10)), 1000n) : 0n;
      const changed = (amount: bigint): bigint => divided(amount * BigInt(100 + one.changes[name]), 100n);
      const shared = (shares.get(`${name} ${customer}`) ?? 0n) + changed(rated);
      return (one.changeOf === 'shared' ? known : changed(known)) + shared;
    });
    const profit = net - goods - sum(amounts.slice(0, 6));
    return [{customer, account: [idOf(customer, place), BigInt(occasions(own)), net, goods, ...amounts, profit]}];
  });
}

/** The accounts of data sets: those of their customers, added up. */
function bySet(rows: readonly {customer: number; account: Account}[]): {account: Account}[] {
  const sums = new Map<string, bigint[]>();
  for (const {customer, account} of rows) {
    const before = sums.get(setOf(customer));
    const amounts = account.slice(1).map(BigInt);
    sums.set(
      setOf(customer),
      amounts.map((amount, line) => amount + (before?.[line] ?? 0n))
    );
  }
  return [...sums].map(([set, amounts]) => ({account: [set, ...amounts]}));
}

const profitOf = (account: Account): bigint => BigInt(account.at(-1) ?? 0n);

/** What each customer carries of each category, in the order of their ids; who has nothing of a driver, nothing. */
function sharesOf(
  lines: readonly Line[],
  costs: readonly Cost[],
  {driver: chosen, changes}: Asking
): Map<string, bigint> {
  const shares = new Map<string, bigint>();
  const customers = [...new Set(lines.map(({customer}) => customer))].sort((a, b) => a - b);
  const shared = costs.filter(({customer}) => customer === null);
  const linesOf = new Map(customers.map((customer) => [customer, lines.filter((one) => one.customer === customer)]));
  for (const category of categories) {
    for (const asked of drivers) {
      const pool = shared.filter(
        (one) => one.category === category && (chosen === '' ? (one.driver ?? usual[category]) : chosen) === asked
      );
      if (pool.length === 0) continue;
      const own = customers.map((customer) => weight(linesOf.get(customer) ?? [], asked));
      const weights = sum(own) > 0n ? own : own.map(() => 1n);
      const times = timesOf(pool);
      const total = divided(sum(pool.map((one) => units(one.cents))) * BigInt(100 + changes[category]), 100n);
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
    if ((off < 0n ? -off : off) > all) throw new Error(`${part} of ${total} for ${own} of ${all}`);
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

function purchase({customer, order, day, cents: amount, cost: goods, quantity}: Line, place: number) {
  return {
    transaction_id: order === null ? null : `order ${order}`,
    ...{customer_id: idOf(customer, place), purchased_on: dayOf(day, place), amount: amount / 100, quantity},
    cost: goods === null ? null : goods / 100
  };
}

function partnershipCost({customer, day, cents: amount, category, driver}: Cost, place: number) {
  const customer_id = customer === null ? null : idOf(customer, place);
  return {customer_id, incurred_on: dayOf(day, place), category, amount: amount / 100, driver};
}

/** Costs count to the last day with a purchase, so that there must be one after all businesses. */
const end = () => ({
  customer_id: 'end',
  purchased_on: dayOf(59, businesses.length),
  amount: 1,
  quantity: null,
  cost: null,
  transaction_id: null
});

const peopleOf = (sets: number): number[] =>
  Array.from({length: sets * people}, (_, place) => apart * Math.floor(place / people) + (place % people));
const isTrade = (customer: number): boolean => customer % 2 === 0;
const setOf = (customer: number): string => String(Math.floor(customer / apart));
const idOf = (customer: number, place: number): string => `${place} ${String(customer).padStart(3, '0')}`;
const dayOf = (day: number, place: number): string =>
  new Date(Date.UTC(2000, 0, 30 + 90 * place + day)).toISOString().slice(0, 10);
const units = (amount: number): bigint => BigInt(amount) * 100n;
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const byId = (a: Account, b: Account): number => (String(a[0]) < String(b[0]) ? -1 : 1);

/** Divided, and rounded half away from zero. */
function divided(value: bigint, by: bigint): bigint {
  const positive = value < 0n ? -value : value;
  const rounded = (2n * positive + by) / (2n * by);
  return value < 0n ? -rounded : rounded;
}
