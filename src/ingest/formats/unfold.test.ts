import {BlobReader, BlobWriter, ZipWriter, type ZipWriterAddDataOptions} from '@zip.js/zip.js';
import {gzipSync} from 'node:zlib';
import {expect, it} from 'vitest';
import {ingest} from '../../messages/ingest';
import type {Source} from '../types';
import {gunzip} from './gunzip';
import {unfold, type Unfolded} from './unfold';

const orders = 'id,date,amount\n1,2024-01-05,10.00\n2,2024-02-05,5.50\n';
const customers = 'id;name\n1;Ada\n';

it('leaves text alone, packed or not', async () => {
  const plain = new File([orders], 'orders.csv');
  expect(await opened(plain)).toEqual({sources: [{id: 'f1', name: 'orders.csv', blob: plain}], refused: []});
  const packed = new File([gzipSync(orders)], 'orders.csv.gz');
  const {sources, refused} = await opened(packed);
  expect(refused).toEqual([]);
  expect(sources).toEqual([{id: 'f1', name: 'orders.csv.gz', blob: packed}]);
});

it('reads the files of a zip, stored or packed, without what systems put there', async () => {
  const zip = await zipped({
    'data/orders.csv': orders.repeat(500),
    'customers.csv': [customers, {level: 0}],
    '__MACOSX/._customers.csv': 'x',
    '.DS_Store': 'x',
    'data/': ['', {directory: true}]
  });
  const {sources, refused} = await opened(new File([zip], 'export.zip'));
  expect(refused).toEqual([]);
  expect(sources.map(({name}) => name)).toEqual(['export.zip › data/orders.csv', 'export.zip › customers.csv']);
  expect(sources.map(({origin}) => origin?.part)).toEqual([['data/orders.csv'], ['customers.csv']]);
  expect(await Promise.all(sources.map(read))).toEqual([orders.repeat(500), customers]);
});

it('loses no member to the way its name begins', async () => {
  const zip = await zipped({
    './orders.csv': orders,
    '../up/customers.csv': customers,
    './.hidden.csv': 'x',
    'a/.b.csv': 'x'
  });
  const {sources} = await opened(new File([zip], 'export.zip'));
  expect(sources.map(({name}) => name)).toEqual(['export.zip › ./orders.csv', 'export.zip › ../up/customers.csv']);
});

it('leaves out the name of an only member', async () => {
  const {sources} = await opened(new File([await zipped({'a/orders.csv': orders})], 'orders.zip'));
  expect(sources.map(({name, origin}) => [name, origin?.part, origin?.written])).toEqual([
    ['orders.zip', ['a/orders.csv'], false]
  ]);
});

it('opens what is packed in what is packed', async () => {
  const inner = await zipped({'b.csv': orders, 'c.csv.gz': [gzipSync(customers), {}]});
  const outer = await zipped({
    'inner.zip': [inner, {level: 0}],
    'packed.zip': [inner, {}],
    'gz/a.csv.gz': [gzipSync(orders), {level: 0}],
    'twice.gz': [gzipSync(gzipSync(orders)), {level: 0}]
  });
  const {sources, refused} = await opened(new File([gzipSync(await bytesOf(outer))], 'all.zip.gz'));
  expect(refused).toEqual([]);
  expect(sources.map(({name}) => name)).toEqual([
    'all.zip.gz › inner.zip › b.csv',
    'all.zip.gz › inner.zip › c.csv.gz',
    'all.zip.gz › packed.zip › b.csv',
    'all.zip.gz › packed.zip › c.csv.gz',
    'all.zip.gz › gz/a.csv.gz',
    'all.zip.gz › twice.gz'
  ]);
  expect(await Promise.all(sources.map(read))).toEqual([orders, customers, orders, customers, orders, orders]);
  expect(sources.map(({id}) => id)).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'f6']);
});

it('goes down only so far', async () => {
  let blob = await zipped({'orders.csv': orders});
  for (let depth = 0; depth < 6; depth++) blob = await zipped({'inner.zip': [blob, {level: 0}]});
  const {sources, refused} = await opened(new File([blob], 'deep.zip'));
  expect(sources).toEqual([]);
  expect(refused.map(({error}) => error.message)).toEqual([
    'deep.zip is packed in archives that are packed in archives'
  ]);
});

it('reads records, and says what each of its tables was', async () => {
  const json = JSON.stringify({orders: [{id: 1, lines: [{sku: 'x'}]}], customers: [{id: 7}]});
  const file = new File([await zipped({'shop.json': json, 'orders.csv': orders})], 'shop.zip');
  const {sources} = await opened(file);
  expect(sources.map(({name, origin}) => [name, origin?.part, origin?.format, origin?.written, origin?.named])).toEqual(
    [
      ['shop.zip › shop.json › orders', ['shop.json', 'orders'], 'json', true, true],
      ['shop.zip › shop.json › orders › lines', ['shop.json', 'orders', 'lines'], 'json', true, true],
      ['shop.zip › shop.json › customers', ['shop.json', 'customers'], 'json', true, true],
      ['shop.zip › orders.csv', ['orders.csv'], 'csv', false, false]
    ]
  );
  expect(sources.every(({origin}) => origin?.file === file)).toBe(true);
  const lone = await opened(new File(['{"id": 1}\n{"id": 2}\n'], 'rows.txt'));
  expect(lone.sources).toMatchObject([{name: 'rows.txt', origin: {part: [], format: 'ndjson'}}]);
  expect(await lone.sources[0]?.blob.text()).toBe('id\n1\n2\n');
});

it('reads packed records without unpacking them first', async () => {
  const text = Array.from({length: 5000}, (_, id) => JSON.stringify({id})).join('\n');
  const {sources} = await opened(new File([gzipSync(text)], 'rows.ndjson.gz'));
  expect((await sources[0]?.blob.text())?.split('\n')).toHaveLength(5002);
});

it('lets no part that cannot be read spoil the others', async () => {
  const zip = await zipped({
    'orders.csv': orders,
    'broken.json': '[{"a": 1},\n{"a" 2}]',
    'report.pdf': '%PDF-1.4',
    'nothing.csv': '',
    ...Object.fromEntries(
      Array.from({length: 6}, (_, at) => [`${at}.png`, '\x89PNG\r\n'] as const).map(([name]) => [
        name,
        [new Blob([Uint8Array.of(0x89, 80, 78, 71, 13, 10)]), {}]
      ])
    )
  });
  const {sources, refused} = await opened(new File([zip], 'all.zip'));
  expect(sources.map(({name}) => name)).toEqual(['all.zip › orders.csv']);
  expect(refused.map(({name, error}) => [name, error.message, error.place.line])).toEqual([
    ['all.zip › broken.json', 'all.zip › broken.json is JSON, and broken in line 2, at character 6', 2],
    ['all.zip › report.pdf', 'all.zip › report.pdf is a PDF', undefined],
    ['all.zip › nothing.csv', 'all.zip › nothing.csv is empty', undefined],
    ['all.zip › 0.png', 'all.zip › 0.png is a picture', undefined],
    ['all.zip › 1.png', 'all.zip › 1.png is a picture', undefined],
    ['all.zip › 2.png', 'all.zip › 2.png is a picture', undefined],
    ['all.zip', '3 more files in all.zip can’t be read, for the same reasons as the ones named', undefined]
  ]);
});

it('keeps what a file broke off after', async () => {
  const {sources, refused} = await opened(
    new File([new Uint8Array(await bytesOf(await zipped({'a.csv': orders}))).slice(0, -30)], 'x.zip')
  );
  expect(sources).toEqual([]);
  expect(refused.map(({error}) => error.message)).toEqual(['x.zip is a zip archive, and damaged']);
});

it.each([
  ['secret.zip', async () => zipped({'a.csv': [orders, {password: 'x'}]}), /packed with a password/],
  ['empty.zip', async () => zipped({}), /without files/],
  ['clutter.zip', async () => zipped({'.DS_Store': 'x', 'a/': ['', {directory: true}]}), /without files/],
  [
    'text.docx',
    async () => zipped({'word/document.xml': '<w/>', '[Content_Types].xml': '<t/>'}),
    /document, not a table/
  ],
  ['odd.zip', async () => withMethod(await zipped({'a.csv': orders}), 14), /can’t be unpacked/],
  ['many.zip', async () => crowded(20_001), /more than 20,000 files/],
  ['notes.json', async () => new Blob(['[[1, 2']), /ends too early/],
  ['cut.json.gz', async () => new Blob([gzipSync('[{"a": 1}]'.padEnd(9000, ' ')).subarray(0, 20)]), /damaged/],
  ['list.json', async () => new Blob(['[]']), /not a list of records/],
  ['page.xml', async () => new Blob(['<?xml version="1.0"?><orders/>']), /XML/],
  ['x.7z', async () => new Blob([Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4)]), /archive of a kind/],
  [
    'bomb.zip.gz',
    async () => new Blob([gzipSync(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(40 * 2 ** 20)]))]),
    /far more than/
  ]
])('refuses %s in words', async (name, blob, words) => {
  const {sources, refused} = await opened(new File([await blob()], name));
  expect(sources).toEqual([]);
  expect(refused.map(({error}) => error.message)).toEqual([expect.stringMatching(words)]);
  expect(refused[0]?.error.remedy).not.toBe('');
});

it('gives parts of the same name different ones', async () => {
  const twice = await zipped({'a.csv': orders, 'b.csv': customers});
  const bytes = Buffer.from(await bytesOf(twice));
  for (let at = bytes.indexOf('b.csv'); at >= 0; at = bytes.indexOf('b.csv', at + 1)) bytes.write('a', at);
  const {sources} = await opened(new File([bytes], 'x.zip'));
  expect(sources.map(({name}) => name)).toEqual(['x.zip › a.csv', 'x.zip › a.csv (2)']);
  expect(await Promise.all(sources.map(read))).toEqual([orders, customers]);
});

it('ends when it is cancelled', async () => {
  const ending = new AbortController();
  const text = Array.from({length: 50_000}, (_, id) => JSON.stringify({id})).join('\n');
  const rows: number[] = [];
  const unfolding = unfold(new File([text], 'rows.ndjson'), {
    nextId: () => 'f1',
    signal: ending.signal,
    onprogress: (progress) => {
      rows.push(progress.rows);
      ending.abort();
    }
  });
  await expect(unfolding).rejects.toMatchObject({name: 'QueryError', reason: 'cancelled'});
  expect(rows).toEqual([1000]);
});

it('has words for every reason that a format is refused for', () => {
  const code = import.meta.glob<string>(['./*.ts', '!./*.test.ts'], {query: '?raw', import: 'default', eager: true});
  const kinds = Object.values(code).flatMap((text) =>
    [...text.matchAll(/new FormatError\('([^']+)'|(?:refusing|refusal)\('([^']+)'/g)].map(
      ([, first, second]) => first ?? second
    )
  );
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => !ingest.has(`refused.${kind}`) || !ingest.has(`refused.${kind}.remedy`))).toEqual([]);
});

async function opened(file: File): Promise<Unfolded> {
  let given = 0;
  return unfold(file, {nextId: () => `f${++given}`});
}

async function read({blob}: Source): Promise<string> {
  const [first] = new Uint8Array(await blob.slice(0, 1).arrayBuffer());
  if (first !== 0x1f) return blob.text();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of gunzip(blob)) pieces.push(piece);
  return new Blob(pieces).text();
}

type Content = string | readonly [content: string | Blob | Buffer, options: ZipWriterAddDataOptions];

async function zipped(files: Record<string, Content>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {useWebWorkers: false, keepOrder: true});
  for (const [name, content] of Object.entries(files)) {
    const [given, options] = typeof content === 'string' ? [content, {}] : content;
    const blob = given instanceof Blob ? given : new Blob([typeof given === 'string' ? given : new Uint8Array(given)]);
    await writer.add(name, options.directory ? undefined : new BlobReader(blob), options);
  }
  return writer.close();
}

/** A zip whose directory has the same entry many times. */
function crowded(count: number): Blob {
  const entry = Buffer.alloc(47);
  entry.write('PK\x01\x02');
  entry.writeUInt16LE(1, 28);
  entry.write('a', 46);
  const local = Buffer.alloc(31);
  local.write('PK\x03\x04');
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(count * entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Blob([local, ...Array.from({length: count}, () => entry), end]);
}

/** The zip with another method of packing in its directory. */
async function withMethod(zip: Blob, method: number): Promise<Blob> {
  const bytes = Buffer.from(await bytesOf(zip));
  bytes.writeUInt16LE(method, bytes.indexOf('PK\x01\x02') + 10);
  return new Blob([bytes]);
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
