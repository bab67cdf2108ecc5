import {utils, write} from '@e965/xlsx';
import {BlobReader, BlobWriter, ZipWriter} from '@zip.js/zip.js';
import {expect, it, vi} from 'vitest';
import {testEngine} from '../../test/engine';
import {unfold} from '../ingest/formats/unfold';
import {load} from '../ingest/load';
import {Draft} from './import/draft.svelte';
import {reader, type Unfolded} from './import/reader';
import {planOf} from './plan';
import {Session} from './session.svelte';

const orders = [
  ['order', 'customer', 'date', 'amount'],
  ['1', 'ada', '2024-01-05', 10.5],
  ['2', 'bo', '2024-02-05', 5.25],
  ['3', 'bo', 'soon\nor later', 1],
  ...Array.from({length: 18}, (_, at) => [String(at + 4), 'bo', `2024-03-${at + 10}`, 2])
];
const customers = [
  ['customer_id', 'name', 'country'],
  ['ada', 'Ada', 'NO'],
  ['bo', 'Bo', 'DK']
];
const book = workbook({Orders: orders, Customers: customers});

it('reads a workbook by its sheets, and counts their rows', async () => {
  const session = await opened();
  const plan = await session.plan([book]);
  expect(plan.recipe.files.map(({file, table}) => [file, table])).toEqual([
    ['book.xlsx › Orders', 'purchase'],
    ['book.xlsx › Customers', 'customer']
  ]);
  const receipt = await session.read(plan);
  expect(receipt.purchases).toMatchObject({rows: 20, amount: '51.7500'});
  expect(receipt.files[0]).toMatchObject({records: 22, header: 1, used: 20, set_aside: 1});
  expect(receipt.set_aside).toMatchObject([{line: 4, column: 'date', value: 'soon\nor later', reason: 'not a date'}]);
});

it('tells a script which parts of a file could not be read', async () => {
  const session = await opened();
  const zip = await zipped({'orders.csv': csv(orders), 'broken.json': '[{"id": 1'});
  const receipt = await session.read(await session.plan([zip]));
  expect(receipt.files.map(({file}) => file)).toEqual(['all.zip › orders.csv']);
  expect(receipt.refused).toMatchObject([{file: 'all.zip › broken.json'}]);
  const more = await session.add([file('more.csv', csv(customers))], 'append');
  expect(more.refused).toEqual(receipt.refused);
});

it('shows what was read again without reading the workbook again', async () => {
  const session = await opened();
  await session.read(await session.plan([book]));
  const unfolding = vi.spyOn(book, 'slice');
  await session.reopen();
  expect(session.draft?.files.map(({source, mapping}) => [source.name, mapping?.table])).toEqual([
    ['book.xlsx › Orders', 'purchase'],
    ['book.xlsx › Customers', 'customer']
  ]);
  expect(unfolding).not.toHaveBeenCalled();
});

it('puts the parts of a file in its place, with what is wrong with those that cannot be read', async () => {
  const draft = new Draft(await testEngine());
  const zip = await zipped({'orders.csv': csv(orders), 'broken.json': '[{"id": 1', 'customers.csv': csv(customers)});
  await draft.add([file('first.csv', csv(orders)), zip, file('last.csv', csv(customers))]);
  expect(draft.files.map(({source, error}) => [source.name, error?.message ?? null])).toEqual([
    ['first.csv', null],
    ['all.zip › orders.csv', null],
    ['all.zip › customers.csv', null],
    ['all.zip › broken.json', 'all.zip › broken.json is JSON that ends too early, in line 1'],
    ['last.csv', null]
  ]);
  expect(draft.looking).toBe(false);
  await draft.add([zip]);
  expect(draft.files.at(-1)?.error?.message).toMatch(/here twice/);
  expect(new Set(draft.files.map(({source}) => source.id)).size).toBe(draft.files.length);
});

it('shows a file while its tables are found, and takes it out', async () => {
  const engine = await testEngine();
  let tell: (rows: number) => void = () => undefined;
  let aborted = false;
  const draft = new Draft(engine, undefined, {
    ...reader(engine),
    unfold: (_, {signal, onprogress}) =>
      new Promise<Unfolded>((resolve) => {
        tell = (rows) => onprogress?.({part: [], rows});
        signal?.addEventListener('abort', () => {
          aborted = true;
          resolve({sources: [], refused: []});
        });
      })
  });
  const adding = draft.add([book]);
  expect(draft.files[0]).toMatchObject({source: {name: 'book.xlsx'}, opening: {rows: 0}, error: null});
  expect(draft.looking).toBe(true);
  tell(1200);
  expect(draft.files[0]?.opening).toEqual({rows: 1200});
  draft.remove('f1');
  await adding;
  expect(aborted).toBe(true);
  expect(draft.files).toEqual([]);
  expect(draft.last).toBeNull();
  expect(draft.looking).toBe(false);
});

async function opened(): Promise<Session> {
  return new Session({
    start: testEngine,
    unfold,
    plan: planOf,
    known: async () => null,
    draft: async (engine, nextId) => new Draft(engine, nextId),
    load,
    sample: async () => ({label: '', files: []})
  });
}

function workbook(sheets: Record<string, unknown[][]>): File {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(rows), name);
  return new File([write(made, {type: 'array', bookType: 'xlsx'}) as ArrayBuffer], 'book.xlsx');
}

async function zipped(files: Record<string, string>): Promise<File> {
  const writer = new ZipWriter(new BlobWriter(), {useWebWorkers: false});
  for (const [name, text] of Object.entries(files)) await writer.add(name, new BlobReader(new Blob([text])));
  return new File([await writer.close()], 'all.zip', {lastModified: 1});
}

function csv(rows: unknown[][]): string {
  return rows.map((row) => row.map((cell) => `"${String(cell)}"`).join(',')).join('\n');
}

const file = (name: string, text: string): File => new File([text], name, {lastModified: 1});
