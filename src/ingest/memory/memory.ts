import type {Engine} from '../../engine/engine';
import {QueryError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {publish, stage, type Staged} from '../../models/store';
import {tableNames} from '../../tables/canonical';
import type {Filing} from '../stage-file';

/** A column that takes much memory, and its share of all text that was read; both null of what is not known. */
export interface Wide {
  file: string;
  column: string;
  /** 0 to 1 */
  share: number;
  /** one of the columns of a customer file that play no role */
  attribute: boolean;
}

/** There was not enough memory for an import. Says what to do about it; what was loaded before stays. */
export class MemoryError extends QueryError {
  override name = 'MemoryError';
  /** the columns that take the most memory, widest first; some play no role that is needed */
  readonly widest: readonly Wide[];
  /** bytes that DuckDB may hold */
  readonly limit: number;

  constructor(cause: unknown, {widest, limit}: Pick<MemoryError, 'widest' | 'limit'>) {
    const names = widest.map(({column}) => `“${column}”`).join(', ');
    const wide = names === '' ? '' : ` ${ingest.t('memory.widest', {columns: names})}`;
    super(`${ingest.t('memory', {gigabytes: limit / 1e9})}${wide} ${ingest.t('memory.remedy')}`, '', 'memory', {cause});
    this.widest = widest;
    this.limit = limit;
  }
}

/** Whether an error says that memory ran out: DuckDB's, or the page's own. */
export function isShortage(error: unknown): boolean {
  if (error instanceof QueryError) return error.reason === 'memory';
  return error instanceof RangeError && /allocat|array length|buffer/i.test(error.message);
}

/** The error in words, with the widest of the columns that were being read. @throws what has nothing to do with memory */
export async function shortage(
  error: unknown,
  {engine, staged, filings}: {engine: Engine; staged: Staged; filings: readonly Filing[]}
): Promise<MemoryError> {
  if (error instanceof MemoryError) return error;
  const {limit} = await engine.memory().catch(unlessQuery({used: 0, limit: 0}));
  const widest = await widestOf(engine, staged, filings).catch(unlessQuery<Wide[]>([]));
  return new MemoryError(error, {widest, limit});
}

/** Where even asking fails for lack of memory, there is less to say. */
function unlessQuery<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof QueryError) return instead;
    throw error;
  };
}

/** Rows of a part that show how long texts are. */
const sample = 20_000;
const mostNamed = 3;

async function widestOf(engine: Engine, staged: Staged, filings: readonly Filing[]): Promise<Wide[]> {
  const found: (Wide & {length: number})[] = [];
  for (const table of tableNames) {
    for (const {source, mapping, number} of filings.filter((filing) => filing.table === table)) {
      const rows = staged.parts[table]
        .slice(1, 2)
        .map((part) => `(from ${part} where source = ${number} limit ${sample})`);
      const [part] = rows;
      if (part === undefined) continue;
      const texts = Object.entries(mapping.roles).filter(([role]) => staged.columns[table].includes(role));
      const lengths = texts.map(([role]) => `coalesce(sum(strlen(${role}::varchar)), 0)::double`);
      const sums = lengths.length === 0 ? undefined : await engine.query(`select ${lengths.join(', ')} from ${part}`);
      texts.forEach(([, {column}], index) =>
        found.push({
          ...{file: source.name, column: mapping.header[column] ?? `${column + 1}`, share: 0, attribute: false},
          length: sums?.number(0, index) ?? 0
        })
      );
      if (table !== 'customer' || mapping.attributes.length === 0) continue;
      const attributes = await engine.query(
        `select said.key as name, sum(strlen(said.key) + strlen(said.value))::double as length
         from (select unnest(map_entries(attributes)) as said from ${part}) group by name`
      );
      for (const {name, length} of attributes.objects<{name: string; length: number}>())
        found.push({file: source.name, column: name, share: 0, attribute: true, length});
    }
  }
  const all = found.reduce((sum, {length}) => sum + length, 0);
  return found
    .sort((a, b) => b.length - a.length)
    .slice(0, mostNamed)
    .map(({length, ...wide}) => ({...wide, share: all === 0 ? 0 : length / all}));
}

/** Takes what is published out of memory, before files are read in its place; empty tables stand there then. @throws {QueryError} */
export async function free(engine: Engine): Promise<void> {
  await publish(engine, await stage(engine, {}));
}
