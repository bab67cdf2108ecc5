import {beforeAll, describe, expect, it} from 'vitest';
import {company} from '../../../test/company';
import {testEngine} from '../../../test/engine';
import {given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import {QueryError} from '../../engine/errors';
import {checks} from '../../models/health/checks';
import {rowsOf} from '../../models/health/check';
import {lookAt, type Loaded} from '../../models/loaded';
import {initialScope} from '../../models/scope';
import type {Data} from '../session.svelte';
import {Checkup, checkupOf} from './checkup.svelte';
import {allRows, countOf, pageOf, tableColumns} from './rows';
import {checkName, findingSentence, reason} from './said';

let engine: Engine;
let facts: Loaded;

beforeAll(async () => {
  engine = await testEngine();
  await given(engine, company());
  facts = await lookAt(engine);
});

const data = (): Data => {
  const receipt = {kinds: {anonymous: {rows: 5, amount: '12.5000'}}, imported_at: '2026-11-22T10:00:00Z'};
  return {facts, loaded: {receipt}} as unknown as Data;
};

describe('an examination', () => {
  it('asks every check that the data allows, then every column', async () => {
    const checkup = new Checkup(engine, data());
    expect(checkup.progress).toEqual({what: 'checks', done: 0, of: checkup.asked.length});
    await checkup.run();
    expect(checkup.progress).toBeNull();
    expect(checkup.asked.length + checkup.lacking.length).toBe(checks.length);
    expect(checkup.fine.length + new Set(checkup.findings.map(({check}) => check)).size).toBe(checkup.asked.length);
    expect(checkup.profiles.map(({column}) => column)).toEqual(checkup.columns);
    expect(checkup.columns.map(({name}) => name)).toContain('size');
    const severities = checkup.findings.map(({severity}) => severity);
    expect(severities).toEqual(
      severities.toSorted(
        (a, b) => ['totals', 'counts', 'cosmetic'].indexOf(a) - ['totals', 'counts', 'cosmetic'].indexOf(b)
      )
    );
  });

  it('stops when it is left, and goes on from there', async () => {
    const checkup = new Checkup(engine, data());
    const running = checkup.run();
    checkup.stop();
    await running;
    const before = checkup.checked;
    expect(before).toBeLessThan(checkup.asked.length);
    expect(checkup.error).toBeUndefined();
    await checkup.run();
    expect(checkup.progress).toBeNull();
    expect(checkup.error).toBeUndefined();
  });

  it('goes on with the other checks where memory does not allow one', async () => {
    const tight = Object.create(engine) as Engine;
    tight.query = (sql, ...rest) =>
      sql.includes('copies') ? Promise.reject(new QueryError('too much', sql, 'memory')) : engine.query(sql, ...rest);
    const checkup = new Checkup(tight, data());
    await checkup.run();
    expect(checkup.skipped.map(({name}) => name)).toEqual(['twins']);
    expect([checkup.progress, checkup.error]).toEqual([null, undefined]);
    expect(checkup.fine.map(({name}) => name)).not.toContain('twins');
  });

  it('is one for each data set', () => {
    const one = data();
    expect(checkupOf(engine, one)).toBe(checkupOf(engine, one));
    expect(checkupOf(engine, one)).not.toBe(checkupOf(engine, data()));
  });

  it('says everything in words', async () => {
    const checkup = new Checkup(engine, data());
    await checkup.run();
    expect(checkup.findings.length).toBeGreaterThan(3);
    for (const finding of checkup.findings) {
      const text = findingSentence(finding)
        .map((part) => part.text)
        .join('');
      expect(text, finding.check).not.toMatch(/undefined|null|NaN|object/);
      expect(text.length, finding.check).toBeGreaterThan(20);
      expect(reason(finding).length, finding.check).toBeGreaterThan(20);
    }
    for (const {name} of checks) expect(checkName(name), name).not.toBe(name);
  });
});

it('an effect is the same with the rule on as off', async () => {
  const {effects} = new Checkup(engine, data());
  const off = await effects.of(initialScope, ['customer:C000']);
  const on = await effects.of({...initialScope, without: ['customer:C000']}, ['customer:C000']);
  expect(on).toEqual(off);
  expect(off.after.customers).toBe(off.before.customers - 1);
});

describe('rows behind a finding', () => {
  const behind = () => rowsOf('purchase', `channel = 'web'`, {loaded: facts}, 'purchased_on');

  it('come page by page, sorted and searched, and all of them for a file', async () => {
    const count = await countOf(engine, behind());
    const page = pageOf(engine, behind());
    const first = await page(0, 5, null, '');
    expect(first.count).toBe(count);
    expect(first.rows).toHaveLength(5);
    const sorted = await page(0, count, {column: 'amount', descending: true}, '');
    const amounts = sorted.rows.map((row) => Number(row['amount']));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    const found = await page(0, 1000, null, 'JAM');
    expect(found.count).toBeGreaterThan(0);
    expect(found.rows.every((row) => JSON.stringify(row).toLowerCase().includes('jam'))).toBe(true);
    expect((await page(0, 5, null, `' or 1=1 --`)).count).toBe(0);
    expect(await allRows(engine, behind())).toHaveLength(count);
  });

  it('have the columns that the files fill, named in words', () => {
    const labels = tableColumns(behind()).map(({label}) => label);
    expect(labels).toContain('Amount');
    expect(labels).not.toContain('Discount');
  });
});
