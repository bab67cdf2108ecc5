import {gunzip} from '../formats/gunzip';
import {separatorOf, type Besides, type Separator} from './scan-columns';
import type {Dialect} from '../types';

/** Why a file can't be read to its end; the last part of a `refused.KIND` message. */
export class ScanError extends Error {
  override name = 'ScanError';
  readonly kind: 'unreadable' | 'damaged-gzip' | 'bomb' | 'encoding';

  constructor(kind: ScanError['kind'], options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}

export interface TextOptions {
  /** a label that `TextDecoder` takes */
  encoding: string;
  /** delimiters of several bytes, and columns in line, become unit separators */
  dialect: Dialect;
  /** told how many bytes of the file were read since it was last told */
  onread?: (bytes: number) => void;
  /** what isn't data, and who is told at the end how many texts were cut at places where columns begin */
  besides?: Besides;
  ontorn?: (texts: number) => void;
}

/** What unpacked text may be: bytes, and how many times the packed ones once it is of some size. */
export const bombLimits = {bytes: 2 * 2 ** 30, ratio: 200, from: 16 * 2 ** 20};

/** Whether bytes unpack to more than a table does. */
export const isBomb = (size: number, packed: number): boolean =>
  size > bombLimits.bytes || (size > bombLimits.from && size > packed * bombLimits.ratio);

/**
 * The text of a file as UTF-8, piece by piece, without byte order mark: unpacked where it is gzip, decoded where it is
 * in another encoding. UTF-8 is passed through unchecked.
 *
 * @throws {ScanError}
 */
export async function* textOf(blob: Blob, options: TextOptions): AsyncGenerator<Uint8Array, void, undefined> {
  const {encoding, dialect, onread = () => undefined} = options;
  const gzip = await isGzip(blob);
  const bytes = gzip ? unpacked(blob, onread) : read(blob.stream(), onread, 'unreadable');
  const text = isUtf8(encoding) ? withoutMark(bytes) : decoded(bytes, encoding);
  const separator = separatorOf(dialect, options.besides);
  yield* separator ? separatedBy(text, separator) : text;
  options.ontorn?.(separator?.torn?.() ?? 0);
}

const isUtf8 = (encoding: string): boolean => /^(utf-?8|us-ascii|ascii)$/i.test(encoding);

async function isGzip(blob: Blob): Promise<boolean> {
  try {
    const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
    return first === 0x1f && second === 0x8b;
  } catch (cause) {
    throw new ScanError('unreadable', {cause});
  }
}

type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

async function* read(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  onread: (bytes: number) => void,
  kind: ScanError['kind']
): Bytes {
  const reader = stream.getReader();
  try {
    for (;;) {
      const {done, value} = await next(reader, kind);
      if (done) return;
      onread(value.length);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // the stream may have failed already, which was thrown
  }
}

async function next<T>(
  reader: ReadableStreamDefaultReader<T>,
  kind: ScanError['kind']
): Promise<ReadableStreamReadResult<T>> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new ScanError(kind, {cause});
  }
}

async function* unpacked(blob: Blob, onread: (bytes: number) => void): Bytes {
  let packed = 0;
  let size = 0;
  const counted = (bytes: number): void => {
    packed += bytes;
    onread(bytes);
  };
  try {
    for await (const piece of gunzip(blob, counted)) {
      size += piece.length;
      if (isBomb(size, packed)) throw new ScanError('bomb');
      yield piece;
    }
  } catch (cause) {
    throw cause instanceof ScanError ? cause : new ScanError('damaged-gzip', {cause});
  }
}

async function* withoutMark(bytes: Bytes): Pieces {
  let head: Uint8Array | null = new Uint8Array();
  for await (const piece of bytes) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = new Uint8Array([...head, ...piece.subarray(0, 3 - head.length)]);
    if (head.length < 3) continue;
    const marked: boolean = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    yield* [marked ? new Uint8Array() : head, piece.subarray(3)];
    head = null;
  }
  if (head !== null) yield head;
}

async function* decoded(bytes: Bytes, encoding: string): Pieces {
  const decoder = decoderOf(encoding);
  const encoder = new TextEncoder();
  for await (const piece of bytes) yield encoder.encode(decoder.decode(piece, {stream: true}));
  yield encoder.encode(decoder.decode());
}

async function* separatedBy(pieces: Pieces, separator: Separator): Pieces {
  for await (const piece of pieces) yield separator.push(piece);
  yield separator.end();
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new ScanError('encoding', {cause});
  }
}
