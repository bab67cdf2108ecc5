import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {phases, type Phase} from '../../models/relationship/states';
import {calibration} from './calibration';
import {chart} from './chart';
import type {CellRow, PhaseRow} from './parts';

const row = (phase: Phase, customers: number | null, sales: number): PhaseRow => ({
  phase,
  place: phases.indexOf(phase) + 1,
  observable: customers !== null,
  customers,
  customers_share: customers === null ? null : customers / 100,
  net_sales: customers === null ? null : sales,
  sales_share: customers === null ? null : sales / 1000,
  per_customer: customers === null ? null : sales / customers,
  profit: null,
  median_recency: 10,
  median_tenure: 200,
  slipping: 0,
  slipping_sales: 0,
  value_at_stake: null
});

const rows = [
  row('awareness', null, 0),
  row('exploration', 30, 100),
  row('expansion', 10, 200),
  row('commitment', 15, 500),
  row('plateau', 10, 80),
  row('decline', 15, 100),
  row('dissolution', 20, 20)
];

const cell = (times_from: number, silent_from: number, hit_rate: number): CellRow => ({
  times_from,
  times_to: times_from === 5 ? null : times_from,
  silent_from,
  silent_to: silent_from === 366 ? null : silent_from + 29,
  customers: 10,
  again: 10 * hit_rate,
  hit_rate,
  low: hit_rate / 2,
  high: (1 + hit_rate) / 2
});

describe('the phases', () => {
  it('lie with their share of customers and of net sales', async () => {
    await expect(svg(chart(rows, 900))).toMatchFileSnapshot('phases.svg');
  });

  it('have shares alone where there is little room', async () => {
    await expect(svg(chart(rows, 360))).toMatchFileSnapshot('phases-narrow.svg');
  });

  it('show no share of sales where these aren’t above 0', () => {
    const none = rows.map((one) => ({...one, sales_share: null}));
    expect(svg(chart(none, 900))).not.toContain('Share of net sales');
  });
});

describe('the cells', () => {
  it('are the deeper the more have bought again', async () => {
    const cells = [cell(1, 0, 0.5), cell(1, 366, 0.1), cell(5, 0, 0.9), cell(5, 31, 0.7)];
    await expect(svg(calibration(cells, 560))).toMatchFileSnapshot('cells.svg');
  });

  it('are an empty frame without rows', () => {
    expect(svg(calibration([], 320))).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg(chart([], 320))).not.toMatch(/NaN|undefined|Infinity/);
  });
});
