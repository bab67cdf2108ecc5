import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {spansOf} from '../../src/analyses/pareto/spans';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {lookAt, type Loaded} from '../../src/models/loaded';
import {questionOf} from '../ask';
import {testEngine} from '../engine';
import {given} from '../given';
import {partsOf} from './parts';

/** One made-up row: whole cents, days from the first of 2023. */
interface Line {
  customer: number;
  day: number;
  cents: number;
  /** of goods; null: not known */
  cost: number | null;
  /** what by rule doesn't count; null: what counts */
  leftOut: 'cancellation' | 'free' | null;
}

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.nat(9),
  day: fc.nat(400),
  cents: fc.oneof(
    fc.integer({min: 1, max: 9}),
    fc.integer({min: 1, max: 50_000}),
    fc.integer({min: -20_000, max: -1}),
    fc.integer({min: 1, max: 10_000_000_000})
  ),
  cost: fc.option(fc.integer({min: -5_000, max: 60_000}), {freq: 5}),
  leftOut: fc.constantFrom(null, null, null, null, null, null, 'cancellation' as const, 'free' as const)
});

/**
 * 1,000 data sets of up to 20 rows, the same in every run; each is one channel of one big table, and one segment of its
 * customers: by the one purchases are read, by the other the mart of months.
 */
const sets = fc.sample(fc.array(line, {maxLength: 20}), {seed: 20010915, numRuns: 1000});

const params = {whatif_share: 30, whatif_price: 12.5, whatif_cost: 7};
const day = (index: number): string => new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10);

describe('1,000 made-up data sets give what a plain computation gives', () => {
  let engine: Engine;
  let loaded: Loaded;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      purchase: sets.flatMap((lines, set) => lines.map((one) => purchase(one, set))),
      customer: sets.flatMap((lines, set) =>
        [...new Set(lines.map(({customer}) => idOf(customer, set)))].map((id) => ({
          customer_id: id,
          segment: nameOf(set)
        }))
      )
    });
    loaded = await lookAt(engine);
  }, 120_000);

  it.each(['net_sales', 'profit'] as const)(
    'by %s: ranking, steps, whale, claims, risk, what if, moves',
    async (measure) => {
      // Every data set by one measure: those of odd number by one, of even number by the other.
      for (const [set, all_] of sets.entries()) {
        if ((set % 2 === 0) !== (measure === 'net_sales')) continue;
        const lines = all_.filter(({leftOut}) => leftOut === null);
        const told = await asked(engine, loaded, set, measure);
        const all = entities(lines, measure);
        expect(rankingOf(told), `set ${set}`).toEqual(plainRanking(all));
        expect(told.parts['summary'], `set ${set}`).toEqual(plainSummary(all));
        expect(whaleOf(told), `set ${set}`).toEqual(plainWhale(all));
        expect(claimsOf(told), `set ${set}`).toEqual(plainClaims(all));
        expect(riskOf(told), `set ${set}`).toEqual(plainRisk(all));
        expect(whatifOf(told), `set ${set}`).toEqual(plainWhatif(all, measure));
        expect(movesOf(told), `set ${set}`).toEqual(plainMoves(lines, measure));
        expect(stepsOf(told), `set ${set}`).toEqual(plainSteps(all));
      }
    },
    120_000
  );
});

interface Told {
  parts: Record<string, Row[]>;
}

/** Asks for the ranking, and for the parts that aren't merely drawn from it; by channel or by segment, two sets in turn. */
async function asked(engine: Engine, loaded: Loaded, set: number, measure: Measure): Promise<Told> {
  const scope = {as_of: '2024-02-29', filters: {[set % 4 < 2 ? 'channel' : 'segment']: [nameOf(set)]}};
  const question = await questionOf(engine, 'pareto', {params: {...params, measure}, scope, loaded});
  return {parts: await partsOf(engine, question, names)};
}

const names = ['summary', 'steps', 'whale', 'peak', 'claims', 'concentration', 'losses', 'whatif', 'moves'];

const nameOf = (set: number): string => `set ${set}`;
const idOf = (customer: number, set: number): string => `${set} ${customer}`;

const purchase = ({customer, day: at, cents, cost, leftOut}: Line, set: number) => ({
  customer_id: idOf(customer, set),
  purchased_on: day(at),
  amount: leftOut === 'free' ? 0 : decimal(BigInt(leftOut === null ? cents : -Math.abs(cents))),
  kind: leftOut ?? (cents < 0 ? 'return' : 'sale'),
  channel: nameOf(set),
  cost: cost === null ? null : decimal(BigInt(cost))
});

type Measure = 'net_sales' | 'profit';

/** What one customer brought, in cents. */
interface Entity {
  customer: number;
  purchases: number;
  sales: bigint;
  profit: bigint | null;
  cost: bigint;
  value: bigint;
}

/** The customers, from the largest; of two alike the one whose id comes first. */
function entities(lines: readonly Line[], measure: Measure): Entity[] {
  const list = [...new Set(lines.map(({customer}) => customer))].map((customer) => {
    const own = lines.filter((one) => one.customer === customer);
    const known = own.filter(({cost}) => cost !== null);
    const sales = sum(own.map(({cents}) => cents));
    const cost = sum(known.map((one) => one.cost ?? 0));
    const profit = known.length === 0 ? null : sum(known.map(({cents}) => cents)) - cost;
    return {customer, purchases: own.length, sales, profit, cost, value: measure === 'profit' ? profit : sales};
  });
  return ranked(list.flatMap((one) => (one.value === null ? [] : [{...one, value: one.value}])));
}

const ranked = <T extends {customer: number; value: bigint}>(list: T[]): T[] =>
  list.toSorted((a, b) => (a.value === b.value ? a.customer - b.customer : a.value > b.value ? -1 : 1));

const byProfit = (all: Entity[]): Entity[] =>
  ranked(all.flatMap((one) => (one.profit === null ? [] : [{...one, value: one.profit}])));

/** Whoever reaches a limit is the last of its class. */
function plainRanking(all: Entity[]): unknown[] {
  const total = total_(all);
  return all.map(({customer, purchases, sales, profit, value}, place) => {
    const reached = total_(all.slice(0, place + 1));
    return [
      ...[place + 1, customer, cents(sales), profit === null ? null : cents(profit), purchases],
      ratio(reached, total),
      total > 0n ? classAt(reached - value, total) : null
    ];
  });
}

const rankingOf = ({parts}: Told): unknown[] =>
  (parts['main'] ?? []).map(({rank, id, net_sales, profit, purchases, cumulative_share, class: name}) => [
    ...[rank, Number(String(id).split(' ')[1]), amount(net_sales), profit === null ? null : amount(profit), purchases],
    rounded(cumulative_share),
    name
  ]);

function plainSummary(all: Entity[]): unknown[] {
  const [first] = all;
  if (!first) return [];
  const values = all.map(({value}) => value);
  const total = big(values);
  const top = part(all.length, 20);
  const negative = values.filter((value) => value < 0n);
  const share = (made: bigint): unknown => (total > 0n ? near(Number(made) / Number(total)) : null);
  const weighted = big(values.map((value, place) => BigInt(all.length - place) * value));
  const gini = (2 * Number(weighted)) / (all.length * Number(total)) - (all.length + 1) / all.length;
  return [
    {
      entities: all.length,
      total: number(total),
      top_20: top,
      top_20_share: share(big(values.slice(0, top))),
      for_limit: total > 0n ? plainRanking(all).filter((row) => (row as unknown[]).at(-1) === 'A').length : null,
      largest_share: share(first.value),
      negative: negative.length,
      negative_value: number(big(negative)),
      peak_share: share(negative.length === values.length ? first.value : total - big(negative)),
      gini: total > 0n && negative.length === 0 ? near(gini) : null
    }
  ];
}

function plainWhale(all: Entity[]) {
  const list = byProfit(all);
  if (list.length === 0) return null;
  const total = total_(list);
  const peak = total_(list.filter(({value}) => value > 0n));
  const losing = list.filter(({value}) => value < 0n).length;
  return {
    points: [0, ...list.keys()].map((_, place) => cents(total_(list.slice(0, place)))),
    total: cents(total),
    peak: cents(peak),
    peak_share: ratio(peak, total),
    before: list.filter(({value}) => value > 0n).length,
    losing,
    from: losing === 0 ? null : list.length - losing + 1,
    destroyed: cents(peak - total)
  };
}

function whaleOf({parts}: Told) {
  const row = parts['peak']?.[0];
  if (!row) return null;
  return {
    points: (parts['whale'] ?? []).map(({value}) => amount(value)),
    total: amount(row['total']),
    peak: amount(row['peak']),
    peak_share: rounded(row['peak_share']),
    before: row['before_peak'],
    losing: row['losing'],
    from: row['losing_from'],
    destroyed: amount(row['destroyed'])
  };
}

function plainClaims(all: Entity[]) {
  if (all.length === 0) return [];
  const sales = ranked(all.map((one) => ({...one, value: one.sales})));
  const profit = byProfit(all);
  return [
    claim('best', profit, 20),
    claim('profit', profit, 10, 90n),
    claim('sales', sales, 20, 80n),
    claim('worst', profit.toReversed(), 10)
  ];
}

function claim(name: string, list: Entity[], percentage: number, claimed?: bigint) {
  if (list.length === 0) return [name, null, null, null, null];
  const size = part(list.length, percentage);
  const total = total_(list);
  const made = total_(list.slice(0, size));
  const reached = list.findIndex((_, place) => total_(list.slice(0, place + 1)) * 100n >= (claimed ?? 0n) * total);
  return [name, size, cents(made), ratio(made, total), claimed === undefined || total <= 0n ? null : reached + 1];
}

const claimsOf = ({parts}: Told): unknown[] =>
  (parts['claims'] ?? []).map(({claim: name, entities: size, value, share, needed}) => [
    name,
    size,
    value === null ? null : amount(value),
    rounded(share),
    needed
  ]);

function plainRisk(all: Entity[]) {
  const first = all[0];
  if (!first) return null;
  const positive = all.filter(({value}) => value > 0n);
  const own = Number(total_(positive));
  const hhi = positive.length === 0 ? null : positive.reduce((sum_, {value}) => sum_ + (Number(value) / own) ** 2, 0);
  const profits = all.map(({profit}) => profit).filter((profit) => profit !== null);
  return {
    customer: first.customer,
    share: ratio(first.value, total_(all)),
    positive: positive.length,
    hhi: rounded(hhi),
    losses: [1, 5, 10]
      .filter((size) => size <= all.length)
      .map((size) => {
        const lost = all.slice(0, size);
        const known = lost.map(({profit}) => profit).filter((profit) => profit !== null);
        const sales = lost.reduce((sum_, one) => sum_ + one.sales, 0n);
        return [
          size,
          cents(sales),
          ratio(
            sales,
            all.reduce((sum_, one) => sum_ + one.sales, 0n)
          ),
          known.length === 0 ? null : cents(big(known)),
          known.length === 0 ? null : ratio(big(known), big(profits))
        ];
      })
  };
}

function riskOf({parts}: Told) {
  const row = parts['concentration']?.[0];
  if (!row) return null;
  return {
    customer: Number(String(row['id']).split(' ')[1]),
    share: rounded(row['share']),
    positive: row['positive'],
    hhi: rounded(row['hhi']),
    losses: (parts['losses'] ?? []).map((one) => [
      one['entities'],
      amount(one['net_sales']),
      rounded(one['net_sales_share']),
      one['profit'] === null ? null : amount(one['profit']),
      rounded(one['profit_share'])
    ])
  };
}

/** In thousandths of a cent, as per cent in tenths make them. */
function plainWhatif(all: Entity[], measure: Measure) {
  if (all.length === 0) return [];
  const size = part(all.length, params.whatif_share);
  const low = new Set(all.slice(all.length - size));
  const change = (rate: number, of: (one: Entity) => bigint) => (one: Entity) =>
    low.has(one) ? of(one) * BigInt(rate * 10) : 0n;
  const none = (): bigint => 0n;
  const dearer = change(params.whatif_price, (one) => one.sales);
  const dearerProfit = change(params.whatif_price, (one) => (one.profit ?? 0n) + one.cost);
  const cheaper = change(params.whatif_cost, (one) => one.cost);
  const stay = all.filter((one) => !low.has(one));
  const known = all.some(({profit}) => profit !== null);
  const scenario = (
    name: string,
    list: Entity[],
    sales: typeof none | typeof dearer,
    profit: typeof none | typeof dearer
  ) => {
    const values = list.map((one) => one.value * 1000n + (measure === 'profit' ? profit(one) : sales(one)));
    const sorted = values.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    return [
      name,
      list.length,
      Number(list.reduce((sum_, one) => sum_ + one.sales * 1000n + sales(one), 0n)),
      known ? Number(list.reduce((sum_, one) => sum_ + (one.profit ?? 0n) * 1000n + profit(one), 0n)) : null,
      ratio(big(sorted.slice(0, part(list.length, 20))), big(sorted))
    ];
  };
  return [
    scenario('cost', all, none, cheaper),
    scenario('left', stay, none, none),
    scenario('now', all, none, none),
    scenario('price', all, dearer, dearerProfit)
  ];
}

const whatifOf = ({parts}: Told): unknown[] =>
  (parts['whatif'] ?? []).map(({scenario, entities: size, net_sales, profit, top_20_share}) => [
    scenario,
    size,
    thousandths(net_sales),
    profit === null ? null : thousandths(profit),
    rounded(top_20_share)
  ]);

/** The last two whole quarters before the end of February 2024 are the third and the fourth of 2023. */
function plainMoves(lines: readonly Line[], measure: Measure) {
  expect(spansOf({from: '2023-01-01', to: '2024-02-29'}, {grain: 'quarter', since: 'previous'})?.before.from).toBe(
    '2023-07-01'
  );
  const of = (from: string, to: string) =>
    classed(
      entities(
        lines.filter((one) => day(one.day) >= from && day(one.day) <= to),
        measure
      )
    );
  const [before, now] = [of('2023-07-01', '2023-09-30'), of('2023-10-01', '2023-12-31')];
  if (!before || !now) return [];
  const cells = new Map<string, [number, bigint, bigint]>();
  for (const customer of new Set([...before.keys(), ...now.keys()])) {
    const [a, b] = [before.get(customer), now.get(customer)];
    const key = `${a?.name ?? 'none'} ${b?.name ?? 'none'}`;
    const [size, was, is] = cells.get(key) ?? [0, 0n, 0n];
    cells.set(key, [size + 1, was + (a?.value ?? 0n), is + (b?.value ?? 0n)]);
  }
  return [...cells].map(([key, [size, was, is]]) => [key, size, cents(was), cents(is)]).sort();
}

/** The class of each customer; undefined where the total isn't above zero. */
function classed(list: Entity[]): Map<number, {name: string; value: bigint}> | undefined {
  const total = total_(list);
  if (total <= 0n) return undefined;
  let reached = 0n;
  return new Map(
    list.map(({customer, value}) => {
      const name = classAt(reached, total);
      reached += value;
      return [customer, {name, value}];
    })
  );
}

/** The class of whom the larger ones bring so much of the total. */
const classAt = (reached: bigint, total: bigint): 'A' | 'B' | 'C' =>
  reached * 100n < 80n * total ? 'A' : reached * 100n < 95n * total ? 'B' : 'C';

const movesOf = ({parts}: Told): unknown[] =>
  (parts['moves'] ?? [])
    .filter(({place}) => place === 0)
    .map(({class_before, class_now, entities: size, before, now}) => [
      `${String(class_before)} ${String(class_now)}`,
      size,
      amount(before),
      amount(now)
    ])
    .sort();

/** With up to ten customers every number of them has its step. */
const plainSteps = (all: Entity[]): unknown[] =>
  all.length === 0 ? [] : [0, ...all.keys()].map((_, place) => [place, cents(total_(all.slice(0, place)))]);

const stepsOf = ({parts}: Told): unknown[] =>
  (parts['steps'] ?? []).map(({entities: size, value}) => [size, amount(value)]);

const part = (size: number, percent: number): number => Math.ceil((size * percent * 10) / 1000);
const sum = (values: readonly number[]): bigint => values.reduce((total, value) => total + BigInt(value), 0n);
const big = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const total_ = (list: readonly {value: bigint}[]): bigint => big(list.map(({value}) => value));
const ratio = (made: bigint, total: bigint): number | null =>
  total > 0n ? rounded(Number(made) / Number(total)) : null;
const rounded = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(Number(value).toPrecision(9)) + 0;
const amount = (value: Row[string] | undefined): number => Math.round(Number(value) * 100) + 0;
const thousandths = (value: Row[string] | undefined): number => Math.round(Number(value) * 100_000) + 0;
const cents = (value: bigint): number => Number(value);
const number = (value: bigint): number => Number(decimal(value));
const near = (value: number): unknown => expect.closeTo(value, 9);

/** `12.34` of 1234 hundredths. */
function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
