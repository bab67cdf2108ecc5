import type {Engine} from '../engine/engine';
import {MappingError, QueryError} from '../engine/errors';
import {ingest} from '../messages/ingest';
import {discard, stage, type Staged, type StagedColumns} from '../models/store';
import {tableNames, type TableName} from '../tables/canonical';
import {checkRecipe} from './check';
import {planOf} from './plan';
import {publishing, type Loaded} from './publishing';
import {extraColumns, stageFile, type Filed, type Filing, type StageContext} from './stage-file';
import {Tracker} from './tracker';
import type {FileMapping, Progress, Recipe, Source} from './types';

export type {Loaded} from './publishing';

export interface LoadOptions {
  /** stops the import within 250 ms; what was loaded before stays */
  signal?: AbortSignal;
  onprogress?: (progress: Progress) => void;
}

/**
 * Reads files into the canonical tables, in place of what was there. Rows that can't be used are set aside; everything
 * is accounted for before anything is published. Whatever is thrown, what was loaded before stays.
 *
 * @throws {MappingError} if the recipe can't be used, or lacks a file
 * @throws {FileError} if a file can't be read
 * @throws {QueryError} if the engine fails, or with reason `cancelled`
 * @throws {ModelError} if the account doesn't balance: a bug of ours
 */
export async function load(
  engine: Engine,
  sources: readonly Source[],
  recipe: Recipe,
  {signal, onprogress = () => undefined}: LoadOptions = {}
): Promise<Loaded> {
  const pairs = paired(sources, recipe);
  const filings = filingsOf(pairs);
  const query = signal ? {signal} : {};
  const constants = constantsOf(filings);
  const staged = await stage(engine, columnsOf(filings), {extra: extraColumns, constants});
  try {
    const tracker = new Tracker(filings, onprogress);
    const context: StageContext = {engine, staged, rules: recipe.rules, query, onread: tracker.read};
    const filed: Filed[] = [];
    for (const filing of filings) {
      tracker.begin(filing);
      filed.push(await stageFile(filing, context));
    }
    tracker.tell('customers');
    return await publishing({pairs, filed, context, tracker});
  } catch (error) {
    await forget(engine, staged, error);
    throw error;
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

function filingsOf(pairs: readonly Pair[]): Filing[] {
  return pairs.flatMap(({source, mapping}, index) =>
    mapping.table === null ? [] : [{source, mapping, table: mapping.table, number: index + 1}]
  );
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
