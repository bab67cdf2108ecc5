import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {guess} from '../../src/ingest/guess/guess';
import {inspect} from '../../src/ingest/look/inspect';
import {load} from '../../src/ingest/load';
import type {Source} from '../../src/ingest/types';
import {ask, type Told} from '../ask';
import {testEngine} from '../engine';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

describe('the sample company', () => {
  let told: Told;

  beforeAll(async () => {
    const files = ['customers', 'purchases', 'interactions', 'partnership_costs'];
    await dropped(files.map((name) => join('sample-data', `${name}.csv`)));
    told = await ask(engine, 'partnerships');
  }, 120_000);

  it('has the totals that its README gives: margin 35.6 %, cost to serve 27.3 % with acquisition, profit 8.3 %', () => {
    const all = side(told, 'all');
    expect(all['net_sales']).toBe(4_729_381.01);
    const part = (value: number): number => Math.round((1000 * value) / Number(all['net_sales'])) / 10;
    const advertising = Number(category(told, 'acquisition')['shared']);
    expect(part(Number(all['gross_profit']))).toBe(35.6);
    expect(part(Number(all['cost_to_serve']) + advertising)).toBe(27.3);
    expect(part(Number(all['profit']) - advertising)).toBe(8.3);
    expect(told.count).toBe(2872);
  });

  it('has every cent of the cost file in the account, in another customer’s, or out of the period', () => {
    const totals = {
      ...{delivery: 459_928, bonus: 113_699, returns: 33_139.6, database: 41_721.6, salaries: 577_514, other: 33_580.8}
    };
    for (const [name, total] of Object.entries(totals)) {
      expect(Math.round(Number(category(told, name)['file_total'])), name).toBeCloseTo(Math.round(total), -1);
    }
    for (const row of told.parts['categories'] ?? []) expectReconciled(row);
  });

  it('says who shares what by what, and leaves the cost of contacts out, which the salaries hold', () => {
    expect((told.parts['categories'] ?? []).map(({category: name, shared_by}) => [name, shared_by])).toEqual([
      ['acquisition', 'equal'],
      ['bonus', null],
      ['database', 'equal'],
      ['delivery', 'lines'],
      ['other', 'sales'],
      ['returns', null],
      ['salaries', 'orders']
    ]);
    expect(Number(told.parts['summary']?.[0]?.['contacts_left_out'])).toBeGreaterThan(0);
  });
});

const side = (told: Told, name: string): Row => told.parts['account']?.find((row) => row['side'] === name) ?? {};
const category = (told: Told, name: string): Row =>
  told.parts['categories']?.find((row) => row['category'] === name) ?? {};

/** An exact amount in ten-thousandths. */
const exact = (value: unknown): bigint => BigInt(Math.round(Number(value) * 10_000));

function expectReconciled(row: Row): void {
  const places = ['direct', 'shared', 'elsewhere', 'unknown', 'outside', 'unshared'];
  expect(
    places.reduce((sum, place) => sum + exact(row[place]), 0n),
    String(row['category'])
  ).toBe(exact(row['file_total']));
  expect(['direct', 'shared', 'what_if', 'typed'].reduce((sum, place) => sum + exact(row[place]), 0n)).toBe(
    exact(row['carried'])
  );
}

async function dropped(paths: readonly string[]): Promise<void> {
  const sources = paths.map((path, index): Source => {
    return {id: `f${index + 1}`, name: basename(path), blob: new Blob([readFileSync(path)])};
  });
  const recipe = guess(await Promise.all(sources.map((source) => inspect(source))));
  const loaded = await load(engine, sources, recipe);
  await loaded.finish();
}
(void existsSync, resolve);
