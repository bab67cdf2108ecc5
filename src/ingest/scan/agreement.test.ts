import {expect, it} from 'vitest';
import {literal} from '../../engine/sql';
import {testEngine} from '../../../test/engine';
import {daySql, numberSql} from '../values/cast';
import {inspect} from '../look/inspect';

/** Columns as people write them, and what must come of them: a first look and the import have to agree on each text. */
const numbers: [values: string[], read: string[]][] = [
  [
    ['1.234,56', '-2,00', '1.000.000,00', '3'],
    ['1234.5600', '-2.0000', '1000000.0000', '3.0000']
  ],
  [
    ['1,234.56', '(2.00)', '1,000,000.00-', '.5'],
    ['1234.5600', '-2.0000', '-1000000.0000', '0.5000']
  ],
  [
    ['1\u00a0234,56 kr', '-2,00 kr', '0,5 kr'],
    ['1234.5600', '-2.0000', '0.5000']
  ],
  [
    ['1\u202f234,56\u00a0€', '-2,00 €', '−3,00 €'],
    ['1234.5600', '-2.0000', '-3.0000']
  ],
  [
    ['CHF 1’234.56', 'CHF -2.00', 'CHF 1’000’000.00'],
    ['1234.5600', '-2.0000', '1000000.0000']
  ],
  [
    ['$1,183.23', '-$5.00', '($7.10)', '$1,000'],
    ['1183.2300', '-5.0000', '-7.1000', '1000.0000']
  ],
  [
    ['1.234,56- EUR', '19,50 EUR', '(12,30)'],
    ['-1234.5600', '19.5000', '-12.3000']
  ],
  [
    ['1 234,56 руб.', '2,00 руб.'],
    ['1234.5600', '2.0000']
  ],
  [
    ['1234,56 zł', '-7,00 zł'],
    ['1234.5600', '-7.0000']
  ],
  [
    ['1.950,-', '3,50'],
    ['1950.0000', '3.5000']
  ],
  [
    ['12,34,567.80', '1.00'],
    ['1234567.8000', '1.0000']
  ],
  [
    ['+5257,28', '-1,00'],
    ['5257.2800', '-1.0000']
  ],
  [
    ['£67.40', '"£1,183.23"'],
    ['67.4000', '1183.2300']
  ],
  [
    ['1.5E+3', '2.25'],
    ['1500.0000', '2.2500']
  ]
];

it.each(numbers)('%s', async (values, read) => {
  const format = await formatOf(values);
  const found = await Promise.all(values.map((value) => one(numberSql(literal(unquoted(value)), format))));
  expect(found).toEqual(read);
});

const days: [values: string[], read: string[]][] = [
  [
    ['31.12.2024', '1.1.2025'],
    ['2024-12-31', '2025-01-01']
  ],
  [
    ['12/31/2024', '1/2/2025'],
    ['2024-12-31', '2025-01-02']
  ],
  [
    ['2019.04.19.', '2019.12.01.'],
    ['2019-04-19', '2019-12-01']
  ],
  [
    ['1996-07-04 00:00:00.000', '1998-05-06 23:59:59.999'],
    ['1996-07-04', '1998-05-06']
  ],
  [
    ['2010-12-01 8:26', '2011-12-09 12:50'],
    ['2010-12-01', '2011-12-09']
  ],
  [
    ['2024-01-31T23:30:00Z', '2024-02-29T23:59:59.999Z'],
    ['2024-01-31', '2024-02-29']
  ],
  [
    ['2024-03-01T00:00:00+01:00', '2024-03-02T00:30:00+01:00'],
    ['2024-03-01', '2024-03-02']
  ],
  [
    ['2018-02-25 12:34:56 +0000', '2018-02-26 00:00:00 +0000'],
    ['2018-02-25', '2018-02-26']
  ],
  [
    ['19970101', '19980630'],
    ['1997-01-01', '1998-06-30']
  ],
  [
    ['20240101123000', '20240102000000'],
    ['2024-01-01', '2024-01-02']
  ],
  [
    ['22.02.18', '01.03.18'],
    ['2018-02-22', '2018-03-01']
  ],
  [
    ['12-Dec-2019', '01-jan-2020'],
    ['2019-12-12', '2020-01-01']
  ],
  [
    ['Dec 5, 2019', 'Jan 31, 2020'],
    ['2019-12-05', '2020-01-31']
  ],
  [
    ['3/1/2017 1:05 PM', '3/31/2017 11:05 AM'],
    ['2017-03-01', '2017-03-31']
  ],
  [
    ['2022-05-25 10.39.15', '2022-05-26 00.00.00'],
    ['2022-05-25', '2022-05-26']
  ],
  [
    ['2024-01-01', '2024-01-02 10:00', '2024-01-03 11:30'],
    ['2024-01-01', '2024-01-02', '2024-01-03']
  ]
];

it.each(days)('%s', async (values, read) => {
  const format = await formatOf(values);
  const found = await Promise.all(values.map((value) => one(daySql(literal(value), format))));
  expect(found).toEqual(read);
});

async function formatOf(values: string[]): Promise<object> {
  const text = `key;value\n${values.map((value, index) => `k${index};${value}\n`).join('')}`;
  const {columns} = await inspect(
    {id: 'f1', name: 'mine.csv', blob: new Blob([text])},
    {dialect: {delimiter: ';'}, region: {header: 1}}
  );
  return columns[1]?.format ?? {};
}

async function one(sql: string): Promise<string | null> {
  const engine = await testEngine();
  const [row] = (await engine.query(`select (${sql})::varchar as value`)).objects<{value: string | null}>();
  return row?.value ?? null;
}

const unquoted = (value: string): string => value.replaceAll('"', '');
