import fc from 'fast-check';
import {existsSync, openAsBlob} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import {given} from '../../test/given';
import type {Engine} from '../engine/engine';
import {FileError, MappingError, QueryError} from '../engine/errors';
import {ingest} from '../messages/ingest';
import type {TableName} from '../tables/canonical';
import {assumptionKeys} from './assumptions';
import {exact, tenThousandths} from './values/exact';
import {guess} from './guess/guess';
import {inspect} from './look/inspect';
import {load, type Loaded} from './load';
import {problemReasons} from './plan/plan-problems';
import {emptyTally} from './scan/scan-tally';
import {settled} from './stoppable';
import {twinReasons} from './adding/twins';
import type {FileMapping, Format, Receipt, Recipe, Rules, Source} from './types';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const usual: Rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'};

describe('a file in which everything happens', () => {
  const text = [
    'Report of sales',
    '',
    'Id;Customer;Day;Net;Qty;Cost;Country;Status',
    '1001;A;31.01.2024;10,10;1;4;SE;paid',
    '1002; A ;01.02.2024;1.234,56 kr;2;n/a;SE;paid',
    'C1001;A;02.02.2024;-10,10;-1;x;SE;paid',
    '1003;B;03.02.2024;-5,00;-1;;SE;paid',
    '1004;B;04.02.2024;0;1;;SE;paid',
    '1005;B;05.02.2024;7;1;;SE;Cancelled',
    '1006;;06.02.2024;3,50;1;;SE;paid',
    '',
    '1007;B;31.02.2024;2;1;;SE;paid',
    '1008;B;07.02.2024;two;1;;SE;paid',
    '1009;B;;2;1;;SE;paid',
    '1010;B;08.02.2024;;1;;SE;paid',
    '1011;B;01.02.0024;4;1;;SE;paid',
    '1012;B;09.02.2024;1,00001;1;2,5;SE',
    '1013;B;09.02.2024;1;1;2,5;SE;paid;;',
    '1014;B;09.02.2024;1;1;2,5;SE;paid;extra;',
    '1015;NULL;10.02.2024;1,50;1;;SE;paid',
    'Total;;;99;;;;'
  ].join('\r\n');
  const mapping = purchases('sales.csv', {
    header: 'Id;Customer;Day;Net;Qty;Cost;Country;Status',
    delimiter: ';',
    region: {preamble: 2, header: 1, footer: 1},
    roles: {
      transaction_id: 'Id',
      customer_id: 'Customer',
      purchased_on: ['Day', {date: '%d.%m.%Y'}],
      amount: ['Net', {decimal: ','}],
      quantity: ['Qty', {decimal: ','}],
      cost: ['Cost', {decimal: ','}],
      country: 'Country',
      status: 'Status'
    },
    currency: 'SEK'
  });
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await loadTexts({'sales.csv': text}, [mapping]);
  });

  it('gives the rows that can be used', async () => {
    expect(await rows('transaction_id, customer_id, purchased_on, amount, cost, kind, currency')).toEqual([
      ['1001', 'A', '2024-01-31', '10.1000', '4.0000', 'sale', 'SEK'],
      ['1002', 'A', '2024-02-01', '1234.5600', null, 'sale', 'SEK'],
      ['1003', 'B', '2024-02-03', '-5.0000', null, 'return', 'SEK'],
      ['1004', 'B', '2024-02-04', '0.0000', null, 'free', 'SEK'],
      ['1005', 'B', '2024-02-05', '7.0000', null, 'cancellation', 'SEK'],
      ['1012', 'B', '2024-02-09', '1.0000', '2.5000', 'sale', 'SEK'],
      ['1013', 'B', '2024-02-09', '1.0000', '2.5000', 'sale', 'SEK'],
      ['C1001', 'A', '2024-02-02', '-10.1000', null, 'cancellation', 'SEK']
    ]);
  });

  it('accounts for every record and cent', () => {
    const {imported_at, ...receipt} = loaded.receipt;
    expect(imported_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(receipt).toEqual({
      files: [
        {
          file: 'sales.csv',
          table: 'purchase',
          encoding: 'utf-8',
          bytes: new TextEncoder().encode(text).length,
          records: 21,
          preamble: 2,
          header: 1,
          comments: 0,
          blank: 1,
          footer: 1,
          used: 8,
          set_aside: 8,
          reasons: {
            'too many fields': 1,
            'not a date': 1,
            'not an amount': 1,
            'no date': 1,
            'no amount': 1,
            'date out of range': 1,
            'no customer': 2
          },
          amount: {read: '1251.5600', used: '1238.5600', set_aside: '13.0000'},
          assumptions: [
            {key: 'assumed.short', values: {rows: 1}},
            {key: 'assumed.long', values: {rows: 1}},
            {key: 'assumed.comma', values: {column: 'Net'}},
            {key: 'assumed.currency', values: {currency: 'SEK'}},
            {key: 'assumed.order', values: {column: 'Day', order: 'day', deciding: 1, of: 10}},
            {key: 'assumed.nothing', values: {rows: 2}},
            {key: 'assumed.rounded', values: {rows: 1}},
            {key: 'assumed.unreadable', values: {rows: 1, column: 'Cost'}},
            {key: 'assumed.cancelling', values: {rows: 2, column: 'Id'}},
            {key: 'assumed.undone-positive', values: {rows: 1, amount: 7}}
          ]
        }
      ],
      kinds: {
        sale: {rows: 4, amount: '1246.6600', rule: 'count as sale'},
        return: {rows: 1, amount: '-5.0000', rule: 'subtract'},
        cancellation: {rows: 2, amount: '-3.1000', rule: 'leave out'},
        free: {rows: 1, amount: '0.0000', rule: 'leave out'},
        anonymous: {rows: 2, amount: '5.0000', rule: 'leave out'}
      },
      tables: {customer: {rows: 2}, purchase: {rows: 8}, interaction: {rows: 0}, partnership_cost: {rows: 0}},
      customers: 2,
      purchases: {rows: 8, amount: '1238.5600', from: '2024-01-31', to: '2024-02-09'},
      rules: usual,
      set_aside: [
        {file: 'sales.csv', line: 10, column: 'Customer', value: '', reason: 'no customer'},
        {file: 'sales.csv', line: 12, column: 'Day', value: '31.02.2024', reason: 'not a date'},
        {file: 'sales.csv', line: 13, column: 'Net', value: 'two', reason: 'not an amount'},
        {file: 'sales.csv', line: 14, column: 'Day', value: '', reason: 'no date'},
        {file: 'sales.csv', line: 15, column: 'Net', value: '', reason: 'no amount'},
        {file: 'sales.csv', line: 16, column: 'Day', value: '01.02.0024', reason: 'date out of range'},
        {
          file: 'sales.csv',
          line: 19,
          column: null,
          value: '1014;B;09.02.2024;1;1;2,5;SE;paid;extra;',
          reason: 'too many fields'
        },
        {file: 'sales.csv', line: 20, column: 'Customer', value: 'NULL', reason: 'no customer'}
      ]
    });
  });

  it('knows which columns have values, and the currency', () => {
    expect(loaded.currency).toBe('SEK');
    expect(loaded.filled).toEqual({
      customer: [],
      purchase: [
        'transaction_id',
        'customer_id',
        'purchased_on',
        'amount',
        'quantity',
        'cost',
        'country',
        'currency',
        'status'
      ],
      interaction: [],
      partnership_cost: []
    });
  });

  it('keeps rows without a customer when the rule says so', async () => {
    const {receipt} = await loadTexts({'sales.csv': text}, [mapping], {...usual, anonymous: 'keep'});
    expect(receipt.files[0]).toMatchObject({used: 10, set_aside: 6, amount: {used: '1243.5600', set_aside: '8.0000'}});
    expect(receipt.purchases).toMatchObject({rows: 10, amount: '1243.5600'});
    expect(receipt.kinds.anonymous).toEqual({rows: 2, amount: '5.0000', rule: 'keep'});
    expect(await one('select count(*) from purchase where customer_key is null')).toBe('2');
  });

  it('says nothing without words', () => {
    const reasons = [...problemReasons, ...Object.keys(emptyTally().unread), ...Object.values(twinReasons)];
    expect([...reasons, ...assumptionKeys].filter((key) => !ingest.has(key))).toEqual([]);
    for (const {key, values} of loaded.receipt.files[0]?.assumptions ?? []) {
      expect(assumptionKeys).toContain(key);
      if (ingest.has(key)) expect(ingest.t(key, values)).not.toContain('{');
    }
  });
});

describe('amounts of quantity × unit price', () => {
  it('are exact, whatever their size, and say when they had to be rounded', async () => {
    const lines = [
      ['3', '0.00123'],
      ['10000', '0.00125'],
      ['0.12345', '1000'],
      ['80995', '2.08'],
      ['-1', '11062.06'],
      ['1000000', '9999.99'],
      ['2', '0.001']
    ];
    const text = `id,day,qty,price\n${lines.map((line) => `A,2024-01-01,${line.join(',')}`).join('\n')}\n`;
    const roles = {customer_id: 'id', purchased_on: 'day', quantity: 'qty', unit_price: 'price'};
    const mapping = purchases('f.csv', {header: 'id,day,qty,price', roles, amount: 'quantity × unit_price'});
    const {receipt} = await loadTexts({'f.csv': text}, [mapping]);
    expect(await rows('amount')).toEqual(lines.map(([quantity = '', price = '']) => [product(quantity, price)]).sort());
    expect(receipt.files[0]?.assumptions).toContainEqual({key: 'assumed.rounded', values: {rows: 1}});
  });

  it('take the discount rate of the line off', async () => {
    const text =
      'id,day,qty,price,off\nA,2024-01-01,2,10.5,0.15\nA,2024-01-02,2,10.5,15%\nA,2024-01-03,2,10.5,\nA,2024-01-04,2,10.5,15\n';
    const roles = {
      customer_id: 'id',
      purchased_on: 'day',
      quantity: 'qty',
      unit_price: 'price',
      line_discount_rate: 'off'
    };
    const mapping = purchases('f.csv', {header: 'id,day,qty,price,off', roles, amount: 'quantity × unit_price'});
    const {receipt} = await loadTexts({'f.csv': text}, [mapping]);
    expect(await rows('amount')).toEqual([['17.8500'], ['17.8500'], ['21.0000']]);
    expect(receipt.set_aside).toEqual([{file: 'f.csv', line: 5, column: 'off', value: '15', reason: 'not a discount'}]);
  });

  it('name the quantity or the price that is missing', async () => {
    const text =
      'id,day,qty,price\nA,2024-01-01,,1\nA,2024-01-01,x,1\nA,2024-01-01,1,\nA,2024-01-01,1,y\nA,2024-01-01,1,1\n';
    const roles = {customer_id: 'id', purchased_on: 'day', quantity: 'qty', unit_price: 'price'};
    const mapping = purchases('f.csv', {header: 'id,day,qty,price', roles, amount: 'quantity × unit_price'});
    const {receipt} = await loadTexts({'f.csv': text}, [mapping]);
    expect(receipt.files[0]?.reasons).toEqual({'no quantity': 1, 'not a quantity': 1, 'no price': 1, 'not a price': 1});
  });
});

describe('ids that begin with C', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['cancel where the others are numbers', ['1,5', '2,6', 'C1,-5'], {'1': 'sale', '2': 'sale', C1: 'cancellation'}],
    ['cancel nothing where all have letters', ['A1,5', 'B2,6', 'C1,-5'], {A1: 'sale', B2: 'sale', C1: 'return'}],
    [
      'cancel nothing where they are mostly sales',
      ['1,5', 'C1,5', 'C2,5', 'C3,-5'],
      {'1': 'sale', C1: 'sale', C2: 'sale', C3: 'return'}
    ],
    ['cancel nothing where all ids are such', ['C1,5', 'C2,-6'], {C1: 'sale', C2: 'return'}]
  ])('%s', async (_, lines, kinds) => {
    const text = `t,id,day,net\n${lines.map((line) => line.replace(',', ',A,2024-01-01,')).join('\n')}\n`;
    const roles = {transaction_id: 't', customer_id: 'id', purchased_on: 'day', amount: 'net'};
    await loadTexts({'f.csv': text}, [purchases('f.csv', {header: 't,id,day,net', roles})]);
    expect(Object.fromEntries(await rows('transaction_id, kind'))).toEqual(kinds);
  });
});

describe('customers', () => {
  const bought = 'id,day,net\n17,2024-01-01,5\n18,2024-01-02,6\n';
  const roles = {customer_id: 'id', purchased_on: 'day', amount: 'net'};
  const people = 'Number,Name,City,Shoe size\n17.0,Ann,Lund,\n19.0,Bo,,43\n17.0,Ann,Lund,\n19.0,Bea,,38\n,Cy,Oslo,\n';
  const header = 'Number,Name,City,Shoe size';

  it('are joined by id, with the other columns as attributes, once each', async () => {
    const customers = mappingOf('people.csv', 'customer', {
      header,
      roles: {customer_id: ['Number', {id: 'number'}], name: 'Name'},
      attributes: [2, 3]
    });
    const mapping = purchases('sales.csv', {header: 'id,day,net', roles});
    const {receipt} = await loadTexts({'sales.csv': bought, 'people.csv': people}, [mapping, customers]);
    const found = await engine.query(
      `select customer_id, name, array_to_string(list_transform(map_entries(attributes), lambda e: e.key || '=' || e.value), ';')
       from customer order by customer_id`
    );
    expect(Array.from({length: found.length}, (_, row) => [0, 1, 2].map((column) => found.text(row, column)))).toEqual([
      ['17', 'Ann', 'City=Lund'],
      ['18', null, null],
      ['19', 'Bo', 'Shoe size=43']
    ]);
    expect(receipt.files[1]).toMatchObject({used: 2, set_aside: 3, amount: null});
    expect(receipt.set_aside).toEqual([
      {file: 'people.csv', line: 4, column: null, value: '17', reason: 'same row twice'},
      {file: 'people.csv', line: 5, column: 'Number', value: '19', reason: 'same customer twice'},
      {file: 'people.csv', line: 6, column: 'Number', value: '', reason: 'no customer'}
    ]);
    expect(receipt).toMatchObject({customers: 2, tables: {customer: {rows: 3}}});
  });
});

describe('several files', () => {
  const header = 'id,day,net,shop';
  const lines = Array.from(
    {length: 200},
    (_, index) => `c${index % 7},2024-01-${String((index % 28) + 1).padStart(2, '0')},${index}.25,s${index % 3}`
  );
  const roles = {customer_id: 'id', purchased_on: 'day', amount: 'net', channel: 'shop'};

  it('equal the one that they were split from, in any order of rows', async () => {
    const textOf = (some: string[]): string => `${header}\n${some.join('\n')}\n`;
    const results = [];
    const half = lines.length / 2;
    for (const parts of [[lines], [lines.slice(0, half), lines.slice(half)], [lines.toReversed()]]) {
      const files = Object.fromEntries(parts.map((part, index) => [`part${index}.csv`, textOf(part)]));
      const mappings = Object.keys(files).map((name) => purchases(name, {header, roles}));
      const loaded = await loadTexts(files, mappings);
      await loaded.finish();
      results.push({
        purchases: loaded.receipt.purchases,
        rows: await rows('customer_key, customer_id, purchased_on, amount, channel, kind'),
        facts: (await engine.query('select * from customer_facts order by customer_key')).objects(),
        months: (await engine.query('select * from customer_month order by all')).objects()
      });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('may have different columns, and a currency each', async () => {
    const [a, b] = ['id,day,net\nx,2024-01-01,5\n', 'day,id,net,what\n2024-01-02,y,6,tea\n'];
    const {currency, receipt} = await loadTexts({'a.csv': a, 'b.csv': b}, [
      purchases('a.csv', {
        header: 'id,day,net',
        roles: {customer_id: 'id', purchased_on: 'day', amount: 'net'},
        currency: 'EUR'
      }),
      purchases('b.csv', {
        header: 'day,id,net,what',
        roles: {customer_id: 'id', purchased_on: 'day', amount: 'net', product: 'what'},
        currency: 'USD'
      })
    ]);
    expect(await rows('customer_id, purchased_on, product, currency')).toEqual([
      ['x', '2024-01-01', null, 'EUR'],
      ['y', '2024-01-02', 'tea', 'USD']
    ]);
    expect(currency).toBeNull();
    expect(receipt.purchases).toEqual({rows: 2, amount: '11.0000', from: '2024-01-01', to: '2024-01-02'});
  });

  it('may be left out', async () => {
    const text = 'id,day,net\nx,2024-01-01,5\n';
    const mapping = purchases('a.csv', {
      header: 'id,day,net',
      roles: {customer_id: 'id', purchased_on: 'day', amount: 'net'}
    });
    const {receipt} = await loadTexts({'a.csv': text, 'b.csv': 'x\n1\n'}, [
      mapping,
      {...mapping, file: 'b.csv', table: null}
    ]);
    expect(receipt.files[1]).toMatchObject({file: 'b.csv', table: null, records: 0, used: 0, amount: null});
  });
});

describe('encodings', () => {
  const header = 'Kunde;Datum;Umsatz';
  const ascii = Array.from({length: 3000}, (_, index) => `K${index};01.02.2024;${index},50`).join('\n');
  const text = `${header}\n${ascii}\nMüller;01.02.2024;1,50\nŠpela;02.02.2024;2,50\n`;
  const roles = {
    customer_id: 'Kunde',
    purchased_on: ['Datum', {date: '%d.%m.%Y'}],
    amount: ['Umsatz', {decimal: ','}]
  } as const;
  const mapping = purchases('f.csv', {header, delimiter: ';', roles});

  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['utf-16le', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['windows-1252', windows1252(text)],
    ['windows-1252', new Uint8Array(gzipSync(windows1252(text)))]
  ])('%s gives the same rows', async (encoding, bytes) => {
    const {receipt} = await loadFiles([{name: 'f.csv', bytes}], [{...mapping, encoding}]);
    expect(
      await one(`select string_agg(customer_id, ' ' order by amount) from purchase where customer_id not like 'K%'`)
    ).toBe('Müller Špela');
    expect(receipt.purchases).toMatchObject({
      rows: 3002,
      amount: '4500004.0000'.replace('4500004', String((3000 * 2999) / 2 + 1500 + 4))
    });
  });

  it('are found out when a file is not in the one that it seemed to be', async () => {
    const {receipt} = await loadFiles([{name: 'f.csv', bytes: windows1252(text)}], [mapping]);
    expect(await one(`select count(*) from purchase where customer_id in ('Müller', 'Špela')`)).toBe('2');
    expect(receipt.files[0]).toMatchObject({encoding: 'windows-1252', used: 3002});
    expect(receipt.files[0]?.assumptions[0]).toEqual({
      key: 'assumed.encoding',
      values: {encoding: 'windows-1252', line: 3002}
    });
  });

  it('leave rows with a broken character aside where the rest is fine', async () => {
    const good = new TextEncoder().encode(text);
    const bytes = new Uint8Array([...good, ...Buffer.from('B'), 0xe4, ...Buffer.from('r;03.02.2024;1\n')]);
    const {receipt} = await loadFiles([{name: 'f.csv', bytes}], [mapping]);
    expect(receipt.files[0]).toMatchObject({encoding: 'utf-8', used: 3002, reasons: {'not utf-8': 1}});
  });
});

describe('an import that fails or is cancelled', () => {
  const header = 'id,day,net';
  const roles = {customer_id: 'id', purchased_on: 'day', amount: 'net'};
  const text = `${header}\n${'a,2024-01-01,1.25\n'.repeat(400_000)}`;
  const mapping = purchases('f.csv', {header, roles});
  const before = {purchase: [{customer_id: 'before', purchased_on: '2020-02-29', amount: 5}]};

  it.each([0, 1, 20, 60, 150, 300, 450])('leaves what was loaded when stopped after %i ms', async (wait) => {
    await given(engine, before);
    const controller = new AbortController();
    let stopped = Infinity;
    setTimeout(() => {
      stopped = performance.now();
      controller.abort();
    }, wait);
    const running = loadTexts({'f.csv': text}, [mapping], usual, controller.signal);
    const result = await running.catch((error: unknown) => error);
    if (!(result instanceof QueryError)) return expect(await one('select count(*) from purchase')).toBe('400000');
    expect(result.reason).toBe('cancelled');
    expect(performance.now() - stopped).toBeLessThan(250);
    expect(await rows('customer_id')).toEqual([['before']]);
    await settled(engine);
    expect(await rows('customer_id')).toEqual([['before']]);
    expect(await one(`select count(*) from duckdb_schemas() where schema_name like 'store%'`)).toBe('1');
  });

  it('leaves what was loaded when a file is damaged', async () => {
    await given(engine, before);
    const packed = new Uint8Array(gzipSync(text));
    const bytes = packed.slice(0, packed.length - 500);
    const failed = loadFiles([{name: 'f.csv', bytes}], [mapping]);
    await expect(failed).rejects.toThrow(FileError);
    expect(await rows('customer_id')).toEqual([['before']]);
    expect(await one(`select count(*) from duckdb_schemas() where schema_name like 'store%'`)).toBe('1');
  });

  it('says which role is missing', async () => {
    const {amount: _, ...others} = mapping.roles;
    await expect(loadTexts({'f.csv': text}, [{...mapping, roles: others, amount: null}])).rejects.toThrow(MappingError);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    const source = sourceOf('f.csv', new TextEncoder().encode(text), 0);
    const recipe: Recipe = {version: 1, files: [mapping], rules: usual};
    const loaded = await load(engine, [source], recipe, {
      onprogress: ({stage, bytes, total_bytes, rows}) => told.push(`${stage} ${bytes === total_bytes} ${rows}`)
    });
    await loaded.finish();
    expect(told[0]).toBe('reading false 0');
    expect(told.slice(-4)).toEqual([
      'duplicates true 400000',
      'sorting true 400000',
      'months true 400000',
      'done true 400000'
    ]);
  });
});

describe('any table', () => {
  it('is read back as it was written, in any dialect', async () => {
    const id = fc
      .string({unit: fc.constantFrom(...`ab7 ;,"'\n\t|é€`), minLength: 1, maxLength: 6})
      .map((text) => `k${text.trim()}`);
    const cents = fc.integer({min: -9_999_999, max: 9_999_999});
    const day = fc
      .date({min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true})
      .map((date) => date.toISOString().slice(0, 10));
    const table = fc.array(fc.tuple(id, day, cents), {minLength: 1, maxLength: 30});
    const style = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      decimal: fc.constantFrom<'.' | ','>('.', ','),
      grouped: fc.boolean(),
      date: fc.constantFrom('%Y-%m-%d', '%d.%m.%Y', '%m/%d/%Y', '%Y%m%d'),
      encoding: fc.constantFrom('utf-8', 'utf-16le')
    });
    await fc.assert(
      fc.asyncProperty(table, style, async (lines, {delimiter, end, decimal, grouped, date, encoding}) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const written = lines.map(([name, on, sum]) =>
          [quoted(name), dateIn(on, date), quoted(amountIn(sum, decimal, grouped))].join(delimiter)
        );
        const text = ['id', 'day', 'net'].join(delimiter) + end + written.join(end);
        const mapping = purchases('f.csv', {
          header: 'id,day,net',
          roles: {customer_id: 'id', purchased_on: ['day', {date}], amount: ['net', {decimal}]}
        });
        const bytes =
          encoding === 'utf-8' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(text, 'utf16le'));
        const {receipt} = await loadFiles(
          [{name: 'f.csv', bytes}],
          [{...mapping, encoding, dialect: {delimiter, quote: '"', escape: '"'}}]
        );
        const sum = lines.reduce((total, line) => total + BigInt(line[2]) * 100n, 0n);
        expect(receipt.purchases).toMatchObject({rows: lines.length, amount: exact(sum)});
        const expected = lines.map(([name, on, amount]) => [name, on, exact(BigInt(amount) * 100n)]);
        expect((await rows('customer_id, purchased_on, amount')).sort()).toEqual(expected.sort());
      }),
      {numRuns: 60, interruptAfterTimeLimit: 15_000}
    );
  });
});

const data = '../shared/data';

describe.skipIf(!existsSync(`${data}/online_retail/OnlineRetail.csv`))('Online Retail (needs ../shared/data)', () => {
  it('gives the published numbers', {timeout: 60_000}, async () => {
    const {receipt} = await loadGuessed('online_retail/OnlineRetail.csv');
    expect(receipt.files[0]).toMatchObject({
      records: 541_910,
      header: 1,
      used: 406_829,
      set_aside: 135_080,
      reasons: {'no customer': 135_080},
      amount: {read: '9747747.9340', used: '8300065.8140'}
    });
    expect(receipt.purchases).toEqual({rows: 406_829, amount: '8300065.8140', from: '2010-12-01', to: '2011-12-09'});
    expect(receipt.kinds).toMatchObject({
      sale: {rows: 397_884, amount: '8911407.9040'},
      cancellation: {rows: 8905},
      free: {rows: 40}
    });
    expect(receipt.customers).toBe(4372);
    const sales = await engine.query(
      `select count(distinct customer_id), count(distinct transaction_id) from purchase where kind = 'sale'`
    );
    expect([sales.number(0, 0), sales.number(0, 1)]).toEqual([4338, 18_532]);
    expect(await one("select count(*) from purchase where customer_id like '%.%'")).toBe('0');
  });
});

describe.skipIf(!existsSync(`${data}/locales`))('files from Germany and Sweden (needs ../shared/data)', () => {
  it.each([
    ['de_umsatz_utf8bom.csv', 9495, '221698.2100', 95, 453],
    ['sv_forsaljning_cp1252.csv', 2632, '112854.2500', 39, 44],
    ['sv_unicode_text_utf16le.txt', 2632, '112854.2500', 39, 44]
  ])('%s adds up', async (file, count, amount, customers, negative) => {
    const {receipt} = await loadGuessed(`locales/${file}`);
    expect(receipt).toMatchObject({purchases: {rows: count, amount}, customers, files: [{set_aside: 0}]});
    expect(await one('select count(*) from purchase where amount < 0')).toBe(String(negative));
  });
});

interface Told {
  header: string;
  delimiter?: string;
  region?: FileMapping['region'];
  roles: Readonly<Record<string, string | readonly [string, Format]>>;
  amount?: FileMapping['amount'];
  currency?: string;
  attributes?: number[];
}

function purchases(file: string, told: Told): FileMapping {
  return mappingOf(file, 'purchase', told);
}

function mappingOf(file: string, table: TableName, {header, delimiter = ',', roles, ...rest}: Told): FileMapping {
  const names = header.split(delimiter === '\t' ? '\t' : delimiter);
  return {
    file,
    table,
    encoding: 'utf-8',
    dialect: {delimiter, quote: '"', escape: '"'},
    region: {preamble: 0, header: 1, footer: 0},
    header: names,
    amount: table === 'purchase' ? 'column' : null,
    attributes: [],
    ...rest,
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, told]) => {
        const [name, format] = typeof told === 'string' ? [told, {}] : told;
        return [
          role,
          {column: names.indexOf(name), format: role === 'purchased_on' ? {date: '%Y-%m-%d', ...format} : format}
        ];
      })
    )
  };
}

function loadTexts(
  texts: Record<string, string>,
  files: FileMapping[],
  rules = usual,
  signal?: AbortSignal
): Promise<Loaded> {
  const given = Object.entries(texts).map(([name, text]) => ({name, bytes: new TextEncoder().encode(text)}));
  return loadFiles(given, files, rules, signal);
}

function loadFiles(
  files: {name: string; bytes: Uint8Array<ArrayBuffer>}[],
  mappings: FileMapping[],
  rules = usual,
  signal?: AbortSignal
): Promise<Loaded> {
  const sources = files.map(({name, bytes}, index) => sourceOf(name, bytes, index));
  return load(engine, sources, {version: 1, files: mappings, rules}, signal ? {signal} : {});
}

const sourceOf = (name: string, bytes: Uint8Array<ArrayBuffer>, index: number): Source => ({
  id: `f${index + 1}`,
  name,
  blob: new Blob([bytes])
});

async function loadGuessed(file: string): Promise<{receipt: Receipt}> {
  const source = {id: 'f1', name: file, blob: await openAsBlob(`${data}/${file}`)};
  return load(engine, [source], guess([await inspect(source)]));
}

async function rows(columns: string): Promise<(string | null)[][]> {
  const found = await engine.query(`select ${columns} from purchase order by all`);
  return Array.from({length: found.length}, (_, row) =>
    found.columns.map((_column, column) => found.text(row, column))
  );
}

async function one(sql: string): Promise<string | null> {
  return (await engine.query(sql)).text(0, 0);
}

/** The product of two decimals, rounded half away from zero to four decimals, in whole numbers. */
function product(a: string, b: string): string {
  const parse = (text: string): [bigint, number] => {
    const [whole = '', part = ''] = text.split('.');
    return [BigInt(whole + part), part.length];
  };
  const [x, xs] = parse(a);
  const [y, ys] = parse(b);
  const scale = 10n ** BigInt(Math.max(0, xs + ys - 4));
  const grown = x * y * 10n ** BigInt(Math.max(0, 4 - xs - ys));
  const half = grown < 0n ? -scale / 2n : scale / 2n;
  return exact((grown + half) / scale);
}

function windows1252(text: string): Uint8Array<ArrayBuffer> {
  const own: Record<string, number> = {'€': 0x80, Š: 0x8a, š: 0x9a};
  return Uint8Array.from(text, (char) => own[char] ?? char.charCodeAt(0));
}

function dateIn(day: string, format: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return format.replace('%Y', year).replace('%m', month).replace('%d', date);
}

function amountIn(cents: number, decimal: '.' | ',', grouped: boolean): string {
  const digits = exact(BigInt(cents) * 100n).slice(0, -2);
  const [whole = '', part = ''] = digits.split('.');
  const mark = decimal === '.' ? ',' : '.';
  return `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole}${decimal}${part}`;
}

it('adds up exact amounts as whole numbers', () => {
  expect(tenThousandths('-0.0001')).toBe(-1n);
  expect(exact(tenThousandths('12345678901234.5678'))).toBe('12345678901234.5678');
  expect(exact(-50n)).toBe('-0.0050');
  expect(() => tenThousandths('1e5')).toThrow(RangeError);
});
