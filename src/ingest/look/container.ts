import {FileError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {foreign} from './foreign';
import {gunzip} from '../formats/gunzip';
import {isBomb} from '../scan/scan-bytes';
import type {Source} from '../types';

/** Bytes of a file that a first look reads from its start (unpacked) and from its end. */
export const headBytes = 256 * 1024;
export const tailBytes = 64 * 1024;

/** Where lines are so long that the head has not three of them, it is doubled until it has some more, up to this. */
const mostBytes = 4 * 1024 * 1024;
const fewLines = 3;
const someLines = 12;

/** The two ends of a file, unpacked. */
export interface Ends {
  gzip: boolean;
  head: Uint8Array<ArrayBuffer>;
  /** empty where `head` is the whole file, and for large packed ones, whose end isn't looked for */
  tail: Uint8Array<ArrayBuffer>;
  /** whether `head` is all of it */
  whole: boolean;
}

/** Reads both ends of a file. @throws {FileError} if it is empty, damaged, or of a kind that isn't text */
export async function ends(source: Source): Promise<Ends> {
  if (source.blob.size === 0) throw refuse(source, 'empty');
  const start = await bytesOf(source, source.blob.slice(0, headBytes));
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const read = gzip ? await unpack(source) : await plain(source, start);
  if (read.head.length === 0) throw refuse(source, 'empty');
  const kind = source.origin?.written ? null : foreign(read.head);
  if (kind) throw refuse(source, ingest.has(`refused.${kind}`) ? kind : 'binary');
  return read;
}

/** A file that can't be read, in words: what it is and what to do. `kind` is the last part of `refused.KIND`. */
export function refuse({name}: Pick<Source, 'name'>, kind: string, {line, values, cause}: Refusal = {}): FileError {
  const fill = {...values, file: name};
  const message = ingest.t(known(`refused.${kind}`), fill);
  const place = line === undefined ? {file: name} : {file: name, line};
  return new FileError(message, place, ingest.t(known(`refused.${kind}.remedy`), fill), {cause});
}

interface Refusal {
  line?: number | undefined;
  /** what fills the message beside the file */
  values?: Record<string, string | number>;
  cause?: unknown;
}

function known(key: string): Parameters<typeof ingest.t>[0] {
  if (ingest.has(key)) return key;
  throw new Error(`unknown message: ${key}`);
}

async function plain(source: Source, start: Uint8Array<ArrayBuffer>): Promise<Ends> {
  const {size} = source.blob;
  const head = hasLines(start, fewLines) ? start : await longer(source, start);
  const whole = size <= head.length;
  const tail = whole ? new Uint8Array() : await bytesOf(source, source.blob.slice(tailStart(size)));
  return {gzip: false, head, tail, whole};
}

async function longer(source: Source, start: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  let head = start;
  for (let wanted = headBytes * 2; wanted <= mostBytes && head.length < source.blob.size; wanted *= 2) {
    head = await bytesOf(source, source.blob.slice(0, wanted));
    if (hasLines(head, someLines)) break;
  }
  return head;
}

/** So many line ends, which no encoding writes without these bytes. */
function hasLines(bytes: Uint8Array, count: number): boolean {
  let ends = 0;
  for (let at = 0; at < bytes.length && ends < count; at++)
    if (isLineEnd(bytes[at]) && !isLineEnd(bytes[at - 1])) ends++;
  return ends === count;
}

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/** The tail starts at a multiple of four bytes, so that no UTF-16 unit is cut. */
const tailStart = (size: number): number => (size - tailBytes) & ~3;

async function bytesOf(source: Source, part: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch (cause) {
    throw refuse(source, 'unreadable', {cause});
  }
}

/** Packed bytes up to which a file is unpacked to its end, to see its last lines. */
const mostUnpacked = 64 * 2 ** 20;

/** Ends of packed files that were unpacked as a whole. */
const unpacked = new WeakMap<Blob, Ends>();

async function unpack(source: Source): Promise<Ends> {
  const known = unpacked.get(source.blob);
  if (known) return known;
  const ends = await unpackedEnds(source);
  if (source.blob.size <= mostUnpacked) unpacked.set(source.blob, ends);
  return ends;
}

async function unpackedEnds(source: Source): Promise<Ends> {
  const toEnd = source.blob.size <= mostUnpacked;
  const head = new Gathered();
  const tail = new Tail();
  let wanted = headBytes;
  try {
    for await (const piece of gunzip(source.blob)) {
      if (head.size <= wanted) head.add(piece);
      while (
        head.size > wanted &&
        wanted < mostBytes &&
        !hasLines(head.bytes(), wanted === headBytes ? fewLines : someLines)
      )
        wanted *= 2;
      if (toEnd) tail.add(piece);
      else if (head.size > wanted) break;
      if (isBomb(tail.size, source.blob.size)) throw refuse(source, 'bomb');
    }
  } catch (cause) {
    throw cause instanceof FileError ? cause : refuse(source, 'damaged-gzip', {cause});
  }
  const whole = head.size <= wanted;
  const bytes = whole ? head.bytes() : head.bytes().slice(0, wanted);
  return {gzip: true, head: bytes, tail: whole ? new Uint8Array() : tail.bytes(), whole};
}

/** Pieces one behind the other. */
class Gathered {
  readonly #parts: Uint8Array[] = [];
  size = 0;

  add(piece: Uint8Array): void {
    this.#parts.push(piece);
    this.size += piece.length;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return joined(this.#parts, this.size);
  }
}

/** The last bytes of what passes by, from a multiple of four on, so that no UTF-16 unit is cut. */
class Tail {
  #parts: Uint8Array[] = [];
  #held = 0;
  size = 0;

  add(piece: Uint8Array): void {
    this.#parts.push(piece);
    this.#held += piece.length;
    this.size += piece.length;
    const least = tailBytes + 4;
    for (let [first] = this.#parts; first && this.#held - first.length >= least; [first] = this.#parts) {
      this.#held -= first.length;
      this.#parts.shift();
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const start = Math.max(0, tailStart(this.size)) - (this.size - this.#held);
    return joined(this.#parts, this.#held).slice(Math.max(0, start));
  }
}

function joined(parts: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
