import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import type {Engine} from '../engine/engine';
import {guess} from './guess/guess';
import {inspect} from './look/inspect';
import {previewRows} from './preview';
import {reread} from './scan/reread';
import type {FileMapping, Inspection} from './types';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const text = [
  'Invoice;Customer;Date;Quantity;Unit price;Cost',
  '1001;A;31.01.2024;2;1,50;1',
  '1002;A;01.02.2024;-1;1,50;x',
  '1003;;02.02.2024;3;2,00;',
  '1004;B;30.02.2024;3;2,00;',
  '1005;B;03.02.2024;;2,00;',
  'C1001;B;03.02.2024;-2;1,50;',
  '1007;B;04.02.2024;1;"0,00";',
  '1008;B;04.02.2024;1;2;3;4;5',
  '1009;"B\nB";05.02.2024;1;2,25;'
].join('\n');

const comma = {decimal: ','} as const;
const roles = {
  transaction_id: {column: 0, format: {}},
  customer_id: {column: 1, format: {}},
  purchased_on: {column: 2, format: {date: '%d.%m.%Y'}},
  quantity: {column: 3, format: comma},
  unit_price: {column: 4, format: comma},
  cost: {column: 5, format: comma}
};

describe('a preview', () => {
  let inspection: Inspection;
  let mapping: FileMapping;
  beforeAll(async () => {
    const guessed = await understood(text);
    inspection = guessed.inspection;
    mapping = {...guessed.mapping, table: 'purchase', roles, amount: 'quantity × unit_price'};
  });

  it('shows the first rows as they will be read, with what is wrong', async () => {
    const {rows} = await previewRows(engine, inspection, mapping);
    expect(rows.map(({line, kind, aside, unreadable}) => ({line, kind, aside, unreadable}))).toEqual([
      {line: 2, kind: 'sale', aside: null, unreadable: []},
      {line: 3, kind: 'return', aside: null, unreadable: [5]},
      {line: 4, kind: 'anonymous', aside: null, unreadable: []},
      {line: 5, kind: null, aside: {column: 2, reason: 'not a date'}, unreadable: []},
      {line: 6, kind: null, aside: {column: 3, reason: 'no quantity'}, unreadable: []},
      {line: 7, kind: 'cancellation', aside: null, unreadable: []},
      {line: 8, kind: 'free', aside: null, unreadable: []},
      {line: 9, kind: null, aside: {column: null, reason: 'too many fields'}, unreadable: []},
      {line: 10, kind: 'sale', aside: null, unreadable: []}
    ]);
    expect(rows[0]).toMatchObject({
      raw: ['1001', 'A', '31.01.2024', '2', '1,50', '1'],
      values: {
        transaction_id: '1001',
        customer_id: 'A',
        purchased_on: '2024-01-31',
        amount: '3.0000',
        quantity: '2.0000',
        unit_price: '1.500000',
        cost: '1.0000'
      }
    });
    expect(rows[7]?.raw).toEqual(['1008;B;04.02.2024;1;2;3;4;5']);
    expect(rows[8]?.values['customer_id']).toBe('B\nB');
  });

  it('says what follows from them', async () => {
    expect((await previewRows(engine, inspection, mapping)).totals).toEqual({
      rows: 9,
      used: 5,
      aside: 3,
      reasons: {'not a date': 1, 'no quantity': 1, 'too many fields': 1},
      customers: 3,
      amount: '0.7500',
      from: '2024-01-31',
      to: '2024-02-05',
      kinds: {sale: 2, return: 1, cancellation: 1, free: 1, anonymous: 1}
    });
  });

  it('counts rows without a customer as used where the rule keeps them', async () => {
    const left = (await previewRows(engine, inspection, mapping)).totals;
    const rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'keep'} as const;
    const kept = (await previewRows(engine, inspection, mapping, {rules})).totals;
    expect(kept.used).toBe(left.used + 1);
    expect(kept.kinds).toEqual(left.kinds);
    expect(Object.values(kept.reasons).reduce((sum, rows) => sum + rows, 0)).toBe(kept.aside);
  });

  it('shows no more than twenty rows, and counts all', async () => {
    const long = `Customer;Date;Amount\n${'A;01.02.2024;1,50\n'.repeat(1000)}`;
    const known = await understood(long);
    const {rows, totals} = await previewRows(engine, known.inspection, known.mapping);
    expect(rows).toHaveLength(20);
    expect(totals).toMatchObject({rows: 1000, used: 1000, amount: '1500.0000', customers: 1});
  });

  it('takes a mapping that lacks what is required', async () => {
    const {rows, totals} = await previewRows(engine, inspection, {...mapping, roles: {}, amount: null});
    expect(rows[0]).toMatchObject({kind: null, values: {}, aside: {column: null, reason: 'no date'}});
    expect(totals).toMatchObject({rows: 9, used: 0, aside: 9, amount: null});
  });

  it('takes a mapping without a table', async () => {
    const {rows} = await previewRows(engine, inspection, {...mapping, table: null});
    expect(rows[0]).toMatchObject({raw: ['1001', 'A', '31.01.2024', '2', '1,50', '1'], values: {}, aside: null});
  });

  it.each(['customer', 'interaction', 'partnership_cost'] as const)(
    'takes the file for a table of %s',
    async (table) => {
      const {rows} = await previewRows(engine, inspection, {...mapping, table});
      expect(rows).toHaveLength(9);
    }
  );
});

describe('reading rows again', () => {
  it('gives their text as the file has it', async () => {
    const {inspection, mapping} = await understood(text);
    const found = await reread(inspection.source, mapping, [10, 5, 1, 99]);
    expect([...found]).toEqual([
      [1, 'Invoice;Customer;Date;Quantity;Unit price;Cost'],
      [5, '1004;B;30.02.2024;3;2,00;'],
      [10, '1009;"B\nB";05.02.2024;1;2,25;']
    ]);
  });

  it('decodes it', async () => {
    const bytes = new Uint8Array(Buffer.from('\ufeffKunde\tOrt\r\nMüller\tKöln\r\n', 'utf16le'));
    const source = {id: 'f1', name: 'f.txt', blob: new Blob([bytes])};
    const dialect = {delimiter: '\t', quote: '"', escape: '"'} as const;
    expect(await reread(source, {encoding: 'utf-16le', dialect}, [2])).toEqual(new Map([[2, 'Müller\tKöln']]));
  });
});

async function understood(content: string): Promise<{inspection: Inspection; mapping: FileMapping}> {
  const inspection = await inspect({id: 'f1', name: 'f.csv', blob: new Blob([content])});
  const [mapping] = guess([inspection]).files;
  if (!mapping) throw new Error('no mapping');
  return {inspection, mapping};
}
