import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import {bind} from '../../src/engine/sql';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import {compile} from '../../src/models/compile';
import type {Definitions} from '../../src/models/definitions';
import {lookAt} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {testEngine} from '../engine';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

/** Online Retail (UCI 352), sales only, as of 2011-09-09: 91 days before its last day. */
describe.skipIf(!existsSync(file))(`rungs and phases of ${file} (skipped where the file is absent)`, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
    const source = {id: 'online-retail', name: 'OnlineRetail.csv', blob: new Blob([readFileSync(file)])};
    const loaded = await load(engine, [source], guess([await inspect(source)]));
    await loaded.finish();
  }, 120_000);

  async function rows(
    model: string,
    {as_of = '2011-09-09', definitions = {}}: {as_of?: string | null; definitions?: Definitions} = {}
  ) {
    const context = {
      scope: {...initialScope, as_of, definitions},
      loaded: await lookAt(engine),
      params: {then_from: '', then_to: '', test_days: 91},
      anonymous: false
    };
    const {sql, params} = compile(model, context);
    return (await engine.query(bind(sql, params))).objects();
  }

  it('gaps are over after the days of the published Kaplan–Meier estimate', async () => {
    const at = async (active_quantile: number, lapsed_quantile: number) =>
      rows('gap_limit', {definitions: {active_quantile, lapsed_quantile}});
    const standard = await at(0.8, 0.9);
    expect(standard.map(({median_days}) => median_days)).toEqual([106, 61, 48, 20]);
    expect(standard.map(({active_days}) => active_days)).toEqual([null, 169, 108, 45]);
    expect(standard.map(({lapsed_days}) => lapsed_days)).toEqual([null, 275, 181, 71]);
    const other = await at(0.7, 0.8);
    expect(other.map(({active_days}) => active_days)).toEqual([240, 109, 81, 34]);
  });

  it('are the same, out of sample, from all data as from that up to the day', async () => {
    expect(await rows('gap_limit_past', {as_of: null})).toEqual(await rows('gap_limit'));
    const past = await rows('rung_past', {as_of: null});
    const now = await rows('customer_rung');
    const plain = (list: typeof now) => list.map(({customer_key: key, rung}) => [key, rung]);
    expect(plain(past)).toEqual(plain(now));
  });

  it('of the steady most buy again within 91 days, of those who try least', async () => {
    const hits = async (state: string) => {
      const past = await rows(`${state}_past`, {as_of: null});
      const names = [...new Set(past.map((row) => String(row[state])))].sort();
      return names.map((name) => {
        const own = past.filter((row) => row[state] === name);
        return [name, own.length, own.filter(({again}) => again === true).length];
      });
    };
    expect(await hits('rung')).toEqual([
      ['client', 1090, 891],
      ['customer', 2172, 959],
      ['lapsed', 108, 71],
      ['prospect', 42, 11]
    ]);
    const phases = await hits('phase');
    const share = (name: string): number => {
      const [, all, again] = phases.find(([phase]) => phase === name) ?? [];
      return Math.round((1000 * Number(again)) / Number(all)) / 10;
    };
    const order = ['commitment', 'expansion', 'plateau', 'decline', 'exploration'];
    expect(order.map(share)).toEqual([93.3, 83.3, 77.1, 67.1, 43.3]);
  });
});
