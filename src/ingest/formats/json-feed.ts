import {FormatError} from './converter';
import {gunzip} from './gunzip';
import {isBomb} from '../scan/scan-bytes';

/** Bytes that are asked for at once, more or less. */
const usualSize = 2 * 2 ** 20;

/**
 * The text of a JSON file as UTF-8, unpacked, in a buffer that moves along it. Bytes before `at` are done with, and may be
 * gone after `more`.
 */
export class Feed {
  bytes = new Uint8Array(usualSize);
  /** the next byte */
  at = 0;
  /** behind the last byte that is here */
  end = 0;
  /** no more will come */
  final = false;
  readonly #source: AsyncIterator<Uint8Array>;
  /** line of the first byte of the buffer, from 1, and characters before it on that line */
  #line = 1;
  #before = 0;

  constructor(blob: Blob) {
    this.#source = utf8(blob);
  }

  /** Gets further bytes, and forgets those that are done with. False where there are none. */
  async more(): Promise<boolean> {
    if (this.final) return false;
    this.#forget();
    const {done, value} = await this.#source.next();
    if (done) {
      this.final = true;
      return false;
    }
    if (this.end + value.length > this.bytes.length) this.#grow(this.end + value.length);
    this.bytes.set(value, this.end);
    this.end += value.length;
    return true;
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  /** Where in the file a byte of the buffer is. */
  placeOf(at: number): {line: number; character: number} {
    const {line, start} = this.#lineOf(at);
    const before = start === 0 ? this.#before : 0;
    return {line, character: before + new TextDecoder().decode(this.bytes.subarray(start, at)).length + 1};
  }

  #lineOf(at: number): {line: number; start: number} {
    let line = this.#line;
    let start = 0;
    for (let next = this.bytes.indexOf(10); next >= 0 && next < at; next = this.bytes.indexOf(10, start)) {
      line++;
      start = next + 1;
    }
    return {line, start};
  }

  #forget(): void {
    if (this.at === 0) return;
    const {line, start} = this.#lineOf(this.at);
    this.#before = (start === 0 ? this.#before : 0) + this.at - start;
    this.#line = line;
    this.bytes.copyWithin(0, this.at, this.end);
    this.end -= this.at;
    this.at = 0;
  }

  #grow(least: number): void {
    const bytes = new Uint8Array(Math.max(least, this.bytes.length * 2));
    bytes.set(this.bytes.subarray(0, this.end));
    this.bytes = bytes;
  }
}

async function* utf8(blob: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const gathered = gather(await unpacked(blob));
  const first = await gathered.next();
  if (first.done) return;
  const encoding = encodingOf(first.value);
  if (encoding === 'utf-8') {
    const marked = first.value[0] === 0xef && first.value[1] === 0xbb && first.value[2] === 0xbf;
    yield marked ? first.value.subarray(3) : first.value;
    yield* gathered;
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  yield encoder.encode(decoder.decode(first.value, {stream: true}));
  for await (const piece of gathered) yield encoder.encode(decoder.decode(piece, {stream: true}));
  yield encoder.encode(decoder.decode());
}

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

async function unpacked(blob: Blob): Promise<Pieces> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b ? fromGzip(blob) : fromStream(blob.stream());
}

async function* fromGzip(blob: Blob): Pieces {
  let size = 0;
  try {
    for await (const piece of gunzip(blob)) {
      size += piece.length;
      if (isBomb(size, blob.size)) throw new FormatError('bomb');
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    throw new FormatError('damaged-gzip', {cause});
  }
}

async function* fromStream(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Pieces {
  const reader = stream.getReader();
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw new FormatError('unreadable', {cause});
  } finally {
    await reader.cancel().catch(() => undefined); // the stream may have failed already, which was thrown
  }
}

/** Pieces of a useful size: the buffer moves as often as one comes. */
async function* gather(pieces: Pieces): Pieces {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < usualSize / 2) continue;
    yield joined(held, size);
    [held, size] = [[], 0];
  }
  if (size > 0) yield joined(held, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** JSON begins with two characters of ASCII, or a mark. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}
