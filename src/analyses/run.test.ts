import {beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {analysisOf, questionOf} from '../../test/ask';
import {testEngine} from '../../test/engine';
import {given} from '../../test/given';
import type {Engine} from '../engine/engine';
import {QueryError} from '../engine/errors';
import {page, release, rowsOf, runAnalysis, type Answer} from './run';
import {Run} from './run.svelte';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

beforeEach(() =>
  given(engine, {
    purchase: Array.from({length: 5}, (_, place) => ({
      customer_id: `c${place}`,
      purchased_on: '2024-01-01',
      amount: 10 * (place + 1)
    })),
    customer: [
      {customer_id: 'c0', name: 'Ängla 100% "AB"'},
      {customer_id: 'c1', name: 'Bo_son'}
    ]
  })
);

describe('a table twin', () => {
  it('comes in pages, in the order of the analysis', async () => {
    const answer = await pareto();
    expect(ids(await page(engine, answer, {offset: 0, limit: 2}))).toEqual(['c4', 'c3']);
    expect(ids(await page(engine, answer, {offset: 4, limit: 2}))).toEqual(['c0']);
    expect((await page(engine, answer, {offset: 9, limit: 2})).rows).toEqual([]);
    await release(engine, answer);
  });

  it('is sorted by any column, without a value last, ties by the order of the analysis', async () => {
    const answer = await pareto();
    const sorted = async (column: string, descending: boolean) =>
      ids(await page(engine, answer, {offset: 0, limit: 9, sort: {column, descending}}));
    expect(await sorted('net_sales', false)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
    expect(await sorted('name', true)).toEqual(['c0', 'c1', 'c4', 'c3', 'c2']);
    await expect(sorted('net_sales; drop table x', true)).rejects.toThrow('unknown column');
    await release(engine, answer);
  });

  it.each([
    ['ÄNGLA', ['c0']],
    ['%', ['c0']],
    ['_', ['c1']],
    ['C', ['c4', 'c3', 'c2', 'c1', 'c0']],
    ["'", []],
    ['"', ['c0']]
  ])('is searched for %s', async (search, expected) => {
    const answer = await pareto();
    const found = await page(engine, answer, {offset: 0, limit: 9, search});
    expect(ids(found)).toEqual(expected);
    expect(found.count).toBe(expected.length);
    await release(engine, answer);
  });

  it('has the very rows that a script gets', async () => {
    const answer = await pareto();
    const {rows} = await page(engine, answer, {offset: 0, limit: 100});
    expect(rows).toEqual(await rowsOf(engine, answer.question));
    await release(engine, answer);
  });
});

describe('an answer', () => {
  it('leaves nothing behind once released, or stopped', async () => {
    const before = await results();
    await release(engine, await pareto());
    const stop = AbortSignal.abort();
    await expect(runAnalysis(engine, await questionOf(engine, 'pareto'), {signal: stop})).rejects.toThrow(QueryError);
    expect(await results()).toEqual(before);
  });
});

describe('a run', () => {
  it('answers, late parts included, and keeps the answer until the next one', async () => {
    const run = new Run(engine);
    const first = await questionOf(engine, 'pareto');
    await run.ask(first);
    expect(run.answer?.count).toBe(5);
    expect(run.answer?.parts['trend']).toHaveLength(1);
    expect(run.pending).toBe(false);
    const asking = run.ask({...first, params: {...first.params, limit_a: 50}});
    expect(run.pending).toBe(true);
    expect(run.answer?.question).toBe(first);
    await asking;
    expect(run.answer?.question.params['limit_a']).toBe(50);
    await run.close();
    expect(await results()).toEqual([]);
  });

  it('takes over what the same statements gave, and asks anew for what changed', async () => {
    const asked: string[] = [];
    const run = new Run(overheard(engine, asked));
    const question = await questionOf(engine, 'pareto');
    await run.ask(question);
    const entities = run.answer?.kept['pareto_ranked']?.table;
    const trend = run.answer?.parts['trend'];
    asked.length = 0;
    await run.ask({...question, params: {...question.params, limit_a: 30}});
    expect(run.answer?.kept['pareto_ranked']?.table).toBe(entities);
    expect(run.answer?.parts['trend']).toBe(trend);
    const read = asked.filter((sql) => /from (purchase|customer_month)\b/.test(sql));
    expect(read.filter((sql) => !sql.includes('pareto_move'))).toEqual([]); // classes of two periods, by the new limit
    expect(run.answer?.parts['classes']?.[0]).toMatchObject({class: 'A', entities: 1});
    const [table, rows] = [run.answer?.table, run.answer?.count];
    await run.ask({...question, params: {...question.params, limit_a: 30, whatif_price: 10}});
    expect(run.answer).toMatchObject({table, count: rows});
    expect((await page(engine, run.answer as Answer, {offset: 0, limit: 1})).count).toBe(rows);
    await run.ask({...question, scope: {...question.scope, from: '2024-01-02'}});
    expect(run.answer?.kept['pareto_ranked']?.table).not.toBe(entities);
    expect(run.answer?.count).toBe(0);
    await run.ask({...question, loaded: {...question.loaded}});
    expect(run.answer?.count).toBe(5);
    expect(await results()).toHaveLength(held);
    await run.close();
    expect(await results()).toEqual([]);
  });

  it('answers only the last of several questions', async () => {
    const run = new Run(engine);
    const question = await questionOf(engine, 'pareto');
    const limits = [10, 20, 30, 40];
    await Promise.all(limits.map((limit_a) => run.ask({...question, params: {...question.params, limit_a}})));
    expect(run.answer?.question.params['limit_a']).toBe(40);
    expect(run.error).toBeUndefined();
    expect(run.pending).toBe(false);
    expect(await results()).toHaveLength(held);
    await run.close();
  });

  it('lets go of the old answer where memory does not hold both', async () => {
    const question = await questionOf(engine, 'pareto');
    const run = new Run(narrow(engine, () => held));
    await run.ask(question);
    const old = run.answer;
    await run.ask({...question, scope: {...question.scope, from: '2023-01-01'}});
    expect(run.error).toBeUndefined();
    expect(run.answer?.count).toBe(5);
    expect(run.answer?.table).not.toBe(old?.table);
    expect(await results()).toHaveLength(held);
    await run.close();
    expect(await results()).toEqual([]);
  });

  it('says so where memory does not hold the new answer alone, and asks again once there is more', async () => {
    let most = held - 1;
    const run = new Run(narrow(engine, () => most));
    await run.ask(await questionOf(engine, 'pareto'));
    expect(run.error).toMatchObject({reason: 'memory'});
    expect(await results()).toEqual([]);
    most = held;
    await run.again();
    expect(run.error).toBeUndefined();
    const answer = run.answer;
    expect(answer?.count).toBe(5);
    await run.again();
    expect(run.answer).toBe(answer);
    await run.close();
  });

  it('keeps the old answer beside an error, and the error goes with the next answer', async () => {
    const run = new Run(engine);
    const question = await questionOf(engine, 'pareto');
    await run.ask(question);
    const broken = {...question, analysis: {...analysisOf('pareto'), order: ['no_such_column']}};
    await run.ask(broken);
    expect(run.error?.message).toContain('no_such_column');
    expect(run.answer?.question).toBe(question);
    expect(run.pending).toBe(false);
    await run.ask(question);
    expect(run.error).toBeUndefined();
    await run.close();
  });
});

async function pareto(): Promise<Answer> {
  return runAnalysis(engine, await questionOf(engine, 'pareto'));
}

/** The engine, and every statement that it is given. */
function overheard(real: Engine, asked: string[]): Engine {
  return new Proxy(real, {
    get(target, name: keyof Engine) {
      const value = target[name];
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        asked.push(String(given[0]));
        return Reflect.apply(value, target, given);
      };
    }
  });
}

/** An engine whose memory is full once that many results are there. */
function narrow(real: Engine, most: () => number): Engine {
  return new Proxy(real, {
    get(target, name: keyof Engine) {
      const value = target[name];
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        const sql = String(given[0]);
        if (sql.includes('create table') && (await results()).length >= most())
          throw new QueryError('out of memory', sql, 'memory');
        return Reflect.apply(value, target, given) as unknown;
      };
    }
  });
}

/** The main rows of one answer, and the models that it keeps. */
const held = 1 + (analysisOf('pareto').keep?.length ?? 0);

const ids = ({rows}: {rows: Record<string, unknown>[]}): unknown[] => rows.map(({id}) => id);

async function results(): Promise<unknown[]> {
  const rows = await engine.query(`select table_name from duckdb_tables() where schema_name = 'result' order by all`);
  return rows.objects().map(({table_name}) => table_name);
}
