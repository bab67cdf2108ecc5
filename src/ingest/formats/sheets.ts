import {type Converter, type FoundTable} from './converter';
import {PackedParts} from './packed-parts';
import {refusing} from './refusing';

/**
 * Reads every spreadsheet: `.xlsx` and `.xlsm`, `.xlsb`, `.xls`, `.ods` and `.fods`, Excel 2003's XML, and web pages saved as `.xls`.
 * What it is, is told by content. A table a sheet; hidden sheets too, with a note; empty ones and charts not.
 *
 * Cells mean what their sheet shows: days by their number format as `2024-02-29`, times as `13:05:00`, numbers of at most
 * 15 significant digits, shares as they are stored (`0.15`), with a note; errors as their text.
 */
export const sheets: Converter = (blob) => refusing('damaged-sheet', tables(blob));

async function* tables(blob: Blob): AsyncGenerator<FoundTable> {
  const head = new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
  if (head[0] === 0x50 && head[1] === 0x4b) yield* packed(blob);
  else if (head[0] === 0xd0 || head[0] === 9) yield* (await import('./legacy-sheets')).legacySheets(blob);
  else if (isFlatOds(head)) yield* (await import('./ods')).flatOds(blob);
  else if (isSpreadsheetXml(head)) yield* (await import('./spreadsheet-xml')).spreadsheetXml(blob);
  else yield* (await import('./html')).html(blob);
}

async function* packed(blob: Blob): AsyncGenerator<FoundTable> {
  const parts = await PackedParts.of(blob);
  if (parts.has('xl/workbook.bin')) yield* (await import('./legacy-sheets')).legacySheets(blob);
  else if (parts.has('content.xml')) yield* (await import('./ods')).ods(parts);
  else yield* (await import('./xlsx')).xlsx(parts);
}

function isFlatOds(head: Uint8Array): boolean {
  return /<office:document\b/.test(new TextDecoder('latin1').decode(head));
}

function isSpreadsheetXml(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head).replaceAll('\0', '');
  return (
    /urn:schemas-microsoft-com:office:spreadsheet|mso-application[^>]*Excel\.Sheet/.test(text) && !/<html/i.test(text)
  );
}
