import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {hitSentence} from '../../src/analyses/ladder/tested';
import type {HitRow} from '../../src/analyses/ladder/parts';
import {inspect} from '../../src/ingest/look/inspect';
import {ask, sentence} from '../ask';
import {testEngine} from '../engine';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

/** Online Retail (UCI 352), sales only, as of 2011-09-09: 91 days before its last day. */
describe.skipIf(!existsSync(file))(`the ladder of ${file} (skipped where the file is absent)`, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
    const source = {id: 'online-retail', name: 'OnlineRetail.csv', blob: new Blob([readFileSync(file)])};
    const loaded = await load(engine, [source], guess([await inspect(source)]));
    await loaded.finish();
  }, 170_000);

  it('has the rungs that a query over lists of days gives', async () => {
    const told = await ask(engine, 'ladder', {scope: {as_of: '2011-09-09'}});
    const native = (await engine.query(byLists)).objects<{rung: string; customers: number; net_sales: number}>();
    for (const {rung, customers, net_sales} of native) {
      const row = told.rows.find((one) => one['rung'] === rung);
      expect([rung, row?.['customers'], Number(row?.['net_sales']).toFixed(2)]).toEqual([
        rung,
        customers,
        net_sales.toFixed(2)
      ]);
    }
    expect(Object.fromEntries(native.map(({rung, customers}) => [rung, customers]))).toEqual({
      client: 1090,
      customer: 1716,
      lapsed: 564
    });
    expect(sentence(told)).toBe(
      'Of 3,412 known customers 1,090 (31.9%) are clients or more, 1,716 (50.3%) have bought now and then, and 564 (16.5%) lapsed; 42 have no purchase that counts.'
    );
    const hidden = told.rows.filter(({customers}) => customers === null).map(({rung}) => rung);
    expect(hidden).toEqual(['supporter', 'advocate', 'partner']);
  });

  it('tells, out of sample, who buys again within 91 days', async () => {
    const told = await ask(engine, 'ladder');
    const rates = told.parts['hits']?.map(({rung, customers, again, again_share}) => [
      rung,
      customers,
      again,
      Math.round(1000 * Number(again_share)) / 10
    ]);
    expect(rates).toEqual([
      ['client', 1090, 891, 81.7],
      ['customer', 1716, 806, 47],
      ['lapsed', 564, 224, 39.7],
      ['prospect', 42, 11, 26.2]
    ]);
    const hits = told.parts['hits'] as unknown as HitRow[];
    expect(
      hitSentence(hits, 91)
        .map(({text}) => text)
        .join('')
    ).toBe(
      'Of the 1,090 clients of 9 Sept 2011, 81.7% bought again within 91 days; of the 1,716 customers, 47%; of the 564 lapsed customers, 39.7%. The order of the rungs is right: the higher, the more bought again.'
    );
  });

  it('has everyone on a rung, and every amount', async () => {
    const {rows, coverage} = await ask(engine, 'ladder');
    const people = (await engine.query('select count(*) from customer')).value(0, 0);
    expect(rows.reduce((sum, {customers}) => sum + Number(customers ?? 0), 0)).toBe(Number(people));
    expect(people).toBe(4372);
    expect(coverage.amount).toBe('8911407.9040');
    expect(rows.reduce((sum, {net_sales}) => sum + Number(net_sales ?? 0), 0)).toBeCloseTo(8911407.904, 2);
    expect(rows.map(({customers}) => customers)).toEqual([34, 2262, 1639, null, null, null, 437]);
  });
});

/** Rungs without windows or intervals: each customer's days as a list, with the limits of the published estimate, after the first of who comes back. */
const byLists = `
  with day as (
    select customer_id, purchased_on, sum(amount) as amount
    from purchase
    where kind in ('sale', 'return') and purchased_on <= date '2011-09-09'
    group by all
  ),
  person as (
    select
      customer_id,
      list_sort(list(purchased_on) filter (where amount > 0)) as days,
      sum(amount)::double as net_sales
    from day
    group by customer_id
  ),
  told as (
    select
      net_sales,
      len(days) as n,
      date '2011-09-09' - days[-1] as silent,
      len(list_filter(days, lambda one: one > date '2011-09-09' - 365)) as recent,
      list_aggregate(list_transform(range(1, len(days)), lambda place: days[place + 1] - days[place]), 'median') as usual
    from person
  ),
  limited as (
    select
      *,
      case n when 1 then 134 when 2 then 169 when 3 then 108 else greatest(45, ceil(2 * usual)) end as active,
      case n when 1 then 188 when 2 then 275 when 3 then 181 else greatest(71, ceil(2 * usual)) end as lapsed
    from told
  )
  select
    case
      when silent > lapsed then 'lapsed'
      when recent >= 3 and not coalesce(silent > active, false) then 'client'
      else 'customer'
    end as rung,
    count(*) as customers,
    sum(net_sales) as net_sales
  from limited
  group by rung`;
