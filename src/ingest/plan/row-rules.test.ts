import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import {guess} from '../guess/guess';
import {inspect} from '../look/inspect';
import {load, type Loaded} from '../load';
import {previewRows} from '../preview';
import type {FileMapping, Source} from '../types';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('rows that a rule leaves out', () => {
  const text = [
    'deal,customer,closed,amount,stage',
    'D1,A,2024-01-05,100.00,Closed Won',
    'D2,A,2024-01-06,200.00,Closed Lost',
    'D3,B,2024-01-07,400.00, closed won ',
    'D4,B,,800.00,Prospecting',
    'D5,C,2024-01-09,x,Closed Won',
    ''
  ].join('\n');
  const deals: Partial<FileMapping> = {
    table: 'purchase',
    roles: {
      transaction_id: {column: 0, format: {}},
      customer_id: {column: 1, format: {}},
      purchased_on: {column: 2, format: {date: '%Y-%m-%d'}},
      amount: {column: 3, format: {decimal: '.'}}
    },
    amount: 'column'
  };

  it('are set aside with the rule as the reason, and their amounts stay in the account', async () => {
    const {receipt} = await loaded(text, (mapping) => ({
      ...mapping,
      ...deals,
      only: [{column: 4, keeps: 'values', values: ['Closed Won']}]
    }));
    const [file] = receipt.files;
    expect(file).toMatchObject({records: 6, header: 1, used: 2, set_aside: 3});
    expect(file?.reasons).toEqual({'left out by rule': 2, 'not an amount': 1});
    expect(file?.amount).toEqual({read: '1500.0000', used: '500.0000', set_aside: '1000.0000'});
    expect(receipt.set_aside.filter(({reason}) => reason === 'left out by rule')).toMatchObject([
      {line: 3, column: 'stage', value: 'Closed Lost'},
      {line: 5, column: 'stage', value: 'Prospecting'}
    ]);
    expect(file?.assumptions).toContainEqual({
      key: 'assumed.only',
      values: {column: 'stage', keeps: 'values', values: '“Closed Won”'}
    });
  });

  it.each<[keeps: NonNullable<FileMapping['only']>[number], used: string]>([
    [{column: 4, keeps: 'others', values: ['closed lost', 'prospecting']}, '500.0000'],
    [{column: 2, keeps: 'filled'}, '700.0000'],
    [{column: 2, keeps: 'empty'}, '0.0000'],
    [{column: 3, keeps: 'positive'}, '700.0000'],
    [{column: 4, keeps: 'values', values: []}, '0.0000']
  ])('%j', async (rule, used) => {
    const {receipt} = await loaded(text, (mapping) => ({...mapping, ...deals, only: [rule]}));
    expect(receipt.files[0]?.amount?.used).toBe(used);
    const {records = 0, header = 0, used: rows = 0, set_aside = 0} = receipt.files[0] ?? {};
    expect(records).toBe(header + rows + set_aside);
  });

  it('show in the preview', async () => {
    const [mapping, source] = await guessed(text, deals);
    const only = [{column: 4, keeps: 'values' as const, values: ['closed won']}];
    const preview = await previewRows(engine, await inspect(source), {...mapping, only});
    expect(preview.rows.map(({aside}) => aside?.reason ?? null)).toEqual([
      null,
      'left out by rule',
      null,
      'left out by rule',
      'not an amount'
    ]);
    expect(preview.totals).toMatchObject({rows: 5, used: 2, aside: 3, amount: '500.0000'});
  });
});

describe('cells that repeat the row above', () => {
  const text = [
    'order,customer,day,amount,status',
    '#1,A,2024-01-05,1.00,paid',
    '#1,A,2024-01-05,2.00,',
    '#2,B,2024-01-06,4.00,',
    '#3,C,2024-01-07,8.00,refunded',
    '#3,C,2024-01-07,16.00,',
    ''
  ].join('\n');

  it('are filled within their order only, and the preview shows what the file has', async () => {
    const [guess, source] = await guessed(text);
    const mapping = {...guess, fill: {within: 0, columns: [4]}};
    const preview = await previewRows(engine, await inspect(source), mapping);
    expect(preview.rows.map(({values}) => values['status'])).toEqual(['paid', 'paid', null, 'refunded', 'refunded']);
    expect(preview.rows.map(({raw}) => raw[4])).toEqual(['paid', '', '', 'refunded', '']);
    const {receipt} = await loaded(text, () => mapping);
    expect(receipt.kinds.cancellation).toMatchObject({rows: 2, amount: '24.0000'});
    expect(receipt.kinds.sale).toMatchObject({rows: 3, amount: '7.0000'});
    expect(receipt.files[0]?.assumptions).toContainEqual({
      key: 'assumed.fill-within',
      values: {columns: 'status', within: 'order'}
    });
  });

  it('go on over the cuts in which a file is read', async () => {
    const note = 'x'.repeat(2000);
    const rows = Array.from({length: 12_000}, (_, n) => {
      const order = Math.floor(n / 4000);
      const isFirst = n % 4000 === 0;
      return `#${order},A,2024-01-05,1.00,${isFirst && order > 0 ? ['', 'paid', 'refunded'][order] : ''},${note}`;
    });
    const {receipt} = await loaded(`order,customer,day,amount,status,note\n${rows.join('\n')}\n`, (mapping) => ({
      ...mapping,
      roles: {...mapping.roles, status: {column: 4, format: {}}},
      fill: {within: 0, columns: [4]}
    }));
    expect(receipt.kinds.cancellation).toMatchObject({rows: 4000, amount: '4000.0000'});
    expect(receipt.kinds.sale).toMatchObject({rows: 8000});
  });

  it('of groups under a heading go on to the next one', async () => {
    const grouped = ['who,day,amount', 'A,,', ',2024-01-05,1.00', ',2024-01-06,2.00', 'B,,', ',2024-01-07,4.00', ''];
    const {receipt} = await loaded(grouped.join('\n'), (mapping) => ({
      ...mapping,
      table: 'purchase',
      roles: {
        customer_id: {column: 0, format: {}},
        purchased_on: {column: 1, format: {date: '%Y-%m-%d'}},
        amount: {column: 2, format: {}}
      },
      amount: 'column',
      fill: {within: null, columns: [0]},
      only: [{column: 1, keeps: 'filled'}]
    }));
    expect(receipt.files[0]).toMatchObject({used: 3, set_aside: 2, reasons: {'left out by rule': 2}});
    expect(receipt.customers).toBe(2);
    const rows = await engine.query('select customer_id, sales::varchar as amount from customer_facts order by all');
    expect(rows.objects()).toEqual([
      {customer_id: 'A', amount: '3.0000'},
      {customer_id: 'B', amount: '4.0000'}
    ]);
  });
});

describe('amounts of two columns', () => {
  const text = [
    'who;day;came in;went out',
    'A;2024-01-05;1.234,50;',
    'A;2024-01-06;;34,50',
    'B;2024-01-07;10,00;4,00',
    'B;2024-01-08;;',
    'B;2024-01-09;ten;1,00',
    ''
  ].join('\n');
  const format = {decimal: ','} as const;

  it('are what came in less what went out', async () => {
    const {receipt} = await loaded(text, (mapping) => ({
      ...mapping,
      table: 'purchase',
      roles: {
        customer_id: {column: 0, format: {}},
        purchased_on: {column: 1, format: {date: '%Y-%m-%d'}},
        credit: {column: 2, format},
        debit: {column: 3, format}
      },
      amount: 'credit − debit'
    }));
    expect(receipt.purchases).toMatchObject({rows: 3, amount: '1206.0000'});
    expect(receipt.kinds.return).toMatchObject({rows: 1, amount: '-34.5000'});
    expect(receipt.files[0]?.reasons).toEqual({'no amount': 1, 'not an amount': 1});
    expect(receipt.set_aside).toMatchObject([
      {line: 5, reason: 'no amount'},
      {line: 6, column: 'came in', value: 'ten', reason: 'not an amount'}
    ]);
  });

  it('may be one column only', async () => {
    const {receipt} = await loaded(text, (mapping) => ({
      ...mapping,
      table: 'purchase',
      roles: {
        customer_id: {column: 0, format: {}},
        purchased_on: {column: 1, format: {date: '%Y-%m-%d'}},
        credit: {column: 2, format}
      },
      amount: 'credit − debit'
    }));
    expect(receipt.purchases).toMatchObject({rows: 2, amount: '1244.5000'});
  });
});

async function guessed(text: string, change: Partial<FileMapping> = {}): Promise<[FileMapping, Source]> {
  const source: Source = {id: `r${++sources}`, name: 'rules.csv', blob: new Blob([text])};
  const [mapping] = guess([await inspect(source)]).files;
  if (!mapping) throw new Error('no mapping');
  return [{...mapping, ...change}, source];
}

let sources = 0;

async function loaded(text: string, change: (mapping: FileMapping) => FileMapping): Promise<Loaded> {
  const [mapping, source] = await guessed(text);
  return load(engine, [source], {version: 1, files: [change(mapping)], rules: guess([]).rules});
}
