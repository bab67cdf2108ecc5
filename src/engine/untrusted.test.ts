import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {breaks, changes, floods, leaks, unlocks} from '../../test/hostile';
import {AsyncEngine} from './async-engine';
import type {Engine} from './engine';
import {QueryError} from './errors';
import {nodeDriver} from './node';

let engine: Engine;
let server: Server;
let url: string;
let before: unknown;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('a,b\n1,2\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  engine = await AsyncEngine.start(nodeDriver, {memory: 300_000_000});
  await engine.execute(`
    create schema store;
    create table store.purchase as
    select i as customer_key, i::decimal(18, 4) as amount, case when i % 9 = 0 then 'return' else 'sale' end as kind
    from range(1000) t(i);
    create view purchase as select * from store.purchase;
    create view customer as select i::varchar as customer_id from range(10) t(i);
  `);
  before = await state();
});

afterAll(async () => {
  await engine.close();
  server.close();
});

describe('a statement of a person', () => {
  it.each(groups())('%s: neither asks a server nor changes anything', async (_, statements) => {
    for (const sql of statements(url)) {
      await attempt(sql);
      expect((await engine.query('select 1 as one')).objects(), sql.slice(0, 200)).toEqual([{one: 1}]);
    }
    expect(await state()).toEqual(before);
    expect(asked).toEqual([]);
  });

  it.each([...changes])('is refused: %s', async (sql) => {
    expect(await attempt(sql)).toMatchObject({reason: 'refused'});
  });

  it.each([
    'select count(*) from purchase',
    'from purchase limit 3;',
    "-- what came back\nselect sum(amount) from purchase where kind = 'return' -- only",
    '(select 1) union all (select 2)',
    'with a as (select 1 as i) select * from a',
    'values (1), (2)',
    'table purchase',
    'describe purchase',
    'summarize purchase',
    'show all tables',
    'explain select * from purchase',
    'explain analyze select * from purchase',
    'pivot purchase on kind using sum(amount)',
    'from (pivot purchase on kind using sum(amount))',
    'unpivot (select 1 as a, 2 as b) on a, b'
  ])('may read: %s', async (sql) => {
    const rows = await engine.query(sql, {}, {untrusted: true, deadline: 10_000});
    expect(rows.length).toBeGreaterThan(0);
    expect(await state()).toEqual(before);
  });

  it('may use a name that is also a function with effects', async () => {
    const rows = await engine.query('select 1 as query, 2 as "checkpoint"', {}, {untrusted: true});
    expect(rows.objects()).toEqual([{query: 1, checkpoint: 2}]);
  });

  it('keeps its parameters, and calls a missing one a refusal', async () => {
    const rows = await engine.query('select $a as a', {a: "';drop"}, {untrusted: true});
    expect(rows.objects()).toEqual([{a: "';drop"}]);
    await expect(engine.query('select $b', {}, {untrusted: true})).rejects.toMatchObject({
      name: 'QueryError',
      reason: 'refused',
      message: 'missing parameter: b'
    });
  });

  it.each([...floods])('ends at its deadline, cap or limit: %s', async (sql) => {
    const began = performance.now();
    const error = await attempt(sql, {deadline: 700, cap: 1000});
    expect(performance.now() - began).toBeLessThan(6000);
    expect(error === undefined || error instanceof QueryError).toBe(true);
    await engine.query('select 1').catch(() => undefined);
    expect((await engine.query('select 1 as one')).objects()).toEqual([{one: 1}]);
  });
});

function groups(): [string, (url: string) => readonly string[]][] {
  return [
    ['leaking', leaks],
    ['unlocking', unlocks],
    ['changing', () => changes],
    ['breaking', breaks]
  ];
}

async function attempt(sql: string, options = {deadline: 5000, cap: 1000}): Promise<QueryError | undefined> {
  try {
    await engine.query(sql, {}, {untrusted: true, ...options});
    return undefined;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** All that could be changed, as DuckDB itself tells it. */
async function state(): Promise<unknown> {
  const rows = await engine.query(`
    select
      (select count(*)::varchar || ' ' || sum(amount)::varchar || ' ' || bit_xor(hash(p))::varchar from store.purchase p) as sums,
      (select list_sort(list(view_name || sql)) from duckdb_views() where not internal) as views,
      (select list_sort(list(table_name || sql)) from duckdb_tables()) as tables,
      (select list_sort(list(database_name)) from duckdb_databases()) as databases,
      (select list_sort(list(schema_name)) from duckdb_schemas()) as schemas,
      (select list_sort(list(function_name)) from duckdb_functions() where not internal) as functions,
      (select list_sort(list(type_name)) from duckdb_types() where not internal) as types,
      (select count(*) from duckdb_sequences()) as sequences,
      (select count(*) from duckdb_secrets()) as secrets,
      (select list_sort(list(name || '=' || value)) from duckdb_settings()) as settings,
      sum(1) as one
  `);
  return rows.objects();
}
