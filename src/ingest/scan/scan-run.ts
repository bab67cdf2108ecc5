import type {Scanned, ScanOptions} from './scan';
import {textOf} from './scan-bytes';
import {Scanner, type ScannerOptions} from './scan-core';
import type {Window} from './scan-record';

const usualCut = 8 * 2 ** 20;

/** Cuts a file into records, here and now. The last cut says so, and may be empty. @throws {ScanError} */
export async function* cutsOf(
  blob: Blob,
  options: ScanOptions & ScannerOptions
): AsyncGenerator<Scanned, void, undefined> {
  const {encoding, dialect, region, cutBytes = usualCut} = options;
  const scanner = new Scanner(options, options);
  const window = new Filling(cutBytes);
  let read = 0;
  const text = textOf(blob, {
    ...{encoding, dialect},
    besides: {above: region.preamble + region.header, comment: region.comment ?? ''},
    onread: (bytes) => (read += bytes),
    ontorn: (texts) => (scanner.tally.torn = texts)
  });
  for await (const piece of text) {
    for (let rest = window.add(piece); rest !== null; rest = window.add(rest)) yield take(false);
  }
  yield take(true);

  function take(final: boolean): Scanned {
    const {cut, done} = scanner.scan(window.view(final));
    if (!final) window.drop(done);
    return {...cut, tally: structuredClone(scanner.tally), read, final};
  }
}

/** A buffer that is filled from behind and emptied from the front; it always has room for one byte more. */
export class Filling {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size + 1);
  }

  /** Takes bytes in; gives those that found no room, or null where all did. */
  add(piece: Uint8Array): Uint8Array | null {
    const room = this.bytes.length - 1 - this.length;
    this.bytes.set(piece.subarray(0, room), this.length);
    this.length += Math.min(room, piece.length);
    return piece.length > room ? piece.subarray(room) : null;
  }

  view(final: boolean): Window {
    return {bytes: this.bytes, length: this.length, final};
  }

  /** Forgets the first bytes; where none can be forgotten, there is room for twice as many. */
  drop(count: number): void {
    if (count === 0) return this.#grow();
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
  }

  #grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}
