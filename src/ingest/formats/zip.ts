import {FormatError} from './converter';

/** A file inside a zip. */
export interface Member {
  /** its way inside the zip, as the zip has it */
  name: string;
  /** bytes once unpacked, as the zip says */
  size: number;
  packed: number;
  /** why it can't be unpacked: a kind of `FormatError` */
  refused: string | null;
  /** Its bytes as text can be read: stored ones as they are, packed ones as gzip. Nothing is copied. @throws {FormatError} */
  blob(): Promise<Blob>;
}

/** Entries that a zip may have, files or not. */
const mostEntries = 20_000;

/** Finder's and Explorer's own files, and hidden ones; `./` and `../` before a name hide nothing. */
const clutter = /(^|\/)(__MACOSX\/|\.(?!\.?\/)|thumbs\.db$|desktop\.ini$)/i;

/** Whether the file is a zip, by its first bytes. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** The files in a zip, in its order, without those that systems put there for themselves. @throws {FormatError} */
export function membersOf(zip: Blob): Promise<Member[]> {
  const members = listed.get(zip) ?? list(zip);
  listed.set(zip, members);
  return members;
}

const listed = new WeakMap<Blob, Promise<Member[]>>();

/** Entries after which the page gets a turn. */
const often = 500;

async function list(zip: Blob): Promise<Member[]> {
  const members: Member[] = [];
  let count = 0;
  for await (const entry of entriesOf(zip)) {
    if (++count > mostEntries) throw new FormatError('zip-entries', {values: {most: mostEntries}});
    if (count % often === 0) await new Promise((resolve) => setTimeout(resolve));
    if (!entry.directory && !clutter.test(entry.filename)) members.push(memberOf(zip, entry));
  }
  return members;
}

/** What is read of an entry of the central directory. */
interface Entry {
  filename: string;
  directory: boolean;
  encrypted: boolean;
  compressionMethod: number;
  compressedSize: number;
  uncompressedSize: number;
  crc32?: number;
  offset: number;
}

async function* entriesOf(zip: Blob): AsyncGenerator<Entry, void, undefined> {
  const {ZipReader, BlobReader} = await import('@zip.js/zip.js');
  const reader = new ZipReader(new BlobReader(zip), {useWebWorkers: false, strictness: 'tolerant'});
  try {
    for await (const entry of reader.getEntriesGenerator()) yield entry;
  } catch (cause) {
    throw new FormatError('damaged-zip', {cause});
  } finally {
    await reader.close();
  }
}

const [stored, deflated] = [0, 8] as const;

function memberOf(zip: Blob, entry: Entry): Member {
  return {
    name: entry.filename,
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    refused: refusalOf(entry),
    blob: async () => {
      const data = await dataOf(zip, entry);
      return entry.compressionMethod === stored ? data : wrapped(data, entry);
    }
  };
}

function refusalOf({encrypted, compressionMethod: method}: Entry): string | null {
  if (encrypted) return 'zip-encrypted';
  return method === stored || method === deflated ? null : 'zip-method';
}

/** The bytes behind the local header, which says itself how long it is. */
async function dataOf(zip: Blob, {offset, compressedSize}: Entry): Promise<Blob> {
  const header = new DataView(await zip.slice(offset, offset + 30).arrayBuffer());
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new FormatError('damaged-zip');
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return zip.slice(start, start + compressedSize);
}

/** Deflated data between a header and a trailer of gzip. */
function wrapped(data: Blob, {crc32 = 0, uncompressedSize}: Entry): Blob {
  const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc32, true);
  trailer.setUint32(4, uncompressedSize % 2 ** 32, true);
  return new Blob([header, data, trailer], {type: 'application/gzip'});
}
