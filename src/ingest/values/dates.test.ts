import {DuckDBInstance} from '@duckdb/node-api';
import {expect, it} from 'vitest';
import {readDates} from '../look/column-dates';
import {testEngine} from '../../../test/engine';
import {literal} from '../../engine/sql';
import {daySql} from './cast-dates';
import {readDate, readMonth} from './dates';

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
  expect(reading.date).toBe(format);
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
  expect(readDates(shapes(['01/02/2024']), true)).toMatchObject({date: '%m/%d/%Y', order: {deciding: 0, of: 1}});
  expect(readDates(shapes(['13/02/2024']), true)).toMatchObject({date: '%d/%m/%Y', order: {deciding: 1, of: 1}});
  expect(readDates(shapes(['01.02.2024']), true).date).toBe('%d.%m.%Y');
});

it.each([
  ['12. März 2024', '%d %B %Y', '2024-03-12'],
  ['3 janvier 2024', '%d %B %Y', '2024-01-03'],
  ['1er août 2024', '%d %B %Y', '2024-08-01'],
  ['12 févr. 2021', '%d %B %Y', '2021-02-12'],
  ['3. maj 2021', '%d %B %Y', '2021-05-03'],
  ['12 januari 2024', '%d %B %Y', '2024-01-12'],
  ['5 мая 2023 г.', '%d %B %Y', '2023-05-05'],
  ['12 сентября 2024 года', '%d %B %Y', '2024-09-12'],
  ['12 de março de 2022', '%d %B %Y', '2022-03-12'],
  ['5 de marzo de 2024', '%d %B %Y', '2024-03-05'],
  ['5 kwietnia 2024', '%d %B %Y', '2024-04-05'],
  ['12 paź 2024', '%d %B %Y', '2024-10-12'],
  ['12 giugno 2024', '%d %B %Y', '2024-06-12'],
  ['12 mrt 2020', '%d %B %Y', '2020-03-12'],
  ['3. avg. 2021', '%d %B %Y', '2021-08-03'],
  ['Mon, 3 Feb 2020', '%d %B %Y', '2020-02-03'],
  ['Montag, 3. Februar 2020', '%d %B %Y', '2020-02-03'],
  ['segunda-feira, 3 de fevereiro de 2020', '%d %B %Y', '2020-02-03'],
  ['пн, 3 фев. 2020', '%d %B %Y', '2020-02-03'],
  ['Mon, 03 Feb 2020 10:00:00 +0000', '%d %B %Y %H:%M', '2020-02-03'],
  ['Mon Feb 03 2020 10:00:00 GMT+0100 (CET)', '%B %d %Y %H:%M', '2020-02-03'],
  ['Mon Feb  3 10:00:00 2020', '%B %d %Y %H:%M', '2020-02-03'],
  ['Mo. 03.02.2020', '%a %1.%2.%Y', '2020-02-03'],
  ['February 3rd, 2020', '%B %d %Y', '2020-02-03'],
  ['Sept. 3, 2020', '%B %d %Y', '2020-09-03'],
  ['3rd of February 2020', '%d %B %Y', '2020-02-03'],
  ['12-Mrz-19', '%d %B %y', '2019-03-12'],
  ['12MAY2024', '%d %B %Y', '2024-05-12'],
  ['2024-Dez-31', '%Y %B %d', '2024-12-31'],
  ['3 February 2020 at 10:05 a.m.', '%d %B %Y %H:%M', '2020-02-03'],
  ['3. Februar 2020 um 10:05 Uhr', '%d %B %Y %H:%M', '2020-02-03'],
  ['2024-01-31 10:05 CET', '%Y-%m-%d %H:%M', '2024-01-31'],
  ['03/02/2020 10h05', '%1/%2/%Y %H:%M', '2020-02-03'],
  ['2024-03', '%Y-%m', '2024-03-01'],
  ['3/2024', '%m/%Y', '2024-03-01'],
  ['März 2024', '%B %Y', '2024-03-01'],
  ['marzo de 2024', '%B %Y', '2024-03-01']
])('%s is written %s', async (text, template, day) => {
  const shape = readDate(text) ?? readMonth(text);
  expect(shape?.template).toBe(template);
  const {date = ''} = readDates(shape ? [shape] : [], false);
  const rows = await (await testEngine()).query(`select (${daySql(literal(text), {date})})::varchar`);
  expect(rows.text(0, 0)).toBe(day);
});

it('knows the months of every language by the same words as SQL', async () => {
  const engine = await testEngine();
  const locales = ['en', 'de', 'fr', 'sv', 'sl', 'ru', 'es', 'pt', 'it', 'nl', 'pl'];
  const texts: {day: string; text: string}[] = locales.flatMap((locale) =>
    (['short', 'long'] as const).flatMap((month) =>
      days.map((day) => ({
        day,
        text: new Intl.DateTimeFormat(locale, {day: 'numeric', month, year: 'numeric', timeZone: 'UTC'}).format(
          new Date(day)
        )
      }))
    )
  );
  const ways = new Map<string, typeof texts>();
  for (const one of texts) {
    const {date = ''} = readDates(shapes([one.text]), false);
    ways.set(date, [...(ways.get(date) ?? []), one]);
  }
  for (const [date, own] of ways) {
    const rows = own.map(({day, text}) => `(${literal(text)}, ${literal(day)})`).join(', ');
    const wrong = await engine.query(
      `select text, day from (values ${rows}) t(text, day) where (${daySql('text', {date})})::varchar is distinct from day`
    );
    expect(wrong.objects()).toEqual([]);
  }
});

const days = Array.from(
  {length: 12},
  (_, month) => `2023-${String(month + 1).padStart(2, '0')}-${String(month * 2 + 3).padStart(2, '0')}`
);

it('reads several ways of writing dates in one column, most frequent first', () => {
  const {date, dates, order, ways} = readDates(
    shapes(['2024-01-31', '2024-02-01 10:00', '2024-02-02', '31.12.2024', '1.2.2024', '12/31/2024', '3 mars 2024']),
    false
  );
  expect([date, dates]).toEqual(['%Y-%m-%d', ['%d.%m.%Y', '%m/%d/%Y', '%d %B %Y']]);
  expect(order).toEqual({deciding: 2, of: 3});
  expect(ways.map(({rows}) => rows)).toEqual([3, 2, 1, 1]);
});

it('counts the dates that contradict the order', () => {
  expect(readDates(shapes(['31/12/2024', '30/12/2024', '12/31/2024']), false).order).toEqual({
    deciding: 2,
    of: 3,
    contrary: 1
  });
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
