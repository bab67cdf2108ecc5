import {FormatError, type Cell, type Note} from './converter';
import {Feed} from './json-feed';
import {closeArray, closeObject, colon, comma, isSpace, openArray, openObject, quote, valueEnd} from './json-cut';
import {JsonError, RecordReader, mostLevels} from './json-parse';
import {RecordTable} from './json-table';
import {keyed} from './json-keyed';
import {TableWriter} from './write';
import type {Writing, Written} from './written';

/**
 * Tables in JSON: a list of records, records one behind the other (NDJSON), or lists of records anywhere under keys. Lists
 * of records inside records become tables of their own. A file that is one object without any list is one record.
 */
export const json: Writing = async function* (blob, onrows) {
  const document = new Document(blob, onrows);
  try {
    await document.read();
    yield* document.written();
  } finally {
    await document.close();
  }
};

/** Bytes within which the first value ends where others follow it. */
const longestFirst = 16 * 2 ** 20;

/** Rows between two reports. */
const often = 1000;

class Document {
  readonly #blob: Blob;
  readonly #feed: Feed;
  readonly #onrows: (rows: number) => void;
  readonly #tables: RecordTable[] = [];
  readonly #grids: Grid[] = [];
  /** lists of names, by the way to the object that they are in */
  readonly #names = new Map<string, readonly string[]>();
  /** values that stand one behind the other */
  #lines = false;
  #rows = 0;
  readonly #beside = new Beside();
  /** values that aren't UTF-8 */
  #foreign = 0;

  constructor(blob: Blob, onrows: (rows: number) => void) {
    this.#blob = blob;
    this.#feed = new Feed(blob);
    this.#onrows = onrows;
  }

  async read(): Promise<void> {
    const first = await this.#next();
    if (first === undefined) throw new FormatError('empty');
    this.#lines = await this.#hasSecond();
    if (this.#lines) return this.#sequence();
    if (first === openArray) await this.#array([]);
    else if (first === openObject) await this.#object([], 0);
    else throw new FormatError('json');
    if ((await this.#next()) !== undefined) throw this.#broken();
    if (this.#tables.length + this.#grids.length === 0) await this.#lone(first);
  }

  async *written(): AsyncGenerator<Written, void, undefined> {
    const depth = sharedDepth([...this.#tables, ...this.#grids].map(({part}) => part));
    for (const table of this.#tables) {
      const written = await table.written();
      if (written.rows > 0) yield this.#labelled(written, depth);
    }
    for (const {part, writer} of this.#grids) {
      const names = this.#names.get(part.slice(0, -1).join('\n')) ?? null;
      const text = await writer.finish(names);
      yield this.#labelled({part, named: names !== null, rows: writer.rows, text, notes: []}, depth);
    }
  }

  async close(): Promise<void> {
    await this.#feed.close();
  }

  #labelled(written: Written, depth: number): Written {
    const notes = [...written.notes, ...this.#notes()];
    return {...written, notes, part: written.part.slice(depth), ...(this.#lines ? {format: 'ndjson'} : {})};
  }

  /** Records, or rows, one behind the other. */
  async #sequence(): Promise<void> {
    const items = new Items([], this.#found);
    while ((await this.#next()) !== undefined) {
      this.#item(items, await this.#cut());
      if ((await this.#next()) === comma) this.#feed.at++;
    }
    if (this.#tables.length + this.#grids.length === 0) throw new FormatError('json');
  }

  async #array(part: readonly string[]): Promise<void> {
    const items = new Items(part, this.#found);
    this.#feed.at++;
    if ((await this.#next()) === closeArray) {
      this.#feed.at++;
      return;
    }
    for (;;) {
      if ((await this.#next()) === undefined) throw this.#cutOff();
      this.#item(items, await this.#cut());
      const next = await this.#next();
      if (next === undefined) throw this.#cutOff();
      this.#feed.at++;
      if (next === closeArray) break;
      if (next !== comma) throw this.#broken(this.#feed.at - 1);
    }
    this.#noteNames(part, items);
  }

  /** `columns` beside `data`: the names of the columns of its rows. */
  #noteNames(part: readonly string[], {scalars, isTable}: Items): void {
    if (scalars.length === 0 || isTable) return;
    if (!/^(columns|fields|headers?)$/i.test(part.at(-1) ?? ''))
      this.#beside.add(part, scalars.slice(0, 10).join(', '));
    else
      this.#names.set(
        part.slice(0, -1).join('\n'),
        scalars.map((cell) => cell ?? '')
      );
  }

  /** An object around lists of records. */
  async #object(part: readonly string[], depth: number): Promise<void> {
    const feed = this.#feed;
    if (depth > mostLevels) throw new FormatError('json-deep', {values: {most: mostLevels, ...feed.placeOf(feed.at)}});
    feed.at++;
    if ((await this.#next()) === closeObject) {
      feed.at++;
      return;
    }
    for (;;) {
      const key = await this.#key();
      const first = await this.#next();
      if (first === openObject) await this.#object([...part, key], depth + 1);
      else if (first === openArray) await this.#array([...part, key]);
      else
        this.#beside.add(
          [...part, key],
          this.#checked(await this.#cut(), (reader) => reader.value())
        );
      const next = await this.#next();
      if (next === undefined) throw this.#cutOff();
      feed.at++;
      if (next === closeObject) break;
      if (next !== comma) throw this.#broken(feed.at - 1);
    }
  }

  async #key(): Promise<string> {
    if ((await this.#next()) !== quote) throw this.#feed.at < this.#feed.end ? this.#broken() : this.#cutOff();
    const key = this.#checked(await this.#cut(), (reader) => reader.value()) ?? '';
    if ((await this.#next()) !== colon) throw this.#feed.at < this.#feed.end ? this.#broken() : this.#cutOff();
    this.#feed.at++;
    return key;
  }

  /** One object that has no list of records in it: one record, or one for each of its keys. */
  async #lone(first: number): Promise<void> {
    if (first !== openObject) throw new FormatError('json');
    const text = await textOf(this.#blob);
    this.#beside.forget();
    const records = keyed(text);
    const table = new RecordTable([]);
    this.#found(table);
    if (!records) return void new RecordReader(text, this.#found).record(table);
    for (const record of records) new RecordReader(record, this.#found).record(table);
  }

  readonly #found = (table: RecordTable): void => void this.#tables.push(table);

  #item(items: Items, cut: Cut): void {
    this.#checked(cut, (reader) => {
      if (cut.first === openObject) reader.record(items.table);
      else if (cut.first === openArray) items.row(reader.cells(), this.#grids);
      else items.scalar(reader.value());
    });
    this.#rows++;
    if (this.#rows % often === 0) this.#onrows(this.#rows);
  }

  #checked<T>({text, start}: Cut, read: (reader: RecordReader) => T): T {
    try {
      return read(new RecordReader(text, this.#found));
    } catch (error) {
      if (error instanceof JsonError) throw this.#misread(error, text, start);
      if (error instanceof FormatError) throw this.#placed(error, start);
      throw error;
    }
  }

  #misread({kind, at}: JsonError, text: string, start: number): FormatError {
    const bytes = new TextEncoder().encode(text.slice(0, at)).length;
    return this.#placed(new FormatError(kind, {values: {most: mostLevels}}), start + bytes);
  }

  #placed({kind, values}: FormatError, at: number): FormatError {
    return new FormatError(kind, {values: {...values, ...this.#feed.placeOf(at)}});
  }

  #broken(at = this.#feed.at): FormatError {
    return new FormatError('json-broken', {values: this.#feed.placeOf(at)});
  }

  #cutOff(): FormatError {
    return new FormatError('json-cut', {values: this.#feed.placeOf(this.#feed.end)});
  }

  /** The next byte that is no blank, which stays; undefined at the end. */
  async #next(): Promise<number | undefined> {
    const feed = this.#feed;
    for (;;) {
      while (feed.at < feed.end && isSpace(feed.bytes[feed.at] as number)) feed.at++;
      if (feed.at < feed.end) return feed.bytes[feed.at];
      if (!(await feed.more())) return undefined;
    }
  }

  /** The value that starts here; the feed goes behind it. */
  async #cut(): Promise<Cut> {
    const feed = this.#feed;
    for (;;) {
      const end = valueEnd(feed.bytes, feed.at, feed.end, feed.final);
      if (end > feed.at) {
        const start = feed.at;
        const text = this.#decoded(feed.bytes.subarray(start, end));
        feed.at = end;
        return {first: feed.bytes[start] ?? 0, text, start};
      }
      if (end === feed.at) throw this.#broken();
      if (!(await feed.more()) && feed.final && valueEnd(feed.bytes, feed.at, feed.end, true) < 0) throw this.#cutOff();
    }
  }

  /** JSON is UTF-8, but for programs that write what they have. */
  #decoded(bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes);
    } catch {
      this.#foreign++;
      return western.decode(bytes);
    }
  }

  #notes(): Note[] {
    const foreign = {key: 'json.encoding', values: {count: this.#foreign}};
    return [...this.#beside.notes(), ...(this.#foreign > 0 ? [foreign] : [])];
  }

  /** Whether another value follows the first one. One of many bytes is taken for the only one. */
  async #hasSecond(): Promise<boolean> {
    const feed = this.#feed;
    let end = -1;
    while (end < 0 && feed.end - feed.at < longestFirst && (await feed.more())) {
      end = valueEnd(feed.bytes, feed.at, feed.end, feed.final);
    }
    if (end < 0) end = valueEnd(feed.bytes, feed.at, feed.end, feed.final);
    if (end < 0) return false;
    for (;;) {
      while (end < feed.end && isSpace(feed.bytes[end] as number)) end++;
      if (end < feed.end) return feed.bytes[end] !== comma || this.#isObject(feed.at);
      const size = end - feed.at;
      if (!(await feed.more())) return false;
      end = feed.at + size;
    }
  }

  #isObject(at: number): boolean {
    return this.#feed.bytes[at] === openObject;
  }
}

/** A value of the file, and where in the buffer it started. */
interface Cut {
  first: number;
  text: string;
  start: number;
}

const decoder = new TextDecoder('utf-8', {fatal: true});
const western = new TextDecoder('windows-1252');

/** What is found in one list: records, rows, and single values, which count where records are beside them. */
class Items {
  readonly #part: readonly string[];
  readonly #found: (table: RecordTable) => void;
  #table: RecordTable | null = null;
  #writer: TableWriter | null = null;
  readonly scalars: Cell[] = [];

  /** records or rows are among them */
  get isTable(): boolean {
    return this.#table !== null || this.#writer !== null;
  }

  constructor(part: readonly string[], found: (table: RecordTable) => void) {
    this.#part = part;
    this.#found = found;
  }

  get table(): RecordTable {
    if (!this.#table) {
      this.#table = new RecordTable(this.#part);
      this.#found(this.#table);
      for (const cell of this.scalars) this.#alone(this.#table, cell);
    }
    return this.#table;
  }

  row(cells: readonly Cell[], grids: Grid[]): void {
    if (!this.#writer) grids.push({part: this.#part, writer: (this.#writer = new TableWriter(null))});
    this.#writer.add(cells);
  }

  scalar(cell: Cell): void {
    if (this.#table) this.#alone(this.#table, cell);
    else if (this.scalars.length < mostScalars) this.scalars.push(cell);
  }

  #alone(table: RecordTable, cell: Cell): void {
    if (cell === null) return;
    const cells: Cell[] = [];
    cells[table.columnOf(table.root.field('value'))] = cell;
    table.add(cells);
  }
}

/** What a file says beside its lists of records, and what is in no column therefore. */
class Beside {
  #said: string[] = [];
  #more = 0;

  add(part: readonly string[], cell: Cell): void {
    if (cell === null || cell === '') return;
    if (this.#said.length < mostSaid) this.#said.push(`${part.join('.')}: ${cell.slice(0, 100)}`);
    else this.#more++;
  }

  /** All of it is in columns after all. */
  forget(): void {
    this.#said = [];
    this.#more = 0;
  }

  notes(): Note[] {
    const values = {said: this.#said.join('; '), more: this.#more};
    return this.#said.length === 0 ? [] : [{key: 'json.beside', values}];
  }
}

const mostSaid = 8;

/** Rows of a list of lists, whose first one may name the columns. */
interface Grid {
  part: readonly string[];
  writer: TableWriter;
}

const mostScalars = 5000;

/** Bytes of an object that is read as a whole, as no list is in it. */
const longestLone = 64 * 2 ** 20;

async function textOf(blob: Blob): Promise<string> {
  const feed = new Feed(blob);
  try {
    while (await feed.more()) if (feed.end > longestLone) throw new FormatError('json');
    return new TextDecoder().decode(feed.bytes.subarray(0, feed.end));
  } finally {
    await feed.close();
  }
}

/** Keys that the ways to all tables begin with, but for the last of each. */
function sharedDepth(parts: readonly (readonly string[])[]): number {
  const [first = []] = parts;
  let depth = 0;
  while (parts.every((part) => part.length > depth + 1 && part[depth] === first[depth])) depth++;
  return parts.length === 0 ? 0 : depth;
}
