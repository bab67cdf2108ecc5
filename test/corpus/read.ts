import {FileError} from '../../src/engine/errors';
import {inspect} from '../../src/ingest/look/inspect';
import {readCsvSql} from '../../src/ingest/scan/read-csv';
import {cutsOf} from '../../src/ingest/scan/scan-run';
import {emptyTally, type Tally, type Unread} from '../../src/ingest/scan/scan-tally';
import type {Inspection, Source} from '../../src/ingest/types';
import {testEngine} from '../engine';

/** What the import reads of a file before any value is cast: names and texts. */
export interface RawTable {
  inspection: Inspection;
  names: string[];
  rows: string[][];
  unread: Unread[];
  tally: Tally;
}

/** Reads a file by itself, as a drop on the page does; gives the refusal where it is refused. */
export async function readRaw(source: Source): Promise<RawTable | FileError> {
  try {
    return await tableOf(source, await inspect(source));
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

/** Reads a file by what was found out about it. @throws {FileError} */
export async function tableOf(source: Source, inspection: Inspection, cutBytes = 65536): Promise<RawTable> {
  const {encoding, dialect, region, columns} = inspection;
  const layout = {encoding: encoding.value, dialect: dialect.value, region: region.value, width: columns.length};
  const engine = await testEngine();
  const table: RawTable = {
    inspection,
    names: columns.map(({name}) => name),
    rows: [],
    unread: [],
    tally: emptyTally()
  };
  for await (const cut of cutsOf(source.blob, {...layout, cutBytes})) {
    table.tally = cut.tally;
    table.unread.push(...cut.unread);
    if (cut.records === 0) continue;
    const name = `corpus-${++cuts}`;
    await engine.register(name, cut.bytes);
    const read = await engine.query(`select * from ${readCsvSql(name, layout)}`);
    await engine.drop(name);
    if (read.length !== cut.records) throw new Error(`${source.name}: ${cut.records} cut, ${read.length} read`);
    for (let row = 0; row < read.length; row++)
      table.rows.push(read.columns.map((_, column) => read.text(row, column) ?? ''));
  }
  return table;
}

let cuts = 0;
