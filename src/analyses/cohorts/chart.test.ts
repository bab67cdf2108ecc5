import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {initialParams} from '../params';
import {atAge} from './at-age';
import {curves} from './curves';
import {gridOf} from './grid';
import {heatMap} from './heat-map';
import {curveText} from './notes';
import {params as specs, type CohortParams} from './params';
import type {AverageRow, CellRow, State} from './parts';

const params: CohortParams = initialParams(specs);
const options = {params, currency: 'EUR', chosen: '2024-02-01', at: 1};

const cells = [
  cell(1, '2024-01-01', 0, 40, 40, 'complete'),
  cell(1, '2024-01-01', 1, 40, 10, 'complete'),
  cell(1, '2024-01-01', 2, 40, 8, 'complete'),
  cell(1, '2024-01-01', 3, 40, 3, 'in progress'),
  cell(2, '2024-02-01', 0, 60, 60, 'complete'),
  cell(2, '2024-02-01', 1, 60, 9, 'complete'),
  cell(2, '2024-02-01', 2, 60, 4, 'in progress'),
  cell(3, '2024-03-01', 0, 20, 20, 'complete'),
  cell(3, '2024-03-01', 1, 20, 0, 'in progress')
];
const averages = [average(0, 120, 120), average(1, 100, 19), average(2, 40, 8)];

describe('the matrix', () => {
  it('is saved with hatched cells for what is in progress and none for what is to come', async () => {
    await expect(svg(heatMap(cells, averages, params, 640))).toMatchFileSnapshot('matrix.svg');
  });

  it('has its scale from what is over, after age 0', () => {
    const grid = gridOf(cells, averages, params);
    expect(grid.top).toBe(0.25);
    expect(grid.rows.map(({cells: row}) => row.map(({heat}) => heat))).toEqual([
      [null, 9, 8, 3],
      [null, 6, 3],
      [null, 0]
    ]);
    expect(grid.rows[0]?.cells.map(({text}) => text)).toEqual(['100%', '25%', '20%', '7.5%']);
    expect(grid.averages.map(({text}) => text)).toEqual(['100%', '19%', '20%']);
  });

  it('tells of a cell what it is made of, and how sure it is', () => {
    expect(gridOf(cells, averages, params).rows[0]?.cells[1]?.tip).toBe(
      'Jan 2024, 1 month later\n1 Feb 2024 to 29 Feb 2024\n25% · 10 of 40 customers\n95% interval 14.2% to 40.2%'
    );
    expect(gridOf(cells, averages, params).rows[1]?.cells[2]?.tip).toContain('in progress: what there is so far');
  });
});

describe('the curves', () => {
  it('are grey, but for the average and the one chosen', async () => {
    await expect(svg(curves(cells, averages, options, 640))).toMatchFileSnapshot('curves.svg');
  });

  it('dash the average where few cohorts are left, and mark when a customer was paid back', async () => {
    const margin = [0, 10, 30].map((value, age) => ({
      ...average(age, 100 - 40 * age, 10),
      cohorts: age < 2 ? 3 : 2,
      cumulative_margin_per_customer: value
    }));
    const payback = {cost: 10, costs: 90, customers: 100, age: 1, seen: 2};
    const asked = {...options, params: {...params, figure: 'cumulative_margin'} as const, chosen: undefined, payback};
    await expect(svg(curves(cells, margin, asked, 640))).toMatchFileSnapshot('payback.svg');
  });

  it('have a colour and a name each where cohorts are the largest groups, dashed where few of them were seen', async () => {
    const groups = cells.map((one) => ({
      ...one,
      cohort: null,
      group_name: ['fair', 'web', ''][one.place - 1] ?? '',
      place: one.place === 3 ? 7 : one.place,
      eligible: one.place === 1 && one.age === 2 ? 9 : one.eligible
    }));
    const asked = {...options, params: {...params, split: 'segment'}, chosen: 'group web'};
    await expect(svg(curves(groups, averages, asked, 640))).toMatchFileSnapshot('group-curves.svg');
    const told = (place: number): string =>
      curveText(
        groups.filter((one) => one.place === place),
        averages,
        asked.params
      );
    expect([1, 2].map(told)).toEqual([
      'Dashed: fewer than 10 customers of a group have been seen that long, or less than 5% of it.',
      ''
    ]);
    const small = groups.flatMap((one) =>
      (one.place === 2 && one.age === 1 ? [20, 4] : []).map((eligible) => ({...one, place: 7, eligible}))
    );
    expect(curveText([...groups.slice(4, 6), ...small], averages, asked.params)).toBe(
      'Grey: smaller groups; the pointer tells which. Where fewer than 10 of a smaller group have been seen that long, no curve is drawn.'
    );
  });

  it('draw an empty frame of nothing', () => {
    expect(svg(curves([], [], {...options, chosen: undefined}, 320))).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('one age', () => {
  it('is a bar for each cohort that has begun it, with intervals', async () => {
    await expect(svg(atAge(cells, averages, options, 640))).toMatchFileSnapshot('age.svg');
  });

  it('is a point for each cohort on its interval where there is no room for bars', async () => {
    const many = Array.from({length: 20}, (_, place) => ({...cell(place + 1, '2024-01-01', 1, 40, 10, 'complete')}));
    const drawn = svg(atAge([...many, cell(21, '2024-02-01', 1, 60, 9, 'in progress')], averages, options, 320));
    await expect(drawn).toMatchFileSnapshot('dense.svg');
  });

  it('lies for groups, with their names', async () => {
    const groups = cells.map((one) => ({...one, cohort: null, group_name: ['fair', 'web', ''][one.place - 1] ?? ''}));
    const drawn = svg(atAge(groups, averages, {...options, params: {...params, split: 'segment'}}, 640));
    await expect(drawn).toMatchFileSnapshot('groups.svg');
  });
});

function cell(place: number, cohort: string, age: number, size: number, kept: number, state: State): CellRow {
  const over = state === 'complete' && age > 0;
  const month = Number(cohort.slice(5, 7)) + age;
  return {
    ...average(age, state === 'complete' ? size : 0, kept),
    place,
    cohort,
    group_name: null,
    state,
    period_from: new Date(Date.UTC(2024, month - 1, 1)).toISOString().slice(0, 10),
    period_to: new Date(Date.UTC(2024, month, 0)).toISOString().slice(0, 10),
    size,
    base: size,
    customers: kept,
    retained: kept / size,
    low: over ? 0.1419 : null,
    high: over ? 0.4019 : null,
    net_sales: kept * 10,
    orders: kept
  };
}

function average(age: number, eligible: number, kept: number): AverageRow {
  return {
    age,
    cohorts: 3,
    whole: 3,
    eligible,
    kept,
    kept_later: kept,
    retained: eligible > 0 ? kept / eligible : null,
    low: null,
    high: null,
    unbounded: eligible > 0 ? kept / eligible : null,
    base_sales: kept * 10,
    first_sales: eligible * 10,
    sales_retention: null,
    base_total: kept * 10,
    base_margin: null,
    cumulative_sales_per_customer: 12.5,
    cumulative_margin_per_customer: null,
    customers: kept / 3,
    net_sales: kept * 10,
    orders: kept / 3,
    average_order: 10
  };
}
