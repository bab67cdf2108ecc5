import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Row} from '../../src/engine/rows';
import type {Engine} from '../../src/engine/engine';
import {lookAt, type Loaded} from '../../src/models/loaded';
import {questionOf} from '../ask';
import {testEngine} from '../engine';
import {given} from '../given';
import {partsOf} from './parts';

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

/**
 * 1,000 data sets of up to 24 rows, the same in every run; each is one channel of one big table, and one segment of its
 * customers: by the one purchases are read, by the other the marts.
 */
const sets = fc.sample(fc.array(line, {maxLength: 24}), {seed: 19971101, numRuns: 1000});

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

  it('by the overview', async () => {
    for (const [set, lines] of sets.entries()) {
      const {main = [], figures: [row] = []} = await asked(engine, loaded, set);
      expect(figuresRow(row), `set ${set}`).toEqual(figures(lines));
      expect(main.map(monthRow), `set ${set}`).toEqual(months(lines));
    }
  }, 120_000);
});

async function asked(engine: Engine, loaded: Loaded, set: number): Promise<Record<string, Row[]>> {
  const scope = {as_of: '2024-02-29', filters: {[set % 2 === 0 ? 'channel' : 'segment']: [nameOf(set)]}};
  return partsOf(engine, await questionOf(engine, 'overview', {scope, loaded}), ['figures']);
}

function purchase({customer, order, day, cents, kind}: Line, set: number) {
  return {
    transaction_id: order === null ? null : `${set} ${customer} ${order}`,
    customer_id: idOf(customer, set),
    purchased_on: dayOf(day),
    amount: decimal(BigInt(cents), 2),
    kind,
    channel: nameOf(set)
  };
}

const nameOf = (set: number): string => `set ${set}`;
const idOf = (customer: number, set: number): string => `${set} ${customer}`;
const dayOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
const counted = (lines: readonly Line[]): Line[] => lines.filter(({kind}) => kind === 'sale' || kind === 'return');
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

function grouped<K, T>(values: readonly T[], key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
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

const text = (value: unknown): string => decimal(BigInt(Math.round(Number(value) * 100)), 2);
