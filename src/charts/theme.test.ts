import {expect, it} from 'vitest';
import {frame, monthOrYearTick, monthTick, moneyTick, shareTick, ticks, utc} from './theme';

it('keeps a chart readable at any width', () => {
  expect(frame(1100)).toMatchObject({width: 1100, height: 440, marginLeft: 48, marginRight: 16});
  expect(frame(320)).toMatchObject({width: 320, height: 260});
  expect(frame(320, {left: 180, right: 120})).toMatchObject({marginLeft: 108, marginRight: 108});
  expect(frame(800, {height: 120})).toMatchObject({height: 120});
});

it('has at least two ticks', () => {
  expect(ticks(900)).toBe(10);
  expect(ticks(100)).toBe(2);
});

it('words ticks by the language', () => {
  expect(moneyTick(8_911_407.9)).toMatch(/^8\.9M$/i);
  expect(shareTick(0.2)).toBe('20%');
  expect(monthTick('2010-12-01')).toBe('Dec 2010');
  expect(monthTick(utc('2010-12-01'))).toBe('Dec 2010');
});

it('names the year where one begins, and else the month', () => {
  expect(['2010-12-01', '2011-01-01', '2011-02-01'].map(monthOrYearTick)).toEqual(['Dec', '2011', 'Feb']);
  expect(monthOrYearTick(utc('2011-01-01'))).toBe('2011');
});
