import {expect, it} from 'vitest';
import type {FileReceipt, Receipt} from '../../ingest/types';
import {accountOf, reasonsOf, receiptCsv, receiptJson, setAsideCsv} from './account';

it('accounts for every record and every cent of a file', () => {
  const lines = accountOf(file());
  expect(lines).toEqual([
    {place: 'used', rows: 90, amount: '1000.1000'},
    {place: 'set_aside', rows: 4, amount: '-0.1000'},
    {place: 'header', rows: 1, amount: null},
    {place: 'preamble', rows: 2, amount: null},
    {place: 'blank', rows: 3, amount: null}
  ]);
  expect(lines.reduce((sum, {rows}) => sum + rows, 0)).toBe(file().records);
});

it('shows that nothing was set aside, and no amounts where the file has none', () => {
  const clean = {...file(), set_aside: 0, amount: null, preamble: 0, blank: 0};
  expect(accountOf(clean).map(({place, amount}) => [place, amount])).toEqual([
    ['used', null],
    ['set_aside', null],
    ['header', null]
  ]);
});

it('puts the most frequent reason first', () => {
  expect(reasonsOf(file())).toEqual([
    {reason: 'not a date', rows: 3, amount: null},
    {reason: 'no customer', rows: 1, amount: null}
  ]);
});

it('exports the account as a table', () => {
  expect(receiptCsv(receipt()).split('\r\n')).toEqual([
    '\uFEFFpart,name,item,rows,amount,note',
    'file,"a,b.csv",used,90,1000.1000,',
    'file,"a,b.csv",set_aside,4,-0.1000,',
    'file,"a,b.csv",header,1,,',
    'file,"a,b.csv",preamble,2,,',
    'file,"a,b.csv",blank,3,,',
    'file,"a,b.csv",records,100,1000.0000,',
    'file,"a,b.csv",of set_aside,3,,not a date',
    'file,"a,b.csv",of set_aside,1,,no customer',
    'kind,sale,,80,1100.0000,keep',
    'kind,return,,10,-99.9000,subtract',
    'kind,cancellation,,0,0,leave out',
    'kind,free,,0,0,leave out',
    'kind,anonymous,,0,0,leave out',
    ''
  ]);
});

it('exports set-aside rows without formulas that would run', () => {
  expect(setAsideCsv(receipt()).split('\r\n').slice(1, 3)).toEqual([
    '"a,b.csv",7,date,\'=1+1,not a date',
    '"a,b.csv",9,,-5.20,no customer'
  ]);
});

it('exports the receipt as it is', () => {
  expect(JSON.parse(receiptJson(receipt()))).toEqual(receipt());
});

function file(): FileReceipt {
  return {
    file: 'a,b.csv',
    table: 'purchase',
    encoding: 'utf-8',
    bytes: 4000,
    records: 100,
    preamble: 2,
    header: 1,
    comments: 0,
    blank: 3,
    footer: 0,
    used: 90,
    set_aside: 4,
    reasons: {'no customer': 1, 'not a date': 3},
    amount: {read: '1000.0000', used: '1000.1000', set_aside: '-0.1000'},
    assumptions: []
  };
}

function receipt(): Receipt {
  return {
    imported_at: '2026-01-02T03:04:05Z',
    files: [file()],
    kinds: {
      sale: {rows: 80, amount: '1100.0000', rule: 'keep'},
      return: {rows: 10, amount: '-99.9000', rule: 'subtract'},
      cancellation: {rows: 0, amount: '0', rule: 'leave out'},
      free: {rows: 0, amount: '0', rule: 'leave out'},
      anonymous: {rows: 0, amount: '0', rule: 'leave out'}
    },
    tables: {customer: {rows: 0}, purchase: {rows: 90}, interaction: {rows: 0}, partnership_cost: {rows: 0}},
    customers: 12,
    purchases: {rows: 90, amount: '1000.1000', from: '2024-01-01', to: '2024-12-31'},
    rules: {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'},
    set_aside: [
      {file: 'a,b.csv', line: 7, column: 'date', value: '=1+1', reason: 'not a date'},
      {file: 'a,b.csv', line: 9, column: null, value: '-5.20', reason: 'no customer'}
    ]
  };
}
