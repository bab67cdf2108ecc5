import {detectEncoding} from '../look/encoding';
import {type Cell, FormatError, type FoundTable} from './converter';
import {unentitied} from './html-entities';
import {mostColumns, mostRows, rowsPerBatch, SheetRows, SheetTally} from './sheet-cells';
import {tableOf} from './xlsx';

/**
 * The tables of a web page, such as many systems save as `.xls`: their cells' text as it is shown, since nothing says
 * what it means. A table inside another one counts for itself. @throws {FormatError} `html` where there is none
 */
export async function* html(blob: Blob): AsyncGenerator<FoundTable> {
  const tables = new PageReader(decoded(new Uint8Array(await blob.arrayBuffer()))).read().filter(({last}) => last > 0);
  if (tables.length === 0) throw new FormatError('html');
  for (const [index, {name, rows, tally}] of tables.entries()) {
    const part = name === '' ? String(index + 1) : name;
    const table = tableOf(part, batches(rows), tally);
    yield tables.length === 1 && name === '' ? {...table, part: []} : table;
  }
}

async function* batches(rows: Cell[][]): AsyncGenerator<readonly Cell[][]> {
  for (let at = 0; at < rows.length; at += rowsPerBatch) yield rows.slice(at, at + rowsPerBatch);
}

interface PageTable {
  name: string;
  rows: Cell[][];
  last: number;
  tally: SheetTally;
}

/** A table while it is read. */
class OpenTable {
  readonly tally = new SheetTally();
  readonly rows = new SheetRows();
  name = '';
  /** where the text goes that is read now; null: nowhere */
  inside: 'cell' | 'caption' | null = null;
  #row = 0;
  #cells: Cell[] = [];
  #column = 0;
  #columns = 1;
  #text: string[] = [];
  /** by column: rows from here on that a cell above reaches into */
  readonly #covered: number[] = [];

  say(text: string): void {
    if (this.inside) this.#text.push(text);
  }

  openRow(): void {
    this.closeRow();
    if (++this.#row > mostRows) throw new FormatError('damaged-sheet');
    this.#cells = [];
    this.#column = 0;
  }

  openCell(tag: string): void {
    this.closeCell();
    if (this.#row === 0) this.openRow();
    for (let left = this.#left(); left > 0; left = this.#left()) this.#covered[this.#column++] = left - 1;
    const [columns, rows] = [span(tag, 'colspan'), span(tag, 'rowspan')];
    if (columns > 1 || rows > 1) this.tally.merged++;
    if (this.#column + columns > mostColumns) throw new FormatError('damaged-sheet');
    for (let at = 0; at < columns; at++) this.#covered[this.#column + at] = rows - 1;
    this.#columns = columns;
    this.#open('cell');
  }

  openCaption(): void {
    this.#open('caption');
  }

  closeCell(): void {
    const text = this.#text
      .join('')
      .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
      .replace(/[^\S\n]+/g, ' ')
      .trim();
    if (this.inside === 'caption') this.name = text;
    if (this.inside === 'cell') {
      while (this.#cells.length < this.#column) this.#cells.push(null);
      this.#cells.push(text === '' ? null : text);
      this.#column += this.#columns;
    }
    this.inside = null;
  }

  closeRow(): void {
    this.closeCell();
    if (this.#row === 0) return;
    for (; this.#column < this.#covered.length; this.#column++) {
      this.#covered[this.#column] = Math.max(0, this.#left() - 1);
    }
    this.rows.add(Math.max(this.#row, this.rows.last + 1), this.#cells);
    this.#cells = [];
  }

  /** Rows, from this one on, in which a cell from above is where the next cell would be. */
  #left(): number {
    return this.#covered[this.#column] ?? 0;
  }

  #open(inside: 'cell' | 'caption'): void {
    this.inside = inside;
    this.#text = [];
  }
}

class PageReader {
  readonly #page: string;
  readonly #open: OpenTable[] = [];
  readonly #found: OpenTable[] = [];

  constructor(page: string) {
    this.#page = page;
  }

  read(): PageTable[] {
    const markup =
      /<!--[\s\S]*?(?:-->|$)|<(script|style|xml)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?[a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
    let at = 0;
    for (const match of this.#page.matchAll(markup)) {
      this.#say(this.#page.slice(at, match.index));
      at = match.index + match[0].length;
      if (match[2] !== undefined) this.#tag(match[2].toLowerCase(), match[3] ?? '');
    }
    this.#say(this.#page.slice(at));
    while (this.#open.length > 0) this.#closeTable();
    return this.#found.map(({name, rows, tally}) => ({name, last: rows.last, rows: rows.take(), tally}));
  }

  #say(text: string): void {
    const table = this.#open.at(-1);
    if (table?.inside && text !== '') table.say(unentitied(text.replace(/\s+/g, ' ')));
  }

  #tag(name: string, attributes: string): void {
    const table = this.#open.at(-1);
    if (name === 'table') this.#openTable();
    else if (name === '/table') this.#closeTable();
    else if (name === 'tr') table?.openRow();
    else if (name === '/tr') table?.closeRow();
    else if (name === 'td' || name === 'th') table?.openCell(attributes);
    else if (name === '/td' || name === '/th' || name === '/caption') table?.closeCell();
    else if (name === 'caption') table?.openCaption();
    else if (name === 'br' || name === '/p' || name === '/div') table?.say('\n');
  }

  #openTable(): void {
    const table = new OpenTable();
    this.#open.push(table);
    this.#found.push(table);
  }

  #closeTable(): void {
    this.#open.pop()?.closeRow();
  }
}

function span(tag: string, name: string): number {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(tag)?.[1] ?? 1);
  return Math.max(1, value);
}

/** The page as text, in the encoding that it declares, or that its bytes show. */
function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const {value, reason} = detectEncoding(bytes.subarray(0, 262_144), bytes.length <= 262_144);
  const named = /charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  const label = reason.key === 'encoding.mark' || reason.key === 'encoding.zeros' ? value : known(named, value);
  return new TextDecoder(label).decode(bytes, {stream: true});
}

/** What a page declares, unless nobody knows it or its bytes are UTF-8 and it says UTF-16, which it can't be then. */
function known(named: string | undefined, found: string): string {
  if (named === undefined || /^(unicode|utf-?16)/i.test(named)) return found;
  try {
    return new TextDecoder(named).encoding;
  } catch (error) {
    if (error instanceof RangeError) return found;
    throw error;
  }
}
