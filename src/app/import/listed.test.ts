import {expect, it} from 'vitest';
import {sourceOf} from './listed';

const rows = [
  {line: 10, value: 'n/a', reason: 'not a date'},
  {line: 9, value: 'N/A', reason: 'not an amount'},
  {line: 100, value: '', reason: 'no customer'}
];

it('pages through the rows in their own order', async () => {
  const source = sourceOf(rows);
  expect(await source(1, 1, null, '')).toEqual({rows: [rows[1]], count: 3});
});

it('finds text in any field, whatever its case', async () => {
  expect(await sourceOf(rows)(0, 9, null, 'n/A')).toEqual({rows: rows.slice(0, 2), count: 2});
  expect((await sourceOf(rows)(0, 9, null, 'customer')).rows).toEqual([rows[2]]);
  expect((await sourceOf(rows)(0, 9, null, 'nowhere')).count).toBe(0);
});

it('sorts numbers as numbers', async () => {
  const {rows: sorted} = await sourceOf(rows)(0, 9, {column: 'line', descending: true}, '');
  expect(sorted.map((row) => row['line'])).toEqual([100, 10, 9]);
});
