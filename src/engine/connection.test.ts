import {afterAll, beforeAll, beforeEach, afterEach, describe, expect, it} from 'vitest';
import {Connection} from './connection';
import {nodeDriver} from './node';
import {Session} from './session';

let session: Session;
let connection: Connection;

beforeAll(async () => {
  session = await Session.start(nodeDriver, 300_000_000);
  const setup = await Connection.open(session);
  await setup.run(`create table t as select i from range(10) r(i); create sequence q; create view v as from t`);
  await setup.close();
});
afterAll(() => session.end('closed'));

beforeEach(async () => {
  connection = await Connection.open(session);
});
afterEach(() => connection.close());

describe('check', () => {
  it.each(['select 1; select 2', 'commit; drop table t', 'pivot t on i using sum(i); drop table t', 'select'])(
    'refuses %s, whatever was found out before',
    async (sql) => {
      await expect(connection.check(sql)).rejects.toMatchObject({reason: 'refused'});
    }
  );

  it('takes `pivot` for one statement although DuckDB runs several', async () => {
    await connection.check('pivot t on i using sum(i)');
    await connection.check(`from (pivot t on i using sum(i)) where '0' <> ';'`);
  });
});

describe('a read-only transaction alone', () => {
  it.each([
    'drop table t',
    'drop view v',
    'delete from t',
    'truncate t',
    'update t set i = 0',
    'insert into t values (1)',
    'create or replace table t as select 1',
    'create or replace view v as select 1',
    'create or replace macro sum(x) as 0',
    'create schema s',
    `create type mood as enum ('sad')`,
    'alter table t add column z int',
    `comment on table t is 'x'`,
    `select nextval('q')`,
    'explain analyze delete from t',
    'with x as (select 1) delete from t',
    'merge into t using (select 1 as i) s using (i) when matched then delete'
  ])('refuses %s', async (sql) => {
    await connection.run('begin transaction read only');
    await expect(connection.run(sql)).rejects.toThrow(/read-only/);
  });
});

it('asks nothing more once it is closed', async () => {
  const statement = await connection.send('from range(100000)');
  await statement.next();
  await connection.close();
  await connection.close();
  await expect(connection.send('select 1')).rejects.toMatchObject({reason: 'cancelled'});
});
