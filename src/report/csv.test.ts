import Papa from 'papaparse';
import {expect, it} from 'vitest';
import {csv} from './csv';

const columns = [
  {name: 'a', label: 'A'},
  {name: 'b', label: 'B, "b"'}
];

it('reads back as it was', () => {
  const rows = [
    {a: 'x\r\ny', b: 1.5},
    {a: ' padded ', b: null},
    {a: 'say "hi"', b: -3}
  ];
  const read = Papa.parse<string[]>(csv(columns, rows).slice(1), {skipEmptyLines: true}).data;
  expect(read).toEqual([
    ['A', 'B, "b"'],
    ['x\r\ny', '1.5'],
    [' padded ', ''],
    ['say "hi"', '-3']
  ]);
});

it.each([
  ['=1+1', "'=1+1"],
  ['@sum(a1)', "'@sum(a1)"],
  ['＝1', "'＝1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-12.50', '-12.50'],
  ['plain', 'plain']
])('makes %j harmless in a spreadsheet', (value, written) => {
  expect(csv([{name: 'a', label: 'A'}], [{a: value}])).toBe(`\uFEFFA\r\n${written}\r\n`);
  expect(csv([{name: 'a', label: 'A'}], [{a: value}], {neutralise: false})).toBe(`\uFEFFA\r\n${value}\r\n`);
});

it('leaves numbers alone', () => {
  expect(csv([{name: 'a', label: 'A'}], [{a: -5}])).toBe('\uFEFFA\r\n-5\r\n');
});
