import {mkdirSync, mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Cell, FoundTable} from '../../src/ingest/formats/converter';
import {parquet} from '../../src/ingest/formats/parquet';
import {sheets} from '../../src/ingest/formats/sheets';
import {generateCompanions} from './companions.mjs';
import {generate} from './generate.mjs';
import {writeParquet} from './native.mjs';
import {sizesOf} from './sizes.mjs';
import {median} from './time.mjs';
import {writeWorkbook} from './workbook.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
});
afterAll(() => rmSync(folder, {recursive: true}));

it('generates the same file again: so many rows of nine columns, dates ascending, few customers with most of them', async () => {
  const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')];
  await generate(50_000, one);
  await generate(50_000, two);
  const text = readFileSync(one, 'utf8');
  expect(readFileSync(two, 'utf8')).toBe(text);

  const [head = '', ...rows] = text.trimEnd().split('\n');
  expect(head).toBe('order_id,customer_id,order_date,product,category,channel,country,quantity,unit_price');
  expect(rows).toHaveLength(50_000);
  const fields = rows.map((row) => row.split(','));
  expect(new Set(fields.map((row) => row.length))).toEqual(new Set([9]));
  const dates = fields.map(([, , date]) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(shareOfFirstFifth(fields.map(([, customer]) => customer ?? ''))).toBeGreaterThan(0.6);
});

it('writes the same table as a workbook and as Parquet', async () => {
  const csv = join(folder, 'table.csv');
  await generate(1000, csv);
  await writeWorkbook(csv, join(folder, 'table.xlsx'));
  await writeParquet(csv, join(folder, 'table.parquet'));

  const expected = readFileSync(csv, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const prices = (row: readonly (string | null)[]): unknown[] => [
    ...row.slice(0, -1),
    Number(row.at(-1)) || row.at(-1)
  ];
  const workbook = await firstTable(sheets(await openAsBlob(join(folder, 'table.xlsx'))));
  expect(workbook.map(prices)).toEqual(expected.map(prices));
  const columns = await firstTable(parquet(await openAsBlob(join(folder, 'table.parquet'))));
  expect(columns.map(prices)).toEqual(expected.slice(1).map(prices));
});

it('counts as the shell what the page loads before any dynamic import', () => {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), {recursive: true});
  const files = {
    'index.html': '<link rel="stylesheet" href="./assets/a.css"><script type="module" src="./assets/a.js"></script>',
    'assets/a.css': 'a{color:red}',
    'assets/a.js': 'import{b}from"./b.js";import"./d.js";const c=()=>import("./c.js");b(c)',
    'assets/b.js': 'export*from"./e.js";export const b=1',
    'assets/c.js': 'export const c=1',
    'assets/d.js': 'd()',
    'assets/e.js': 'export const e=2'
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);

  const {shell, files: sizes} = sizesOf(dist);
  const scripts = [files['assets/a.js'], files['assets/b.js'], files['assets/d.js'], files['assets/e.js']];
  expect(shell.scripts).toBe(scripts.reduce((sum, text) => sum + gzipSync(text, {level: 9}).length, 0));
  expect(shell.styles).toBe(gzipSync(files['assets/a.css'], {level: 9}).length);
  expect(sizes.map(({file}) => file).sort()).toEqual(Object.keys(files).sort());
});

it('takes the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([])).toBeUndefined();
});

/** The share of rows that belongs to the fifth of the customers with the most. */
function shareOfFirstFifth(customers: string[]): number {
  const counts = new Map<string, number>();
  for (const customer of customers) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  const ranked = [...counts.values()].sort((a, b) => b - a);
  const first = ranked.slice(0, Math.ceil(ranked.length / 5));
  return first.reduce((sum, count) => sum + count, 0) / customers.length;
}

/** Rows of all tables, of which there is one. */
async function firstTable(tables: AsyncIterable<FoundTable>): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const {batches} of tables) for await (const batch of batches) rows.push(...batch);
  return rows;
}

it('generates customers, contacts and costs beside the transactions, of the same customers', async () => {
  const beside = await generateCompanions(2000, (name) => join(folder, `${name}.csv`));
  expect(beside.map(({table}) => table)).toEqual(['customer', 'interaction', 'partnership_cost']);
  const [customers = [], contacts = [], costs = []] = beside.map(({path}) =>
    readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)
  );
  expect([customers.length, contacts.length, costs.length]).toEqual([100, 100, 100 + 36 * 5]);
  const ids = new Set(customers.map((line) => line.split(',')[0]));
  for (const line of [...contacts, ...costs]) expect(['', ...ids]).toContain(line.split(',')[0]);
});
