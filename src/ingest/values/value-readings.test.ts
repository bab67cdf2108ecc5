import {describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {ingest} from '../../messages/ingest';
import {evidenceOf} from '../look/evidence';
import {guess} from '../guess/guess';
import {inspect} from '../look/inspect';
import {load, type Loaded} from '../load';
import type {ColumnProfile, Reasoned, Recipe} from '../types';

describe('one file with everything in it', () => {
  const text = [
    'Kunde;Datum;Betrag',
    'A;31.12.2023;1.234,56 €',
    'A;01.01.2024 10:30;(2,00)',
    'B;2024-02-29;3,00-',
    'B;3. März 2024;1.000.000,00',
    'K\u200b1;45657;7,50',
    'K1;0000-00-00;1,00',
    'k.A.;04.03.2024;2,00',
    'B;32.01.2024;4,00',
    'B;01.01.1900;5,00',
    'B;05.03.2024;brak',
    'B;06.03.24;6,00',
    ''
  ].join('\n');

  it('is read without a word from anyone', async () => {
    const {loaded, recipe} = await loaded1(text);
    expect(recipe.files[0]?.roles['purchased_on']?.format).toEqual({
      date: '%d.%m.%Y',
      dates: ['%Y-%m-%d', '%d %B %Y', '%d.%m.%y', '%excel']
    });
    expect(await facts('purchased_on::varchar, customer_id, amount::decimal(18, 2)::varchar', 'purchase')).toEqual([
      ['2023-12-31', 'A', '1234.56'],
      ['2024-01-01', 'A', '-2.00'],
      ['2024-02-29', 'B', '-3.00'],
      ['2024-03-03', 'B', '1000000.00'],
      ['2024-03-06', 'B', '6.00'],
      ['2024-12-31', 'K1', '7.50']
    ]);
    expect(loaded.receipt.files[0]).toMatchObject({
      ...{records: 12, header: 1, used: 6, set_aside: 5},
      reasons: {'no date': 1, 'no customer': 1, 'not a date': 1, 'date out of range': 1, 'no amount': 1}
    });
  });

  it('and the receipt says how, and of how many rows', async () => {
    const {loaded} = await loaded1(text);
    const told = (loaded.receipt.files[0]?.assumptions ?? []).map(({key, values}) => [key, values]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['assumed.order-ways', {column: 'Datum', order: 'day'}],
        ['assumed.excel', {column: 'Datum'}],
        ['assumed.way', {column: 'Datum', rows: 1, like: '2024-12-31'}],
        ['assumed.way', {column: 'Datum', rows: 1, like: '31 December 2024'}],
        ['assumed.way', {column: 'Datum', rows: 1, like: '45657'}],
        ['assumed.way', {column: 'Datum', rows: 1, like: '31.12.24'}],
        ['assumed.short-year', {column: 'Datum'}],
        ['assumed.hidden', {rows: 1}]
      ])
    );
    for (const {key, values} of loaded.receipt.files[0]?.assumptions ?? [])
      expect(said({key, ...(values ? {values} : {})})).not.toContain('{');
  });

  it('gives the same customers whatever the order of its rows', async () => {
    const facts1 = async (rows: readonly string[]): Promise<unknown> => {
      const {loaded} = await loaded1(rows.join('\n'));
      const {used, reasons, amount} = loaded.receipt.files[0] ?? {};
      return {used, reasons, amount, facts: await facts('* exclude (customer_key)', 'customer_facts')};
    };
    const [header = '', ...lines] = text.trim().split('\n');
    const first = await facts1([header, ...lines]);
    const orders = [3, 5, 7].map((step) => lines.map((_, index) => lines[(index * step) % lines.length] ?? ''));
    for (const shuffled of [[...lines].reverse(), ...orders]) {
      expect([...shuffled].sort()).toEqual([...lines].sort());
      expect(await facts1([header, ...shuffled])).toEqual(first);
    }
  });
});

describe('numbers', () => {
  it('with both decimal marks are read as each says, and set aside where one could be either', async () => {
    const {loaded, recipe} = await loaded1(
      'customer;date;amount\nA;2024-01-01;1,234.56\nA;2024-01-02;1.234,56\nB;2024-01-03;12,50\nB;2024-01-04;12.50\nB;2024-01-05;1.234\nC;2024-01-06;7\n'
    );
    expect(recipe.files[0]?.roles['amount']?.format).toEqual({decimal: '.', marks: 'each'});
    expect(await facts('purchased_on::varchar, amount::decimal(18, 2)::varchar', 'purchase')).toEqual([
      ['2024-01-01', '1234.56'],
      ['2024-01-02', '1234.56'],
      ['2024-01-03', '12.50'],
      ['2024-01-04', '12.50'],
      ['2024-01-06', '7.00']
    ]);
    expect(loaded.receipt.files[0]?.reasons).toEqual({'ambiguous number': 1});
    expect(loaded.receipt.set_aside).toMatchObject([
      {line: 6, column: 'amount', value: '1.234', reason: 'ambiguous number'}
    ]);
    expect(keys(loaded)).toContain('assumed.each');
  });

  it('of a bank are negative where it says debit', async () => {
    const {loaded} = await loaded1(
      'Kunde;Datum;Betrag\nA;01.02.2024;1.234,56 S\nA;13.02.2024;12,00 H\nB;14.02.2024;5,00 EUR DR\nB;15.02.2024;6,00 CR\n'
    );
    expect(await facts('amount::decimal(18, 2)::varchar', 'purchase')).toEqual([
      ['-1234.56'],
      ['-5.00'],
      ['12.00'],
      ['6.00']
    ]);
    expect(keys(loaded)).toContain('assumed.debits');
  });

  it('whose mark nothing decides say so, on the mapping screen and in the receipt', async () => {
    const {loaded, columns} = await loaded1('customer,date,amount\nA,2024-01-01,1.234\nB,2024-01-02,5.678\n');
    expect(columns[2]).toMatchObject({format: {decimal: '.', open: true}, mark: {deciding: 0, of: 2}});
    expect(evidence(columns[2], 'money')).toEqual(['evidence.open']);
    expect(keys(loaded)).toContain('assumed.open');
  });

  it('per cent beside quantity and price are a rate of discount', async () => {
    const {recipe} = await loaded1(
      'customer,date,quantity,unit price,discount\nA,2024-01-01,2,10.00,15 %\nB,2024-01-02,1,5.00,7.5%\nB,2024-01-03,1,4.00,\n'
    );
    expect(recipe.files[0]?.roles['line_discount_rate']?.column).toBe(4);
    expect(await facts('amount::decimal(18, 3)::varchar', 'purchase')).toEqual([['17.000'], ['4.000'], ['4.625']]);
  });
});

describe('ids', () => {
  it('that a spreadsheet wrote as powers of ten are whole where nothing is lost', async () => {
    const {loaded} = await loaded1(
      'customer_id,date,amount\n1.785E+4,2024-01-01,1\n17850,2024-01-02,2\n17850.0,2024-01-03,3\n1.23457E+12,2024-01-04,4\n1.234567890123E+12,2024-01-05,5\n'
    );
    expect(await facts('customer_id, purchases::varchar', 'customer_facts')).toEqual([
      ['1.23457E+12', '1'],
      ['1234567890123', '1'],
      ['17850', '3']
    ]);
    expect(keys(loaded)).toEqual(expect.arrayContaining(['assumed.id', 'assumed.rounded-id']));
  });

  it('keep their capitals, zeros and digits', async () => {
    await loaded1(
      'customer_id,date,amount\na1,2024-01-01,1\nA1,2024-01-02,2\n007,2024-01-03,3\n7,2024-01-04,4\n90071992547409931,2024-01-05,5\n'
    );
    const ids = (await facts('customer_id', 'customer_facts')).flat();
    expect(ids).toEqual(['007', '7', '90071992547409931', 'A1', 'a1']);
  });
});

it.each([
  [['ja', 'nein', '', 'ja'], {looks: 'flag', flag: {yes: 'ja', no: 'nein'}}],
  [['да', 'нет', 'нет'], {looks: 'flag', flag: {yes: 'да', no: 'нет'}, filled: 3}],
  [['TRUE', 'FALSE'], {looks: 'flag', flag: {yes: 'TRUE', no: 'FALSE'}}],
  [['x', '', '', 'x'], {looks: 'flag', flag: {yes: 'x', no: ''}}],
  [['0', '1', '1'], {looks: 'integer', flag: {yes: '1', no: '0'}}],
  [['tak', 'nie'], {looks: 'flag'}],
  [['oui', 'non'], {looks: 'flag'}],
  [['T', 'N'], {looks: 'flag'}],
  [['ja', 'nein', 'vielleicht'], {looks: 'text'}],
  [['S', 'M', 'L'], {looks: 'text'}]
])('%s says yes or no', async (values, expected) => {
  expect(await columnOf('paid', values)).toMatchObject(expected);
});

it.each([
  ['Datum', ['45657', '45658.5'], {looks: 'date', format: {date: '%excel'}}],
  ['created_at', ['1700000000', '1700000060'], {looks: 'date', format: {date: '%epoch'}}],
  ['Timestamp', ['1700000000000', '1700000060000'], {looks: 'date', format: {date: '%epochms'}}],
  ['Datum', ['991231', '240131'], {looks: 'date', format: {date: '%y%m%d'}}],
  ['Datum', ['31012024', '15112023'], {looks: 'date', format: {date: '%d%m%Y'}}],
  ['Datum', ['101112', '111210'], {looks: 'integer'}],
  ['Menge', ['45657', '45658'], {looks: 'integer'}],
  ['Monat', ['2024-01', '2024-02'], {looks: 'date', format: {date: '%Y-%m'}}],
  ['Datum', ['0000-00-00', '2024-01-01', '0000-00-00'], {looks: 'date', format: {date: '%Y-%m-%d'}}],
  ['PLZ', ['12345', '54321', '2024-01-01'], {looks: 'id'}]
])('%s: %s', async (name, values, expected) => {
  expect(await columnOf(name, values)).toMatchObject(expected);
});

async function columnOf(name: string, values: readonly string[]): Promise<ColumnProfile | undefined> {
  const text = `key;${name}\n${values.map((value, index) => `k${index};${value}\n`).join('')}`;
  const {columns} = await inspect(
    {id: 'f1', name: 'a.csv', blob: new Blob([text])},
    {dialect: {delimiter: ';'}, region: {header: 1, footer: 0}}
  );
  return columns[1];
}

function said({key, values}: Reasoned<unknown>['reason']): string {
  if (!ingest.has(key)) throw new Error(`unknown message: ${key}`);
  return ingest.t(key, values);
}

const evidence = (column: ColumnProfile | undefined, type: 'money' | 'date' | 'text'): string[] =>
  column ? evidenceOf(column, type, column.format).map((reason) => (said(reason) === '' ? '' : reason.key)) : [];

async function loaded1(text: string): Promise<{loaded: Loaded; recipe: Recipe; columns: ColumnProfile[]}> {
  const inspection = await inspect({id: 'f1', name: 'mine.csv', blob: new Blob([text])});
  const recipe = guess([inspection]);
  return {loaded: await load(await testEngine(), [inspection.source], recipe), recipe, columns: inspection.columns};
}

const keys = ({receipt}: Loaded): string[] => (receipt.files[0]?.assumptions ?? []).map(({key}) => key);

async function facts(columns: string, table: string): Promise<(string | null)[][]> {
  const rows = await (await testEngine()).query(`select ${columns} from ${table} order by all`);
  return Array.from({length: rows.length}, (_, row) => rows.columns.map((_column, column) => rows.text(row, column)));
}
