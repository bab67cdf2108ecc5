import {BlobReader, type Entry, ZipReader} from '@zip.js/zip.js';
import {FormatError} from './converter';

/** A workbook has some dozens of parts, and few have thousands. */
const mostParts = 50_000;

/** Bytes that a workbook's parts may have together, unpacked. */
const mostBytes = 2 ** 31;

/** Beyond so many bytes a part may be no more than `mostRatio` times as long as packed. */
const freeBytes = 16 * 2 ** 20;
const mostRatio = 200;

/** The parts of a zipped document, each read as a stream whose checksum is checked. */
export class PackedParts {
  readonly #blob: Blob;
  readonly #entries: Map<string, Entry>;
  #unpacked = 0;

  private constructor(blob: Blob, entries: Map<string, Entry>) {
    this.#blob = blob;
    this.#entries = entries;
  }

  /** @throws {FormatError} `encrypted`, or `bomb` for too many parts */
  static async of(blob: Blob): Promise<PackedParts> {
    const entries = new Map<string, Entry>();
    const reader = new ZipReader(new BlobReader(blob));
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.size === mostParts) throw new FormatError('bomb');
      if (entry.encrypted) throw new FormatError('encrypted');
      entries.set(normal(entry.filename), entry);
    }
    await reader.close();
    return new PackedParts(blob, entries);
  }

  has(path: string): boolean {
    return this.#entries.has(normal(path));
  }

  /** The bytes of a part, unpacked. @throws {FormatError} `bomb`, while it streams; {TypeError} if they are damaged */
  async stream(path: string): Promise<ReadableStream<Uint8Array>> {
    const entry = this.#entries.get(normal(path));
    if (!entry) throw new FormatError('damaged-sheet', {cause: new Error(`missing part: ${path}`)});
    const packed = this.#blob.slice(...(await this.#place(entry)));
    if (entry.compressionMethod === 0) return packed.stream().pipeThrough(this.#counting(entry.compressedSize));
    const gzip = new Blob([gzipHead, packed, gzipTail(entry)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return gzip.pipeThrough(this.#counting(entry.compressedSize));
  }

  /** A part as text. */
  async text(path: string): Promise<string> {
    return new Response(await this.stream(path)).text();
  }

  async #place({offset, compressedSize}: Entry): Promise<[number, number]> {
    const head = new DataView(await this.#blob.slice(offset, offset + 30).arrayBuffer());
    if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw new Error('no part where one should be');
    const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    return [start, start + compressedSize];
  }

  #counting(packed: number): TransformStream<Uint8Array, Uint8Array> {
    let bytes = 0;
    return new TransformStream({
      transform: (piece, controller) => {
        bytes += piece.length;
        this.#unpacked += piece.length;
        if (this.#unpacked > mostBytes || (bytes > freeBytes && bytes > packed * mostRatio))
          throw new FormatError('bomb');
        controller.enqueue(piece);
      }
    });
  }
}

/** Parts are found whatever their letters' case and slashes, as Excel finds them. */
const normal = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const gzipHead = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** With the checksum behind it, a deflated part is a gzip file, and the unpacking checks it. */
function gzipTail({signature, uncompressedSize}: Entry): Uint8Array<ArrayBuffer> {
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, signature ?? 0, true);
  tail.setUint32(4, uncompressedSize, true);
  return new Uint8Array(tail.buffer);
}
