import {beforeAll, describe, expect, it} from 'vitest';
import {given} from '../../test/given';
import {testEngine} from '../../test/engine';
import type {Engine} from '../engine/engine';
import {QueryError} from '../engine/errors';
import {load} from './load';
import {settled, stoppable} from './stoppable';
import type {Recipe, Rules, Source} from './types';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const rules: Rules = {
  ...{cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'},
  ...{duplicates: 'set aside', overlaps: 'set aside'}
};

describe('an import that is stopped at any moment', () => {
  const text = `id,day,net,item\n${Array.from({length: 80_000}, (_, row) => `c${row % 4000},2024-01-${String((row % 28) + 1).padStart(2, '0')},${row}.25,item ${row % 300}\n`).join('')}`;
  const names = ['one.csv', 'two.csv'];
  const sources = names.map((name, index): Source => ({id: `f${index + 1}`, name, blob: new Blob([text])}));
  const recipe: Recipe = {
    ...{version: 1, rules},
    files: names.map((file) => ({
      ...{file, table: 'purchase', encoding: 'utf-8', header: ['id', 'day', 'net', 'item'], amount: 'column'},
      ...{dialect: {delimiter: ',', quote: '"', escape: '"'}, region: {preamble: 0, header: 1, footer: 0}},
      attributes: [],
      roles: {
        customer_id: {column: 0, format: {}},
        purchased_on: {column: 1, format: {date: '%Y-%m-%d'}},
        amount: {column: 2, format: {}},
        product: {column: 3, format: {}}
      }
    }))
  };

  it('ends within 250 ms, and leaves what was loaded to the last value', {timeout: 120_000}, async () => {
    await load(engine, sources, recipe); // compiles what is compiled once
    const started = performance.now();
    await load(engine, sources, recipe);
    const whole = performance.now() - started;
    await given(engine, {purchase: [{customer_id: 'before', purchased_on: '2020-02-29', amount: 5}]});
    const sum = await checksum();
    const random = randomFrom(20_260_229);
    const waits: number[] = [];
    for (let turn = 0; turn < 14; turn++) {
      const controller = new AbortController();
      const running = load(engine, sources, recipe, {signal: controller.signal}).catch((error: unknown) => error);
      const wait = random() * whole * 0.95;
      const stopped = performance.now() + wait; // also a page that is busy then keeps the person waiting
      await new Promise((done) => setTimeout(done, wait));
      controller.abort();
      const result = await running;
      if (!(result instanceof QueryError)) {
        await given(engine, {purchase: [{customer_id: 'before', purchased_on: '2020-02-29', amount: 5}]});
        continue; // it was done before
      }
      waits.push(performance.now() - stopped);
      expect(result.reason).toBe('cancelled');
      expect(await checksum()).toBe(sum);
    }
    await settled(engine);
    expect(await checksum()).toBe(sum);
    expect(await one(`select count(*) from duckdb_schemas() where schema_name like 'store%'`)).toBe('1');
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits)).toBeLessThan(250);
  });
});

describe('work that is stopped', () => {
  it('goes on clearing up, and the next begins when that is done', async () => {
    const done: string[] = [];
    const controller = new AbortController();
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
    const first = stoppable(engine, {
      signal: controller.signal,
      work: async () => {
        await pause();
        done.push('cleared up');
      }
    });
    setTimeout(() => controller.abort(), 10);
    await expect(first).rejects.toThrow(QueryError);
    expect(done).toEqual([]);
    await stoppable(engine, {signal: undefined, work: async () => void done.push('next')});
    expect(done).toEqual(['cleared up', 'next']);
  });

  it('is not stopped any more where it changed over, and does not change over where it was stopped', async () => {
    const late = new AbortController();
    const changed = stoppable(engine, {
      signal: late.signal,
      work: async (commit) => {
        commit();
        late.abort();
        return 'changed over';
      }
    });
    expect(await changed).toBe('changed over');
    const early = new AbortController();
    let reached = false;
    const kept = stoppable(engine, {
      signal: early.signal,
      work: async (commit) => {
        early.abort();
        commit();
        reached = true;
      }
    });
    await expect(kept).rejects.toThrow(QueryError);
    await settled(engine);
    expect(reached).toBe(false);
  });
});

const checksum = (): Promise<string | null> =>
  one(`select md5(string_agg(purchase::varchar, '|')) || (select md5(string_agg(customer_facts::varchar, '|')) from customer_facts)
    from purchase`);

async function one(sql: string): Promise<string | null> {
  return (await engine.query(sql)).text(0, 0);
}

/** Numbers between 0 and 1, the same ones each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
