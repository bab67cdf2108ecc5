import {ModelError} from '../engine/errors';
import type {Params} from '../engine/sql';
import {tokens} from '../engine/tokens';
import {tableNames} from '../tables/canonical';
import type {Loaded} from './loaded';
import {library, type Library} from './library';
import {scopeParams, type Scope} from './scope';

/** What a model's text and parameters may depend on. */
export interface ModelContext {
  scope: Scope;
  loaded: Loaded;
  /** the analysis's parameters, and a selection's where customers behind a mark are asked for */
  params: Params;
  /** whether purchases without a customer are among those that count */
  anonymous: boolean;
}

/** A statement with `$name` parameters, and their values. */
export interface Statement {
  sql: string;
  params: Params;
}

export interface CompileOptions {
  /** models already computed: name → the table (quoted) that holds their rows */
  materialised?: Readonly<Record<string, string>>;
  /** columns by which the rows come, `desc` allowed; all of them, left to right, where none are given */
  order?: readonly string[];
  models?: Library;
}

/** What models may read without asking: the canonical tables and the marts built after an import. */
export const relations: readonly string[] = [...tableNames, 'customer_facts', 'customer_month', 'purchase_gap'];

/**
 * One self-contained statement, `with a as (…), … select * from name order by …`, that runs in any DuckDB with the
 * canonical tables.
 *
 * @throws {ModelError} for an unknown model, one that needs itself, or a parameter that nothing fills
 */
export function compile(name: string, context: ModelContext, options: CompileOptions = {}): Statement {
  const {materialised = {}, order = [], models = library} = options;
  const known = Object.entries(materialised).map(([key, table]) => [key, `select * from ${table}`] as const);
  const texts = new Map<string, string>(known);
  const parts = sorted(name, (model) => resolve(model, context, models, texts), texts);
  const ctes = parts.map(
    ({name: model, text, inline}) => `${model} as ${inline ? 'not materialized ' : ''}(\n${indented(text)}\n)`
  );
  const sql = `with\n\n${ctes.join(',\n\n')}\n\nselect *\nfrom ${name}\norder by ${order.join(', ') || 'all'}`;
  return {sql, params: used(sql, context)};
}

/** The names of the `$name` parameters in a text, outside strings, quoted names and comments. */
export function parameters(sql: string): string[] {
  const names = [...tokens(sql)].filter(({kind}) => kind === 'parameter').map(({text}) => text.slice(1));
  return [...new Set(names)];
}

/** The models and tables that a model's header says it needs. */
export function needsOf(text: string): string[] {
  const header = text.match(/^-- needs:(.*)$/m);
  if (!header) throw new ModelError(`model without needs: ${text.slice(0, 60)}`);
  return (header[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The text of a model, header included. @throws {ModelError} if there is none of that name */
export function textOf(name: string, context: ModelContext, models: Library = library): string {
  const source = models.get(name);
  if (source === undefined) throw new ModelError(`unknown model: ${name}`);
  return typeof source === 'string' ? source : source(context);
}

interface Resolved {
  text: string;
  needs: readonly string[];
}

function resolve(name: string, context: ModelContext, models: Library, materialised: Map<string, string>): Resolved {
  const text = materialised.get(name);
  if (text !== undefined) return {text, needs: []};
  const model = textOf(name, context, models);
  return {text: model, needs: needsOf(model).filter((need) => !relations.includes(need))};
}

interface Cte {
  name: string;
  text: string;
  inline: boolean;
}

function sorted(name: string, find: (name: string) => Resolved, materialised: Map<string, string>): Cte[] {
  const done = new Map<string, Cte>();
  const open = new Set<string>();
  function visit(model: string): void {
    if (done.has(model)) return;
    if (open.has(model)) throw new ModelError(`model needs itself: ${model}`);
    open.add(model);
    const {text, needs} = find(model);
    needs.forEach(visit);
    open.delete(model);
    done.set(model, {name: model, text: shown(text), inline: inlined.test(text) || materialised.has(model)});
  }
  visit(name);
  return [...done.values()];
}

/** DuckDB keeps what a CTE gives when it is read twice; a filter over a table is cheaper read again. */
const inlined = /^-- inline$/m;

/** The text without the lines of its header that are for us. */
function shown(text: string): string {
  return text
    .replace(/^-- needs:.*\n/m, '')
    .replace(/^-- inline\n/m, '')
    .replaceAll(/^--\n/gm, '')
    .trim();
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}

function used(sql: string, context: ModelContext): Params {
  const all = {...scopeParams(context.scope, context.loaded), ...context.params};
  return Object.fromEntries(
    parameters(sql).map((name) => {
      const value = all[name];
      if (value === undefined) throw new ModelError(`missing parameter: ${name}`);
      return [name, value];
    })
  );
}
