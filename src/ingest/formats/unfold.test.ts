import {BlobWriter, TextReader, ZipWriter, type ZipWriterAddDataOptions} from '@zip.js/zip.js';
import {gzipSync} from 'node:zlib';
import {expect, it} from 'vitest';
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

async function zipped(files: Record<string, string | [text: string, options: ZipWriterAddDataOptions]>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {useWebWorkers: false});
  for (const [name, content] of Object.entries(files)) {
    const [text, options] = typeof content === 'string' ? [content, {}] : content;
    await writer.add(name, options.directory ? undefined : new TextReader(text), options);
  }
  return writer.close();
}
