import {FormatError, type Converter, type FoundTable, type Note} from './converter';
import {TableWriter} from './write';

/** A table of a file, written as text. */
export interface Written {
  /** the way to it inside the file */
  part: readonly string[];
  /** its first record names the columns */
  named: boolean;
  rows: number;
  text: Blob;
  notes: Note[];
  /** where the converter knows better than the first bytes said */
  format?: 'ndjson';
}

/** A part of a file that can't be read; the others can. */
export interface Unwritten {
  part: readonly string[];
  refused: FormatError;
}

/** Reads a file and writes its tables. `onrows` is told how many rows are written so far. @throws {FormatError} */
export type Writing = (blob: Blob, onrows: (rows: number) => void) => AsyncIterable<Written | Unwritten>;

/** What a converter finds, written table by table. */
export function writing(converter: Converter): Writing {
  return async function* (blob, onrows) {
    let rows = 0;
    for await (const table of converter(blob)) {
      const writer = new TableWriter(table.names ? table.names.length : null);
      try {
        for await (const batch of table.batches) {
          for (const row of batch) writer.add(row);
          onrows((rows += batch.length));
        }
        yield await writtenBy(writer, table);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        yield {part: table.part, refused: error};
      }
    }
  };
}

async function writtenBy(writer: TableWriter, {part, names, notes}: FoundTable): Promise<Written> {
  return {part, named: names !== null, rows: writer.rows, text: await writer.finish(names), notes};
}
