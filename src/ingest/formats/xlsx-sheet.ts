import {type Cell, FormatError} from './converter';
import type {Meaning} from './number-format';
import {columnOf, mostColumns, mostRows, numberCell, SheetRows, type SheetTally} from './sheet-cells';
import {isTrue, unescaped} from './xlsx-parts';
import {attribute, scanned, type XmlHandler} from './xml';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: readonly string[];
  /** by the number of the style */
  meanings: readonly Meaning[];
  from1904: boolean;
  tally: SheetTally;
}

/** The rows of a worksheet's XML, some thousand at a time. */
export async function* sheetRows(
  open: () => Promise<ReadableStream<Uint8Array>>,
  context: SheetContext
): AsyncGenerator<readonly Cell[][]> {
  const reader = new SheetReader(context);
  for await (const _ of scanned(await open(), reader)) {
    void _;
    if (reader.rows.full) yield reader.rows.take();
  }
  const rest = reader.rows.take();
  if (rest.length > 0) yield rest;
}

const general: Meaning = {kind: 'number', day: false, time: false, currency: null};

class SheetReader implements XmlHandler {
  readonly rows = new SheetRows();
  wanted = false;
  readonly #context: SheetContext;
  #inData = false;
  #row = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #formula = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, tag: string): void {
    if (!this.#inData) {
      if (name === 'sheetData') this.#inData = true;
      else if (name === 'mergeCell') this.#context.tally.merged++;
    } else if (name === 'c') this.#openCell(tag);
    else if (name === 'v') this.wanted = true;
    else if (name === 't') this.wanted = !this.#phonetic;
    else if (name === 'f') this.#formula = true;
    else if (name === 'row') this.#openRow(tag);
    else if (name === 'rPh') this.#phonetic = true;
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v' || name === 't') this.wanted = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.rows.add(this.#row, this.#cells);
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'sheetData') this.#inData = false;
  }

  text(text: string): void {
    this.#value = this.#value === '' ? text : this.#value + text;
  }

  #openRow(tag: string): void {
    const number = Number(attribute(tag, 'r') ?? this.#row + 1);
    if (!(number > this.#row && number <= mostRows)) throw damaged(`row ${number} behind row ${this.#row}`);
    this.#row = number;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(tag: string): void {
    const name = attribute(tag, 'r');
    const column = name === null ? this.#column + 1 : columnOf(name);
    if (!(column >= 0 && column < mostColumns)) throw damaged(`cell ${name}`);
    while (this.#cells.length < column) this.#cells.push(null);
    this.#column = column;
    this.#type = attribute(tag, 't') ?? 'n';
    this.#style = Number(attribute(tag, 's') ?? 0);
    this.#value = '';
    this.#formula = false;
  }

  #closeCell(): void {
    const value = this.#value;
    if (value === '') {
      if (this.#formula && this.#type !== 'str') this.#context.tally.formulas++;
      this.#cells[this.#column] = null;
    } else this.#cells[this.#column] = this.#cell(value);
  }

  #cell(value: string): Cell {
    const {strings, tally} = this.#context;
    switch (this.#type) {
      case 's':
        return shared(strings, value);
      case 'b':
        return isTrue(value) ? 'true' : 'false';
      case 'e':
        tally.errors++;
        return value;
      case 'd':
        return isoDay(value, this.#meaning());
      case 'n':
        return this.#number(value);
      default:
        return unescaped(value);
    }
  }

  #meaning(): Meaning {
    return this.#context.meanings[this.#style] ?? general;
  }

  #number(value: string): Cell {
    const meaning = this.#meaning();
    const text = numberCell(value, meaning, this.#context.from1904);
    if (text === null) throw damaged(`number ${value}`);
    if (meaning.kind === 'percent' || meaning.currency !== null) this.#context.tally.shown(this.#column, meaning);
    return text;
  }
}

function shared(strings: readonly string[], value: string): Cell {
  const text = strings[Number(value)];
  if (text === undefined) throw damaged(`text ${value} of ${strings.length}`);
  return text === '' ? null : text;
}

/** A day that is written out, as workbooks of the strict kind do: `2024-02-29T00:00:00.000`. */
export function isoDay(written: string, {time}: {time: boolean}): string {
  const [, day = written, clock = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z?$/.exec(written) ?? [];
  const rest = clock.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));
  return rest === '' || (!time && /^[0:.]*$/.test(rest)) ? day : `${day} ${rest}`;
}

const damaged = (what: string): FormatError => new FormatError('damaged-sheet', {cause: new Error(`odd ${what}`)});
