import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import type {TableName} from '../../tables/canonical';
import {exact} from '../values/exact';
import {load, type Loaded} from '../load';
import type {FileMapping, Rules, Source} from '../types';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const usual: Rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'};
const header = ['order', 'id', 'day', 'net', 'item'];
const roles = {transaction_id: 'order', customer_id: 'id', purchased_on: 'day', amount: 'net', product: 'item'};

describe('purchases updated by transaction', () => {
  const january = ['1,a,2024-01-05,10,tea', '1,a,2024-01-05,5,jam', '2,b,2024-01-06,7,tea', '3,,2024-01-07,1,tea'];
  const corrected = ['1,a,2024-01-05,12,tea', '4,b,2024-02-01,3,jam'];

  it('lose their earlier rows, all of them, which are accounted for', async () => {
    const {receipt} = await loadFiles([
      {name: 'january.csv', lines: january},
      {name: 'corrected.csv', lines: corrected, adds: 'update'}
    ]);
    expect(await rows()).toEqual([
      ['1', 'a', '2024-01-05', '12.0000', 'tea'],
      ['2', 'b', '2024-01-06', '7.0000', 'tea'],
      ['4', 'b', '2024-02-01', '3.0000', 'jam']
    ]);
    expect(receipt.files[0]).toMatchObject({
      records: 5,
      used: 1,
      set_aside: 3,
      reasons: {replaced: 2, 'no customer': 1},
      sums: {replaced: '15.0000'},
      amount: {read: '23.0000', used: '7.0000', set_aside: '16.0000'}
    });
    expect(receipt.files[1]).toMatchObject({
      used: 2,
      set_aside: 0,
      replaces: [{file: 'january.csv', rows: 2, amount: '15.0000'}]
    });
    expect(receipt.set_aside).toEqual([
      {file: 'january.csv', line: 2, column: 'order', value: '1', reason: 'replaced'},
      {file: 'january.csv', line: 3, column: 'order', value: '1', reason: 'replaced'},
      {file: 'january.csv', line: 5, column: 'id', value: '', reason: 'no customer'}
    ]);
    expect(receipt.purchases).toMatchObject({rows: 3, amount: '22.0000'});
  });

  it('stay where the file only adds, and are named as the same transaction with other rows', async () => {
    const loaded = await loadFiles([
      {name: 'january.csv', lines: january},
      {name: 'corrected.csv', lines: corrected}
    ]);
    expect(loaded.receipt.purchases).toMatchObject({rows: 5, amount: '37.0000'});
    const {duplicates} = await loaded.finish();
    expect(duplicates).toEqual({
      within: [],
      across: [],
      changed: {
        transactions: 1,
        rows: 1,
        amount: '12.0000',
        examples: [
          {
            transaction: '1',
            places: [
              {file: 'january.csv', line: 2},
              {file: 'corrected.csv', line: 2}
            ]
          }
        ]
      }
    });
  });

  it('by the same file once more change nothing but the account', async () => {
    const files = [
      {name: 'january.csv', lines: january},
      {name: 'corrected.csv', lines: corrected, adds: 'update' as const}
    ];
    await loadFiles(files);
    const once = [await rows(), await facts()];
    const {receipt} = await loadFiles([...files, {name: 'again.csv', lines: corrected, adds: 'update'}]);
    expect([await rows(), await facts()]).toEqual(once);
    expect(receipt.files[1]).toMatchObject({used: 0, set_aside: 2, reasons: {replaced: 2}});
    expect(receipt.files[2]?.replaces).toEqual([{file: 'corrected.csv', rows: 2, amount: '15.0000'}]);
  });
});

describe('rows that are there several times', () => {
  const january = ['1,a,2024-01-05,10,tea', '1,a,2024-01-05,10,tea', '2,b,2024-01-06,7,tea', '3,b,2024-01-07,4,tea'];
  const quarter = [
    '3,b,2024-01-07,4,jam',
    '1,a,2024-01-05,10,tea',
    '1,a,2024-01-05,10,tea',
    '2,b,2024-01-06,7,tea',
    '4,b,2024-02-01,3,jam',
    '4,b,2024-02-01,3,jam',
    '4,b,2024-02-01,3,jam'
  ];
  const files = [
    {name: 'January.csv', lines: january},
    {name: 'Q1.csv', lines: quarter}
  ];
  const found = {
    within: [
      {
        ...{file: 'January.csv', table: 'purchase', rows: 1, amount: '10.0000'},
        examples: [{line: 3, earlier: {file: 'January.csv', line: 2}}]
      },
      {
        ...{file: 'Q1.csv', table: 'purchase', rows: 2, amount: '6.0000'},
        examples: [
          {line: 7, earlier: {file: 'Q1.csv', line: 6}},
          {line: 8, earlier: {file: 'Q1.csv', line: 6}}
        ]
      }
    ],
    across: [
      {
        ...{file: 'Q1.csv', earlier: 'January.csv', table: 'purchase', rows: 3, amount: '27.0000', transactions: 2},
        examples: [
          {line: 3, earlier: {file: 'January.csv', line: 2}},
          {line: 4, earlier: {file: 'January.csv', line: 3}},
          {line: 5, earlier: {file: 'January.csv', line: 4}}
        ]
      }
    ]
  };
  const changed = {
    ...{transactions: 1, rows: 1, amount: '4.0000'},
    examples: [
      {
        transaction: '3',
        places: [
          {file: 'January.csv', line: 5},
          {file: 'Q1.csv', line: 2}
        ]
      }
    ]
  };

  it('are kept, counted and shown', async () => {
    const loaded = await loadFiles(files);
    expect(loaded.receipt.duplicates).toBeUndefined();
    expect(loaded.receipt.purchases).toMatchObject({rows: 11, amount: '71.0000'});
    expect((await loaded.finish()).duplicates).toEqual({...found, changed});
    expect(loaded.receipt.purchases.rows).toBe(11);
    expect((await rows()).length).toBe(11);
  });

  it('are set aside where an earlier file has them as often', async () => {
    const loaded = await loadFiles(files, {...usual, overlaps: 'set aside'});
    expect(loaded.receipt.files[1]).toMatchObject({
      used: 4,
      set_aside: 3,
      reasons: {'in an earlier file too': 3},
      sums: {'in an earlier file too': '27.0000'}
    });
    expect(loaded.receipt.purchases).toMatchObject({rows: 8, amount: '44.0000'});
    expect(loaded.receipt.duplicates).toEqual({...found, changed});
    expect(loaded.receipt.set_aside[0]).toEqual({
      ...{file: 'Q1.csv', line: 3, column: null, value: '1', reason: 'in an earlier file too'}
    });
    expect((await loaded.finish()).duplicates).toEqual({...found, changed});
  });

  it('are set aside within a file where the rule says so', async () => {
    const {receipt} = await loadFiles(files, {...usual, duplicates: 'set aside', overlaps: 'set aside'});
    expect(receipt.files.map(({used, reasons}) => [used, reasons])).toEqual([
      [3, {'repeated in its file': 1}],
      [2, {'in an earlier file too': 2, 'repeated in its file': 3}]
    ]);
    expect(await rows()).toEqual([
      ['1', 'a', '2024-01-05', '10.0000', 'tea'],
      ['2', 'b', '2024-01-06', '7.0000', 'tea'],
      ['3', 'b', '2024-01-07', '4.0000', 'jam'],
      ['3', 'b', '2024-01-07', '4.0000', 'tea'],
      ['4', 'b', '2024-02-01', '3.0000', 'jam']
    ]);
  });
});

describe('customers in several files', () => {
  const bought = {name: 'sales.csv', lines: ['1,a,2024-01-05,10,tea', '2,b,2024-01-06,7,tea', '3,c,2024-01-06,7,tea']};
  const crm = {name: 'crm.csv', header: 'id,name,city', lines: ['a,Ann,Lund', 'b,Bo,', 'b,Bea,Oslo']};
  const shop = {
    name: 'shop.csv',
    header: 'id,name,segment,city,shoe',
    lines: ['a,Ann,gold,Rome,38', 'b,Bo,,Paris,', 'c,Cy,,,']
  };
  const last = {name: 'last.csv', header: 'id,name', lines: ['a,Ann', 'b,Bob']};

  it('are put together column by column; what differs is counted', async () => {
    const {receipt} = await loadFiles([bought, crm, shop, last]);
    expect(await customers()).toEqual([
      ['a', 'Ann', 'gold', 'city=Lund;shoe=38'],
      ['b', 'Bo', null, 'city=Paris'],
      ['c', 'Cy', null, null]
    ]);
    const [, first, second, third] = receipt.files;
    expect(first).toMatchObject({used: 2, set_aside: 1, reasons: {'same customer twice': 1}});
    expect(second).toMatchObject({used: 3, merged: 2, set_aside: 0});
    expect(second?.assumptions).toContainEqual({key: 'assumed.conflict', values: {column: 'city', rows: 1}});
    expect(third).toMatchObject({used: 0, set_aside: 2, reasons: {'same row twice': 1, 'same customer twice': 1}});
    expect(third?.assumptions).toContainEqual({key: 'assumed.conflict', values: {column: 'name', rows: 1}});
    expect(receipt.tables.customer.rows).toBe(3);
  });

  it('are replaced as a whole by a file that updates', async () => {
    const {receipt} = await loadFiles([bought, crm, {...shop, adds: 'update'}]);
    expect(await customers()).toEqual([
      ['a', 'Ann', 'gold', 'city=Rome;shoe=38'],
      ['b', 'Bo', null, 'city=Paris'],
      ['c', 'Cy', null, null]
    ]);
    expect(receipt.files[1]).toMatchObject({used: 0, set_aside: 3, reasons: {replaced: 3}, amount: null});
    expect(receipt.files[2]?.replaces).toEqual([{file: 'crm.csv', rows: 3, amount: '0.0000'}]);
  });
});

const line = fc
  .record({
    order: fc.integer({min: 1, max: 6}),
    id: fc.constantFrom('a', 'b', 'c', ''),
    day: fc.integer({min: 1, max: 28}),
    cents: fc.integer({min: -300, max: 300}),
    item: fc.constantFrom('tea', 'jam')
  })
  .map(({order, id, day, cents, item}) =>
    [order, id, `2024-01-${String(day).padStart(2, '0')}`, exact(BigInt(cents) * 100n), item].join(',')
  );

describe('any files', () => {
  it('in two parts are the same as whole', async () => {
    const halves = fc.tuple(fc.array(line, {minLength: 1, maxLength: 15}), fc.array(line, {maxLength: 15}));
    await fc.assert(
      fc.asyncProperty(halves, async ([one, two]) => {
        const whole = await loadFiles([{name: 'whole.csv', lines: [...one, ...two]}]);
        const expected = [await rows(), await facts()];
        const parts = await loadFiles([
          {name: 'one.csv', lines: one},
          {name: 'two.csv', lines: two}
        ]);
        expect([await rows(), await facts()]).toEqual(expected);
        expect(parts.receipt.purchases).toEqual(whole.receipt.purchases);
        expect(parts.receipt.kinds).toEqual(whole.receipt.kinds);
      }),
      {numRuns: 12, interruptAfterTimeLimit: 8000}
    );
  });

  it('added and updated at random come to what is worked out row by row, and the account adds up', async () => {
    const file = fc.record({
      lines: fc.array(line, {minLength: 1, maxLength: 8}),
      adds: fc.constantFrom<'append' | 'update'>('append', 'update')
    });
    const setAside = fc.constantFrom<'keep' | 'set aside'>('keep', 'set aside');
    const files = fc.array(file, {minLength: 1, maxLength: 4});
    await fc.assert(
      fc.asyncProperty(files, setAside, setAside, async (given, duplicates, overlaps) => {
        const named = given.map((one, index) => ({...one, name: `${index}.csv`}));
        const {receipt} = await loadFiles(named, {...usual, duplicates, overlaps});
        const left = worked(given, {duplicates, overlaps});
        expect(await rows()).toEqual(left.filter(([, id]) => id !== null).sort(byText));
        for (const {records, header: head, used, set_aside} of receipt.files)
          expect(records).toBe(head + used + set_aside);
        expect(receipt.files.reduce((sum, {used}) => sum + used, 0)).toBe(receipt.purchases.rows);
      }),
      {numRuns: 30, interruptAfterTimeLimit: 8000}
    );
  });
});

/** What is left of files, by plain loops: rows of transactions that a later file updates go, then copies as the rules say. */
function worked(
  files: readonly {lines: string[]; adds: 'append' | 'update'}[],
  {duplicates, overlaps}: Required<Pick<Rules, 'duplicates' | 'overlaps'>>
): (string | null)[][] {
  const orderOf = (text: string): string => text.split(',')[0] ?? '';
  const staged = files.map(({lines}, index) => {
    const later = files.slice(index + 1).filter(({adds}) => adds === 'update');
    return lines.filter((text) => !later.some((other) => other.lines.some((own) => orderOf(own) === orderOf(text))));
  });
  const most = new Map<string, number>();
  const left: string[] = [];
  for (const lines of staged) {
    const seen = new Map<string, number>();
    for (const text of lines) {
      const copy = (seen.get(text) ?? 0) + 1;
      seen.set(text, copy);
      const isAcross = copy <= (most.get(text) ?? 0);
      const gone = (duplicates === 'set aside' && copy > 1) || (overlaps === 'set aside' && isAcross);
      if (!gone) left.push(text);
    }
    for (const [text, copies] of seen) most.set(text, Math.max(most.get(text) ?? 0, copies));
  }
  return left.map((text) => text.split(',').map((cell) => (cell === '' ? null : cell)));
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

interface Written {
  name: string;
  lines: string[];
  header?: string;
  adds?: 'append' | 'update';
}

function loadFiles(files: Written[], rules = usual): Promise<Loaded> {
  const sources = files.map(({name, lines, header: head = header.join(',')}, index): Source => {
    return {id: `f${index + 1}`, name, blob: new Blob([`${[head, ...lines].join('\n')}\n`])};
  });
  return load(engine, sources, {version: 1, files: files.map(mappingOf), rules});
}

function mappingOf({name, header: head, adds}: Written): FileMapping {
  const table: TableName = head === undefined ? 'purchase' : 'customer';
  const names = head?.split(',') ?? header;
  const wanted = head === undefined ? roles : {customer_id: 'id', name: 'name', segment: 'segment'};
  const own = Object.entries(wanted).filter(([, column]) => names.includes(column));
  const used = own.map(([, column]) => column);
  return {
    ...{file: name, table, encoding: 'utf-8', header: names},
    dialect: {delimiter: ',', quote: '"', escape: '"'},
    region: {preamble: 0, header: 1, footer: 0},
    roles: Object.fromEntries(
      own.map(([role, column]) => [
        role,
        {column: names.indexOf(column), format: role === 'purchased_on' ? {date: '%Y-%m-%d'} : {}}
      ])
    ),
    amount: table === 'purchase' ? 'column' : null,
    attributes: table === 'customer' ? names.flatMap((column, index) => (used.includes(column) ? [] : [index])) : [],
    ...(adds ? {adds} : {})
  };
}

const rows = (): Promise<(string | null)[][]> =>
  texts('select transaction_id, customer_id, purchased_on, amount, product from purchase').then((found) =>
    found.sort(byText)
  );

const facts = (): Promise<(string | null)[][]> => texts('from customer_facts order by customer_key');

const customers = (): Promise<(string | null)[][]> =>
  texts(`select customer_id, name, segment,
      array_to_string(list_sort(list_transform(map_entries(attributes), lambda e: e.key || '=' || e.value)), ';')
    from customer order by customer_id`);

async function texts(sql: string): Promise<(string | null)[][]> {
  const found = await engine.query(sql);
  return Array.from({length: found.length}, (_, row) =>
    found.columns.map((_column, column) => found.text(row, column))
  );
}
