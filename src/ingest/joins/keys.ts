import type {Engine} from '../../engine/engine';
import {QueryError} from '../../engine/errors';
import {filledSql} from '../plan/row-rules';
import {joinsOf} from './joining';
import type {LookupFile} from './lookup-table';
import type {LookupTables} from './lookup-tables';
import {readCsvSql} from '../scan/read-csv';
import {scan} from '../scan/scan';
import type {LookupReceipt} from '../types';

/** What counting matches needs: all files, and the tables in which columns are looked up. */
export interface Matching {
  files: readonly LookupFile[];
  tables: LookupTables;
  /** ends the counting at once */
  signal?: AbortSignal;
}

let counts = 0;

/**
 * What all lookups of a file would find: its rows, those whose key is there, keys without a row, and how many rows there
 * would be if each came with every row of its key. The whole file is read, but only its keys are kept.
 *
 * @throws {FileError} if a file can't be read
 * @throws {MappingError} if a lookup can't be used
 * @throws {QueryError} also when it is cancelled
 */
export async function matches(
  engine: Engine,
  {source, mapping}: LookupFile,
  {files, tables, signal}: Matching
): Promise<LookupReceipt[]> {
  const joins = await joinsOf(engine, mapping, {files, tables, columns: []});
  if (!joins) return [];
  const {encoding, dialect, region, header, fill} = mapping;
  const options = {encoding, dialect, region, width: header.length, ...(signal ? {signal} : {})};
  const name = `matches-${++counts}`;
  try {
    for await (const cut of scan(source, options)) {
      if (signal?.aborted) throw new QueryError('the counting was cancelled', '', 'cancelled');
      if (cut.records === 0) continue;
      await engine.register(name, cut.bytes);
      const records = readCsvSql(name, {dialect, width: header.length});
      try {
        await joins.cut(fill ? filledSql(records, fill, new Map()) : records, cut);
      } finally {
        await engine.drop(name);
      }
    }
    return await joins.receipts();
  } finally {
    await joins.close();
  }
}
