import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync, gzipSync} from 'node:zlib';
import {expect, it} from 'vitest';
import {inspect} from '../look/inspect';
import {cutsOf} from '../scan/scan-run';
import {gunzip} from './gunzip';

it('unpacks members one behind the other, as gzip does', async () => {
  const parts = ['id,a\n', '1,x\n'.repeat(200_000), '', '2,y\n'];
  const packed = parts.map((part) => gzipSync(part));
  expect(await unpacked(new Blob(packed))).toBe(parts.join(''));
});

it('is not misled by bytes that look like the beginning of a member', async () => {
  const bytes = new Uint8Array(300_000);
  for (let at = 0, seed = 1; at < bytes.length; at++) bytes[at] = seed = (seed * 1103515245 + 12345) & 0xff;
  const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
  for (const at of [100, 65_530, 200_000]) bytes.set(header, at);
  const stored = gzipSync(bytes, {level: 0});
  expect(Buffer.from(stored).includes(Buffer.from(header), 20)).toBe(true);
  const read = await bytesOf(new Blob([stored, gzipSync('end')]));
  expect(Buffer.compare(read, Buffer.concat([bytes, Buffer.from('end')]))).toBe(0);
});

it.each([
  ['cut short', (packed: Buffer) => packed.subarray(0, -20)],
  ['without its end', (packed: Buffer) => packed.subarray(0, -4)],
  ['damaged', (packed: Buffer) => Buffer.concat([packed.subarray(0, 60), Buffer.alloc(40, 7), packed.subarray(100)])]
])('fails where it is %s', async (_, damage) => {
  const text = Array.from({length: 5000}, (_, at) => `${at * 7919},x\n`).join('');
  await expect(unpacked(new Blob([new Uint8Array(damage(gzipSync(text)))]))).rejects.toThrow();
});

it('counts the packed bytes that it reads', async () => {
  const blob = new Blob([gzipSync('a'.repeat(100_000)), gzipSync('b')]);
  let read = 0;
  for await (const piece of gunzip(blob, (bytes) => (read += bytes))) expect(piece.length).toBeGreaterThan(0);
  expect(read).toBe(blob.size);
});

it('lets a total at the end of packed text be seen, and scans all of its members', async () => {
  const rows = Array.from(
    {length: 30_000},
    (_, at) => `${at},2024-01-${String((at % 28) + 1).padStart(2, '0')},10.00\n`
  );
  const total = `Total,,${rows.length * 10}.00\n`;
  const blob = new Blob([gzipSync('id,day,amount\n'), gzipSync(rows.join('')), gzipSync(total)]);
  const found = await inspect({id: 'f1', name: 'x.csv.gz', blob});
  expect(found.gzip).toBe(true);
  expect(found.region.value).toMatchObject({preamble: 0, header: 1, footer: 1});
  const {dialect, region, columns} = found;
  const layout = {encoding: 'utf-8', dialect: dialect.value, region: region.value, width: columns.length};
  let records = 0;
  for await (const cut of cutsOf(blob, layout)) records += cut.records;
  expect(records).toBe(rows.length);
});

const real = new URL('../../../../shared/data/retentioneering_ecom/ecom.csv.gz', import.meta.url);

it.skipIf(!existsSync(real))('unpacks a real file as zlib does', async () => {
  const packed = readFileSync(real);
  expect(Buffer.compare(await bytesOf(new Blob([packed])), gunzipSync(packed))).toBe(0);
});

const unpacked = async (blob: Blob): Promise<string> => (await bytesOf(blob)).toString();

async function bytesOf(blob: Blob): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of gunzip(blob)) pieces.push(piece);
  return Buffer.concat(pieces);
}
