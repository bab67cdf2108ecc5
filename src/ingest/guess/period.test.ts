import {expect, it} from 'vitest';
import {periodIn} from './period';

it.each([
  ['sales_fact_dec_1998.json', '1998-12-01', '1998-12-31'],
  ['umsatz-2024-03.csv.gz', '2024-03-01', '2024-03-31'],
  ['Umsatz März 2023.xlsx', '2023-03-01', '2023-03-31'],
  ['book.xlsx › février 2024', '2024-02-01', '2024-02-29'],
  ['продажи_май_2022.csv', '2022-05-01', '2022-05-31'],
  ['202402 orders.csv', '2024-02-01', '2024-02-29'],
  ['orders 02-2023.csv', '2023-02-01', '2023-02-28'],
  ['Export_20240229.csv', '2024-02-29', '2024-02-29'],
  ['bank 31.12.2023.csv', '2023-12-31', '2023-12-31'],
  ['2024-01-15 orders.csv', '2024-01-15', '2024-01-15'],
  ['Q1 2024.xlsx', '2024-01-01', '2024-03-31'],
  ['sales2024Q3.csv', '2024-07-01', '2024-09-30'],
  ['H2-2023.csv', '2023-07-01', '2023-12-31'],
  ['customers 2021.csv', '2021-01-01', '2021-12-31']
])('%s', (name, from, to) => {
  expect(periodIn(name)).toEqual({from, to});
});

it.each([
  'orders.csv',
  'sales 2022-2023.csv',
  '20241301.csv',
  'jan-feb 2024 feb 2023.csv',
  'CDNOW_master.txt',
  'route 66.csv',
  'v3.csv'
])('no one period: %s', (name) => {
  expect(periodIn(name)).toBeNull();
});
