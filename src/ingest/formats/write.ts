import type {Cell} from './converter';

/** Characters of text that are written in one piece. */
const pieceSize = 4 * 2 ** 20;

/**
 * Writes a table as text: UTF-8, RFC 4180 with commas and `\n`, one record a row. A row without anything in it is an empty
 * line, but in a table of one named column, where it is `""`. The names of columns may come up to the end: rows written
 * before there were so many are filled up.
 */
export class TableWriter {
  readonly #pieces: {blob: Blob; width: number}[] = [];
  #rows: string[] = [];
  #widths: number[] = [];
  #size = 0;
  #width: number;
  readonly #named: boolean;
  #count = 0;

  /** @param width columns known so far; null where the table names none, and rows stay as wide as they are */
  constructor(width: number | null) {
    this.#named = width !== null;
    this.#width = width ?? 0;
  }

  /** rows written */
  get rows(): number {
    return this.#count;
  }

  /** Writes a row. With names, it is filled up to their number; further cells count as columns without names. */
  add(cells: readonly Cell[]): void {
    const {length} = cells;
    if (this.#named && length > this.#width) this.#width = length;
    const text = recordOf(cells);
    this.#rows.push(text);
    this.#widths.push(text === '' ? 0 : length);
    this.#size += text.length + 1;
    this.#count++;
    if (this.#size >= pieceSize) this.#flush();
  }

  /** The text of the table, below the names of its columns where it has any. */
  async finish(names: readonly string[] | null): Promise<Blob> {
    this.#flush();
    const width = Math.max(this.#width, names?.length ?? 0);
    const pieces = await Promise.all(this.#pieces.map((piece) => (this.#named ? filledUp(piece, width) : piece.blob)));
    return new Blob(names ? [headerOf(names), ...pieces] : pieces, {type: 'text/csv'});
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    const text = this.#named ? this.#rows.map((row, at) => this.#filled(row, this.#widths[at] ?? 0)) : this.#rows;
    this.#pieces.push({blob: new Blob([`${text.join('\n')}\n`]), width: this.#width});
    this.#rows = [];
    this.#widths = [];
    this.#size = 0;
  }

  #filled(row: string, width: number): string {
    if (width === 0) return this.#width === 1 ? '""' : '';
    return row + ','.repeat(this.#width - width);
  }
}

/** A row as a record, without its end; empty where nothing is in it. */
function recordOf(cells: readonly Cell[]): string {
  let text = '';
  let filled = false;
  for (let at = 0; at < cells.length; at++) {
    if (at > 0) text += ',';
    const cell = cells[at];
    if (cell === null || cell === undefined || cell === '') continue;
    filled = true;
    text += fieldOf(cell);
  }
  return filled ? text : '';
}

/** A cell as a field: quoted where its text has a delimiter, a quote or a line break. */
function fieldOf(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const special = /[",\n\r]/;

/** The names of columns. Without any, it must not look like a blank line: the reader numbers them. */
function headerOf(names: readonly string[]): string {
  const text = names.map(fieldOf).join(',');
  return `${names.every((name) => name === '') ? '""' : ''}${text}\n`;
}

const [LF, QUOTE, COMMA] = [10, 34, 44] as const;

/** Rows with empty fields at their ends, so that they have `width`. Empty lines stay empty, unless the table had one column. */
async function filledUp({blob, width: had}: {blob: Blob; width: number}, width: number): Promise<Blob> {
  const missing = width - had;
  if (missing <= 0) return blob;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const ends = recordEnds(bytes);
  const all = new Uint8Array(bytes.length + ends.length * missing);
  let from = 0;
  let to = 0;
  for (const end of ends) {
    all.set(bytes.subarray(from, end), to);
    to += end - from;
    if (end > from) {
      all.fill(COMMA, to, to + missing);
      to += missing;
    }
    all[to++] = LF;
    from = end + 1;
  }
  return new Blob([all.subarray(0, to)]);
}

/** Where records end: at line breaks outside quotes. */
function recordEnds(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) quoted = !quoted;
    else if (bytes[at] === LF && !quoted) ends.push(at);
  }
  return ends;
}
