import {expect, it} from 'vitest';
import {fullHeight, height, limit, reveal, tallest, toRows, toScroll, visible} from './scroll';

const short = {rows: 100, rowHeight: 30, view: 300};
const long = {rows: 1_000_000, rowHeight: 30, view: 600};

it('scrolls a short table pixel by pixel', () => {
  expect(height(short)).toBe(3000);
  expect(toRows(short, 1234)).toBe(1234);
  expect(toScroll(short, 1234)).toBe(1234);
});

it('keeps the scrolled element of a million rows below what browsers allow, and reaches both ends', () => {
  expect(fullHeight(long)).toBe(30_000_000);
  expect(height(long)).toBe(tallest);
  expect(toRows(long, 0)).toBe(0);
  expect(toRows(long, tallest - 600)).toBe(30_000_000 - 600);
  expect(toScroll(long, 30_000_000 - 600)).toBe(tallest - 600);
});

it('comes back to the same row from the scroll bar', () => {
  for (const row of [0, 1, 777, 499_999, 999_980]) {
    expect(toRows(long, toScroll(long, row * 30))).toBeCloseTo(row * 30, 5);
  }
});

it('stays within the rows', () => {
  expect(limit(short, -5)).toBe(0);
  expect(limit(short, 99_999)).toBe(2700);
  expect(limit({rows: 3, rowHeight: 30, view: 300}, 50)).toBe(0);
  expect(limit({rows: 0, rowHeight: 30, view: 300}, 50)).toBe(0);
});

it.each([
  {top: 0, start: 0, end: 18},
  {top: 299, start: 1, end: 28},
  {top: 2700, start: 82, end: 100}
])('renders the rows seen from $top and eight around', ({top, start, end}) => {
  expect(visible(short, top)).toEqual({start, end});
});

it('renders nothing of nothing', () => {
  expect(visible({rows: 0, rowHeight: 30, view: 300}, 0)).toEqual({start: 0, end: 0});
  expect(visible({rows: 5, rowHeight: 30, view: 300}, 900)).toEqual({start: 5, end: 5});
});

it('moves as little as it takes to show a row whole', () => {
  expect(reveal(short, 100, 5)).toBe(100);
  expect(reveal(short, 100, 3)).toBe(90);
  expect(reveal(short, 100, 13)).toBe(120);
  expect(reveal(short, 0, 99)).toBe(2700);
});
