import type {Engine} from '../engine/engine';
import {MappingError, QueryError} from '../engine/errors';
import {ingest} from '../messages/ingest';
import {discard, stage, type Staged, type StagedColumns} from '../models/store';
import {tableNames, type TableName} from '../tables/canonical';
import {checkRecipe} from './mapping/check';
import {joinsOf, lookupFiles} from './joins/joining';
import type {Joins} from './joins/lookup-cut';
import {LookupTables} from './joins/lookup-tables';
import {alsoMapping} from './joins/lookups';
import {planOf} from './plan/plan';
import {free, isShortage, shortage} from './memory/memory';
import {limited} from './memory/memory-limits';
import {limitsOf} from './memory/memory-period';
import {publishing, type Loaded} from './publishing';
import {stoppable} from './stoppable';
import {extraColumns, stageFile, type Filed, type Filing, type StageContext} from './stage-file';
import {Tracker} from './tracker';
import type {FileMapping, Progress, Recipe, Rules, Source} from './types';

export type {Finished, Loaded} from './publishing';

export interface LoadOptions {
  /** stops the import within 250 ms; what was loaded before stays */
  signal?: AbortSignal;
  onprogress?: (progress: Progress) => void;
  /** takes what was loaded before out of memory first: then it does not stay if the import fails */
  free?: boolean;
}

/**
 * Reads files into the canonical tables, in place of what was there, in their order: later ones may replace rows of
 * earlier ones. Rows that can't be used are set aside; everything
 * is accounted for before anything is published. Whatever is thrown, what was loaded before stays.
 *
 * @throws {MappingError} if the recipe can't be used, or lacks a file
 * @throws {FileError} if a file can't be read
 * @throws {QueryError} if the engine fails, or with reason `cancelled`; a `MemoryError` where memory doesn't suffice
 * @throws {ModelError} if the account doesn't balance: a bug of ours
 */
export async function load(
  engine: Engine,
  sources: readonly Source[],
  recipe: Recipe,
  {signal, onprogress = () => undefined, free: freeing = false}: LoadOptions = {}
): Promise<Loaded> {
  const pairs = paired(sources, recipe);
  const work = async (commit: () => void): Promise<Loaded> => {
    if (freeing) await free(engine);
    return importing(pairs, {engine, rules: recipe.rules, signal, onprogress, commit});
  };
  return stoppable(engine, {signal, work});
}

interface Importing {
  engine: Engine;
  rules: Rules;
  signal: AbortSignal | undefined;
  onprogress: (progress: Progress) => void;
  commit: () => void;
}

async function importing(
  pairs: readonly Pair[],
  {engine, rules, signal, onprogress, commit}: Importing
): Promise<Loaded> {
  const filings = filingsOf(pairs, rules);
  const query = signal ? {signal} : {};
  const constants = constantsOf(filings);
  const tables = new LookupTables(engine);
  const staged = await stage(engine, columnsOf(filings), {extra: extraColumns, constants});
  try {
    const tracker = new Tracker([...lookupFiles(pairs), ...filings], onprogress);
    const reading = {files: pairs, tables, onfile: (file: Pair) => tracker.begin(file), onread: tracker.read};
    const join = (mapping: FileMapping): Promise<Joins | null> => joinsOf(engine, mapping, {...reading, ...query});
    for (const {mapping} of filings) await (await join(mapping))?.close();
    const base = {engine, staged, rules, query, join, onread: tracker.read};
    const limits = await limitsOf(filings, rules, {...base, files: pairs, tracker});
    const context: StageContext = {...base, limit: (plan) => limited(plan, limits)};
    const filed: Filed[] = [];
    for (const filing of filings) {
      tracker.begin(filing);
      filed.push(await stageFile(filing, context));
    }
    const looked = await tables.read();
    await tables.close();
    return await publishing({pairs, filed, looked, context, tracker, commit});
  } catch (error) {
    await tables.close();
    const told = isShortage(error) ? await shortage(error, {engine, staged, filings}) : error;
    await forget(engine, staged, told);
    throw told;
  }
}

interface Pair {
  source: Source;
  mapping: FileMapping;
}

/** Files and their mappings: by place where the names agree, else by name. */
function paired(sources: readonly Source[], recipe: Recipe): Pair[] {
  const [problem] = checkRecipe(recipe);
  if (problem) throw problem;
  return sources.map((source, index) => {
    const same = recipe.files[index];
    const mapping = same?.file === source.name ? same : recipe.files.find(({file}) => file === source.name);
    if (mapping) return {source, mapping};
    const known = recipe.files.map(({file}) => file).join(', ');
    throw new MappingError(ingest.t('mapping.file', {name: source.name, known}), source.name);
  });
}

/** Files as they are read: each into its table, then those that feed further tables once more for each. */
function filingsOf(pairs: readonly Pair[], {attributes}: Rules): Filing[] {
  const own = pairs.flatMap(({source, mapping}, index) => {
    const {table} = mapping;
    const read = attributes === 'leave out' ? {...mapping, attributes: []} : mapping;
    return table === null ? [] : [{source, mapping: read, table, number: index + 1}];
  });
  const further = own.flatMap(({source, mapping, number}) =>
    (mapping.also ?? []).map((also) => ({source, mapping: alsoMapping(mapping, also), table: also.table, also: number}))
  );
  return [...own, ...further.map((filing, index) => ({...filing, number: pairs.length + index + 1}))];
}

/** The columns that the files fill, per table. */
function columnsOf(filings: readonly Filing[]): StagedColumns {
  const currency = !('currency' in constantsOf(filings));
  const of = (table: TableName): string[] =>
    filings.filter((one) => one.table === table).flatMap(({mapping}) => planOf(mapping, table, {currency}).columns);
  return Object.fromEntries(tableNames.map((table) => [table, of(table)]));
}

/** A currency that all purchases are in and no column says. */
function constantsOf(filings: readonly Filing[]): Staged['constants'] {
  const bought = filings.filter(({table}) => table === 'purchase');
  const currencies = new Set(bought.map(({mapping}) => (mapping.roles['currency'] ? undefined : mapping.currency)));
  const [currency] = currencies;
  return currencies.size === 1 && currency !== undefined ? {currency} : {};
}

/** Drops what was staged. Where the engine is gone, so are its tables, and the first error says more. */
async function forget(engine: Engine, staged: Staged, first: unknown): Promise<void> {
  try {
    await discard(engine, staged);
  } catch (error) {
    if (!(first instanceof QueryError && error instanceof QueryError)) throw error;
  }
}
