import {beforeAll, describe, expect, it} from 'vitest';
import {company} from '../../test/company';
import {testEngine} from '../../test/engine';
import {given} from '../../test/given';
import type {Engine} from '../engine/engine';
import {compile, textOf} from './compile';
import {lookAt, type Loaded} from './loaded';
import {initialScope, windowOf, type Scope} from './scope';

let engine: Engine;
let loaded: Loaded;

beforeAll(async () => {
  engine = await testEngine();
  await given(engine, company());
  loaded = await lookAt(engine);
});

/** Keeps everything, but asks for a column of the purchases, so that no mart will do. */
const all = {channel: ['web', 'shop', '']};

const scopes: [string, Partial<Scope>, {month: boolean; occasion: boolean}][] = [
  ['everything', {}, {month: true, occasion: true}],
  ['whole months', {from: '2022-02-01', to: '2023-02-28'}, {month: true, occasion: true}],
  ['from within a month', {from: '2022-02-02'}, {month: false, occasion: true}],
  ['to within a month', {to: '2023-02-27'}, {month: false, occasion: true}],
  ['an as-of day within a month', {as_of: '2023-05-14'}, {month: false, occasion: true}],
  ['an as-of day after the data', {as_of: '2030-05-14'}, {month: true, occasion: true}],
  ['from before the data', {from: '2000-05-14'}, {month: true, occasion: true}],
  ['some customers', {filters: {segment: ['trade', '']}}, {month: true, occasion: true}],
  ['an attribute', {filters: {'attribute:size': ['big']}}, {month: true, occasion: true}],
  ['no returns', {returns: 'leave out'}, {month: true, occasion: false}],
  ['cancellations too', {cancellations: 'subtract'}, {month: true, occasion: false}],
  ['free ones too', {free: 'keep'}, {month: true, occasion: true}]
];

describe.each(scopes)('%s', (_, scope, mart) => {
  it.each(['month', 'occasion'] as const)('gives the same by the mart as by the purchases: %s', async (name) => {
    const model = `selected_${name}`;
    const [quick, slow] = [scope, {...scope, filters: {...scope.filters, ...all}}];
    expect(textOf(model, context(quick)).includes('needs: selected_purchase')).toBe(!mart[name]);
    expect(textOf(model, context(slow))).toContain('needs: selected_purchase');
    const rows = await rowsOf(model, quick);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(await rowsOf(model, slow));
  });
});

describe('the days covered', () => {
  it.each<[Partial<Scope>, [string, string]]>([
    [{}, ['2022-01-10', '2023-12-10']],
    [{from: '2022-06-01', to: '2022-08-31'}, ['2022-06-01', '2022-08-31']],
    [{from: '2000-01-01', to: '2030-01-01', as_of: '2022-03-01'}, ['2022-01-10', '2022-03-01']],
    [{to: '2022-02-01', as_of: '2022-03-01'}, ['2022-01-10', '2022-02-01']]
  ])('%j', (scope, days) => {
    const {from, to} = windowOf({...initialScope, ...scope}, {...loaded, from: '2022-01-10', to: '2023-12-10'});
    expect([from, to]).toEqual(days);
  });
});

const context = (scope: Partial<Scope>) => ({
  scope: {...initialScope, ...scope},
  loaded,
  params: {},
  anonymous: false
});

async function rowsOf(model: string, scope: Partial<Scope>): Promise<unknown[]> {
  const {sql, params} = compile(model, context(scope));
  return (await engine.query(sql, params)).objects();
}
