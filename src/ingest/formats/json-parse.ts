import type {Cell} from './converter';
import {Level, RecordTable, type Field} from './json-table';

/** Something is wrong at a place in the text of a value. */
export class JsonError extends Error {
  override name = 'JsonError';
  readonly at: number;
  readonly kind: 'json-broken' | 'json-deep';

  constructor(at: number, kind: JsonError['kind'] = 'json-broken') {
    super(kind);
    this.at = at;
    this.kind = kind;
  }
}

/** Levels inside one another that a value may have, and those that become columns. */
export const mostLevels = 500;
const flatLevels = 12;

/** A record being read. */
interface Row {
  table: RecordTable;
  cells: (Cell | undefined)[];
  /** the fields that tell it apart, of the records that it's in too, with their values */
  ids: {field: Field; cell: string; level: Level; name: string}[];
  /** lists of records in it, which are read when all of it is known */
  lists: {field: Field; level: Level; start: number; end: number}[];
}

/**
 * Reads a record into its table, and the lists of records in it into tables of their own. Numbers stay as they are
 * written.
 *
 * @throws {JsonError} if it is no JSON
 * @throws {FormatError} if it has too many keys
 */
export class RecordReader {
  readonly #text: string;
  readonly #tables: (table: RecordTable) => void;
  #at: number;

  /** @param tables told of each table that is found on the way */
  constructor(text: string, tables: (table: RecordTable) => void, at = 0) {
    this.#text = text;
    this.#tables = tables;
    this.#at = at;
  }

  /** The text is one object. */
  record(table: RecordTable): void {
    this.#record(table, []);
    this.#space();
    if (this.#at < this.#text.length) throw new JsonError(this.#at);
  }

  /** The text is one array: its values as cells. */
  cells(): Cell[] {
    const cells: Cell[] = [];
    this.#list(() => cells.push(this.#cell()));
    this.#space();
    if (this.#at < this.#text.length) throw new JsonError(this.#at);
    return cells;
  }

  /** The text is one value, as a cell. */
  value(): Cell {
    const cell = this.#cell();
    this.#space();
    if (this.#at < this.#text.length) throw new JsonError(this.#at);
    return cell;
  }

  #record(table: RecordTable, above: Row['ids']): void {
    const row: Row = {table, cells: [], ids: [], lists: []};
    for (const {field, cell, name} of above) row.cells[table.columnAbove(field, name)] = cell;
    this.#object(row, table.root, 1);
    const rest = this.#at;
    for (const list of row.lists) this.#children(row, list, above);
    this.#at = rest;
    table.add(row.cells);
  }

  #object(row: Row, level: Level, depth: number): void {
    this.#expect('{');
    this.#space();
    if (this.#peek() === '}') {
      this.#at++;
      return;
    }
    for (;;) {
      this.#space();
      if (this.#peek() !== '"') throw new JsonError(this.#at);
      const field = level.field(this.#string());
      this.#space();
      this.#expect(':');
      this.#space();
      this.#value(row, {field, level}, depth);
      this.#space();
      if (this.#peek() === '}') break;
      this.#expect(',');
    }
    this.#at++;
  }

  #value(row: Row, {field, level}: {field: Field; level: Level}, depth: number): void {
    const start = this.#at;
    const first = this.#peek();
    if (first === '{' && depth < flatLevels) {
      field.level ??= new Level(field.name, level);
      return this.#object(row, field.level, depth + 1);
    }
    if (first === '{' || first === '[') {
      const records = this.#skip(depth);
      const text = this.#text.slice(start, this.#at);
      if (records === 'all') row.lists.push({field, level, start, end: this.#at});
      else if (records !== 'none') this.#set(row, field, text);
      return;
    }
    const cell = first === '"' ? this.#string() : this.#plain();
    this.#set(row, field, cell);
    if (field.tells && cell !== null && cell !== '') {
      row.ids.push({field, cell, level, name: row.table.nameBelow(field)});
    }
  }

  /** A key that an object has twice gets a column more. */
  #set(row: Row, field: Field, cell: Cell): void {
    let free = field;
    while (row.cells[row.table.columnOf(free)] !== undefined) {
      free.again ??= {...free, column: -1, level: null, table: null, again: null};
      free = free.again;
    }
    row.cells[free.column] = cell;
  }

  /** Records of a list become rows of their own where the record around them has something to know it by. */
  #children(row: Row, {field, level, start, end}: Row['lists'][number], above: Row['ids']): void {
    const ids = [...above, ...row.ids.filter((id) => isAround(id.level, level))];
    if (ids.length === 0) return this.#set(row, field, this.#text.slice(start, end));
    if (!field.table) {
      field.table = new RecordTable([...row.table.part, field.name]);
      this.#tables(field.table);
    }
    const {table} = field;
    this.#at = start;
    this.#list(() => this.#record(table, ids));
  }

  #list(item: () => void): void {
    this.#expect('[');
    this.#space();
    if (this.#peek() === ']') {
      this.#at++;
      return;
    }
    for (;;) {
      this.#space();
      item();
      this.#space();
      if (this.#peek() === ']') break;
      this.#expect(',');
    }
    this.#at++;
  }

  #cell(): Cell {
    const first = this.#peek();
    if (first === '"') return this.#string();
    if (first !== '{' && first !== '[') return this.#plain();
    const start = this.#at;
    this.#skip(1);
    return this.#text.slice(start, this.#at);
  }

  /** Passes over a value and checks it. Says whether it's a list of records: all of them, none as it's empty, or mixed. */
  #skip(depth: number): 'all' | 'none' | 'mixed' {
    if (depth > mostLevels) throw new JsonError(this.#at, 'json-deep');
    const first = this.#peek();
    if (first === '[') return this.#skipList(depth);
    if (first !== '{') {
      if (first === '"') this.#string();
      else this.#plain();
      return 'mixed';
    }
    let keys = 0;
    this.#expect('{');
    this.#space();
    while (this.#peek() !== '}') {
      if (keys++ > 0) this.#expect(',');
      this.#space();
      if (this.#peek() !== '"') throw new JsonError(this.#at);
      this.#string();
      this.#space();
      this.#expect(':');
      this.#space();
      this.#skip(depth + 1);
      this.#space();
    }
    this.#at++;
    return keys === 0 ? 'none' : 'mixed';
  }

  #skipList(depth: number): 'all' | 'none' | 'mixed' {
    let items = 0;
    let records = 0;
    this.#list(() => {
      items++;
      if (this.#peek() === '{') records++;
      this.#skip(depth + 1);
    });
    if (items === 0) return 'none';
    return records === items ? 'all' : 'mixed';
  }

  /** A number as it's written, a truth, or nothing. */
  #plain(): Cell {
    scalar.lastIndex = this.#at;
    const [text] = scalar.exec(this.#text) ?? [];
    if (text === undefined) throw new JsonError(this.#at);
    this.#at += text.length;
    return text === 'null' ? null : text;
  }

  #string(): string {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    if (end < 0) throw new JsonError(this.#text.length);
    const text = this.#text.slice(start, end);
    if (!text.includes('\\')) {
      this.#at = end + 1;
      return text;
    }
    while (isEscaped(this.#text, end)) {
      end = this.#text.indexOf('"', end + 1);
      if (end < 0) throw new JsonError(this.#text.length);
    }
    this.#at = end + 1;
    return unescaped(this.#text.slice(start, end), start);
  }

  #space(): void {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = this.#text.charCodeAt(++this.#at);
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #expect(mark: string): void {
    if (this.#text.charAt(this.#at) !== mark) throw new JsonError(this.#at);
    this.#at++;
  }
}

/** Numbers of JSON, and what Python and JavaScript write besides. */
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity)(?![\w.])/y;

/** Whether the level is around the other, or the same. */
function isAround(level: Level, other: Level): boolean {
  for (let at: Level | null = other; at; at = at.parent) if (at === level) return true;
  return false;
}

/** Whether an odd number of backslashes is before the quote. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charAt(before - 1) === '\\') before--;
  return (at - before) % 2 === 1;
}

const escapes: Record<string, string> = {n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/'};

function unescaped(text: string, start: number): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|[^u]|u|$)/gs, (_, mark: string, at: number) => {
    const plain = escapes[mark];
    if (plain !== undefined) return plain;
    if (mark.length !== 5) throw new JsonError(start + at);
    return String.fromCharCode(parseInt(mark.slice(1), 16));
  });
}
