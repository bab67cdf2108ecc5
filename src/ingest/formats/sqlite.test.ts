import initSqlJs, {type Database} from 'sql.js';
import fc from 'fast-check';
import {beforeAll, expect, it} from 'vitest';
import type {Cell, FoundTable} from './converter';
import {sqlite} from './sqlite';

let create: () => Database;
beforeAll(async () => {
  const {Database} = await initSqlJs();
  create = () => new Database();
});

const fileOf = (database: Database): Blob => new Blob([database.export() as Uint8Array<ArrayBuffer>]);

interface Read extends Pick<FoundTable, 'part' | 'names' | 'rows' | 'notes'> {
  cells: (readonly Cell[])[] | unknown;
}

async function tablesOf(blob: Blob): Promise<Read[]> {
  const found: Read[] = [];
  for await (const {batches, ...table} of sqlite(blob)) {
    const cells = await collected(batches).catch((error: unknown) => error);
    found.push({part: table.part, names: table.names, rows: table.rows, cells, notes: table.notes});
  }
  return found;
}

async function collected(batches: FoundTable['batches']): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

it('reads tables and views, whole numbers exactly and bytes in hexadecimal', async () => {
  const database = create();
  database.run(`create table "Order ""Lines""" (id integer primary key, "a b" text, "" real, raw blob, any);
    insert into "Order ""Lines""" values (9223372036854775807, '00123', 0.1, x'ff00', null), (-9007199254740993, 'Čačak 😀', 17850.0, x'', '1'), (1, null, 1e-7, null, 2.5);
    create table empty (a);
    create view totals as select count(*) as n, 'x' as n from "Order ""Lines""";`);
  expect(await tablesOf(fileOf(database))).toEqual([
    {
      part: ['Order "Lines"'],
      names: ['id', 'a b', '', 'raw', 'any'],
      rows: 3,
      cells: [
        ['-9007199254740993', 'Čačak 😀', '17850', '', '1'],
        ['1', null, '0.0000001', null, '2.5'],
        ['9223372036854775807', '00123', '0.1', 'ff00', null]
      ],
      notes: [{key: 'column.bytes', values: {columns: 'raw', count: 1}}]
    },
    {part: ['totals'], names: ['n', 'n:1'], rows: null, cells: [['3', 'x']], notes: []}
  ]);
});

it('reads many rows in batches', async () => {
  const database = create();
  database.run(
    `create table t as with recursive n(i) as (select 0 union all select i + 1 from n where i < 9999) select i, 'row ' || i from n`
  );
  const [table] = await tablesOf(fileOf(database));
  expect(table?.cells).toEqual(Array.from({length: 10_000}, (_, n) => [`${n}`, `row ${n}`]));
});

it('opens a database whose changes were written ahead, and says so', async () => {
  const database = create();
  database.run('create table t (a); insert into t values (1)');
  const bytes = new Uint8Array(await fileOf(database).arrayBuffer());
  bytes.fill(2, 18, 20);
  const [table] = await tablesOf(new Blob([bytes]));
  expect([table?.cells, table?.notes]).toEqual([[['1']], [{key: 'database.ahead'}]]);
});

it('refuses a view that needs what is not there, alone', async () => {
  const database = create();
  database.run('create table t (a); insert into t values (1); create view broken as select missing(a) from t');
  const found = await tablesOf(fileOf(database));
  expect(found.map(({part, cells}) => [part[0], cells])).toEqual([
    ['broken', expect.objectContaining({kind: 'database-table', values: {error: 'no such function: missing'}})],
    ['t', [['1']]]
  ]);
});

it('refuses what is encrypted or damaged', async () => {
  const noise = Uint8Array.from({length: 8192}, (_, n) => (n * 7919) % 251);
  await expect(tablesOf(new Blob([noise]))).rejects.toMatchObject({kind: 'damaged-sqlite'});
  const database = create();
  database.run(
    `create table t as with recursive n(i) as (select 0 union all select i + 1 from n where i < 9999) select i from n`
  );
  const cut = fileOf(database).slice(0, 8192);
  await expect(tablesOf(cut).then(([table]) => Promise.reject(table?.cells))).rejects.toMatchObject({
    kind: 'damaged-sqlite'
  });
});

it('reads back any values', async () => {
  const value = fc.oneof(
    fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}),
    fc.string({unit: 'grapheme'}).filter((text) => !text.includes('\0')),
    fc.double({noNaN: true, noDefaultInfinity: true}),
    fc.constant(null)
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value), {minLength: 1, maxLength: 5}), async (rows) => {
      const database = create();
      database.run('create table t (a, b)');
      for (const row of rows) database.run('insert into t values (?, ?)', row as never);
      const [table] = await tablesOf(fileOf(database));
      const read = table?.cells as Cell[][];
      const cells = read.map((row, n) =>
        row.map((cell, at) => (typeof rows[n]?.[at] === 'number' ? Number(cell) : cell))
      );
      expect(cells).toEqual(rows.map((row) => row.map(expected)));
    }),
    {numRuns: 50}
  );

  function expected(value: bigint | string | number | null): unknown {
    if (typeof value === 'number') return value + 0;
    return value === null ? null : String(value);
  }
});
