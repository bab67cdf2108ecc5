import type {Marks} from './scan-record';

/** The names in the header of a file, to know them where they come again further down. */
export class Names {
  readonly #rows: Uint8Array[][] = [];
  readonly #quote: number;

  constructor({quote}: Marks) {
    this.#quote = quote;
  }

  /** A row of the header. One of a single name, or with none at all, may well be data. */
  add(fields: readonly Uint8Array[]): void {
    const filled = fields.filter((field) => field.length > 0).length;
    if (filled > 1) this.#rows.push(fields.map(trimmed));
  }

  /** Whether a record that begins so may be a row of the header: a quick look. */
  mayBegin(bytes: Uint8Array, start: number): boolean {
    for (const [first] of this.#rows) {
      if (!first) continue;
      let at = start;
      if (bytes[at] === this.#quote) at++;
      let same = 0;
      while (same < first.length && bytes[at + same] === first[same]) same++;
      if (same === first.length) return true;
    }
    return false;
  }

  /** Whether the fields are a row of the header again. */
  are(fields: readonly Uint8Array[]): boolean {
    return this.#rows.some(
      (row) => row.length === fields.length && row.every((name, at) => equal(name, trimmed(fields[at] ?? name)))
    );
  }
}

function trimmed(field: Uint8Array): Uint8Array {
  let [start, end] = [0, field.length];
  while (start < end && (field[start] as number) <= 32) start++;
  while (end > start && (field[end - 1] as number) <= 32) end--;
  return field.slice(start, end);
}

const equal = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
