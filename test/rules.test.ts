import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../src/engine/engine';
import {coverText} from '../src/app/cover';
import type {Receipt} from '../src/ingest/types';
import {compile} from '../src/models/compile';
import {lookAt, type Loaded} from '../src/models/loaded';
import {initialScope} from '../src/models/scope';
import {ask} from './ask';
import {company} from './company';
import {testEngine} from './engine';
import {given} from './given';

const choices = [
  [],
  ['customer:C000'],
  ['product:product 3', 'over:150'],
  ['last_month', 'first_month'],
  ['twins', 'unmatched_returns', 'orphans'],
  ['before:2022-03-15', 'day:2022-05-05', 'customer:C001', 'customer:C002', 'product:']
];

let engine: Engine;
let loaded: Loaded;

beforeAll(async () => {
  engine = await testEngine();
  await given(engine, company());
  loaded = await lookAt(engine);
});

describe.each(choices.map((without) => [without.join(' ') || 'no rules', without] as const))(
  'with %s',
  (_, without) => {
    it('the effect shown is what the analyses give', async () => {
      const {sql, params} = compile('effect', {
        scope: {...initialScope, without},
        loaded,
        params: {},
        anonymous: false
      });
      const [effect] = (await engine.query(sql, params)).objects();
      const pareto = await ask(engine, 'pareto', {scope: {without}});
      const overview = await ask(engine, 'overview', {scope: {without}});
      expect(effect).toEqual({
        purchases: pareto.coverage.rows,
        customers: pareto.count,
        amount: pareto.coverage.amount,
        top_20_share: expect.closeTo(Number(pareto.parts['summary']?.[0]?.['top_20_share']), 12),
        repeat_rate: expect.closeTo(Number(overview.parts['figures']?.[0]?.['repeat_by_day']), 12)
      });
    });

    it('what is left out and what is covered add up to what is covered without rules', async () => {
      const [all, some] = [await ask(engine, 'pareto'), await ask(engine, 'pareto', {scope: {without}})];
      const rules = some.coverage.without ?? [];
      expect(rules.map(({rule}) => rule)).toEqual(without);
      const cents = (amount: string): number => Math.round(Number(amount) * 10_000);
      expect(rules.reduce((sum, {rows}) => sum + rows, some.coverage.rows)).toBe(all.coverage.rows);
      expect(rules.reduce((sum, {amount}) => sum + cents(amount), cents(some.coverage.amount))).toBe(
        cents(all.coverage.amount)
      );
    });
  }
);

it('the line below an analysis says what each rule leaves out', async () => {
  const told = await ask(engine, 'pareto', {scope: {without: ['customer:C000', 'nonsense']}});
  const none = {rows: 0, amount: '0.0000', rule: ''};
  const kinds = {sale: none, return: none, cancellation: none, free: none, anonymous: none};
  const [left] = told.coverage.without ?? [];
  expect(left?.rows).toBeGreaterThan(0);
  expect(coverText(told, {kinds} as Receipt, null)).toContain(
    `left out: ${left?.rows} purchases of ${Number(left?.amount).toLocaleString('en', {minimumFractionDigits: 2})} by “Without customer C000”`
  );
});
