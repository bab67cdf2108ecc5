import {expect, it} from 'vitest';
import {nothingLoaded} from '../loaded';
import {monthEnds, monthsApart} from './moments';

const window = {as_of: '2024-12-31', from: '2022-01-01', to: '2024-12-31'};
const of = (customers: number) => monthsApart({...nothingLoaded, customers}, window);

it('looks at every month, and at fewer moments where customers times months are very many', () => {
  expect([1, 100_000, 300_000, 500_000, 2_000_000].map(of)).toEqual([1, 1, 3, 6, 12]);
  expect(monthsApart({...nothingLoaded, customers: 1e9}, {as_of: null, from: null, to: null})).toBe(1);
});

it('keeps the ends of quarters, and the last day', () => {
  expect(monthEnds(1)).not.toContain('where');
  expect(monthEnds(3)).toContain('where month(month) % 3 = 0 or last_day(month::date) >= $to_day::date');
});
