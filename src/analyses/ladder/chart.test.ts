import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {chart} from './chart';
import type {RungRow, WayRow} from './parts';

const row = (rung: string, place: number, customers: number | null, reached: number | null): RungRow => ({
  rung,
  place,
  observable: customers !== null,
  customers,
  share_of_all: customers === null ? null : customers / 200,
  reached,
  step_share: place === 1 || reached === null ? null : 0.5,
  start_share: reached === null ? null : reached / 180,
  frequency: customers === null ? null : 2,
  net_sales: customers === null ? null : 1000,
  sales_per_customer: customers === null ? null : 10,
  profit: null
});

const rows = [
  row('prospect', 1, 80, 180),
  row('customer', 2, 60, 100),
  row('client', 3, 40, 40),
  row('supporter', 4, null, null),
  row('advocate', 5, null, null),
  row('partner', 6, 0, 0),
  row('lapsed', 7, 20, null)
];
const ways: WayRow[] = [{rung: 'client', place: 3, since_rung: 'customer', customers: 50, median_days: 106}];

describe('the ladder', () => {
  it('has its highest rung on top, and what can’t be seen as hatched boxes', async () => {
    await expect(svg(chart(rows, ways, 1000))).toMatchFileSnapshot('wide.svg');
  });

  it('says its steps under the bars where it is narrow', async () => {
    await expect(svg(chart(rows, ways, 360))).toMatchFileSnapshot('narrow.svg');
  });

  it('is an empty frame without rows', () => {
    expect(svg(chart([], [], 640))).not.toMatch(/NaN|undefined|Infinity/);
  });
});
