import {beforeAll, describe, expect, it} from 'vitest';
import type {RankRow} from '../../src/analyses/survival/parts';
import {testOf} from '../../src/analyses/survival/log-rank';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {bind} from '../../src/engine/sql';
import {compile} from '../../src/models/compile';
import {kaplanMeierSql} from '../../src/models/kaplan-meier';
import {lookAt, nothingLoaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {logRank, logRankParts} from '../../src/statistics/log-rank';
import {testEngine} from '../engine';
import {given} from '../given';
import {dayOf, kaplanMeier, lastDay, purchase, sets, valueOf, waitsOf, type Step, type Wait} from './survival-plain';

describe('1,000 made-up data sets give what exact fractions give', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      purchase: [
        ...sets.flatMap((lines, set) => lines.map((one) => purchase(one, set))),
        {customer_id: 'last', purchased_on: dayOf(lastDay), amount: 0, kind: 'free'}
      ]
    });
  }, 60_000);

  it.each(['first', 'second', 'third', 'later', 'any'] as const)(
    'of waits after the %s purchase',
    async (what) => {
      const curves = await curvesOf(engine, what);
      for (const [set, lines] of sets.entries()) {
        expect(curves.get(set) ?? [], `set ${set}`).toEqual(kaplanMeier(waitsOf(lines, what)).map(rounded));
      }
    },
    120_000
  );

  it('of the test between two halves of the customers', async () => {
    const halves = sets.map((lines) =>
      [0, 1].map((half) =>
        waitsOf(
          lines.filter(({customer}) => customer % 2 === half),
          'any'
        )
      )
    );
    await keepEnds(engine, halves);
    for (const [set, groups] of halves.entries()) {
      const told = await tested(engine, set);
      const plain = logRank(logRankParts(momentsOf(groups)));
      expect(told?.degreesOfFreedom, `set ${set}`).toBe(plain?.degreesOfFreedom);
      if (plain !== null) expect(told?.statistic, `set ${set}`).toBeCloseTo(plain.statistic, 8);
    }
  }, 120_000);
});

/** The curve of every set, computed at once: rows as `rounded` gives them. */
async function curvesOf(engine: Engine, what: string): Promise<Map<number, unknown[][]>> {
  const context = {
    scope: initialScope,
    loaded: await lookAt(engine),
    params: {what, split: 'none', horizon: 0, silent: 1, within: 1},
    anonymous: false
  };
  const {sql, params} = compile('survival_wait', context);
  const waits = `(select duration, event, split_part(customer_id, ' ', 1)::integer as set
    from (${bind(sql, params)}) join customer using (customer_key))`;
  const rows = (await engine.query(`select * from (${kaplanMeierSql(waits, ['set'])}) order by all`)).objects();
  const curves = new Map<number, unknown[][]>();
  for (const row of rows) {
    const set = Number(row['set']);
    curves.set(set, [...(curves.get(set) ?? []), plainRow(row)]);
  }
  return curves;
}

const plainRow = ({duration, at_risk, events, censored, survival, greenwood}: Row): unknown[] => [
  duration,
  at_risk,
  events,
  censored,
  digits(Number(survival)),
  greenwood === null ? null : digits(Number(greenwood))
];

const rounded = ({duration, atRisk, events, censored, survival, greenwood}: Step): unknown[] => [
  duration,
  atRisk,
  events,
  censored,
  digits(valueOf(survival)),
  greenwood === null ? null : digits(valueOf(greenwood))
];

const digits = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Keeps how many waits of each group of each set ended or are open after how many days. */
async function keepEnds(engine: Engine, halves: readonly (readonly (readonly Wait[])[])[]): Promise<void> {
  const values = halves.flatMap((groups, set) =>
    groups.flatMap((waits, place) =>
      waits.map(({duration, event}) => `(${set}, 'g${place}', ${duration}, ${String(event)})`)
    )
  );
  await engine.execute(`create or replace table main.made_up as
    select set, group_name, duration, count(*) as leaving, count(*) filter (event) as events
    from (values ${values.join(', ')}) as t(set, group_name, duration, event)
    group by all`);
}

/** What the analysis's own models say of the two groups of a set. */
async function tested(engine: Engine, set: number) {
  const context = {scope: initialScope, loaded: nothingLoaded, params: {horizon: 0}, anonymous: false};
  const ends = `(select * exclude (set) from main.made_up where set = ${set})`;
  const {sql, params} = compile('survival_log_rank', context, {materialised: {survival_ends: ends}});
  return testOf((await engine.query(bind(sql, params))).objects() as unknown as RankRow[]);
}

function momentsOf(groups: readonly (readonly Wait[])[]) {
  const filled = groups.filter((waits) => waits.length > 0);
  const times = [...new Set(filled.flat().map(({duration}) => duration))];
  const at = (time: number, over: boolean) =>
    filled.map((waits) => waits.filter(({duration, event}) => duration === time && event === over).length);
  return times.map((time) => ({time, ended: at(time, true), censored: at(time, false)}));
}
