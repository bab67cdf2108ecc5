import {type Cell, FormatError, type FoundTable} from './converter';
import {spreadsheetNumber} from './number';
import {type Meaning, meaningOf} from './number-format';
import {peeked, refusing} from './refusing';
import {mostColumns, mostRows, SheetRows, SheetTally} from './sheet-cells';
import {tableOf} from './xlsx';
import {isoDay} from './xlsx-sheet';
import {attribute, scanned, type XmlHandler} from './xml';

/** The sheets of an Excel 2003 workbook in XML (SpreadsheetML), which many systems still export as `.xls`. */
export async function* spreadsheetXml(blob: Blob): AsyncGenerator<FoundTable> {
  const book = new BookReader(-1, new SheetTally());
  for await (const _ of scanned(blob.stream(), book)) void _;
  for (const [index, {name, hidden}] of book.sheets.entries()) {
    const tally = Object.assign(new SheetTally(), {hidden});
    const batches = await peeked(refusing('damaged-sheet', sheetRows(blob.stream(), index, tally)));
    if (batches) yield tableOf(name, batches, tally);
  }
}

async function* sheetRows(
  stream: ReadableStream<Uint8Array>,
  index: number,
  tally: SheetTally
): AsyncGenerator<readonly Cell[][]> {
  const reader = new BookReader(index, tally);
  for await (const _ of scanned(stream, reader)) {
    void _;
    if (reader.rows.full) yield reader.rows.take();
  }
  const rest = reader.rows.take();
  if (rest.length > 0) yield rest;
}

/** Reads the names of all sheets, and the rows of one. */
class BookReader implements XmlHandler {
  readonly rows = new SheetRows();
  readonly sheets: {name: string; hidden: boolean}[] = [];
  wanted = false;
  readonly #index: number;
  readonly #tally: SheetTally;
  readonly #meanings = new Map<string, Meaning>();
  #styleName = '';
  #visible = false;
  #row = 0;
  #cells: Cell[] = [];
  #column = -1;
  #across = 0;
  #style = '';
  #type = '';
  #formula = false;
  /** in a comment, which has data of its own */
  #comment = false;
  #text = '';

  constructor(index: number, tally: SheetTally) {
    this.#index = index;
    this.#tally = tally;
  }

  open(name: string, tag: string): void {
    if (name === 'Worksheet') this.sheets.push({name: attribute(tag, 'Name') ?? '', hidden: false});
    else if (name === 'Visible') this.#visible = this.wanted = true;
    else if (name === 'Style') this.#styleName = attribute(tag, 'ID') ?? '';
    else if (name === 'NumberFormat') this.#meanings.set(this.#styleName, meaningOf(named(attribute(tag, 'Format'))));
    else if (this.sheets.length - 1 === this.#index) this.#openInSheet(name, tag);
  }

  close(name: string): void {
    if (name === 'Visible') this.#closeVisible();
    else if (this.sheets.length - 1 !== this.#index) return;
    else if (name === 'Comment') this.#comment = false;
    else if (name === 'Data' && !this.#comment) this.#closeData();
    else if (name === 'Cell') this.#closeCell();
    else if (name === 'Row') this.rows.add(this.#row, this.#cells);
  }

  text(text: string): void {
    this.#text += text;
  }

  #openInSheet(name: string, tag: string): void {
    if (name === 'Comment') this.#comment = true;
    else if (name === 'Row') {
      this.#row = within(Number(attribute(tag, 'Index') ?? this.#row + 1), this.#row + 1, mostRows);
      this.#cells = [];
      this.#column = -1;
      this.#across = 0;
    } else if (name === 'Cell') this.#openCell(tag);
    else if (name === 'Data' && !this.#comment) {
      this.#type = attribute(tag, 'Type') ?? 'String';
      this.#text = '';
      this.wanted = true;
    }
  }

  #openCell(tag: string): void {
    const next = this.#column + 1 + this.#across;
    this.#column = within(Number(attribute(tag, 'Index') ?? next + 1), next + 1, mostColumns) - 1;
    this.#across = Number(attribute(tag, 'MergeAcross') ?? 0);
    if (this.#across > 0 || Number(attribute(tag, 'MergeDown') ?? 0) > 0) this.#tally.merged++;
    this.#style = attribute(tag, 'StyleID') ?? '';
    this.#formula = attribute(tag, 'Formula') !== null;
    while (this.#cells.length <= this.#column) this.#cells.push(null);
  }

  #closeData(): void {
    this.wanted = false;
    this.#cells[this.#column] = this.#text === '' ? null : this.#cell(this.#text);
    if (this.#text !== '' || this.#type === 'String') this.#formula = false;
    this.#text = '';
  }

  #closeCell(): void {
    if (this.#formula) this.#tally.formulas++;
    this.#formula = false;
  }

  #closeVisible(): void {
    const sheet = this.sheets.at(-1);
    if (sheet && this.#visible) sheet.hidden = this.#text.trim() !== 'SheetVisible' && this.#text.trim() !== '';
    this.#visible = this.wanted = false;
    this.#text = '';
  }

  #cell(text: string): Cell {
    const meaning = this.#meanings.get(this.#style) ?? {...meaningOf('General')};
    if (this.#type === 'Boolean') return text === '1' ? 'true' : 'false';
    if (this.#type === 'DateTime') return clockOnly(text, meaning) ?? isoDay(text, meaning);
    if (this.#type === 'Error') this.#tally.errors++;
    if (this.#type !== 'Number') return text;
    this.#tally.shown(this.#column, meaning);
    const number = spreadsheetNumber(text);
    if (number === null) throw new FormatError('damaged-sheet', {cause: new Error(`odd number ${text}`)});
    return number;
  }
}

/** Times alone are written as times of the day before 1900. */
function clockOnly(text: string, {day}: Meaning): string | null {
  const clock = /^1899-12-31T(\d\d:\d\d:\d\d)(?:\.0+)?$/.exec(text)?.[1];
  return day || clock === undefined ? null : clock;
}

function within(value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new FormatError('damaged-sheet', {cause: new Error(`row or column ${value}`)});
}

/** Formats that have a name instead of a code. */
const named = (format: string | null): string => (format === null ? 'General' : (names[format] ?? format));

const names: Record<string, string> = {
  'General Number': 'General',
  'General Date': 'm/d/yyyy h:mm',
  'Long Date': 'd mmmm yyyy',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'm/d/yyyy',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '0.00',
  'Euro Currency': '[$€-2]0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00'
};
