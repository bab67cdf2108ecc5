import {gzipSync} from 'node:zlib';
import {utils, write, type BookType, type WorkSheet} from '@e965/xlsx';
import {
  CompressionType,
  columnFromArray,
  setCompressionCodec,
  tableFromColumns,
  tableToIPC,
  utf8
} from '@uwdata/flechette';
import {BlobReader, BlobWriter, ZipWriter, configure} from '@zip.js/zip.js';
import {parquetWriteBuffer} from 'hyparquet-writer';
import initSqlJs from 'sql.js';

configure({useWebWorkers: false});

/** Rows of a table, names first. */
export type Rows = (string | number)[][];

export const csvOf = (rows: Rows): string => rows.map((row) => `${row.join(',')}\n`).join('');

/** A workbook of any kind, as SheetJS writes it: name of a sheet → its rows. */
export function workbook(sheets: Record<string, Rows | WorkSheet>, bookType: BookType): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, Array.isArray(rows) ? utils.aoa_to_sheet(rows) : rows, name);
  return write(book, {type: 'buffer', bookType, compression: bookType === 'xlsx'}) as Buffer;
}

/** A database with one table, of texts. */
export async function database(table: string, [names = [], ...rows]: Rows): Promise<Uint8Array> {
  const {Database} = await initSqlJs();
  const made = new Database();
  made.run(`create table "${table}" (${names.map((name) => `"${name}"`).join(', ')})`);
  const places = names.map(() => '?').join(', ');
  for (const row of rows) made.run(`insert into "${table}" values (${places})`, row);
  return made.export();
}

/** A Feather file whose parts are LZ4 frames. */
export function feather([names = [], ...rows]: Rows): Uint8Array {
  setCompressionCodec(CompressionType.LZ4_FRAME, {
    encode: lz4Frame,
    decode: () => {
      throw new Error('nothing is read back here');
    }
  });
  const columns = names.map((name, at): [string, ReturnType<typeof columnFromArray>] => {
    return [
      String(name),
      columnFromArray(
        rows.map((row) => String(row[at])),
        utf8()
      )
    ];
  });
  const bytes = tableToIPC(tableFromColumns(columns), {format: 'file', codec: CompressionType.LZ4_FRAME});
  if (!bytes) throw new Error('no file was made');
  return bytes;
}

/** An LZ4 frame with one block, stored as it is. */
function lz4Frame(bytes: Uint8Array): Uint8Array {
  const head = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73];
  const size = new Uint8Array(new Uint32Array([(bytes.length | 0x80_00_00_00) >>> 0]).buffer);
  return Uint8Array.from([...head, ...size, ...bytes, 0, 0, 0, 0]);
}

export function parquet([names = [], ...rows]: Rows): Uint8Array {
  const columnData = names.map((name, at) => ({name: String(name), data: rows.map((row) => String(row[at]))}));
  return new Uint8Array(parquetWriteBuffer({columnData}));
}

export const jsonLines = ([names = [], ...rows]: Rows): Buffer =>
  gzipSync(rows.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [names[at], cell])))).join('\n'));

/** A zip archive: name of a member → what is in it. */
export async function zip(members: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const archive = new ZipWriter(new BlobWriter());
  for (const [name, content] of Object.entries(members))
    await archive.add(name, new BlobReader(new Blob([content as string | Uint8Array<ArrayBuffer>])));
  return new Uint8Array(await (await archive.close()).arrayBuffer());
}
