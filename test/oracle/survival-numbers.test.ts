import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {bind} from '../../src/engine/sql';
import {compile} from '../../src/models/compile';
import {nothingLoaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {testEngine} from '../engine';
import {kaplanMeier, sets, valueOf, waitsOf, type Wait} from './survival-plain';

const params = {what: 'any', split: 'segment', horizon: 400, silent: 30, within: 60};

/** A curve as doubles: what holds from a day on. */
interface Step {
  day: number;
  atRisk: number;
  events: number;
  censored: number;
  survival: number;
  /** the sum in Greenwood's formula; null from where nobody is left */
  greenwood: number | null;
}

describe('the numbers beside 1,000 curves are those that a plain computation gives', () => {
  let engine: Engine;
  const waits = sets.map((lines) => waitsOf(lines, params.what));
  const curves = waits.map(curveOf);

  beforeAll(async () => {
    engine = await testEngine();
    const values = waits.flatMap((own, set) =>
      own.map(({duration, event}) => `('set ${set}', ${duration}, ${String(event)})`)
    );
    await engine.execute(
      `create or replace table main.all_ends as
       select group_name, duration, count(*) as leaving, count(*) filter (event) as events
       from (values ${values.join(', ')}) as t(group_name, duration, event)
       group by all;
       create or replace table main.all_places as
       select distinct group_name, substr(group_name, 5)::bigint as place from main.all_ends`
    );
  }, 60_000);

  /** The rows of a model of the analysis over all curves at once, by curve. */
  async function told(model: string, order: readonly string[] = ['place']): Promise<Map<number, Row[]>> {
    const materialised = {survival_ends: 'main.all_ends', survival_place: 'main.all_places'};
    const statement = compile(
      model,
      {scope: initialScope, loaded: nothingLoaded, params, anonymous: false},
      {materialised, order}
    );
    const rows = (await engine.query(bind(statement.sql, statement.params))).objects();
    const byPlace = new Map<number, Row[]>();
    for (const row of rows) {
      const own = byPlace.get(Number(row['place'])) ?? [];
      byPlace.set(Number(row['place']), own);
      own.push(row);
    }
    return byPlace;
  }

  /** Compares what the model says of each curve with what is expected of it, where there is a curve. */
  async function compare(model: string, expected: (curve: readonly Step[], waits: readonly Wait[]) => object[]) {
    const rows = await told(
      model,
      model === 'survival' || model === 'survival_time' ? ['place', 'duration'] : ['place']
    );
    for (const [set, curve] of curves.entries()) {
      if (curve.length === 0) expect(rows.get(set)).toBeUndefined();
      else
        expect(near(rows.get(set) ?? []), `${model} of set ${set}`).toMatchObject(
          near(expected(curve, waits[set] ?? []))
        );
    }
  }

  it('with limits on every day', async () => {
    await compare('survival', (curve) =>
      curve.map(({day, atRisk, events, censored, survival, greenwood}) => ({
        duration: day,
        at_risk: atRisk,
        events,
        censored,
        survival,
        ended: 1 - survival,
        std_error: greenwood === null ? null : survival * Math.sqrt(greenwood),
        ...limits(survival, greenwood)
      }))
    );
  });

  it('for a quarter, half and three quarters, and for what one would have said without open waits', async () => {
    await compare('survival_quantile', (curve) => {
      const limited = curve.map((step) => ({day: step.day, ...limits(step.survival, step.greenwood)}));
      const reached = (part: number) =>
        crossing(
          curve.map(({day, survival}) => [day, survival]),
          1 - part
        );
      const low = (part: number) =>
        crossing(
          limited.map((one) => [one.day, one.low]),
          1 - part
        );
      const high = (part: number) =>
        crossing(
          limited.map((one) => [one.day, one.high]),
          1 - part
        );
      return [
        {
          ...{lower: reached(0.25), median: reached(0.5), upper: reached(0.75)},
          ...{lower_low: low(0.25), median_low: low(0.5), upper_low: low(0.75)},
          ...{lower_high: high(0.25), median_high: high(0.5), upper_high: high(0.75)}
        }
      ];
    });
    await compare('survival_summary', (curve, own) => [
      {
        waits: own.length,
        events: own.filter(({event}) => event).length,
        censored: own.filter(({event}) => !event).length,
        longest: Math.max(...own.map(({duration}) => duration)),
        last_survival: curve.at(-1)?.survival,
        naive: middle(own.flatMap(({event, duration}) => (event ? [duration] : [])))
      }
    ]);
  });

  it('on average within 400 days', async () => {
    const {horizon} = params;
    await compare('survival_mean', (curve) => {
      const last = curve.at(-1);
      if (!last || (last.survival > 0 && last.day < horizon)) return [{mean: null, mean_error: null}];
      const within = curve.filter(({day}) => day < horizon);
      /** the area below the curve from a day to the horizon */
      const area = (from: number): number =>
        [from, ...within.map(({day}) => day).filter((day) => day > from)].reduce(
          (sum, day, place, days) => sum + at(curve, day) * ((days[place + 1] ?? horizon) - day),
          0
        );
      const variance = within.reduce((sum, {day, atRisk, events}) => {
        return events === 0 || events === atRisk ? sum : sum + (area(day) ** 2 * events) / (atRisk * (atRisk - events));
      }, 0);
      return [{horizon, mean: area(0), mean_error: Math.sqrt(variance)}];
    });
  });

  it('after a silence of 30 days, for the next 60', async () => {
    const [now, then] = [params.silent, params.silent + params.within];
    await compare('survival_conditional', (curve, own) => {
      const last = curve.at(-1);
      const waiting = own.filter(({duration}) => duration > now).length;
      const later = own.filter(({duration}) => duration >= then).length;
      const isSeen = waiting > 0 && last !== undefined && (last.survival === 0 || last.day >= then);
      return [{waiting, later, stays: isSeen ? at(curve, then) / at(curve, now) : null}];
    });
  });

  it('at round numbers of days', async () => {
    const step = 60;
    await compare('survival_time', (curve, own) => {
      const last = curve.at(-1);
      const known = (day: number): number | null =>
        last && (day <= last.day || last.survival === 0) ? at(curve, day) : null;
      return Array.from({length: Math.floor(params.horizon / step) + 1}, (_, place) => {
        const day = place * step;
        const [here, next] = [known(day), day + step > params.horizon ? null : known(day + step)];
        return {
          duration: day,
          at_risk: own.filter(({duration}) => duration >= day).length,
          waiting: own.filter(({duration}) => duration > day).length,
          survival: here,
          chance: here === null || here === 0 || next === null ? null : 1 - next / here
        };
      });
    });
  });
});

function curveOf(own: readonly Wait[]): Step[] {
  return kaplanMeier(own).map(({duration, survival, greenwood, ...counts}) => ({
    ...counts,
    day: duration,
    survival: valueOf(survival),
    greenwood: greenwood && valueOf(greenwood)
  }));
}

/** What holds on a day: the last step before or on it, one before the first. */
const at = (curve: readonly Step[], day: number): number => curve.findLast((step) => step.day <= day)?.survival ?? 1;

/** R's log-type limits, at most one. */
function limits(survival: number, greenwood: number | null): {low: number | null; high: number | null} {
  if (greenwood === null || survival === 0) return {low: null, high: null};
  const times = Math.exp(1.959963984540054 * Math.sqrt(greenwood));
  return {low: survival / times, high: Math.min(1, survival * times)};
}

/** The first day on which values are at a level; where they stand still at it, the middle of the standstill. */
function crossing(values: readonly (readonly [day: number, value: number | null])[], level: number): number | null {
  const first = values.find(([, value]) => value !== null && value <= level + 1.5e-8);
  if (!first) return null;
  const below = values.find(([, value]) => value !== null && value <= level - 1.5e-8) ?? values.at(-1) ?? first;
  return (first[0] + below[0]) / 2;
}

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}

/** Rows with numbers to nine digits. */
const near = (rows: readonly object[]): Record<string, unknown>[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value
      ])
    )
  );
