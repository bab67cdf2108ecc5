import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import {ask, type Told} from '../ask';
import {testEngine} from '../engine';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');
const day = 86_400_000;

/** What is known of Online Retail (UCI 352) 91 days before its end, and what came of it. */
describe.skipIf(!existsSync(file))(`the phases of ${file} (skipped where the file is absent)`, () => {
  let engine: Engine;
  let told: Told;

  beforeAll(async () => {
    engine = await testEngine();
    const source = {id: 'online-retail', name: 'OnlineRetail.csv', blob: new Blob([readFileSync(file)])};
    const loaded = await load(engine, [source], guess([await inspect(source)]));
    await loaded.finish();
    told = await ask(engine, 'phases');
  }, 170_000);

  it('count the same who bought again as a plain count of the file', () => {
    const cells = told.parts['cells'] ?? [];
    expect(cells.map((row) => [row['times_from'], row['silent_from'], row['customers'], row['again']])).toEqual(
      counted(buyingDays(readFileSync(file, 'utf8')))
    );
  });

  it('give the published shares of the cells', () => {
    const percent = (times: number, silent: number): number | undefined => {
      const cell = told.parts['cells']?.find((row) => row['times_from'] === times && row['silent_from'] === silent);
      return cell && Math.round(Number(cell['hit_rate']) * 100);
    };
    expect([percent(1, 0), percent(1, 181), percent(5, 0), percent(5, 121)]).toEqual([50, 33, 94, 63]);
  });

  it('are ranked by what came of them, and dissolution isn’t the end', () => {
    const rate = (phase: string): number =>
      Number(told.parts['hits']?.find((row) => row['phase'] === phase)?.['again_share']);
    const order = ['commitment', 'expansion', 'plateau', 'decline', 'dissolution'].map(rate);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(rate('commitment')).toBeGreaterThan(0.9);
    expect(rate('dissolution')).toBeCloseTo(224 / 564, 9);
  });

  it('have limits by the published estimate as of 9 September 2011, after the first of who comes back', async () => {
    const then = await ask(engine, 'phases', {scope: {as_of: '2011-09-09'}});
    expect(then.parts['limits']?.map((row) => [row['median_days'], row['active_days'], row['lapsed_days']])).toEqual([
      [106, 134, 188],
      [61, 169, 275],
      [48, 108, 181],
      [20, 45, 71]
    ]);
  }, 60_000);

  it('hold everyone, and all that was bought', () => {
    const sum = (column: string): number => told.rows.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum('customers')).toBe(4372);
    expect(sum('net_sales')).toBeCloseTo(8_911_407.904, 3);
    expect(told.rows.find((row) => row['phase'] === 'awareness')).toMatchObject({customers: 34, net_sales: 0});
  });
});

/** The days, in milliseconds, on which each customer bought for more than nothing; no cancellations. */
function buyingDays(text: string): Map<string, number[]> {
  const days = new Map<string, Set<number>>();
  for (const line of text.split('\n').slice(1)) {
    const [invoice = '', , , quantity, date = '', price, customer = ''] = fields(line.trimEnd());
    if (customer === '' || invoice.startsWith('C') || Number(quantity) <= 0 || Number(price) <= 0) continue;
    const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    days.set(customer, (days.get(customer) ?? new Set()).add(at));
  }
  return new Map([...days].map(([customer, own]) => [customer, [...own].sort((a, b) => a - b)]));
}

/** The fields of a line of CSV; none of this file spans lines. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

function counted(days: ReadonlyMap<string, readonly number[]>): number[][] {
  const then = Date.UTC(2011, 11, 9) - 91 * day;
  const ends = [0, 31, 61, 91, 121, 181, 366];
  const cells = new Map<string, number[]>();
  for (const own of days.values()) {
    const known = own.filter((at) => at <= then);
    const last = known.at(-1);
    if (last === undefined) continue;
    const silent = ends.filter((from) => from <= Math.round((then - last) / day)).at(-1) ?? 0;
    const times = Math.min(known.length, 5);
    const [, , customers = 0, again = 0] = cells.get(`${times} ${silent}`) ?? [];
    cells.set(`${times} ${silent}`, [times, silent, customers + 1, again + Number(known.length < own.length)]);
  }
  return [...cells.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
}
