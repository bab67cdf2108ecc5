import type {Data} from 'apache-arrow';

/* Cells of Arrow's buffers as they came through IPC: no offset, little end first. */

/** A decimal's digits without the point; a number where it is exact: of the four words the upper two then only repeat the sign. */
export function unscaled(data: Data, index: number): number | bigint {
  const words = data.values as Uint32Array;
  const at = index * 4;
  const low = words[at] ?? 0;
  const high = words[at + 1] ?? 0;
  const rest = words[at + 2] ?? 0;
  if (rest === (words[at + 3] ?? 0)) {
    if (rest === 0 && high < 0x20_0000) return high * 0x1_0000_0000 + low;
    if (rest === 0xffff_ffff && high >= 0xffe0_0000) return (high - 0x1_0000_0000) * 0x1_0000_0000 + low;
  }
  return wide(data, index, true);
}

/** A number of up to 32 bits, or a double. */
export function small(data: Data, index: number): number {
  return (data.values as Float64Array)[index] ?? 0;
}

/** An integer of 64 bits. */
export function big(data: Data, index: number): bigint {
  return (data.values as BigInt64Array)[index] ?? 0n;
}

/** One of eight booleans to the byte. */
export function bit(data: Data, index: number): boolean {
  return ((((data.values as Uint8Array)[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

/** Bytes of any number. */
export function bytes(data: Data, index: number): Uint8Array {
  const {values, valueOffsets} = data as Data & {values: Uint8Array; valueOffsets: Int32Array};
  return values.subarray(valueOffsets[index] ?? 0, valueOffsets[index + 1] ?? 0);
}

/** Bytes of a fixed number. */
export function fixed(data: Data, index: number, width: number): Uint8Array {
  return (data.values as Uint8Array).subarray(index * width, (index + 1) * width);
}

/** The bytes of a cell, to read numbers from. */
export function view(data: Data, index: number, width: number): DataView {
  const {buffer, byteOffset} = data.values as Uint8Array;
  return new DataView(buffer, byteOffset + index * width, width);
}

/** An integer of 128 bits. */
export function wide(data: Data, index: number, signed: boolean): bigint {
  const cell = view(data, index, 16);
  const high = signed ? cell.getBigInt64(8, true) : cell.getBigUint64(8, true);
  return (high << 64n) | cell.getBigUint64(0, true);
}

/** An unsigned integer of 64 bits, out of bytes of a fixed number. */
export function packed(data: Data, index: number): bigint {
  return view(data, index, 8).getBigUint64(0, true);
}
