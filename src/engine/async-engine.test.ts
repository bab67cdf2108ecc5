import {beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {resetEngine, testEngine} from '../../test/engine';
import {AsyncEngine} from './async-engine';
import type {Driver, Instance} from './driver';
import type {Engine} from './engine';
import {ModelError, QueryError} from './errors';
import {nodeDriver} from './node';
import type {Rows} from './rows';

const endless = 'select count(*) from range(100000000) a, range(100000) b';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('query', () => {
  it('gives columns with DuckDB types, also of no rows', async () => {
    const rows = await engine.query(`
      select 1::hugeint as a, uuid() as b, 'x'::enum('x', 'y z') as c, map {true: '1'::bit} as d, 1.5 as e,
        {'k': [1]} as f, timestamptz '2024-01-01 00:00:00+00' as g, time '12:00' as h where false`);
    expect(rows.length).toBe(0);
    expect(rows.columns.map(({name, type}) => `${name} ${type}`)).toEqual([
      'a HUGEINT',
      'b UUID',
      "c ENUM('x', 'y z')",
      'd MAP(BOOLEAN, BIT)',
      'e DECIMAL(2,1)',
      'f STRUCT(k INTEGER[])',
      'g TIMESTAMP WITH TIME ZONE',
      'h TIME'
    ]);
  });

  it('keeps rows in order over many batches, and cuts them at the cap', async () => {
    const all = await engine.query('select i, i::varchar as text from range(50000) t(i) order by i desc');
    expect([all.length, all.truncated, all.value(0, 0), all.text(49_999, 1)]).toEqual([50_000, false, 49_999, '0']);
    const cut = await engine.query('from range(50000)', {}, {cap: 3000});
    expect([cut.length, cut.truncated, cut.value(2999, 0)]).toEqual([3000, true, 2999]);
    const exact = await engine.query('from range(3000)', {}, {cap: 3000});
    expect([exact.length, exact.truncated]).toEqual([3000, false]);
    expect(() => cut.value(3000, 0)).toThrow(RangeError);
  });

  it('gives the rows of what an insert returns, and none of what creates', async () => {
    expect((await engine.query('create or replace table t (i int)')).length).toBe(0);
    expect((await engine.query('insert into t values (1), (2) returning i * 10 as i')).objects()).toEqual([
      {i: 10},
      {i: 20}
    ]);
    await engine.execute('drop table t');
  });

  it('takes one statement only', async () => {
    await expect(engine.query('select 1; select 2')).rejects.toThrow('one statement is allowed, not 2');
    await expect(engine.query(' -- nothing')).rejects.toThrow('no statement');
    expect((await engine.query('select 1 as a; ')).objects()).toEqual([{a: 1}]);
  });

  it("wraps DuckDB's error once, with its caret", async () => {
    const error = await failed(engine.query('select 1 +\n  nothing as x'));
    expect(error).toMatchObject({name: 'QueryError', reason: 'refused', sql: 'select 1 +\n  nothing as x'});
    expect(error.message).toMatch(
      /^Binder Error: Referenced column "nothing" was not found[\s\S]*\n\nLINE 2: {3}nothing as x\n +\^$/
    );
    const running = await failed(engine.query(`select sum(('x' || i)::int) from range(9) t(i)`));
    expect(running.message).toMatch(/^Conversion Error: Could not convert string 'x0' to INT32/);
  });

  it('calls what is wrong in our own SQL a bug', async () => {
    await expect(engine.query('select $a')).rejects.toThrow(ModelError);
  });
});

describe('stream', () => {
  it('gives batches, and its connection back', async () => {
    const before = await connections();
    expect(await lengths(engine.stream('from range(5000)'))).toEqual([2048, 2048, 904]);
    for await (const rows of engine.stream('from range(10000000)')) if (rows.length) break;
    await expect(lengths(engine.stream('select error(i::varchar) from range(9) t(i)'))).rejects.toThrow(QueryError);
    expect(await connections()).toBe(before);
  });

  it('cuts at the cap', async () => {
    const parts: Rows[] = [];
    for await (const rows of engine.stream('from range(10000)', {}, {cap: 3000})) parts.push(rows);
    expect(parts.reduce((sum, {length}) => sum + length, 0)).toBe(3000);
    expect(parts.map(({truncated}) => truncated)).toEqual([...parts.slice(1).map(() => false), true]);
  });

  it('loses nothing when another statement runs meanwhile', async () => {
    let sum = 0;
    for await (const rows of engine.stream('from range(20000)')) {
      sum += rows.length;
      expect((await engine.query('select count(*) from range(3000)')).value(0, 0)).toBe(3000);
    }
    expect(sum).toBe(20_000);
    const counts = await Promise.all([1, 2, 3, 4].map((n) => lengths(engine.stream(`from range(${n}0000)`))));
    expect(counts.map((parts) => parts.reduce((a, b) => a + b))).toEqual([10_000, 20_000, 30_000, 40_000]);
  });
});

describe('execute', () => {
  it('runs statements one after the other, cut where they end', async () => {
    await engine.execute(
      `create table a as select ';' as x; -- ; no
      insert into a values ('two;'), ($three); /* ; */`,
      {three: ';3'}
    );
    expect((await engine.query('from a')).objects()).toEqual([{x: ';'}, {x: 'two;'}, {x: ';3'}]);
    await engine.execute('drop table a');
  });

  it('undoes an open transaction when one of them fails', async () => {
    await engine.execute('create table a as select 1 as i');
    await expect(engine.execute('begin; delete from a; select nothing; commit')).rejects.toThrow(/nothing/);
    expect((await engine.query('from a')).length).toBe(1);
    await engine.execute('begin; delete from a; commit');
    expect((await engine.query('from a')).length).toBe(0);
    await engine.execute('drop table a');
  });

  it('is undone where it is cancelled in the middle of a transaction', async () => {
    await engine.execute('create table a as select 1 as i');
    const stop = new AbortController();
    const running = engine.execute(
      `begin; delete from a; create table b as ${endless}; commit`,
      {},
      {signal: stop.signal}
    );
    setTimeout(() => stop.abort(), 150);
    await expect(running).rejects.toMatchObject({reason: 'cancelled'});
    expect((await engine.query('from a')).length).toBe(1);
    await engine.execute('drop table a');
  });
});

describe('a statement that is stopped', () => {
  it.each([
    ['a join', endless],
    ['a recursion', 'with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t'],
    ['rows without end', 'select i from range(10000000000) t(i)'],
    ['a sort', 'from range(20000000) t(i) order by hash(i)'],
    ['a creation', 'create table big as select i, hash(i) from range(3000000000) t(i)']
  ])('rejects at once and leaves the engine free within 250 ms: %s', async (_, sql) => {
    const stop = new AbortController();
    const running = failed(engine.query(sql, {}, {signal: stop.signal}));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    stop.abort();
    expect(await running).toMatchObject({reason: 'cancelled', sql});
    expect(performance.now() - began).toBeLessThan(50);
    await engine.query('select 1');
    expect(performance.now() - began).toBeLessThan(250);
  });

  it('does not begin where it was stopped before', async () => {
    const stopped = AbortSignal.abort();
    await expect(engine.execute('create table a (i int)', {}, {signal: stopped})).rejects.toMatchObject({
      reason: 'cancelled'
    });
    expect((await engine.query("from duckdb_tables() where table_name = 'a'")).length).toBe(0);
  });

  it('ends at its deadline', async () => {
    expect(await failed(engine.query(endless, {}, {deadline: 200}))).toMatchObject({
      reason: 'deadline',
      message: 'time limit of 0.2 s exceeded'
    });
    expect((await engine.query('select 1', {}, {deadline: 5000})).length).toBe(1);
  });

  it('leaves others alone', async () => {
    const stop = new AbortController();
    const stopped = failed(engine.query(endless, {}, {signal: stop.signal}));
    const other = engine.query('select count(*) from range(30000000) t(i) where hash(i) % 2 = 0');
    setTimeout(() => stop.abort(), 100);
    expect(await stopped).toMatchObject({reason: 'cancelled'});
    expect(Number((await other).value(0, 0))).toBeGreaterThan(14_000_000);
  });
});

describe('files', () => {
  it('are read as registered, replaced and dropped', async () => {
    await engine.register('f1.csv', bytes('a,b\n1,x\n2,y\n'));
    expect((await engine.query(`from 'uploads/f1.csv'`)).objects()).toEqual([
      {a: 1, b: 'x'},
      {a: 2, b: 'y'}
    ]);
    await engine.drop('f1.csv');
    await engine.register('f1.csv', bytes('a\n3\n'));
    expect((await engine.query(`from 'uploads/f1.csv'`)).objects()).toEqual([{a: 3}]);
    await engine.drop('f1.csv');
    await expect(engine.query(`from 'uploads/f1.csv'`)).rejects.toThrow(QueryError);
  });

  it('take a part of a larger buffer without the rest of it', async () => {
    const whole = bytes('xxxa\n1\nxxx');
    await engine.register('part.csv', whole.subarray(3, 7));
    expect((await engine.query(`from 'uploads/part.csv'`)).objects()).toEqual([{a: 1}]);
    expect(whole.length).toBe(10);
    await engine.drop('part.csv');
  });

  it('come out as written', async () => {
    await engine.execute(`copy (select 1 as a, 'ü' as b) to 'uploads/out.csv'`);
    expect(new TextDecoder().decode(await engine.take('out.csv'))).toBe('a,b\n1,ü\n');
    await expect(engine.query(`from 'uploads/out.csv'`)).rejects.toThrow(QueryError);
  });

  it('have names of ours', async () => {
    for (const name of ['../a', 'a/b', '', "it's.csv", '*.csv']) {
      await expect(engine.register(name, bytes('a'))).rejects.toThrow(ModelError);
    }
  });
});

describe('memory', () => {
  it('is counted', async () => {
    const before = await engine.memory();
    await engine.execute('create table m as select i, hash(i) as h from range(1000000) t(i)');
    const after = await engine.memory();
    expect(after.used - before.used).toBeGreaterThan(8_000_000);
    expect(after.limit).toBe(1_500_000_000);
    await engine.execute('drop table m');
  });

  it('may run out without harm', async () => {
    const small = await AsyncEngine.start(nodeDriver, {memory: 50_000_000});
    await small.execute('create table kept as select 1 as i');
    const error = await failed(small.query('select list(i) from range(50000000) t(i)'));
    expect(error).toMatchObject({reason: 'memory'});
    expect((await small.query('from kept')).objects()).toEqual([{i: 1}]);
    await small.close();
  });
});

describe('an engine that is lost', () => {
  let mortal: Engine;
  let rebuilt: number;

  beforeAll(async () => {
    mortal = await AsyncEngine.start(mortalDriver, {memory: 200_000_000});
    mortal.onRebuilt(() => rebuilt++);
  });

  beforeEach(() => {
    rebuilt = 0;
  });

  it('rejects what waits, and comes back empty and locked', async () => {
    await mortal.execute('create table t as select 1 as i');
    const waiting = [failed(mortal.query(endless)), failed(mortal.execute(`create table x as ${endless}`))];
    const stream = mortal.stream('from range(100000000)');
    await stream.next();
    await stream.next();
    const began = performance.now();
    last().terminate();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({reason: 'lost'});
    await expect(drained(stream)).rejects.toMatchObject({reason: 'lost'});
    await expect(mortal.query('from t')).rejects.toThrow(/Table with name t does not exist/);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(rebuilt).toBe(1);
    await expect(mortal.query(`from read_text('/etc/hostname')`)).rejects.toThrow(/Permission Error/);
  });

  it('is replaced after a trap', async () => {
    trap(last(), 'select 13');
    expect(await failed(mortal.query('select 13'))).toMatchObject({
      reason: 'lost',
      message: 'the engine stopped: memory access out of bounds'
    });
    expect((await mortal.query('select 13')).length).toBe(1);
    expect(rebuilt).toBe(1);
  });

  it('is replaced when a person’s statement does not stop', async () => {
    const sql = `select levenshtein(repeat('a', 60000), repeat('b', 60000))`;
    expect(await failed(mortal.query(sql, {}, {untrusted: true, deadline: 100}))).toMatchObject({reason: 'deadline'});
    expect(await failed(mortal.query('select 1'))).toMatchObject({reason: 'lost'});
    expect((await mortal.query('select 1')).length).toBe(1);
    expect(rebuilt).toBe(1);
  });

  it('is tried again at the next call where no successor could be started', async () => {
    broken = true;
    last().terminate();
    expect(await failed(mortal.query(endless))).toMatchObject({reason: 'lost'});
    await expect(mortal.query('select 1')).rejects.toThrow('no engine');
    expect(rebuilt).toBe(0);
    broken = false;
    expect((await mortal.query('select 1')).length).toBe(1);
    expect(rebuilt).toBe(1);
  });

  it('comes back no more when it was closed', async () => {
    const waiting = failed(mortal.query(endless));
    await mortal.query('select 1');
    await mortal.close();
    expect(await waiting).toMatchObject({reason: 'lost', message: 'the engine is closed'});
    await expect(mortal.query('select 1')).rejects.toMatchObject({reason: 'lost', message: 'the engine is closed'});
    expect(rebuilt).toBe(0);
  });
});

it('is emptied between tests', async () => {
  await engine.execute(`
    create schema "s""x"; create table "s""x".t as select 1 as i; create view v as from "s""x".t; create table "a""b" (i int);
    create macro m(x) as x + 1; create macro tm() as table select 1; create type mood as enum ('a'); create sequence q;`);
  await resetEngine(engine);
  const left = await engine.query(`
    select count(*) from (
      select view_name from duckdb_views() where not internal union all select table_name from duckdb_tables()
      union all select function_name from duckdb_functions() where not internal
      union all select type_name from duckdb_types() where not internal union all select sequence_name from duckdb_sequences()
      union all select schema_name from duckdb_schemas() where not internal and schema_name <> 'main')`);
  expect(left.value(0, 0)).toBe(0);
});

async function failed(promise: Promise<unknown>): Promise<QueryError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause
  );
  if (error instanceof QueryError) return error;
  throw new Error('no QueryError', {cause: error});
}

async function lengths(stream: AsyncIterable<Rows>): Promise<number[]> {
  const found: number[] = [];
  for await (const {length} of stream) if (length) found.push(length);
  return found;
}

async function drained(stream: AsyncIterable<Rows>): Promise<void> {
  for await (const {length} of stream) expect(length).toBeGreaterThan(0);
}

async function connections(): Promise<number> {
  return Number((await engine.query('from duckdb_connection_count()')).value(0, 0));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

let current: Instance | undefined;
let broken = false;

/** Node's driver, whose workers can be got hold of, and which fails while `broken`. */
const mortalDriver: Driver = {
  async start() {
    if (broken) throw new QueryError('no engine', '', 'lost');
    return (current = await nodeDriver.start());
  }
};

function last(): Instance {
  if (!current) throw new Error('no worker was started');
  return current;
}

/** Lets the worker answer one statement as a wasm trap is answered. */
function trap({db}: Instance, sql: string): void {
  const start = db.startPendingQuery.bind(db);
  db.startPendingQuery = async (connection, text, stream) => {
    if (text !== sql) return start(connection, text, stream);
    throw Object.assign(new Error('memory access out of bounds'), {name: 'RuntimeError'});
  };
}
