import type {Row} from '../engine/rows';
import type {Params} from '../engine/sql';
import {checkedParams} from '../analyses/params';
import {analyses, analysisNamed} from '../analyses/registry';
import {missing, wanting, type ParamSpecs} from '../analyses/analysis';
import {rowsOf} from '../analyses/run';
import {nothingLoaded} from '../models/loaded';
import {soundDefinitions} from '../models/definitions';
import {initialScope, type Scope} from '../models/scope';
import type {Adding} from '../ingest/adding/adding';
import type {Receipt} from '../ingest/types';
import type {PersonsMapping} from '../ingest/mapping/apply';
import type {Session} from './session.svelte';

/** The most rows that `query` gives; more is an error rather than a cut. */
const mostRows = 1_000_000;
const deadline = 30_000;

/** An analysis as scripts see it. */
export interface AnalysisInfo {
  name: string;
  title: string;
  question: string;
  params: ParamSpecs;
  /** canonical columns without which it can't run, as `table.column` */
  inputs: string[];
  /** those of them that the loaded data lacks */
  missing: string[];
  /** those that would add to it and are not there */
  wanting: string[];
}

/** `globalThis.rapport`: what a person may do, for scripts and pages that embed the app. */
export interface Handle {
  /** settles when the engine runs and the first data is loaded; rejects where that failed */
  readonly ready: Promise<void>;
  /**
   * Imports files as a drop does, with the guessed or given mapping, in place of what was loaded, or added to it: `true`
   * or `append` adds rows, `update` also takes out earlier rows of the same transaction or customer, `replace` those of
   * the same table. The sample is always replaced. @throws {AppError}
   */
  open(files: OpenedFiles, options?: {mapping?: PersonsMapping; add?: boolean | Adding}): Promise<Receipt>;
  /** the receipt of what is loaded, as plain JSON; null before the first import */
  receipt(): Receipt | null;
  readonly analyses: AnalysisInfo[];
  /** The rows of an analysis's table. `scope` is what the bar above a page holds; everything by default. @throws */
  run(name: string, params?: Record<string, unknown>, scope?: Partial<Scope>): Promise<Row[]>;
  /** One statement that reads; `$name` is filled from `params`. @throws {QueryError} over 30 s or 1,000,000 rows */
  query(sql: string, params?: Params): Promise<Row[]>;
}

export type OpenedFiles = File | Iterable<File> | ArrayLike<File>;

export function handleOf(session: Session, ready: Promise<void>): Handle {
  return {
    ready,
    receipt: () => (session.receipt ? structuredClone(session.receipt) : null),
    get analyses() {
      return analyses.map((analysis) => ({
        name: analysis.name,
        title: analysis.words.t('title'),
        question: analysis.words.t('question'),
        params: analysis.params,
        inputs: [...analysis.needs],
        missing: missing(analysis, session.data?.facts ?? nothingLoaded),
        wanting: wanting(analysis, session.data?.facts ?? nothingLoaded)
      }));
    },
    async open(files, {mapping, add = false} = {}) {
      const list = listOf(files);
      const receipt = add
        ? await session.add(list, add === true ? 'append' : add, mapping)
        : await session.read(await session.plan(list, mapping));
      return structuredClone(receipt);
    },
    async run(name, params = {}, scope = {}) {
      const analysis = analysisNamed(name);
      if (!analysis) throw new RangeError(`unknown analysis: ${name}`);
      const checked = checkedParams(analysis.params, params);
      const {engine, data} = session;
      if (!engine || !data) throw new Error('no data is loaded');
      const definitions = soundDefinitions(scope.definitions ?? {});
      const question = {analysis, params: checked, scope: {...initialScope, ...scope, definitions}, loaded: data.facts};
      return rowsOf(engine, question);
    },
    async query(sql, params = {}) {
      const engine = await session.start();
      const rows = await engine.query(sql, params, {untrusted: true, deadline, cap: mostRows});
      if (rows.truncated) throw new RangeError(`more than ${mostRows} rows: add a limit`);
      return rows.objects();
    }
  };
}

function listOf(files: OpenedFiles): File[] {
  return files instanceof File ? [files] : Array.from(files as ArrayLike<File>);
}
