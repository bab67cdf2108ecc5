/** Text in an encoding; `bom` is UTF-8 with its mark, UTF-16 has one. @throws {RangeError} where it can't be written so */
export function bytesIn(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(text));
  if (encoding === 'bom') return new Uint8Array(Buffer.from(`\ufeff${text}`));
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
  const table = tableOf(encoding);
  return Uint8Array.from([...text], (letter) => {
    const byte = table.get(letter);
    if (byte === undefined) throw new RangeError(`${letter} is not in ${encoding}`);
    return byte;
  });
}

/** Whether the encoding has all letters of the text. */
export const canWrite = (text: string, encoding: string): boolean =>
  /^(?:utf-|bom)/.test(encoding) || [...text].every((letter) => tableOf(encoding).has(letter));

const tables = new Map<string, ReadonlyMap<string, number>>();

/** The bytes of letters, by what `TextDecoder` makes of each byte. */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map(
    Array.from({length: 256}, (_, byte) => [decoder.decode(Uint8Array.of(byte), {stream: true}), byte] as const)
  );
  tables.set(encoding, table);
  return table;
}
