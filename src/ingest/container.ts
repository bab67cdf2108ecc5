import {FileError} from '../engine/errors';
import {ingest} from '../messages/ingest';
import {foreign} from './foreign';
import type {Source} from './types';

/** Bytes of a file that a first look reads from its start (unpacked) and from its end. */
export const headBytes = 256 * 1024;
export const tailBytes = 64 * 1024;

/** Where lines are so long that the head has not three of them, it is made longer, up to this. */
const mostBytes = 4 * 1024 * 1024;

/** The two ends of a file, unpacked. */
export interface Ends {
  gzip: boolean;
  head: Uint8Array<ArrayBuffer>;
  /** empty where `head` is the whole file, and for gzip, whose end can't be reached */
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
  const kind = foreign(read.head);
  if (kind) throw refuse(source, kind);
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
  const head = hasLines(start) ? start : await bytesOf(source, source.blob.slice(0, mostBytes));
  const whole = size <= head.length;
  const tail = whole ? new Uint8Array() : await bytesOf(source, source.blob.slice(tailStart(size)));
  return {gzip: false, head, tail, whole};
}

/** Three line ends, which no encoding writes without these bytes. */
function hasLines(bytes: Uint8Array): boolean {
  let ends = 0;
  for (let at = 0; at < bytes.length && ends < 3; at++) if (isLineEnd(bytes[at]) && !isLineEnd(bytes[at - 1])) ends++;
  return ends === 3;
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

async function unpack(source: Source): Promise<Ends> {
  const reader = source.blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  let wanted = headBytes;
  try {
    while (size <= wanted) {
      const {done, value} = await reader.read();
      if (done) return {gzip: true, head: joined(parts, size), tail: new Uint8Array(), whole: true};
      parts.push(value);
      size += value.length;
      if (size > wanted && wanted < mostBytes && !hasLines(joined(parts, size))) wanted = mostBytes;
    }
  } catch (cause) {
    throw refuse(source, 'damaged-gzip', {cause});
  }
  await reader.cancel();
  return {gzip: true, head: joined(parts, size).slice(0, wanted), tail: new Uint8Array(), whole: false};
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
