import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {initialParams} from '../params';
import {chart, type CurveParts} from './chart';
import {params as specs, type SurvivalParams} from './params';
import type {Point, Summary, Time} from './parts';
import {placed} from '../../charts/placed';

const params: SurvivalParams = initialParams(specs);

describe('the curve', () => {
  it('rises to the share that has bought again, with a band, crosses where some are last seen, and those at risk below', async () => {
    await expect(svg(chart(parts(curve(1, '', 40, 0.7)), params, 640))).toMatchFileSnapshot('rising.svg');
  });

  it('falls to the share still there of relationships', async () => {
    const drawn = svg(chart(parts(curve(1, '', 40, 0.7)), {...params, what: 'contract'}, 640));
    await expect(drawn).toMatchFileSnapshot('falling.svg');
  });

  it('stands beside others with its name, each in its colour, all others in grey', async () => {
    const all = parts(curve(1, 'trade', 40, 0.5), curve(2, 'home', 30, 0.52), curve(6, null, 12, 0.9));
    await expect(svg(chart(all, {...params, split: 'segment'}, 960))).toMatchFileSnapshot('groups.svg');
  });

  it('is an empty frame where nothing is waited for', () => {
    const drawn = svg(chart({points: [], times: [], summaries: []}, params, 640));
    expect(drawn).not.toMatch(/NaN|undefined/);
  });

  it('is dashed where fewer than ten are seen', () => {
    expect(svg(chart(parts(curve(1, '', 5, 0.5)), params, 640))).toContain('stroke-dasharray="3,3"');
  });

  it('has fewer ticks, and numbers below them, where there is less room', () => {
    const drawn = (width: number): string => svg(chart(parts(curve(1, '', 40, 0.7)), params, width));
    expect(drawn(640)).toMatch(/>50<[^]*>13</);
    expect(drawn(320)).not.toMatch(/>50</);
    expect(drawn(320)).toMatch(/>40<[^]*>13</);
  });
});

describe('names beside each other', () => {
  const lines = {least: 10, from: 0, to: 100};

  it('stay where they have room', () => expect(placed([5, 50, 90], lines)).toEqual([5, 50, 90]));
  it('move apart, in their order', () => expect(placed([50, 48, 51], lines)).toEqual([58, 48, 68]));
  it('move up where they would fall out below', () => expect(placed([99, 98], lines)).toEqual([100, 90]));
  it('are squeezed where there is no room', () => expect(placed([0, 0, 0], {...lines, to: 10})).toEqual([0, 5, 10]));
  it('may be none or one', () => {
    expect(placed([], lines)).toEqual([]);
    expect(placed([120], lines)).toEqual([100]);
  });
});

interface Curve {
  points: Point[];
  times: Time[];
  summary: Summary;
}

const parts = (...curves: Curve[]): CurveParts => ({
  points: curves.flatMap((one) => one.points),
  times: curves.flatMap((one) => one.times),
  summaries: curves.map((one) => one.summary)
});

/** A curve that falls by the same factor every ten days, while a tenth are last seen. */
function curve(place: number, group_name: string | null, waits: number, factor: number): Curve {
  const named = {place, group_name};
  const points = Array.from({length: 6}, (_, step): Point => {
    const at_risk = Math.max(1, Math.round(waits * 0.8 ** step));
    const survival = factor ** (step + 1);
    return {
      ...named,
      from_day: 10 * step + 10,
      duration: 10 * step + 10,
      at_risk,
      at_risk_last: at_risk,
      events: step === 4 ? 0 : 2,
      censored: step % 2,
      survival,
      low: Math.max(0, survival - 0.1),
      high: Math.min(1, survival + 0.1)
    };
  });
  const times = [0, 10, 20, 30, 40, 50, 60].map((duration, step): Time => {
    const survival = factor ** step;
    const at_risk = Math.max(1, Math.round(waits * 0.8 ** Math.max(0, step - 1)));
    return {...named, duration, at_risk, waiting: at_risk, survival, low: survival, high: survival, chance: null};
  });
  const unknown = {
    lower_low: null,
    lower_high: null,
    median_low: null,
    median_high: null,
    upper_low: null,
    upper_high: null
  };
  const summary: Summary = {
    ...named,
    ...unknown,
    groups: group_name === null ? 4 : 1,
    waits,
    events: 10,
    censored: 3,
    longest: 60,
    last_survival: factor ** 6,
    lower: 10,
    median: 20,
    upper: 40,
    naive: 15,
    horizon: 60,
    mean: 30,
    mean_error: 2
  };
  return {points, times, summary};
}
