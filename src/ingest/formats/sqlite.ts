import initSqlJs, {type Database, type Statement} from 'sql.js';
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url&inline';
import {type Cell, type Converter, FormatError, type FoundTable, type Note} from './converter';
import {peeked, refusal, refusing} from './refusing';
import {ColumnNotes, doubleText, hexText} from './typed-text';

/** Rows at a time. */
const rowsPerBatch = 4096;

/** Bytes of a database, which is in memory as a whole. */
const mostBytes = 2 ** 30;

/**
 * Reads the tables and views of an SQLite database: whole numbers exactly, bytes in hexadecimal, all else as it is stored,
 * since SQLite has no type for days and truth. A view that can't be read is refused alone.
 */
export const sqlite: Converter = (blob) => refusing('damaged-sqlite', tables(blob));

async function* tables(blob: Blob): AsyncGenerator<FoundTable> {
  if (blob.size > mostBytes) throw new FormatError('too-large');
  const {database, notes} = await opened(blob);
  try {
    for (const {name, isView} of tablesIn(database)) {
      const found = await tableOf(database, name, isView ? null : countOf(database, name));
      if (!found) continue;
      found.notes.push(...notes.splice(0));
      yield found;
    }
  } finally {
    database.close();
  }
}

const [journal, writeAhead] = [1, 2];

/** started by the first database */
let engine: ReturnType<typeof initSqlJs> | undefined;

/**
 * A database whose newest changes were written ahead is marked so in its header, and isn't opened without the file that
 * has them: the mark is taken off, and it's said.
 */
async function opened(blob: Blob): Promise<{database: Database; notes: Note[]}> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const ahead = bytes[18] === writeAhead || bytes[19] === writeAhead;
  if (ahead) bytes.fill(journal, 18, 20);
  engine ??= initSqlJs({wasmBinary: decoded(wasm)});
  const {Database} = await engine;
  return {database: new Database(bytes), notes: ahead ? [{key: 'database.ahead'}] : []};
}

function decoded(url: string): ArrayBuffer {
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0)).buffer;
}

function tablesIn(database: Database): {name: string; isView: boolean}[] {
  const query = `select name, type from pragma_table_list
    where schema = 'main' and type in ('table', 'view', 'virtual') and name not like 'sqlite\\_%' escape '\\' order by name`;
  const rows = database.exec(query)[0]?.values ?? [];
  return rows.map(([name, type]) => ({name: String(name), isView: type !== 'table'}));
}

const countOf = (database: Database, name: string): number | null =>
  failsafe(() => Number(database.exec(`select count(*) from ${quoted(name)}`)[0]?.values[0]?.[0] ?? 0));

/** Of a damaged table the count fails, as reading it will, which says so. */
function failsafe(count: () => number): number | null {
  try {
    return count();
  } catch {
    return null;
  }
}

async function tableOf(database: Database, name: string, rows: number | null): Promise<FoundTable | null> {
  const said = new ColumnNotes();
  const names: string[] = [];
  const batches = await peeked(refusing('damaged-sqlite', rowsOf(database, name, names, said)));
  if (!batches) return null;
  const notes: Note[] = [];
  return {part: [name], names, rows, batches: noted(), notes};

  async function* noted(): FoundTable['batches'] {
    if (batches) yield* batches;
    notes.push(...said.notes());
  }
}

/** Rows of a table, whose columns' names are told on the way. */
async function* rowsOf(
  database: Database,
  name: string,
  names: string[],
  notes: ColumnNotes
): AsyncGenerator<readonly Cell[][]> {
  let statement: Statement | undefined;
  try {
    statement = database.prepare(`select * from ${quoted(name)}`);
    names.push(...statement.getColumnNames());
    let batch: Cell[][] = [];
    while (statement.step()) {
      batch.push(cellsOf(statement, names, notes));
      if (batch.length < rowsPerBatch) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause);
    throw /malformed|not a database/.test(error)
      ? refusal('damaged-sqlite', cause)
      : new FormatError('database-table', {values: {error}, cause});
  } finally {
    statement?.free();
  }
}

/** sql.js gives whole numbers exactly where it is asked to, which its types don't know. */
interface ExactStatement {
  get(values: null, options: {useBigInt: true}): (bigint | number | string | Uint8Array | null)[];
}

function cellsOf(statement: Statement, names: readonly string[], notes: ColumnNotes): Cell[] {
  return (statement as unknown as ExactStatement).get(null, {useBigInt: true}).map((value, index) => {
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'number') return doubleText(value);
    notes.add('column.bytes', names[index] ?? '');
    return hexText(value);
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
