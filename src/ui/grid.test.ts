import {expect, it} from 'vitest';
import {between, nextSort, step} from './grid';

const size = {rows: 50, columns: 4, page: 10};

it.each([
  ['ArrowDown', {row: 3, column: 1}, {row: 4, column: 1}],
  ['ArrowUp', {row: 0, column: 1}, {row: -1, column: 1}],
  ['ArrowUp', {row: -1, column: 1}, {row: -1, column: 1}],
  ['ArrowDown', {row: 49, column: 1}, {row: 49, column: 1}],
  ['ArrowLeft', {row: 3, column: 0}, {row: 3, column: 0}],
  ['ArrowRight', {row: 3, column: 3}, {row: 3, column: 3}],
  ['PageDown', {row: 45, column: 2}, {row: 49, column: 2}],
  ['PageUp', {row: 5, column: 2}, {row: 0, column: 2}],
  ['Home', {row: 5, column: 2}, {row: 5, column: 0}],
  ['End', {row: 5, column: 2}, {row: 5, column: 3}]
])('%s leads from %o to %o', (key, from, to) => {
  expect(step(key, from, size)).toEqual(to);
});

it('goes to the corners with Ctrl', () => {
  expect(step('Home', {row: 5, column: 2}, size, true)).toEqual({row: 0, column: 0});
  expect(step('End', {row: 5, column: 2}, size, true)).toEqual({row: 49, column: 3});
  expect(step('ArrowDown', {row: 5, column: 2}, size, true)).toEqual({row: 49, column: 2});
});

it('leaves other keys alone, and has only its header where there are no rows', () => {
  expect(step('a', {row: 5, column: 2}, size)).toBeUndefined();
  expect(step('ArrowDown', {row: -1, column: 0}, {rows: 0, columns: 2, page: 1})).toEqual({row: -1, column: 0});
});

it('sorts numbers largest first and text smallest first, then the reverse, then not', () => {
  const numbers = [1, 2, 3].reduce(
    (sorts) => [...sorts, nextSort(sorts.at(-1) ?? null, 'net', true)],
    [nextSort(null, 'net', true)]
  );
  expect(numbers).toEqual([
    {column: 'net', descending: true},
    {column: 'net', descending: false},
    null,
    {column: 'net', descending: true}
  ]);
  expect(nextSort({column: 'net', descending: true}, 'name', false)).toEqual({column: 'name', descending: false});
});

it('marks the cells between two corners, whichever comes first', () => {
  expect(between({row: 5, column: 2}, {row: 3, column: 3})).toEqual({rows: [3, 4, 5], columns: [2, 3]});
});
