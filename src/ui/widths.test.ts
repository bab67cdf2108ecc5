import {expect, it} from 'vitest';
import type {TableColumn} from './cell';
import {grown, widths} from './widths';

const columns: TableColumn[] = [
  {name: 'name', label: 'Name', unit: 'text', align: 'start'},
  {name: 'net', label: 'Net', unit: 'money', align: 'end'}
];

it('grows with the longest text as it is shown, and never shrinks', () => {
  const first = grown(new Map(), columns, [{name: 'Ada', net: '1234567.5'}]);
  expect(Object.fromEntries(first)).toEqual({name: 3, net: '1,234,567.50'.length});
  const second = grown(first, columns, [{name: 'Bo and Sons', net: 1}]);
  expect(Object.fromEntries(second)).toEqual({name: 11, net: 12});
  expect(grown(second, columns, [{name: 'x', net: null}])).toBe(second);
});

it('gives numbers all they need and shortens long text', () => {
  const {template} = widths(
    columns,
    new Map([
      ['name', 90],
      ['net', 12]
    ])
  );
  expect(template).toBe(
    'minmax(min(calc(32ch + 1.25rem), var(--first)), min(calc(64ch + 1.25rem), var(--first))) ' +
      'minmax(calc(12ch + 1.25rem), calc(12ch + 1.25rem))'
  );
});
