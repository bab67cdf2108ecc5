/** Blanks between values; the separator of JSON text sequences counts as one. */
export const isSpace = (byte: number): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0x1e;

export const [openObject, closeObject, openArray, closeArray, quote, comma, colon] = [
  123, 125, 91, 93, 34, 44, 58
] as const;
const backslash = 92;

/**
 * Where the value ends that starts at `at`; −1 where the bytes end before it. In this loop most of the time goes that
 * isn't spent on reading values.
 */
export function valueEnd(bytes: Uint8Array, at: number, end: number, final: boolean): number {
  const first = bytes[at];
  if (first === quote) return stringEnd(bytes, at + 1, end);
  if (first !== openObject && first !== openArray) return scalarEnd(bytes, at, end, final);
  let depth = 0;
  let here = at;
  while (here < end) {
    const byte = bytes[here++] as number;
    if (byte === quote) {
      here = stringEnd(bytes, here, end);
      if (here < 0) return -1;
    } else if (byte === openObject || byte === openArray) depth++;
    else if ((byte === closeObject || byte === closeArray) && --depth === 0) return here;
  }
  return -1;
}

/** Behind the closing quote of the string whose text starts at `at`; −1 where it isn't here. */
function stringEnd(bytes: Uint8Array, at: number, end: number): number {
  let here = at;
  while (here < end) {
    const byte = bytes[here] as number;
    if (byte === quote) return here + 1;
    here += byte === backslash ? 2 : 1;
  }
  return -1;
}

function scalarEnd(bytes: Uint8Array, at: number, end: number, final: boolean): number {
  for (let here = at; here < end; here++) {
    const byte = bytes[here] as number;
    if (byte === comma || byte === closeArray || byte === closeObject || byte === colon || isSpace(byte)) return here;
  }
  return final ? end : -1;
}
