import {type AsyncBuffer, type Compressors, type DecodedArray, parquetMetadataAsync, parquetScan} from 'hyparquet';
import {compressors} from 'hyparquet-compressors';
import {type Cell, type Converter, FormatError, type FoundTable} from './converter';
import {parquetColumns, type TextColumn} from './parquet-values';
import {readSchema} from './parquet-schema';
import {refusing} from './refusing';
import {ColumnNotes} from './typed-text';

/** Rows at a time. */
const rowsPerBatch = 4096;

/** Values that are kept in memory at once, of all columns; a row group that has more is read in parts. */
const mostValues = 8_000_000;

/**
 * Reads a Parquet file, row group by row group: whole numbers and decimals exactly, however long; days and times as they
 * are written, of whatever zone, with a note; records as a column for each of their parts (`a.b`), lists and maps as JSON.
 */
export const parquet: Converter = (blob) => refusing('damaged-parquet', tables(blob));

async function* tables(blob: Blob): AsyncGenerator<FoundTable> {
  const end = await blob.slice(Math.max(0, blob.size - 4)).text();
  if (end === 'PARE') throw new FormatError('encrypted-parquet');
  const file = bufferOf(blob);
  const read = await parquetMetadataAsync(file, {geoparquet: false});
  if (read.row_groups.some(({columns}) => columns.some((chunk) => chunk.crypto_metadata !== undefined))) {
    throw new FormatError('encrypted-parquet');
  }
  const {columns, metadata} = readSchema(read);
  const rows = Number(metadata.num_rows);
  if (rows === 0 || columns.length === 0) return;
  const scan = await parquetScan({
    file,
    metadata,
    compressors: compressors as Compressors,
    utf8: false,
    parsers: {stringFromBytes: (bytes) => text.decode(bytes), timestampFromNanoseconds: (nanoseconds) => nanoseconds}
  });
  const notes = new ColumnNotes();
  const written = parquetColumns(columns, notes);
  const names = written.map(({name}) => name);
  const table: FoundTable = {part: [], names, rows, batches: refusing('damaged-parquet', batches()), notes: []};
  yield table;

  async function* batches(): AsyncGenerator<Cell[][]> {
    const step = Math.max(rowsPerBatch, Math.floor(mostValues / columns.length));
    for (const range of scan.ranges) {
      for (let start = range.rowStart; start < range.rowEnd; start += step) {
        const rowEnd = Math.min(start + step, range.rowEnd);
        const values: DecodedArray[] = [];
        for (const {path} of columns) values.push(await scan.readColumn({column: path, rowStart: start, rowEnd}));
        yield* rowsOf(values, written, rowEnd - start);
      }
    }
    table.notes.push(...notes.notes());
  }
}

const text = new TextDecoder('utf-8', {ignoreBOM: true});

function bufferOf(blob: Blob): AsyncBuffer {
  return {byteLength: blob.size, slice: (start, end) => blob.slice(start, end).arrayBuffer()};
}

function* rowsOf(values: readonly DecodedArray[], columns: readonly TextColumn[], count: number): Generator<Cell[][]> {
  for (const column of values) if (column.length !== count) throw new Error(`${column.length} values of ${count} rows`);
  for (let start = 0; start < count; start += rowsPerBatch) {
    const length = Math.min(rowsPerBatch, count - start);
    const rows: Cell[][] = Array.from({length}, () => []);
    for (const {index, read} of columns) {
      const source = values[index] ?? [];
      for (let row = 0; row < length; row++) rows[row]?.push(read(source[start + row]));
    }
    yield rows;
  }
}
