import type {FoundTable} from './converter';
import type {PackedParts} from './packed-parts';
import {peeked, refusing} from './refusing';
import {SheetTally} from './sheet-cells';
import {sheetRows} from './xlsx-sheet';
import {meanings, sharedStrings, workbookOf} from './xlsx-parts';

/**
 * The sheets of an Office Open XML workbook (.xlsx, .xlsm), streamed: only the texts that cells share are kept. Formulas
 * count with the result that was saved. Rows are as in the sheet, from its row 1, without empty ones at the end.
 */
export async function* xlsx(parts: PackedParts): AsyncGenerator<FoundTable> {
  const book = await workbookOf(parts);
  const strings = await sharedStrings(parts, book.strings);
  const styles = await meanings(parts, book.styles);
  for (const {name, path, hidden} of book.sheets) {
    const tally = Object.assign(new SheetTally(), {hidden});
    const context = {strings, meanings: styles, from1904: book.from1904, tally};
    const batches = await peeked(
      refusing(
        'damaged-sheet',
        sheetRows(() => parts.stream(path), context)
      )
    );
    if (batches) yield tableOf(name, batches, tally);
  }
}

/** A sheet as a table, whose notes are complete when its last batch is. */
export function tableOf(name: string, batches: FoundTable['batches'], tally: SheetTally): FoundTable {
  const table: FoundTable = {part: [name], names: null, rows: null, batches: noted(), notes: []};
  return table;

  async function* noted(): FoundTable['batches'] {
    yield* batches;
    table.notes.push(...tally.notes());
  }
}
