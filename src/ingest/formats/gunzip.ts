/** What bytes unpack to, piece by piece. */
export type Unpacked = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

/** Bytes of the shortest header and trailer of a gzip member. */
const headerSize = 10;
const trailerSize = 8;

/**
 * Unpacks gzip, also where it's several members one behind the other, which `DecompressionStream` takes for damage.
 * `onread` is told how many packed bytes were read since it was last told. @throws whatever `DecompressionStream` does
 */
export async function* gunzip(blob: Blob, onread: (bytes: number) => void = () => undefined): Unpacked {
  /** places that look like the start of a member and aren't */
  const wrong = new Set<number>();
  let start = 0;
  let done = 0;
  while (start < blob.size) {
    const member = new Member(blob, start, {wrong, onread: done === 0 ? onread : () => undefined});
    const end = yield* member.unpacked(done);
    if (end.whole) {
      start = end.at;
      done = 0;
    } else {
      wrong.add(end.at);
      done = end.done;
    }
  }
}

/** Where a member ended, or where it didn't though what follows looks like the next: `done` bytes of it were given then. */
type End = {whole: true; at: number} | {whole: false; at: number; done: number};

interface MemberOptions {
  wrong: ReadonlySet<number>;
  onread: (bytes: number) => void;
}

/** One member, which ends with the file or where the next one seems to begin. */
class Member {
  readonly #blob: Blob;
  readonly #start: number;
  readonly #options: MemberOptions;
  /** where the next member seems to begin; the file's end where none does */
  #end: number;

  constructor(blob: Blob, start: number, options: MemberOptions) {
    this.#blob = blob;
    this.#start = start;
    this.#options = options;
    this.#end = blob.size;
  }

  /** Its bytes without the first `skip`. */
  async *unpacked(skip: number): AsyncGenerator<Uint8Array<ArrayBuffer>, End, undefined> {
    const {readable, writable} = new DecompressionStream('gzip');
    const fed = this.#feed(writable);
    fed.catch(() => undefined); // it fails with the reader, which says so
    const reader = readable.getReader();
    let size = 0;
    try {
      for (;;) {
        const {done, value} = await reader.read();
        if (done) return {whole: true, at: this.#end};
        size += value.length;
        const piece = size - value.length >= skip ? value : value.subarray(Math.max(0, value.length - (size - skip)));
        if (size > skip) yield piece;
      }
    } catch (error) {
      if (this.#end === this.#blob.size) throw error;
      return {whole: false, at: this.#end, done: Math.max(size, skip)};
    } finally {
      await reader.cancel().catch(() => undefined); // where it failed, that was thrown
      await fed.catch(() => undefined); // as above
    }
  }

  async #feed(writable: WritableStream<BufferSource>): Promise<void> {
    const writer = writable.getWriter();
    const source = this.#blob.slice(this.#start).stream().getReader();
    let at = this.#start;
    let rest = new Uint8Array();
    try {
      for (;;) {
        const {done, value} = await source.read();
        const bytes = joined(rest, value ?? new Uint8Array());
        const found = this.#next(bytes, at);
        const ready = found ?? (done ? bytes.length : Math.max(0, bytes.length - headerSize + 1));
        if (found !== null) this.#end = at + found;
        await writer.write(bytes.subarray(0, ready));
        this.#options.onread(ready);
        at += ready;
        rest = bytes.slice(ready);
        if (done || found !== null) break;
      }
      await writer.close();
    } finally {
      await source.cancel();
    }
  }

  /** Where in these bytes, which begin at `offset` of the file, another member seems to begin. */
  #next(bytes: Uint8Array, offset: number): number | null {
    const least = this.#start + headerSize + trailerSize - offset;
    for (let at = bytes.indexOf(0x1f, Math.max(0, least)); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
      if (isHeader(bytes, at) && !this.#options.wrong.has(offset + at)) return at;
    }
    return null;
  }
}

/** The header of a member: deflated, with known flags, by a known kind of system. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  const [second, method, flags = 255] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  const [effort = 1, system = 254] = [bytes[at + 8], bytes[at + 9]];
  if (second !== 0x8b || method !== 8 || flags > 31 || at + headerSize > bytes.length) return false;
  return [0, 2, 4].includes(effort) && (system <= 13 || system === 255);
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
