import {expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {chart} from './chart';
import type {MonthRow} from './parts';

it('draws returning customers below, new ones above, and hatches a month that is not over', async () => {
  const rows = [month('2024-01-01', 100, 0), month('2024-02-01', 50, 80), month('2024-03-01', 10, 30, false)];
  await expect(svg(chart(rows, 'EUR', 640))).toMatchFileSnapshot('chart.svg');
});

it('goes below zero where returns outweigh sales', () => {
  const drawn = svg(chart([month('2024-01-01', 0, -20)], null, 640));
  expect(drawn).not.toContain('NaN');
  expect(drawn).toContain('>−20<');
});

it('is an empty frame without months', () => {
  const drawn = svg(chart([], null, 640));
  expect(drawn).not.toContain('NaN');
  expect(drawn).not.toContain('<rect x');
});

it('names fewer months where there is less room', () => {
  const rows = Array.from({length: 48}, (_, place) => month(`${2020 + Math.floor(place / 12)}-${two(place)}-01`, 1, 1));
  const labels = (width: number): number => svg(chart(rows, null, width)).split('axis tick label').length;
  expect(svg(chart(rows, null, 360))).toContain('>2021<');
  expect(labels(360)).toBe(labels(1100));
});

const two = (place: number): string => String((place % 12) + 1).padStart(2, '0');

function month(day: string, new_sales: number, returning_sales: number, complete = true): MonthRow {
  const net_sales = new_sales + returning_sales;
  return {month: day, net_sales, new_sales, returning_sales, orders: 3, customers: 2, new_customers: 1, complete};
}
