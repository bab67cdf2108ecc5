import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../src/engine/engine';
import {guess} from '../src/ingest/guess/guess';
import {inspect} from '../src/ingest/look/inspect';
import {load as read} from '../src/ingest/load';
import {ask, sentence} from './ask';
import {testEngine} from './engine';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

/** Published numbers of Online Retail (UCI 352): sales rows with a customer, no cancellation, price and quantity above 0. */
describe.skipIf(!existsSync(file))(`the published numbers of ${file} (skipped where the file is absent)`, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
    await load(engine);
  }, 120_000);

  it('of Pareto', async () => {
    const told = await ask(engine, 'pareto');
    expect(told.count).toBe(4338);
    expect(told.coverage).toEqual({rows: 397884, amount: '8911407.9040', of_rows: 406829, of_amount: '8300065.8140'});
    const shares = told.parts['top']?.map(({share}) => Math.round(Number(share) * 1000) / 10);
    expect(shares).toEqual([32, 50.4, 61.4, 74.6]);
    expect(told.parts['summary']?.[0]).toMatchObject({
      entities: 4338,
      for_limit: 1133,
      gini: expect.closeTo(0.71514, 5),
      total: 8911407.904
    });
    expect(told.rows[0]).toMatchObject({rank: 1, id: '14646', net_sales: 280206.02});
    expect(sentence(told)).toBe('20% of customers make 74.6% of net sales; 1,133 customers (26.1%) make 80%.');
    const middle = told.rows.slice(2168, 2170).map(({net_sales}) => Number(net_sales));
    expect(middle.reduce((sum, value) => sum + value, 0) / 2).toBeCloseTo(674.485, 3);
    expect(Number(told.parts['summary']?.[0]?.['total']) / told.count).toBeCloseTo(2054.27, 2);
  });

  it('of the overview', async () => {
    const {parts, rows} = await ask(engine, 'overview');
    expect(parts['figures']?.[0]).toMatchObject({
      customers: 4338,
      orders: 18532,
      net_sales: 8911407.904,
      repeat_by_order: expect.closeTo(0.6558, 4),
      repeat_by_day: expect.closeTo(0.6432, 4)
    });
    expect(rows.map(({new_customers}) => new_customers)).toEqual([
      885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 323, 41
    ]);
    expect(rows.map(({customers}) => customers)).toEqual([
      885, 741, 758, 974, 856, 1056, 991, 949, 935, 1266, 1364, 1664, 615
    ]);
    expect(rows.map(({complete}) => complete)).toEqual([...Array.from({length: 12}, () => true), false]);
  });

  it('with cancellations left in', async () => {
    const {rows, coverage} = await ask(engine, 'overview', {scope: {cancellations: 'subtract', free: 'keep'}});
    expect(coverage).toMatchObject({rows: 406829, amount: '8300065.8140'});
    expect(rows).toHaveLength(13);
  });
});

async function load(engine: Engine): Promise<void> {
  const source = {id: 'online-retail', name: 'OnlineRetail.csv', blob: new Blob([readFileSync(file)])};
  const loaded = await read(engine, [source], guess([await inspect(source)]));
  await loaded.finish();
}
