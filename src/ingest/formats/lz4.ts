const magic = 0x184d2204;

/**
 * Unpacks an LZ4 frame (github.com/lz4/lz4, doc/lz4_Frame_format.md), whose blocks may refer to those before them.
 *
 * @param size bytes that it unpacks to
 */
export function unpackLz4(frame: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== magic) throw new Error('no LZ4 frame');
  const flags = view.getUint8(4);
  const [blockSums, hasSize, hasDictionary] = [flags & 16, flags & 8, flags & 1];
  if (hasDictionary) throw new Error('an LZ4 frame with a dictionary');
  const output = new Uint8Array(size);
  let at = hasSize ? 15 : 7;
  let written = 0;
  for (;;) {
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) break;
    const length = head & 0x7fffffff;
    const block = frame.subarray(at, at + length);
    if (block.length < length) throw new Error('an LZ4 frame breaks off');
    if (head >>> 31) output.set(block, written);
    written = head >>> 31 ? written + length : unpackBlock(block, output, written);
    at += length + (blockSums ? 4 : 0);
  }
  if (written !== size) throw new Error(`an LZ4 frame of ${written} bytes instead of ${size}`);
  return output;
}

/** @returns where the output ends */
function unpackBlock(block: Uint8Array, output: Uint8Array, from: number): number {
  let [at, to] = [0, from];
  while (at < block.length) {
    const token = block[at++] ?? 0;
    let literals = token >> 4;
    if (literals === 15) [literals, at] = longer(block, at, literals);
    output.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const back = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    let length = token & 15;
    if (length === 15) [length, at] = longer(block, at, length);
    length += 4;
    if (back === 0 || back > to || to + length > output.length) throw new Error('an LZ4 block points nowhere');
    if (back >= length) output.copyWithin(to, to - back, to - back + length);
    else for (let n = 0; n < length; n++) output[to + n] = output[to + n - back] ?? 0;
    to += length;
  }
  return to;
}

/** A length that goes on in the bytes that follow, up to the first that isn't 255. */
function longer(block: Uint8Array, start: number, length: number): [length: number, at: number] {
  let at = start;
  let byte = 255;
  let sum = length;
  while (byte === 255) {
    byte = block[at++] ?? 0;
    sum += byte;
  }
  return [sum, at];
}
