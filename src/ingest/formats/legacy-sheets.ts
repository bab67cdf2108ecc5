import {type CellObject, type DenseWorkSheet, read, set_cptable, type WorkBook} from '@e965/xlsx';
import {type Cell, FormatError, type FoundTable} from './converter';
import {type Meaning, meaningOf} from './number-format';
import {numberCell, rowsPerBatch, SheetRows, SheetTally} from './sheet-cells';
import {tableOf} from './xlsx';

/**
 * The sheets of a binary workbook, which can't be read piece by piece: `.xls` from Excel 2 to 2003, `.xlsb`.
 * @throws {FormatError} `encrypted`
 */
export async function* legacySheets(blob: Blob): AsyncGenerator<FoundTable> {
  const book = parsed(new Uint8Array(await blob.arrayBuffer()));
  const from1904 = book.Workbook?.WBProps?.date1904 ?? false;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!isDense(sheet) || (sheet['!type'] ?? 'sheet') !== 'sheet') continue;
    const tally = new SheetTally();
    tally.hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    tally.merged = sheet['!merges']?.length ?? 0;
    const rows = rowsOf(sheet['!data'], from1904, tally);
    if (rows.length > 0) yield tableOf(name, batches(rows), tally);
  }
}

/** Workbooks that nobody gave a password to, but that are encrypted all the same, have this one. */
const excelsOwn = 'VelvetSweatshop';

function parsed(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      password: excelsOwn
    });
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : '';
    if (/password|encrypt/i.test(text) || holds(bytes, 'EncryptedPackage')) throw new FormatError('encrypted', {cause});
    throw cause;
  }
}

/** Whether a compound file has a part of that name, which is written in UTF-16 at a place divisible by 128. */
function holds(bytes: Uint8Array, part: string): boolean {
  const step = 2 ** 20;
  for (let at = 0; at < bytes.length; at += step) {
    if (new TextDecoder('utf-16le').decode(bytes.subarray(at, at + step)).includes(part)) return true;
  }
  return false;
}

function isDense(sheet: WorkBook['Sheets'][string] | undefined): sheet is DenseWorkSheet {
  return sheet !== undefined && Array.isArray(sheet['!data']);
}

async function* batches(rows: Cell[][]): AsyncGenerator<readonly Cell[][]> {
  for (let at = 0; at < rows.length; at += rowsPerBatch) yield rows.slice(at, at + rowsPerBatch);
}

function rowsOf(data: (CellObject[] | undefined)[], from1904: boolean, tally: SheetTally): Cell[][] {
  const rows = new SheetRows();
  for (const [index, cells] of data.entries()) {
    if (cells)
      rows.add(
        index + 1,
        Array.from(cells, (cell, column) => cellOf(cell, column))
      );
  }
  return rows.take();

  function cellOf(cell: CellObject | undefined, column: number): Cell {
    if (cell?.t === 'n' && typeof cell.v === 'number') return number(cell.v, cell.z, column);
    if (cell?.t === 'b') return cell.v === true ? 'true' : 'false';
    if (cell?.t === 'e') return error(cell.v);
    if (typeof cell?.v === 'string' && cell.v !== '') return cell.v;
    if (cell?.f !== undefined && cell.v === undefined) tally.formulas++;
    return null;
  }

  function number(value: number, format: CellObject['z'], column: number): Cell {
    const meaning = meaningFor(String(format ?? 'General'));
    if (meaning.kind === 'percent' || meaning.currency !== null) tally.shown(column, meaning);
    return numberCell(String(value), meaning, from1904);
  }

  function error(code: CellObject['v']): Cell {
    tally.errors++;
    return errors[Number(code)] ?? '#ERROR';
  }
}

const known = new Map<string, Meaning>();

function meaningFor(format: string): Meaning {
  const meaning = known.get(format) ?? meaningOf(format);
  known.set(format, meaning);
  return meaning;
}

const errors: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA'
};

/** The code pages of old workbooks, as the platform decodes them; the tables that SheetJS would bring have 470 kB. */
const codePages: Record<number, string> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  65001: 'utf-8',
  ...Object.fromEntries(Array.from({length: 9}, (_, index) => [1250 + index, `windows-${1250 + index}`]))
};

set_cptable({
  utils: {
    decode: (page: number, bytes: ArrayLike<number>) =>
      new TextDecoder(codePages[page] ?? 'windows-1252').decode(Uint8Array.from(bytes), {stream: true}),
    encode: (_: number, text: string) => Array.from(text, (character) => character.charCodeAt(0) & 255)
  }
});
