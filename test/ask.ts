import type {Analysis} from '../src/analyses/analysis';
import {checkedParams} from '../src/analyses/params';
import {analysisNamed} from '../src/analyses/registry';
import {allRows, completed, release, runAnalysis, type Answer, type Question} from '../src/analyses/run';
import type {Engine} from '../src/engine/engine';
import type {Row} from '../src/engine/rows';
import {currencyOf, lookAt, type Loaded} from '../src/models/loaded';
import {initialScope, windowOf, type Scope} from '../src/models/scope';

/** What is asked beside the name of the analysis; all initial where nothing is said. */
export interface Asked {
  params?: Readonly<Record<string, unknown>>;
  scope?: Partial<Scope>;
  /** what is loaded, where that was looked up before */
  loaded?: Loaded;
}

/** An answer with all its parts, and its main rows. */
export interface Told extends Answer {
  rows: Row[];
}

/** The analysis of that name. @throws where there is none */
export function analysisOf(name: string): Analysis {
  const analysis = analysisNamed(name);
  if (!analysis) throw new Error(`unknown analysis: ${name}`);
  return analysis;
}

/** The question, over what the engine holds now. */
export async function questionOf(
  engine: Engine,
  name: string,
  {params = {}, scope = {}, loaded}: Asked = {}
): Promise<Question> {
  const analysis = analysisOf(name);
  return {
    analysis,
    params: checkedParams(analysis.params, params),
    scope: {...initialScope, ...scope},
    loaded: loaded ?? (await lookAt(engine))
  };
}

/** Asks by the way that the app takes, late parts included. */
export async function ask(engine: Engine, name: string, asked: Asked = {}): Promise<Told> {
  const question = await questionOf(engine, name, asked);
  const answer = await completed(engine, await runAnalysis(engine, question));
  try {
    return {...answer, rows: await allRows(engine, answer)};
  } finally {
    await release(engine, answer);
  }
}

/** The answer's sentence as plain text. */
export function sentence({question, ...results}: Answer): string {
  const {analysis, params, scope, loaded} = question;
  const context = {currency: currencyOf(loaded), loaded, window: windowOf(scope, loaded)};
  return analysis
    .takeaway(results, params, context)
    .map(({text}) => text)
    .join('');
}
