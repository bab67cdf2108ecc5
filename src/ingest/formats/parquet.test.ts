import {existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import fc from 'fast-check';
import {parquetWriteBuffer} from 'hyparquet-writer';
import Papa from 'papaparse';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Cell, Note} from './converter';
import {parquet} from './parquet';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

let folder: string;
let native: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-parquet-'));
  native = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  native.closeSync();
  rmSync(folder, {recursive: true});
});

interface Read {
  names: readonly string[];
  rows: (readonly Cell[])[];
  notes: Note[];
}

async function readTable(blob: Blob): Promise<Read | null> {
  let read: Read | null = null;
  for await (const table of parquet(blob)) {
    expect(table.part).toEqual([]);
    const rows: (readonly Cell[])[] = [];
    for await (const batch of table.batches) rows.push(...batch);
    expect(rows.length).toBe(table.rows);
    read = {names: table.names ?? [], rows, notes: table.notes};
  }
  return read;
}

/** What DuckDB writes of a query. */
async function written(query: string, options = ''): Promise<Blob> {
  const path = join(folder, `${Math.random()}.parquet`);
  await native.run(`copy (${query}) to ${literal(path)} (format parquet${options})`);
  return openAsBlob(path);
}

describe('values that DuckDB wrote', () => {
  const values: [type: string, value: string, text: Cell][] = [
    ['decimal(4,1)', '-123.4', '-123.4'],
    ['decimal(9,3)', '0.001', '0.001'],
    ['decimal(18,4)', '12345678901234.5678', '12345678901234.5678'],
    ['decimal(38,10)', '-1234567890123456789012345678.0123456789', '-1234567890123456789012345678.0123456789'],
    ['decimal(38,0)', '99999999999999999999999999999999999999', '99999999999999999999999999999999999999'],
    ['bigint', '-9223372036854775808', '-9223372036854775808'],
    ['ubigint', '18446744073709551615', '18446744073709551615'],
    ['uinteger', '4294967295', '4294967295'],
    ['tinyint', '-128', '-128'],
    ['usmallint', '65535', '65535'],
    ['double', '0.1', '0.1'],
    ['double', '17850', '17850'],
    ['double', '1e-7', '0.0000001'],
    ['double', '1.5e22', '15000000000000000000000'],
    ['double', 'nan', null],
    ['double', '-inf', '-Infinity'],
    ['float', '0.1', '0.1'],
    ['float', '16777216', '16777216'],
    ['boolean', 'true', 'true'],
    ['varchar', '00123', '00123'],
    ['varchar', 'Čačak, "ü"\n😀', 'Čačak, "ü"\n😀'],
    ['varchar', '', ''],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '1582-10-04', '1582-10-04'],
    ['time', '13:05:00.25', '13:05:00.25'],
    ['timestamp', '2024-02-29 13:05:00', '2024-02-29 13:05:00'],
    ['timestamp', '1899-12-31 23:59:59.999999', '1899-12-31 23:59:59.999999'],
    ['timestamp_ms', '2024-02-29 13:05:00.123', '2024-02-29 13:05:00.123'],
    ['timestamp_s', '2024-02-29 13:05:00', '2024-02-29 13:05:00'],
    ['timestamp_ns', '2024-02-29 13:05:00.123456789', '2024-02-29 13:05:00.123456789'],
    ['uuid', '01234567-89ab-cdef-0123-456789abcdef', '01234567-89ab-cdef-0123-456789abcdef'],
    ["enum('a', 'b')", 'b', 'b'],
    ['integer', 'null', null]
  ];

  it.each(['snappy', 'zstd', 'gzip', 'brotli', 'lz4', 'lz4_raw', 'uncompressed'])('packed with %s', async (codec) => {
    const columns = values.map(([type, value], n) =>
      value === 'null' ? `null::${type} as c${n}` : `${literal(value)}::${type} as c${n}`
    );
    const read = await readTable(await written(`select ${columns.join(', ')} from range(3)`, `, compression ${codec}`));
    expect(read?.names).toEqual(values.map((_, n) => `c${n}`));
    expect(read?.rows).toEqual(Array.from({length: 3}, () => values.map(([, , text]) => text)));
    expect(read?.notes).toEqual([]);
  });

  it('keeps nulls at their place, in several row groups and pages', async () => {
    const query = `select case when i % 7 > 0 then i end as n, (i % 13)::varchar as t, case when i % 3 = 0 then (i / 100)::decimal(12,2) end as d from range(30000) r(i)`;
    const read = await readTable(await written(query, ', row_group_size 8192'));
    const expected = Array.from({length: 30_000}, (_, i) => [
      i % 7 > 0 ? `${i}` : null,
      `${i % 13}`,
      i % 3 === 0 ? (i / 100).toFixed(2) : null
    ]);
    expect(read?.rows).toEqual(expected);
  });

  it('writes records as columns, lists and maps as JSON with exact numbers', async () => {
    const query = `select {'a': 1, 'b': {'c': 'x', 'd': [1.50::decimal(5,2), null]}} as s, [9007199254740993, null] as l, map {'__proto__': 1, '10': 2, '9': null} as m, [{'day': date '2024-02-29', 'ok': true}, null] as o
      union all select null, [], map {}, null union all select {'a': null, 'b': null}, null, null, []`;
    const read = await readTable(await written(query));
    expect(read?.names).toEqual(['s.a', 's.b.c', 's.b.d', 'l', 'm', 'o']);
    expect(read?.rows).toEqual([
      [
        '1',
        'x',
        '[1.50,null]',
        '[9007199254740993,null]',
        '{"__proto__":1,"10":2,"9":null}',
        '[{"day":"2024-02-29","ok":true},null]'
      ],
      [null, null, null, '[]', '{}', null],
      [null, null, null, null, null, '[]']
    ]);
  });

  it('says which times are in UTC and which columns hold bytes', async () => {
    const query = `select timestamptz '2024-02-29 13:05:00+02' as "at", '\\xFF\\x00'::blob as raw, 'text'::blob as readable, interval '1 month 2 days 3.5 seconds' as length`;
    const read = await readTable(await written(query));
    expect(read?.rows).toEqual([['2024-02-29 11:05:00', 'ff00', 'text', 'P1M2DT3.5S']]);
    expect(read?.notes).toEqual([
      {key: 'column.utc', values: {columns: 'at', count: 1}},
      {key: 'column.bytes', values: {columns: 'raw', count: 1}}
    ]);
  });

  it('leaves out a table without rows', async () => {
    expect(await readTable(await written('select 1 as a where false'))).toBeNull();
  });

  it('refuses what is damaged or encrypted', async () => {
    const bytes = new Uint8Array(await (await written('select i from range(1000) r(i)')).arrayBuffer());
    await expect(readTable(new Blob([bytes.slice(0, -10)]))).rejects.toMatchObject({kind: 'damaged-parquet'});
    const torn = bytes.map((byte, at) => (at > 20 && at < 400 ? 255 : byte));
    await expect(readTable(new Blob([torn]))).rejects.toMatchObject({kind: 'damaged-parquet'});
    const encrypted = new Blob([bytes.slice(0, -4), 'PARE']);
    await expect(readTable(encrypted)).rejects.toMatchObject({kind: 'encrypted-parquet'});
  });
});

describe('any table', () => {
  const column = fc.oneof(
    fc.record({
      type: fc.constant('INT64' as const),
      data: fc.array(fc.option(fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n})), {minLength: 5, maxLength: 5})
    }),
    fc.record({
      type: fc.constant('INT32' as const),
      data: fc.array(fc.option(fc.integer()), {minLength: 5, maxLength: 5})
    }),
    fc.record({
      type: fc.constant('BOOLEAN' as const),
      data: fc.array(fc.option(fc.boolean()), {minLength: 5, maxLength: 5})
    }),
    fc.record({
      type: fc.constant('STRING' as const),
      data: fc.array(fc.option(fc.string({unit: 'grapheme'})), {minLength: 5, maxLength: 5})
    }),
    fc.record({
      type: fc.constant('DOUBLE' as const),
      data: fc.array(fc.option(fc.double({noNaN: true})), {minLength: 5, maxLength: 5})
    })
  );
  const name = fc.oneof(
    fc.constantFrom('', 'a', 'a', '__proto__', 'a.b', 'constructor'),
    fc.string({unit: 'grapheme'})
  );

  it('that hyparquet writes is read back, whatever its columns are called', async () => {
    const columnsOf = fc.uniqueArray(fc.tuple(name, column), {minLength: 1, maxLength: 4, selector: ([name]) => name});
    await fc.assert(
      fc.asyncProperty(columnsOf, async (columns) => {
        const columnData = columns.map(([name, {type, data}]) => ({name, type, data, nullable: true}));
        const read = await readTable(new Blob([parquetWriteBuffer({columnData})]));
        expect(read?.names).toEqual(columns.map(([name]) => name));
        for (const [index, [, {type, data}]] of columns.entries()) {
          const cells = read?.rows.map((row) => row[index] ?? null) ?? [];
          if (type === 'DOUBLE') expect(cells.map(number)).toEqual(data.map(number));
          else expect(cells).toEqual(data.map((value) => (value === null ? null : String(value))));
        }
      }),
      {numRuns: 100}
    );
  });

  it('may have a name twice', async () => {
    const [first, second] = [
      ['1', null],
      [null, '2']
    ];
    const columnData = [first, second].map((data) => ({name: 'a', type: 'STRING' as const, data, nullable: true}));
    const read = await readTable(new Blob([parquetWriteBuffer({columnData})]));
    expect(read).toEqual({
      names: ['a', 'a'],
      rows: [
        ['1', null],
        [null, '2']
      ],
      notes: []
    });
  });

  it('of random decimals and moments is what DuckDB itself reads', async () => {
    const query = `select (random() * 1e12 - 5e11)::decimal(18,4) as d, (hash(i)::hugeint - 9e18::hugeint)::decimal(38,7) as h,
      make_timestamp((hash(i + 1) % 8000000000000000)::bigint - 4000000000000000) as t, date '0001-01-01' + (hash(i + 2) % 3600000)::int as day from range(2000) r(i)`;
    await native.run(`create or replace table random as ${query}`);
    const read = await readTable(await written('from random', ', parquet_version v2'));
    const same = await native.runAndReadAll('select d::varchar, h::varchar, t::varchar, day::varchar from random');
    expect(read?.rows).toEqual(same.getRows());
  });
});

describe('Online Retail', () => {
  const data = '../shared/data/online_retail/';

  it.skipIf(!existsSync(data))('has the same rows as its CSV, where both have the column', async () => {
    const read = await readTable(await openAsBlob(`${data}online_retail.parquet`));
    const csv = Papa.parse<string[]>(readFileSync(`${data}OnlineRetail.csv`, 'utf8'), {skipEmptyLines: true}).data;
    const [header = [], ...records] = csv;
    const columns = read?.names.map((name) => header.indexOf(name)) ?? [];
    const expected = records.map((record) => columns.map((column) => shortest(record[column] ?? '')).join('|')).sort();
    const found = (read?.rows ?? []).map((row) => row.map((cell) => (cell ?? '').trim()).join('|')).sort();
    expect(columns).not.toContain(-1);
    expect(found.length).toBe(541_909);
    expect(found.filter((row, n) => row !== expected[n]).slice(0, 10)).toEqual([]);
  });

  /** Numbers of the CSV have zeros too many here and there: `17850.0`. */
  const shortest = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text.trim());
});

const number = (value: unknown): number | null => (value === null ? null : Number(value) + 0);
