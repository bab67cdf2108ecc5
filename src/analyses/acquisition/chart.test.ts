import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {curve} from './curve';
import {funnel} from './funnel';
import {groups} from './groups';
import {months} from './months';
import type {CurveRow, GroupRow, MonthRow, StepRow, Summary} from './parts';

const days = {timed: 9, median_days: 4, p75_days: 6, step_timed: 9, step_median_days: 4};
const steps: StepRow[] = [
  {
    ...days,
    place: 0,
    step: 'start',
    stage: 'New',
    people: 1200,
    step_share: null,
    start_share: null,
    lost: 100,
    open: 200,
    median_days: 0
  },
  {
    ...days,
    place: 1,
    step: 'stage',
    stage: 'Contacted',
    people: 900,
    step_share: 0.75,
    start_share: 0.75,
    lost: 300,
    open: 100
  },
  {
    ...days,
    place: 2,
    step: 'stage',
    stage: 'Offer',
    people: 500,
    step_share: 5 / 9,
    start_share: 5 / 12,
    lost: 100,
    open: 0
  },
  {...days, place: 3, step: 'won', stage: null, people: 400, step_share: 0.8, start_share: 1 / 3, lost: 0, open: 0}
];

describe('the funnel', () => {
  it('shows who is lost as clearly as who goes on', async () => {
    await expect(svg(funnel(steps, 900))).toMatchFileSnapshot('funnel.svg');
  });

  it('says less where it is narrow', () => {
    const drawn = svg(funnel(steps, 350));
    expect(drawn).toContain('400 · 33.3% · 4 days');
    expect(drawn).not.toContain('of the step before · ');
  });

  it('can be empty', () => {
    expect(svg(funnel([], 600))).not.toMatch(/NaN|undefined/);
  });
});

const group = (lead_group: string, leads: number, won: number): GroupRow => ({
  ...{lead_group, leads, won, lost: 1, open: leads - won - 1, share: won / leads, low: 0.8 * (won / leads)},
  ...{
    high: 1.1 * (won / leads),
    decided_share: 0.5,
    ripe: leads,
    ripe_share: won / leads,
    median_days: 3,
    cost: null,
    costs: 0
  }
});

it('groups stand from the highest share to the lowest, the twelve largest', async () => {
  const rows = [
    group('fair', 40, 20),
    group('web', 30, 25),
    ...Array.from({length: 12}, (_, n) => group(`g${n}`, 9, 2))
  ];
  const drawn = svg(groups(rows.slice(0, 3), {share: 0.6} as Summary, 800));
  await expect(drawn).toMatchFileSnapshot('groups.svg');
  expect(svg(groups(rows, undefined, 360))).not.toContain('g10');
});

it('the curve ends soon after nearly all are won', async () => {
  const row = (lead_group: string | null, duration: number, won_share: number): CurveRow => ({
    ...{lead_group, duration, won_share, at_risk: 100 - duration, low: won_share * 0.9, high: won_share * 1.1}
  });
  const rows = [
    row(null, 5, 0.1),
    row(null, 20, 0.2),
    row(null, 900, 0.2),
    row('fair', 10, 0.19),
    row('fair', 800, 0.19)
  ];
  const drawn = svg(curve(rows, 560));
  expect(drawn).not.toContain('>900<');
  await expect(drawn).toMatchFileSnapshot('curve.svg');
});

it('months that aren’t over are hatched, and those without leads stay empty', async () => {
  const row = (month: string, share: number, over: boolean): MonthRow => ({
    ...{month, leads: 10, won: 10 * share, lost: 1, open: 2, share, over}
  });
  const drawn = svg(months([row('2023-12-01', 0.2, true), row('2024-02-01', 0.5, false)], 560));
  expect(drawn.match(/url\(#in-progress\)/g)).toHaveLength(1);
  await expect(drawn).toMatchFileSnapshot('months.svg');
});
