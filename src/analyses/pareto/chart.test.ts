import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {initialParams} from '../params';
import {chart} from './chart';
import {lorenz} from './lorenz';
import {params as specs} from './params';
import type {BarRow, ClassRow, TrendRow} from './rows';
import {trend} from './trend';

const params = initialParams(specs);
const currency = 'EUR';

const few: BarRow[] = [bar(1, 500, 0.5, 0.5, 'A'), bar(2, 400, 0.4, 0.9, 'A'), bar(3, 100, 0.1, 1, 'C')];
const classes: ClassRow[] = [
  {class: 'A', entities: 80, entities_share: 0.26, value: 800, share: 0.8, rank_from: 1, rank_to: 80},
  {class: 'B', entities: 70, entities_share: 0.23, value: 150, share: 0.15, rank_from: 81, rank_to: 150},
  {class: 'C', entities: 150, entities_share: 0.5, value: 50, share: 0.05, rank_from: 151, rank_to: 300}
];

describe('the ranked bars', () => {
  it('lie with names where there are few', async () => {
    const drawn = svg(chart(few, {params, classes: [], currency}, 640));
    await expect(drawn).toMatchFileSnapshot('few.svg');
  });

  it('stand in equal groups where there are many, with the limits of the classes', async () => {
    const drawn = svg(chart(many(), {params, classes, currency}, 640));
    await expect(drawn).toMatchFileSnapshot('many.svg');
  });

  it('go below zero where some lose money', async () => {
    const rows = [bar(1, 120, 1.2, 1.2, 'A'), bar(2, -20, -0.2, 1, 'C')];
    await expect(svg(chart(rows, {params, classes: [], currency}, 640))).toMatchFileSnapshot('losses.svg');
  });

  it('show amounts where there are no shares', () => {
    const rows = [bar(1, 10, null, null, null), bar(2, -30, null, null, null)];
    const drawn = svg(chart(rows, {params, classes: [], currency}, 640));
    expect(drawn).toContain('Net sales (EUR)');
    expect(drawn).not.toContain('adding up');
    expect(drawn).not.toContain('NaN');
  });

  it('are an empty frame where there are none', () => {
    const drawn = svg(chart([], {params, classes: [], currency: null}, 640));
    expect(drawn).not.toContain('NaN');
    expect(drawn).not.toContain('<rect');
  });
});

describe('the Lorenz curve', () => {
  it('hangs below the line of equals', async () => {
    const rows = [
      {entities_share: 0, share: 0},
      {entities_share: 0.5, share: 0.1},
      {entities_share: 1, share: 1}
    ];
    await expect(svg(lorenz(rows, {params, gini: 0.4}, 400))).toMatchFileSnapshot('lorenz.svg');
  });
});

describe('the trend', () => {
  it('hatches what the data covers only in part', async () => {
    const rows = [period('2023-10-01', 0.6, true), period('2024-01-01', 0.7, true), period('2024-04-01', 0.9, false)];
    await expect(svg(trend(rows, params, 640))).toMatchFileSnapshot('trend.svg');
  });

  it('draws nothing for a period without shares', () => {
    expect(svg(trend([period('2024-01-01', null, true)], params, 640))).not.toContain('NaN');
  });
});

function bar(
  rank: number,
  value: number,
  share: number | null,
  cumulative_share: number | null,
  name: BarRow['class']
): BarRow {
  return {
    bar: rank,
    rank_from: rank,
    rank_to: rank,
    id: `c${rank}`,
    name: null,
    value,
    share,
    cumulative_share,
    class: name
  };
}

function many(): BarRow[] {
  const shares = Array.from({length: 100}, (_, place) => 0.94 ** place);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let cumulative = 0;
  return shares.map((value, place) => {
    cumulative += value / total;
    return {
      ...bar(place + 1, 1000 * value, value / total, cumulative, place < 27 ? 'A' : place < 50 ? 'B' : 'C'),
      rank_from: place * 3 + 1,
      rank_to: place * 3 + 3
    };
  });
}

function period(day: string, top_20_share: number | null, complete: boolean): TrendRow {
  return {
    period: day,
    period_end: day,
    entities: 100,
    value: 1000,
    top_20: 20,
    top_20_share,
    largest_share: 0.1,
    gini: 0.5,
    complete
  };
}
