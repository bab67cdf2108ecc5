// @ts-check
import {createReadStream, createWriteStream, existsSync, renameSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {Readable, Writable} from 'node:stream';
import {ZipWriter, configure} from '@zip.js/zip.js';

configure({useWebWorkers: false});

const rowsPerWrite = 5_000;
const dayOf1970 = 25_569;
const [dateStyle, moneyStyle] = [1, 2];

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook has beside its rows and texts, as Excel names it. */
const parts = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Transactions" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`
};

/**
 * Writes a transaction file as the workbook that Excel would make of it: texts shared, dates as serials with a format,
 * numbers as numbers. Unless it is there.
 *
 * @param {string} csv a file of `generate`, whose fields need no quotes
 * @param {string} path
 */
export async function writeWorkbook(csv, path) {
  if (existsSync(path)) return;
  const part = `${path}.part`;
  const zip = new ZipWriter(/** @type {WritableStream} */ (Writable.toWeb(createWriteStream(part))), {level: 6});
  const texts = new Map();
  for (const [name, text] of Object.entries(parts)) await zip.add(name, stream([head + text]));
  await zip.add('xl/worksheets/sheet1.xml', stream(sheet(csv, texts)));
  await zip.add('xl/sharedStrings.xml', stream(shared(texts)));
  await zip.close();
  renameSync(part, path);
}

/** @param {Iterable<string> | AsyncIterable<string>} chunks */
function stream(chunks) {
  return /** @type {ReadableStream<Uint8Array>} */ (Readable.toWeb(Readable.from(encoded(chunks))));
}

/** @param {Iterable<string> | AsyncIterable<string>} chunks */
async function* encoded(chunks) {
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(chunk);
}

/** @param {string} csv @param {Map<string, number>} texts */
async function* sheet(csv, texts) {
  yield `${head}<worksheet ${main}><sheetData>`;
  let number = 0;
  let written = '';
  for await (const line of createInterface({input: createReadStream(csv)})) {
    written += row(line.split(','), ++number, texts);
    if (number % rowsPerWrite !== 0) continue;
    yield written;
    written = '';
  }
  yield `${written}</sheetData></worksheet>`;
}

/** @param {string[]} fields @param {number} number @param {Map<string, number>} texts */
function row(fields, number, texts) {
  const cells = fields.map((field, column) => {
    const at = `r="${String.fromCharCode(65 + column)}${number}"`;
    if (number > 1 && column === 2) return `<c ${at} s="${dateStyle}"><v>${serial(field)}</v></c>`;
    if (number > 1 && column === 7) return `<c ${at}><v>${field}</v></c>`;
    if (number > 1 && column === 8) return `<c ${at} s="${moneyStyle}"><v>${Number(field)}</v></c>`;
    return `<c ${at} t="s"><v>${indexOf(field, texts)}</v></c>`;
  });
  return `<row r="${number}" spans="1:${fields.length}">${cells.join('')}</row>`;
}

/** @param {string} day */
const serial = (day) => Date.parse(day) / 86_400_000 + dayOf1970;

/** @param {string} text @param {Map<string, number>} texts */
function indexOf(text, texts) {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
}

/** @param {Map<string, number>} texts */
function* shared(texts) {
  yield `${head}<sst ${main} uniqueCount="${texts.size}">`;
  for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}
