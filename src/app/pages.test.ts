import {expect, it} from 'vitest';
import type {TableColumn} from '../ui/cell';
import {pagesOf} from './pages';

const columns: TableColumn[] = [
  {name: 'id', label: 'Id', unit: 'text', align: 'start'},
  {name: 'sales', label: 'Sales', unit: 'money', align: 'end'}
];
const rows = [
  {id: 'K10', sales: 5},
  {id: 'K9', sales: null},
  {id: 'Åsa', sales: '12345678901234567.25'},
  {id: null, sales: -1}
];
const source = pagesOf(rows, columns);
const ids = async (...asked: Parameters<typeof source>) => (await source(...asked)).rows.map(({id}) => id);

it('keeps the order given, a page at a time', async () => {
  expect(await ids(1, 2, null, '')).toEqual(['K9', 'Åsa']);
});

it('sorts numbers by size and ids as people count, with nothing last both ways', async () => {
  expect(await ids(0, 9, {column: 'sales', descending: true}, '')).toEqual(['Åsa', 'K10', null, 'K9']);
  expect(await ids(0, 9, {column: 'sales', descending: false}, '')).toEqual([null, 'K10', 'Åsa', 'K9']);
  expect(await ids(0, 9, {column: 'id', descending: false}, '')).toEqual(['Åsa', 'K9', 'K10', null]);
});

it('finds text whatever its case, and counts what it found', async () => {
  expect(await source(0, 1, null, 'k')).toEqual({rows: [rows[0]], count: 2});
});
