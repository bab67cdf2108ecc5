import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import {matches} from './keys';
import {load, type Loaded} from '../load';
import {LookupTables} from './lookup-tables';
import {previewRows} from '../preview';
import type {FileMapping, Format, Inspection, Lookup, Recipe, Source} from '../types';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const lines = [
  'order,product,qty,price,freight',
  'A1,p1,2,1.50,0.30',
  'A1,p2,1,4.00,0.20',
  'A2,p1,3,1.50,',
  ' A3 ,p9,1,9.99,1.00',
  'A9,p1,1,1.00,2.00',
  ',p1,1,7.00,0.10',
  'A4,p2,1,4.00,0.40'
].join('\n');
const orders = [
  'id;day;who',
  'A1;03.01.2024;7.0',
  'A2;04.01.2024;8',
  'A3;05.01.2024;8',
  'A2;09.09.2029;9',
  ';01.01.2024;9',
  'A4;soon;7',
  'A5;06.01.2024;7'
].join('\n');
const people = ['nr,name,person', '7,Ann,P1', '8,Bob,P2', '10,Cid,P1'].join('\n');
const products = ['sku,kind,each', 'p1,soap,0.50', 'p2,brush,2.25'].join('\n');

const files = {'lines.csv': lines, 'orders.csv': orders, 'people.csv': people, 'products.csv': products};

/** order 0, product 1, qty 2, price 3, freight 4 | day 5, who 6 | person 7 | kind 8, each 9 */
const joined: FileMapping = {
  ...file('lines.csv', 'order,product,qty,price,freight'),
  table: 'purchase',
  amount: 'quantity × unit_price',
  roles: {
    transaction_id: role(0),
    product: role(1),
    quantity: role(2, {decimal: '.'}),
    unit_price: role(3, {decimal: '.'}),
    purchased_on: role(5, {date: '%d.%m.%Y'}),
    customer_id: role(7),
    category: role(8),
    unit_cost: role(9, {decimal: '.'})
  },
  lookups: [
    lookup({file: 'orders.csv', from: 0, key: 0, columns: [1, 2], names: ['day', 'who']}),
    lookup({file: 'people.csv', from: 6, key: 0, columns: [2], names: ['person']}),
    lookup({file: 'products.csv', from: 1, key: 0, columns: [1, 2], names: ['kind', 'each']})
  ],
  also: [
    {
      table: 'partnership_cost',
      roles: {customer_id: role(7), incurred_on: role(5, {date: '%d.%m.%Y'}), amount: role(4, {decimal: '.'})},
      constants: {category: 'delivery'}
    }
  ]
};
const others = [
  {...file('orders.csv', 'id;day;who'), dialect: {delimiter: ';', quote: '"', escape: '"'} as const},
  file('people.csv', 'nr,name,person'),
  file('products.csv', 'sku,kind,each')
];

describe('order lines with orders, customers and products', () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await loaded4();
  });

  it('have the columns of all four', async () => {
    expect(await table('transaction_id, customer_id, purchased_on, amount, category, cost', 'purchase')).toEqual([
      ['A1', 'P1', '2024-01-03', '3.0000', 'soap', '1.0000'],
      ['A1', 'P1', '2024-01-03', '4.0000', 'brush', '2.2500'],
      ['A2', 'P2', '2024-01-04', '4.5000', 'soap', '1.5000'],
      ['A3', 'P2', '2024-01-05', '9.9900', null, null]
    ]);
  });

  it('say which rows lack their order, and which orders lack a day', () => {
    const [receipt] = loaded.receipt.files;
    expect(receipt).toMatchObject({
      records: 8,
      used: 4,
      set_aside: 3,
      reasons: {'no match in orders.csv': 2, 'not a date': 1},
      amount: {read: '33.4900', used: '21.4900', set_aside: '12.0000'}
    });
    expect(loaded.receipt.set_aside.filter(({file}) => file === 'lines.csv').slice(0, 3)).toEqual([
      {file: 'lines.csv', line: 6, column: 'order', value: 'A9', reason: 'no match in orders.csv'},
      {file: 'lines.csv', line: 7, column: 'order', value: '', reason: 'no match in orders.csv'},
      {file: 'lines.csv', line: 8, column: 'orders.csv › day', value: 'soon', reason: 'not a date'}
    ]);
  });

  it('count what was found', () => {
    const [toOrders, toPeople, toProducts] = loaded.receipt.files[0]?.lookups ?? [];
    expect(toOrders).toEqual({
      ...{file: 'orders.csv', from: 'order', key: 'id', columns: ['day', 'who']},
      ...{rows: 7, matched: 5, unmatched: 1, empty: 1, examples: [{key: 'A9', rows: 1}], fanned: 8},
      there: {
        ...{rows: 7, keys: 5, unused: 1, repeated: 1, differing: 1, several: 1},
        ...{examples: [{key: 'A2', rows: 2}], keyless: 1, unread: 0}
      }
    });
    expect(toPeople).toMatchObject({from: 'orders.csv › who', rows: 7, matched: 5, unmatched: 0, empty: 2});
    expect(toPeople?.there).toMatchObject({keys: 3, unused: 1});
    expect(toProducts).toMatchObject({rows: 7, matched: 6, unmatched: 1, examples: [{key: 'p9', rows: 1}]});
  });

  it('account for the rows of the other files', () => {
    expect(loaded.receipt.files[1]).toMatchObject({
      ...{table: null, looked_up: true, records: 8, header: 1, used: 5, set_aside: 2},
      reasons: {'no key': 1, 'same key again': 1}
    });
    expect(loaded.receipt.files[3]).toMatchObject({looked_up: true, records: 3, used: 2, set_aside: 0});
    expect(loaded.receipt.set_aside.filter(({file}) => file === 'orders.csv')).toEqual([
      {file: 'orders.csv', line: 5, column: 'id', value: 'A2', reason: 'same key again'},
      {file: 'orders.csv', line: 6, column: 'id', value: '', reason: 'no key'}
    ]);
  });

  it('feed the costs of delivery too, each row once', async () => {
    expect(await table('customer_id, incurred_on, category, amount', 'partnership_cost')).toEqual([
      ['P1', '2024-01-03', 'delivery', '0.2000'],
      ['P1', '2024-01-03', 'delivery', '0.3000'],
      ['P1', null, 'delivery', '0.4000'],
      ['P2', '2024-01-05', 'delivery', '1.0000'],
      [null, null, 'delivery', '0.1000'],
      [null, null, 'delivery', '2.0000']
    ]);
    expect(loaded.receipt.files[0]?.also).toMatchObject([
      {
        table: 'partnership_cost',
        records: 8,
        used: 6,
        set_aside: 1,
        reasons: {'no amount': 1},
        amount: {used: '4.0000'}
      }
    ]);
    expect(loaded.receipt.tables.partnership_cost.rows).toBe(6);
  });

  it('leave nothing behind in the engine', async () => {
    const rows = await engine.query(
      `select count(*) from duckdb_schemas() where schema_name like '%lookup%' or schema_name like 'joins%'`
    );
    expect(rows.number(0, 0)).toBe(0);
  });
});

it('shows the same in the preview', async () => {
  const tables = new LookupTables(engine);
  const pairs = filesOf();
  const inspection = {source: pairs[0]?.source} as Inspection;
  const preview = await previewRows(engine, inspection, joined, {files: pairs, tables});
  await tables.close();
  expect(preview.totals).toMatchObject({rows: 7, used: 4, aside: 3, customers: 2, amount: '21.4900'});
  expect(preview.rows[0]?.raw).toEqual(['A1', 'p1', '2', '1.50', '0.30', '03.01.2024', '7.0', 'P1', 'soap', '0.50']);
  expect(preview.rows.map(({line, aside}) => [line, aside?.reason])).toEqual([
    [2, undefined],
    [3, undefined],
    [4, undefined],
    [5, undefined],
    [6, 'no match in orders.csv'],
    [7, 'no match in orders.csv'],
    [8, 'not a date']
  ]);
});

it('counts what lookups find without reading anything else', async () => {
  const tables = new LookupTables(engine);
  const pairs = filesOf();
  const [first] = pairs;
  if (!first) throw new Error('no file');
  const {receipt} = await loaded4();
  expect(await matches(engine, first, {files: pairs, tables})).toEqual(receipt.files[0]?.lookups);
  const ending = new AbortController();
  ending.abort();
  await expect(matches(engine, first, {files: pairs, tables, signal: ending.signal})).rejects.toThrow(/cancelled/);
  await tables.close();
});

it('keeps rows in their lines where the other file is far longer', async () => {
  const base = ['k,v', ...Array.from({length: 40}, (_, n) => `${(n * 7919) % 5000},${n === 17 ? 'x' : n}`)].join('\n');
  const other = [
    'k,w',
    ...Array.from({length: 5000}, (_, n) => `${n},${n === (23 * 7919) % 5000 ? '' : '2024-01-01'}`)
  ].join('\n');
  const mapping: FileMapping = {
    ...file('base.csv', 'k,v'),
    ...{table: 'purchase', amount: 'column', constants: {customer_id: 'C'}},
    roles: {amount: role(1, {decimal: '.'}), purchased_on: role(2, {date: '%Y-%m-%d'})},
    lookups: [lookup({file: 'other.csv', from: 0, key: 0, columns: [1], names: ['w']})]
  };
  const {receipt} = await load(
    engine,
    sources({'base.csv': base, 'other.csv': other}),
    recipe([mapping, file('other.csv', 'k,w')])
  );
  expect(receipt.set_aside).toEqual([
    {file: 'base.csv', line: 19, column: 'v', value: 'x', reason: 'not an amount'},
    {file: 'base.csv', line: 25, column: 'other.csv › w', value: '', reason: 'no date'}
  ]);
  expect(receipt.purchases.rows).toBe(38);
});

it('refuses several rows of a key where that is asked for, with their number', async () => {
  const [first, ...rest] = joined.lookups ?? [];
  if (!first) throw new Error('no lookup');
  const lookups: Lookup[] = [{...first, several: 'refuse'}, ...rest];
  await expect(loaded4({...joined, lookups})).rejects.toThrow(/orders\.csv has several rows of one key, 2 of “A2”/);
});

it('keeps the key in place of a name that is not there', async () => {
  const products = {...(joined.lookups?.[2] ?? fail()), columns: [1], names: ['kind'], label: 1};
  const {unit_cost: _, ...roles} = joined.roles;
  await loaded4({...joined, roles, lookups: [...(joined.lookups?.slice(0, 2) ?? []), products]});
  expect(await table('transaction_id, category', 'purchase')).toContainEqual(['A3', 'p9']);
});

it('gives all rows the same value where a constant says so', async () => {
  const {purchased_on: _, ...roles} = joined.roles;
  const {receipt} = await loaded4({
    ...joined,
    roles,
    also: [],
    constants: {purchased_on: '2024-02-29', channel: 'shop'}
  });
  expect(receipt.purchases).toMatchObject({rows: 5, from: '2024-02-29', to: '2024-02-29'});
  expect((await table('channel', 'purchase')).flat()).toEqual(Array.from({length: 5}, () => 'shop'));
});

it('never changes the number of rows, and finds what a map finds', {timeout: 60_000}, async () => {
  const key = fc.constantFrom('a', 'b', 'c', ' a', 'b ', '1', '1.0', '', 'NULL', 'x"y', 'ä');
  const row = fc.tuple(key, fc.integer({min: 0, max: 9}));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, {minLength: 1, maxLength: 12}),
      fc.array(row, {minLength: 1, maxLength: 12}),
      async (here, there) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const base = ['k,v', ...here.map(([k, v]) => `${quoted(k)},${v}`)].join('\n');
        const other = ['k,w', ...there.map(([k, w]) => `${quoted(k)},w${w}`)].join('\n');
        const mapping: FileMapping = {
          ...file('base.csv', 'k,v'),
          table: 'purchase',
          amount: 'column',
          roles: {amount: role(1, {decimal: '.'}), product: role(2)},
          constants: {customer_id: 'C', purchased_on: '2024-01-01'},
          lookups: [lookup({file: 'other.csv', from: 0, key: 0, columns: [1], names: ['w']})]
        };
        const {receipt} = await load(
          engine,
          sources({'base.csv': base, 'other.csv': other}),
          recipe([mapping, file('other.csv', 'k,w')])
        );
        expect(receipt.purchases.rows).toBe(here.length);
        const plain = (k: string): string | null => {
          const text = k.trim().replace(/^1\.0$/, '1');
          return text === '' || text === 'NULL' ? null : text;
        };
        const found = new Map<string, string>();
        for (const [k, w] of there)
          if (plain(k) !== null && !found.has(plain(k) ?? '')) found.set(plain(k) ?? '', `w${w}`);
        const expected = here.map(([k]) => found.get(plain(k) ?? '') ?? null);
        expect((await table('product', 'purchase')).flat().sort()).toEqual(expected.sort());
        expect(receipt.files[0]?.lookups?.[0]?.matched).toBe(expected.filter((one) => one !== null).length);
      }
    ),
    {numRuns: 25, interruptAfterTimeLimit: 15_000}
  );
});

function fail(): never {
  throw new Error('not there');
}

function role(column: number, format: Format = {}): {column: number; format: Format} {
  return {column, format};
}

function lookup(about: Omit<Lookup, 'several'>): Lookup {
  return {several: 'first', ...about};
}

function file(name: string, header: string): FileMapping {
  return {
    ...{file: name, table: null, encoding: 'utf-8', dialect: {delimiter: ',', quote: '"', escape: '"'}},
    ...{
      region: {preamble: 0, header: 1, footer: 0},
      header: header.split(/[,;]/),
      roles: {},
      amount: null,
      attributes: []
    }
  };
}

function recipe(mappings: FileMapping[]): Recipe {
  return {
    version: 1,
    files: mappings,
    rules: {cancellations: 'leave out', returns: 'subtract', free: 'keep', anonymous: 'leave out'}
  };
}

function sources(texts: Record<string, string>): Source[] {
  return Object.entries(texts).map(([name, text], index) => ({id: `f${index + 1}`, name, blob: new Blob([text])}));
}

function filesOf(): {source: Source; mapping: FileMapping}[] {
  const mappings = [joined, ...others];
  return sources(files).map((source, index) => ({source, mapping: mappings[index] ?? fail()}));
}

function loaded4(first: FileMapping = joined): Promise<Loaded> {
  return load(engine, sources(files), recipe([first, ...others]));
}

async function table(columns: string, name: string): Promise<(string | null)[][]> {
  const names = columns.split(', ').map((column) => `${column}::varchar`);
  const from = name === 'purchase' ? 'purchase left join customer using (customer_key)' : name;
  const list = name === 'purchase' ? names.map((one) => one.replace(/^(customer_id)/, 'purchase.$1')) : names;
  const rows = await engine.query(`select ${list.join(', ')} from ${from} order by all nulls last`);
  return Array.from({length: rows.length}, (_, row) => list.map((_, column) => rows.text(row, column)));
}
