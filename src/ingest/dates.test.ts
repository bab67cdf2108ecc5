import {DuckDBInstance} from '@duckdb/node-api';
import {expect, it} from 'vitest';
import {readDates} from './column-dates';
import {readDate} from './dates';

const columns: [values: string[], format: string | undefined, order?: {deciding: number; of: number}][] = [
  [['2024-01-31', '2024-12-01'], '%Y-%m-%d'],
  [['2024/1/31', '2024/12/1'], '%Y/%m/%d'],
  [['2019.04.19.', '2019.12.01.'], '%Y.%m.%d.'],
  [['1996-07-04 00:00:00.000'], '%Y-%m-%d %H:%M:%S.%f'],
  [['2010-12-01 8:26', '2010-12-01 13:24'], '%Y-%m-%d %H:%M'],
  [['2024-02-29T23:59:59.999Z', '2024-02-01T00:30:00.5Z'], '%Y-%m-%dT%H:%M:%S.%fZ'],
  [['2024-03-01T00:00:00+01:00'], '%Y-%m-%dT%H:%M:%S%z'],
  [['2018-02-25 12:34:56 +0000'], '%Y-%m-%d %H:%M:%S %z'],
  [['2022-05-25 10.39.15'], '%Y-%m-%d %H.%M.%S'],
  [['19970101', '19981231'], '%Y%m%d'],
  [['20240101123000'], '%Y%m%d%H%M%S'],
  [['31.12.2024', '01.01.2025', '1.2.2025'], '%d.%m.%Y', {deciding: 1, of: 3}],
  [['01/02/2024', '03/04/2024'], '%d/%m/%Y', {deciding: 0, of: 2}],
  [['10/20/2016', '3/1/2017'], '%m/%d/%Y', {deciding: 1, of: 2}],
  [['3/1/2017 1:05 PM', '3/31/2017 11:05 AM'], '%m/%d/%Y %I:%M %p', {deciding: 1, of: 2}],
  [['22.02.18', '01.03.18'], '%d.%m.%y', {deciding: 1, of: 2}],
  [['96-07-04', '12-07-31'], '%y-%m-%d', {deciding: 1, of: 2}],
  [['12-Dec-2019', '01-jan-2020'], '%d-%b-%Y'],
  [['12 December 2019'], '%d %B %Y'],
  [['Dec 5, 2019'], '%b %d, %Y'],
  [['27 Feb 18'], '%d %b %y']
];

it.each(columns)('%s are read with %s', (values, format, order) => {
  const reading = readDates(shapes(values), false);
  expect(reading.format).toBe(format);
  expect(reading.order).toEqual(order);
});

it('finds formats that DuckDB reads', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [values, format] of columns) {
    for (const value of values) {
      const read = await connection.runAndReadAll('select try_strptime($1, $2) is not null', [value, format ?? '']);
      expect([value, format, read.getRows()[0]?.[0]]).toEqual([value, format, true]);
    }
  }
});

it('takes month first where other columns are American and no date decides', () => {
  expect(readDates(shapes(['01/02/2024']), true)).toEqual({format: '%m/%d/%Y', order: {deciding: 0, of: 1}});
  expect(readDates(shapes(['13/02/2024']), true)).toEqual({format: '%d/%m/%Y', order: {deciding: 1, of: 1}});
  expect(readDates(shapes(['01.02.2024']), true).format).toBe('%d.%m.%Y');
});

it.each([
  ['12. März 2024', 'de'],
  ['3 janvier 2024', 'fr'],
  ['12 maj 2024', 'sv'],
  ['12 января 2024', 'ru'],
  ['5 de marzo de 2024', 'es'],
  ['5 kwietnia 2024', 'pl'],
  ['12 giugno 2024', 'it']
])('%s is a date in words that can not be read yet', (text, language) => {
  expect(readDates(shapes([text]), false)).toEqual({months: language});
});

it.each(
  [
    ['0000-00-00', '2024-13-01', '2024-02-30', '32/01/2024', '13/13/2024', '30.02.2024', '18.09', '12:30', '1234567'],
    [
      '20241301',
      '18500101',
      '030-0074321',
      '1-2-3',
      'May',
      'Room 12 2024',
      '2024-01-01 25:00',
      '2024-01-01 x',
      '10 Feb'
    ],
    ['192.168.10.1', '1.234.567', '99991231', '12 Apples 2024', '']
  ].flat()
)('“%s” is no date', (text) => {
  expect(readDate(text)).toBeNull();
});

it('gives up on 200 kB at once', () => {
  const start = performance.now();
  for (const text of ['1'.repeat(200_000), '1/'.repeat(100_000), ' '.repeat(200_000)])
    expect(readDate(text)).toBeNull();
  expect(performance.now() - start).toBeLessThan(20);
});

function shapes(values: string[]): NonNullable<ReturnType<typeof readDate>>[] {
  return values.map((value) => {
    const shape = readDate(value);
    if (!shape) throw new Error(`not a date: ${value}`);
    return shape;
  });
}
