import {type Batch, CompressionType, setCompressionCodec, type Table, tableFromIPC} from '@uwdata/flechette';
import {decompressZstd} from 'hyparquet-compressors';
import {arrowMessages} from './arrow-messages';
import {arrowColumns, columnReader} from './arrow-values';
import type {Cell, Converter, FoundTable} from './converter';
import {unpackLz4} from './lz4';
import {peeked, refusing} from './refusing';
import {ColumnNotes} from './typed-text';

/** Rows at a time. */
const rowsPerBatch = 4096;

/**
 * Reads an Arrow file or stream, or Feather version 2, batch by batch: whole numbers and decimals exactly; days and times
 * as they are written, those with a zone in UTC, with a note; records as a column for each of their parts (`a.b`), lists
 * and maps as JSON. Feather version 1 is refused.
 */
export const arrow: Converter = (blob) => refusing('damaged-arrow', tables(blob));

const noEncoder = (): never => {
  throw new Error('nothing is packed here');
};
setCompressionCodec(CompressionType.LZ4_FRAME, {encode: noEncoder, decode: (bytes, size) => unpackLz4(bytes, size)});
setCompressionCodec(CompressionType.ZSTD, {encode: noEncoder, decode: (bytes) => decompressZstd(bytes).slice()});

async function* tables(blob: Blob): AsyncGenerator<FoundTable> {
  const notes = new ColumnNotes();
  const parts = decoded(blob);
  const head = await parts.next();
  if (head.done) return;
  const columns = arrowColumns(head.value.schema.fields);
  const batches = await peeked(refusing('damaged-arrow', rowsOf()));
  if (!batches || columns.length === 0) return;
  const table: FoundTable = {part: [], names: columns.map(({name}) => name), rows: null, batches: noted(), notes: []};
  yield table;

  async function* rowsOf(): AsyncGenerator<Cell[][]> {
    for await (const part of parts) {
      const read = columns.map((column) => columnReader(column, batchesOf(part), notes));
      for (let start = 0; start < part.numRows; start += rowsPerBatch) {
        const length = Math.min(rowsPerBatch, part.numRows - start);
        yield Array.from({length}, (_, row) => read.map((cell) => cell(start + row)));
      }
    }
  }

  async function* noted(): FoundTable['batches'] {
    if (batches) yield* batches;
    table.notes.push(...notes.notes());
  }
}

/** An empty table with the schema, then one for each batch of rows. */
async function* decoded(blob: Blob): AsyncGenerator<Table> {
  let schema: Uint8Array | null = null;
  const dictionaries: Uint8Array[] = [];
  for await (const {kind, bytes} of arrowMessages(blob)) {
    if (kind === 'schema' && schema === null) {
      schema = bytes;
      const table = opened([bytes]);
      if (table.schema.endianness !== 0) throw new Error('numbers with the highest byte first');
      yield table;
    } else if (kind === 'dictionary') dictionaries.push(bytes);
    else if (kind === 'batch' && schema) yield opened([schema, ...dictionaries, bytes]);
  }
  if (schema === null) throw new Error('no schema');
}

function opened(messages: Uint8Array[]): Table {
  return tableFromIPC(messages, {useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true});
}

/** The values of each column, of a table with one batch. */
function batchesOf(table: Table): Batch<unknown>[] {
  return Array.from({length: table.numCols}, (_, index) => {
    const [batch] = table.getChildAt(index).data;
    if (!batch) throw new Error('a column without values');
    return batch;
  });
}
