import {type Cell, FormatError, type FoundTable} from './converter';
import {spreadsheetNumber} from './number';
import type {PackedParts} from './packed-parts';
import {peeked, refusing} from './refusing';
import {mostColumns, mostRows, SheetRows, SheetTally} from './sheet-cells';
import {tableOf} from './xlsx';
import {attribute, scanned, type XmlHandler} from './xml';

type Content = () => Promise<ReadableStream<Uint8Array>>;

/** The sheets of an OpenDocument spreadsheet (.ods), streamed: values as they are stored, not as they are shown. */
export async function* ods(parts: PackedParts): AsyncGenerator<FoundTable> {
  if (parts.has('META-INF/manifest.xml') && (await parts.text('META-INF/manifest.xml')).includes('encryption-data')) {
    throw new FormatError('encrypted');
  }
  yield* sheetsIn(() => parts.stream('content.xml'));
}

/** The sheets of an OpenDocument spreadsheet in one file of XML (.fods). */
export const flatOds = (blob: Blob): AsyncGenerator<FoundTable> => sheetsIn(async () => blob.stream());

async function* sheetsIn(content: Content): AsyncGenerator<FoundTable> {
  const names = new SheetNames();
  for await (const _ of scanned(await content(), names)) void _;
  for (const [index, {name, style}] of names.sheets.entries()) {
    const tally = Object.assign(new SheetTally(), {hidden: names.hidden.has(style)});
    const batches = await peeked(refusing('damaged-sheet', sheetRows(content, index, tally)));
    if (batches) yield tableOf(name, batches, tally);
  }
}

/** Names of the sheets, and of the styles that hide a sheet. */
class SheetNames implements XmlHandler {
  readonly sheets: {name: string; style: string}[] = [];
  readonly hidden = new Set<string>();
  wanted = false;
  #style = '';
  #depth = 0;

  open(name: string, tag: string): void {
    if (name === 'style') this.#style = attribute(tag, 'name') ?? '';
    else if (name === 'table-properties' && attribute(tag, 'display') === 'false') this.hidden.add(this.#style);
    else if (name === 'table' && this.#depth++ === 0) {
      this.sheets.push({name: attribute(tag, 'name') ?? '', style: attribute(tag, 'style-name') ?? ''});
    }
  }

  close(name: string): void {
    if (name === 'table') this.#depth--;
  }

  text(): void {
    this.wanted = false;
  }
}

async function* sheetRows(content: Content, index: number, tally: SheetTally): AsyncGenerator<readonly Cell[][]> {
  const reader = new SheetReader(index, tally);
  for await (const _ of scanned(await content(), reader)) {
    void _;
    if (reader.rows.full) yield reader.rows.take();
    if (reader.done) break;
  }
  const rest = reader.rows.take();
  if (rest.length > 0) yield rest;
}

class SheetReader implements XmlHandler {
  readonly rows = new SheetRows();
  wanted = false;
  done = false;
  readonly #index: number;
  readonly #tally: SheetTally;
  #sheet = -1;
  #depth = 0;
  /** how deep in notes, which have paragraphs of their own */
  #aside = 0;
  #row = 0;
  #rowRepeat = 1;
  #cells: Cell[] = [];
  /** empty cells behind the last that has something */
  #gap = 0;
  #tag: string | null = null;
  #text = '';
  #paragraphs = 0;

  constructor(index: number, tally: SheetTally) {
    this.#index = index;
    this.#tally = tally;
  }

  open(name: string, tag: string): void {
    if (name === 'table' && this.#depth++ === 0) this.#sheet++;
    if (this.#sheet !== this.#index || this.#depth !== 1) return;
    if (name === 'table-row') this.#openRow(tag);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(tag);
    else if (asides.has(name)) this.#aside++;
    else if (this.#aside === 0) this.#openText(name, tag);
  }

  close(name: string): void {
    if (this.#sheet === this.#index && this.#depth === 1) {
      if (name === 'p') this.wanted = false;
      else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
      else if (name === 'table-row') this.#closeRow();
      else if (asides.has(name)) this.#aside--;
    }
    if (name === 'table' && --this.#depth === 0) this.done = this.#sheet === this.#index;
  }

  text(text: string): void {
    this.#text += text.replace(/[ \t\n]+/g, ' ');
  }

  #openRow(tag: string): void {
    this.#rowRepeat = Number(attribute(tag, 'number-rows-repeated') ?? 1);
    this.#cells = [];
    this.#gap = 0;
  }

  #openCell(tag: string): void {
    this.#tag = tag;
    this.#text = '';
    this.#paragraphs = 0;
  }

  #openText(name: string, tag: string): void {
    if (this.#tag === null) return;
    if (name === 'p') {
      if (this.#paragraphs++ > 0) this.#text += '\n';
      this.wanted = true;
    } else if (name === 's') this.#text += ' '.repeat(Math.min(Number(attribute(tag, 'c') ?? 1), 1000));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #closeCell(): void {
    const tag = this.#tag ?? '';
    this.#tag = null;
    const cell = this.#cell(tag);
    const repeat = Number(attribute(tag, 'number-columns-repeated') ?? 1);
    if (attribute(tag, 'number-columns-spanned') ?? attribute(tag, 'number-rows-spanned')) this.#merge(tag);
    if (cell === null) this.#gap += repeat;
    else this.#fill(cell, repeat);
  }

  #fill(cell: string, repeat: number): void {
    if (!(this.#cells.length + this.#gap + repeat <= mostColumns)) throw damaged('columns');
    for (; this.#gap > 0; this.#gap--) this.#cells.push(null);
    for (let times = repeat; times > 0; times--) this.#cells.push(cell);
  }

  #merge(tag: string): void {
    const spans = [attribute(tag, 'number-columns-spanned'), attribute(tag, 'number-rows-spanned')];
    if (spans.some((span) => Number(span ?? 1) > 1)) this.#tally.merged++;
  }

  #closeRow(): void {
    const last = this.#row + this.#rowRepeat;
    if (this.#cells.length > 0) {
      if (!(last <= mostRows)) throw damaged('rows');
      for (let row = this.#row + 1; row <= last; row++) this.rows.add(row, [...this.#cells]);
    }
    this.#row = last;
  }

  #cell(tag: string): Cell {
    const type = attribute(tag, 'value-type');
    const column = this.#cells.length + this.#gap;
    const error = /\bcalcext:value-type="error"/.test(tag);
    if (error) this.#tally.errors++;
    if (type === null && this.#text === '' && attribute(tag, 'formula') !== null) this.#tally.formulas++;
    if (type === null || type === 'string' || error)
      return textOf(this.#text || (attribute(tag, 'string-value') ?? ''));
    if (type === 'boolean') return attribute(tag, 'boolean-value');
    if (type === 'date') return day(attribute(tag, 'date-value'));
    if (type === 'time') return duration(attribute(tag, 'time-value') ?? '');
    const currency = type === 'currency' ? attribute(tag, 'currency') : null;
    this.#tally.shown(column, {kind: type === 'percentage' ? 'percent' : 'number', day: false, time: false, currency});
    return spreadsheetNumber(attribute(tag, 'value') ?? '');
  }
}

const damaged = (what: string): FormatError =>
  new FormatError('damaged-sheet', {cause: new Error(`more ${what} than a sheet has`)});

const asides = new Set(['annotation', 'frame', 'custom-shape']);

const textOf = (text: string): Cell => (text === '' ? null : text);

const day = (written: string | null): Cell => written?.replace('T', ' ').replace(/\.0+$/, '') ?? null;

/** A length of time as OpenDocument writes it (`PT13H05M00S`), as hours, minutes and seconds. */
function duration(written: string): Cell {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?)?$/.exec(written);
  if (!parts) return textOf(written);
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts;
  const clock = [Number(days) * 24 + Number(hours), Number(minutes), Number(seconds)];
  const rest = fraction.replace(/0+$/, '').slice(0, 6);
  const text = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return sign + text + (rest === '' ? '' : `.${rest}`);
}
