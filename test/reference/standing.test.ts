import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
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

  const limitsAt = async (active_quantile: number, lapsed_quantile: number) =>
    rows('gap_limit', {definitions: {active_quantile, lapsed_quantile}});

  it('gaps are over after the days of the published Kaplan–Meier estimate', async () => {
    const days = async (quantile: number) => (await limitsAt(0.5, quantile)).map((row) => row['lapsed_days'] ?? null);
    const standard = await limitsAt(0.8, 0.9);
    expect(standard.map(({median_days}) => median_days)).toEqual([106, 61, 48, 20]);
    expect(await days(0.5)).toEqual([106, 61, 48, 20]);
    expect(await days(0.7)).toEqual([240, 109, 81, 34]);
    expect((await days(0.8)).slice(1)).toEqual([169, 108, 45]);
    expect((await days(0.9)).slice(1)).toEqual([275, 181, 71]);
    // 80 % are never back after the first: 27.8 % didn't come again
    expect(standard.map(({of_returning}) => of_returning)).toEqual([true, false, false, false]);
    expect(Number(standard[0]?.['back_share']).toFixed(3)).toBe('0.722');
  });

  it('limits after the first are those of who comes back; all others as published', async () => {
    const standard = await limitsAt(0.8, 0.9);
    expect(standard.map(({active_days}) => active_days)).toEqual([134, 169, 108, 45]);
    expect(standard.map(({lapsed_days}) => lapsed_days)).toEqual([188, 275, 181, 71]);
  });

  it('tell who buys again within 91 days: as published with its limits, in a better order with ours', async () => {
    const [standard, published] = [await limitsAt(0.8, 0.9), await limitsAt(0.7, 0.7)];
    const ours = standard.map(limitOf);
    // after the first purchase the published shares rest on the median and the 70 % quantile
    const theirs = [
      {active: Number(published[0]?.['median_days']), lapsed: Number(published[0]?.['lapsed_days'])},
      ...ours.slice(1)
    ];
    expect(theirs[0]).toEqual({active: 106, lapsed: 240});
    expect(await backWithin91(theirs)).toEqual([
      ['active', 2109, 64.9],
      ['lapsed', 336, 49.1],
      ['overdue', 925, 41.8]
    ]);
    expect(await backWithin91(ours)).toEqual([
      ['active', 2261, 63.5],
      ['lapsed', 584, 41.3],
      ['overdue', 525, 46.7]
    ]);
  });

  /** Of buyers by how long they had been silent, without limits of their own: how many, and the share that came back. */
  async function backWithin91(limits: readonly {active: number; lapsed: number}[]): Promise<unknown[]> {
    const told = await engine.query(`
      with occasion as (
        select customer_id, purchased_on
        from purchase
        where kind in ('sale', 'return')
        group by all
        having sum(amount) > 0
      ),
      person as (
        select
          least(count(*) filter (purchased_on <= date '2011-09-09'), 4) as class,
          date '2011-09-09' - max(purchased_on) filter (purchased_on <= date '2011-09-09') as silent,
          bool_or(purchased_on > date '2011-09-09') as again
        from occasion
        group by customer_id
      )
      select
        case when silent <= active then 'active' when silent <= lapsed then 'overdue' else 'lapsed' end as state,
        count(*) as customers,
        round(100 * avg(again::integer), 1) as share
      from person
      join (values ${limits.map(({active, lapsed}, place) => `(${place + 1}, ${active}, ${lapsed})`).join(', ')})
        as limits(class, active, lapsed) using (class)
      group by state
      order by state`);
    return told.objects().map((row) => [row['state'], row['customers'], row['share']]);
  }

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
      ['customer', 1716, 806],
      ['lapsed', 564, 224],
      ['prospect', 42, 11]
    ]);
    const phases = await hits('phase');
    const share = (name: string): number => {
      const [, all, again] = phases.find(([phase]) => phase === name) ?? [];
      return Math.round((1000 * Number(again)) / Number(all)) / 10;
    };
    const order = ['commitment', 'expansion', 'plateau', 'decline', 'exploration'];
    expect(order.map(share)).toEqual([93.3, 83.3, 77.1, 50.2, 49.7]);
  });
});

const limitOf = (row: Row): {active: number; lapsed: number} => ({
  active: Number(row['active_days']),
  lapsed: Number(row['lapsed_days'])
});
