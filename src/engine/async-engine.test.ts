import {beforeAll, expect, it} from 'vitest';
import {resetEngine, testEngine} from '../../test/engine';
import type {Engine} from './engine';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

it('gives values by column', async () => {
  const rows = await engine.query(`select $a as a, 'x' as b, 1.50 as c, date '2020-02-29' d, [1, 2] e from range(3)`, {
    a: 5
  });
  expect(rows.objects()).toEqual(Array(3).fill({a: 5, b: 'x', c: 1.5, d: '2020-02-29', e: [1, 2]}));
});

it('runs several statements and empties the engine', async () => {
  await engine.execute(
    `create schema s; create table s.t as select 1 as i; create view v as select * from s.t; create table "a""b" (i int)`
  );
  expect((await engine.query('from v')).objects()).toEqual([{i: 1}]);
  await resetEngine(engine);
  expect((await engine.query('show all tables')).length).toBe(0);
});

it('reads registered files', async () => {
  await engine.register('a.csv', new TextEncoder().encode('a,b\n1,x\n2,y\n'));
  expect((await engine.query(`from read_csv('uploads/a.csv')`)).objects()).toEqual([
    {a: 1, b: 'x'},
    {a: 2, b: 'y'}
  ]);
  await engine.drop('a.csv');
});
