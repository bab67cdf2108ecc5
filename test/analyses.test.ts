import {beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {
  missing,
  missingFor,
  shownColumns,
  wanting,
  type Analysis,
  type Need,
  type ParamSpec,
  type ResultColumns,
  type Source,
  type ViewContext
} from '../src/analyses/analysis';
import {initialParams} from '../src/analyses/params';
import {analyses} from '../src/analyses/registry';
import {allRows, contextOf, customersBehind, release, runAnalysis, type Answer} from '../src/analyses/run';
import {isOfScope} from '../src/analyses/scope';
import type {Engine} from '../src/engine/engine';
import type {Row} from '../src/engine/rows';
import {bind, identifier, type Params} from '../src/engine/sql';
import {compile, needsOf, parameters, relations, textOf, type ModelContext} from '../src/models/compile';
import {definitionParams} from '../src/models/definitions';
import {isGrouping, states} from '../src/models/grouping';
import {library} from '../src/models/library';
import {currencyOf, lookAt, nothingLoaded, type Loaded} from '../src/models/loaded';
import {initialScope, windowOf} from '../src/models/scope';
import {ask, questionOf, sentence, type Told} from './ask';
import {company, repeated, shuffled} from './company';
import {testEngine} from './engine';
import {given, type Given} from './given';
import {svg} from './svg';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

it('finds every analysis by its folder', () => {
  expect(analyses.map(({name}) => name)).toEqual(expect.arrayContaining(['overview', 'pareto']));
  const places = analyses.map(({group, place}) => `${group} ${place}`);
  expect(new Set(places).size).toBe(places.length);
});

describe.each(analyses.map((analysis) => [analysis.name, analysis] as const))('%s', (name, analysis) => {
  describe('says what it is', () => {
    it('in words for everything that is shown, the same in every language', () => {
      for (const key of keysOf(analysis)) expect(analysis.words.has(key), key).toBe(true);
      for (const language of Object.values(languagesOf(name))) {
        expect(Object.keys(language).sort()).toEqual(Object.keys(languagesOf(name)['en'] ?? {}).sort());
      }
    });

    it('with parameters that begin within their range and are called like nothing else in a link', () => {
      for (const [param, spec] of Object.entries(analysis.params)) {
        expect(sound(spec), param).toBe(true);
        expect(param === 'tab' || isOfScope(param), param).toBe(false);
      }
    });

    it('in a lesson with all its headings', async () => {
      const lesson = await analysis.lesson();
      const headings = [...lesson.matchAll(/^##+ (.*)$/gm)].map((match) => match[1]);
      expect(headings).toEqual(['Question', 'Definition', 'How to read', 'Limits', 'Source', 'Exercise', 'Answer']);
      expect(lesson).toMatch(/^# \S/);
    });

    it('with columns that it shows, sorts and adds up by', () => {
      const columns = Object.keys(analysis.columns);
      for (const source of sourcesOf(analysis)) {
        const names = Object.keys(source.columns);
        for (const by of source.order) expect(names, source.model).toContain(by.replace(/ desc$/, ''));
      }
      expect(columns).toEqual(expect.arrayContaining([...shownColumns(analysis, initial(analysis), nothingLoaded)]));
      if (analysis.addsUp !== undefined) expect(columns).toContain(analysis.addsUp);
    });
  });

  describe('from empty tables', () => {
    beforeEach(() => given(engine, {}));

    it('gives the columns that it declares, for every option', async () => {
      const loaded = await lookAt(engine);
      for (const source of [...sourcesOf(analysis), analysis.behind]) {
        const texts = contextsOf(analysis, loaded).map((context) => {
          const {sql, params} = compile(source.model, context, {order: source.order});
          return bind(sql, params);
        });
        for (const text of new Set(texts)) {
          expect(await described(text), source.model).toEqual(typesOf(source.columns));
        }
      }
    });

    it('gives no rows, and an empty chart', async () => {
      const told = await ask(engine, name);
      expect(told.rows).toEqual([]);
      expect(Object.values(told.parts).flat()).toEqual([]);
      expect(told.coverage).toEqual({rows: 0, amount: '0.0000', of_rows: 0, of_amount: '0.0000'});
      for (const drawing of await drawings(told)) expect(drawing).not.toMatch(/NaN|undefined|Infinity/);
      expect(sentence(told)).not.toMatch(/NaN|undefined|Infinity|null/);
    });
  });

  describe('is honest about its needs', () => {
    it('reports each that is not there', () => {
      const all = new Set<Need>([...analysis.needs, ...wanting(analysis, nothingLoaded)]);
      for (const need of analysis.needs) {
        const filled = new Set([...all].filter((other) => other !== need));
        expect(missing(analysis, {...nothingLoaded, filled})).toEqual([need]);
      }
      expect(missing(analysis, {...nothingLoaded, filled: new Set(analysis.needs)})).toEqual([]);
    });

    it('runs with nothing else, and lacks only what its options say', async () => {
      await given(engine, onlyWith(company(), analysis.needs));
      const loaded = await lookAt(engine);
      expect(missing(analysis, loaded)).toEqual([]);
      const told = await ask(engine, name);
      expect(told.count).toBeGreaterThan(0);
      for (const drawing of await drawings(told)) expect(drawing).not.toMatch(/NaN|undefined|Infinity/);
    });

    it('runs each option with what that option needs', async () => {
      for (const [needs, options] of byNeeds(optionsOf(analysis))) {
        await given(engine, onlyWith(company(), [...analysis.needs, ...needs.split(' ')]));
        const loaded = await lookAt(engine);
        for (const [param, option] of options) {
          expect(missingFor(analysis, param, option, loaded), `${param} ${option}`).toEqual([]);
          const told = await ask(engine, name, {params: {[param]: option}, loaded});
          expect(told.count, `${param} ${option}`).toBeGreaterThan(0);
        }
      }
    });
  });

  // Those that load other rows come last, so that the company is loaded once.
  describe('with a company’s data', () => {
    let told: Told;

    beforeAll(async () => {
      await given(engine, company());
      told = await ask(engine, name);
    });

    it('draws, and says a sentence', async () => {
      for (const drawing of await drawings(told)) expect(drawing).not.toMatch(/NaN|undefined|Infinity/);
      expect(sentence(told)).not.toMatch(/NaN|undefined|Infinity|null/);
    });

    it('shows SQL that gives the same rows', async () => {
      expect((await engine.query(told.sql.main)).objects()).toEqual(told.rows);
      for (const [part, sql] of Object.entries(told.sql.parts)) {
        expect((await engine.query(sql)).objects(), part).toEqual(told.parts[part]);
      }
    });

    it('adds up to what it covers', () => {
      if (analysis.addsUp === undefined) return;
      const column = analysis.addsUp;
      expect(exactly(told.rows.map((row) => row[column]))).toBe(exactly([told.coverage.amount]));
      expect(told.coverage.rows).toBeGreaterThan(0);
    });

    it('leads from each row to customers who add up to it', async () => {
      if (!analysis.behindRow) return;
      const answer = await runAnalysis(engine, await questionOf(engine, name));
      for (const row of await allRows(engine, answer)) {
        const selection = analysis.behindRow(row, answer.question.params);
        const {rows} = await customersBehind(engine, answer, selection);
        if (row['net_sales'] !== undefined) {
          expect(exactly(rows.map((one) => one['net_sales'] ?? 0)), selection.title).toBe(exactly([row['net_sales']]));
        } else if (row['customers'] !== undefined) expect(rows.length, selection.title).toBe(row['customers'] ?? 0);
      }
      await release(engine, answer);
    });

    it('is the same in every time zone', async () => {
      const drawn = await drawings(told);
      const {loaded} = told.question;
      await inZones(async (zone) => {
        const there = await ask(engine, name, {loaded});
        expect(plain(there), zone).toEqual(plain(told));
        expect(await drawings(there), zone).toEqual(drawn);
        expect(sentence(there), zone).toBe(sentence(told));
      });
    });

    it('gives the same for rows in another order', async () => {
      await given(engine, shuffled(company()));
      expect(plain(await ask(engine, name))).toEqual(plain(told));
    });

    it('gives the same before the marts are there', async () => {
      await given(engine, company(), {finished: false});
      expect(plain(await ask(engine, name))).toEqual(plain(told));
    });

    it('gives three times the money, and the same shares, for rows that are all there three times', async () => {
      await given(engine, repeated(company(), 3));
      const thrice = await ask(engine, name);
      expectTimes(told.rows, thrice.rows, analysis.columns);
      for (const [part, {columns}] of Object.entries(analysis.parts)) {
        expectTimes(told.parts[part] ?? [], thrice.parts[part] ?? [], columns);
      }
    });
  });
});

it('sees the same loaded in every time zone', async () => {
  await given(engine, company());
  const loaded = await lookAt(engine);
  await inZones(async (zone) => expect(await lookAt(engine), zone).toEqual(loaded));
});

describe('every model', () => {
  let loaded: Loaded;

  beforeAll(async () => {
    await given(engine, company());
    loaded = await lookAt(engine);
  }, 60_000);

  it.each([...library.keys()])(
    '%s needs what it says, and nothing else',
    async (name) => {
      for (const [text, context] of textsOf(name, loaded)) {
        for (const need of needsOf(text)) {
          expect(bodyOf(text), `${name} needs ${need}`).toMatch(new RegExp(`\\b${need}\\b`));
        }
        await engine.query(`describe ${await hiding(name, text, context)}`);
      }
    },
    120_000
  );

  it.each([...library.keys()])('%s has a header that says what it computes and its grain', (name) => {
    for (const [text] of textsOf(name, nothingLoaded)) {
      expect(text).toMatch(/^-- [A-Z].*\.\n(-- .*\n)*?-- needs: .*\n-- (one row|none)/);
      expect(text).not.toMatch(/;\s*$/);
      const own = parameters(text).filter((parameter) => !ofFilter.test(parameter));
      for (const parameter of own) expect(known, `${name} $${parameter}`).toContain(parameter);
    }
  });
});

const zones = [
  'Pacific/Pago_Pago',
  'America/New_York',
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Kiritimati'
] as const;

/** Does the same in six time zones, one after the other. */
async function inZones(work: (zone: string) => Promise<void>): Promise<void> {
  const before = process.env['TZ'];
  try {
    for (const zone of zones) {
      process.env['TZ'] = zone;
      await work(zone);
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

/** Parameters that models may use: those of analyses and their selections, and those of the scope. */
const known: string[] = [
  ...analyses.flatMap((analysis) => Object.keys(analysis.params)),
  ...analyses.flatMap((analysis) => parameters(textOf(analysis.behind.model, contextFor(analysis)))),
  ...['as_of', 'from_day', 'to_day'],
  ...Object.keys(definitionParams({}))
];

/** Parameters that hold what filters and rules keep: as many as the person chose. */
const ofFilter = /^(keep|attribute|without)_\d/;

function contextFor(analysis: Analysis): ModelContext {
  return {scope: initialScope, loaded: nothingLoaded, params: initialParams(analysis.params), anonymous: false};
}

function initial(analysis: Analysis) {
  return initialParams(analysis.params);
}

function keysOf(analysis: Analysis): string[] {
  const columns = [analysis, ...Object.values(analysis.parts), analysis.behind].flatMap((source) =>
    Object.keys(source.columns).map((column) => `column.${column}`)
  );
  const params = Object.entries(analysis.params).flatMap(([param, spec]) => [
    `param.${param}`,
    ...(spec.kind === 'number' ? [`unit.${spec.unit}`] : []),
    ...(spec.kind === 'choice' ? spec.options.map((option) => `param.${param}.${option}`) : [])
  ]);
  const needs = [...analysis.needs, ...wanting(analysis, nothingLoaded)].map((need) => `missing.${need}`);
  return ['title', 'question', ...columns, ...params, ...needs];
}

function languagesOf(name: string): Record<string, Record<string, string>> {
  const files = import.meta.glob<Record<string, string>>('../src/analyses/*/messages/*.ts', {
    eager: true,
    import: 'default'
  });
  const own = Object.entries(files).filter(([path]) => path.includes(`/analyses/${name}/`));
  return Object.fromEntries(own.map(([path, words]) => [path.replace(/^.*\/|\.ts$/g, ''), words]));
}

function sound(spec: ParamSpec): boolean {
  if (spec.kind === 'choice') return spec.options.length > 1 && spec.options.includes(spec.initial);
  if (spec.kind === 'grouping') return isGrouping(spec.initial);
  if (spec.kind === 'day') return true;
  if (spec.kind === 'text') return spec.initial.length <= spec.longest;
  return spec.min <= spec.initial && spec.initial <= spec.max && spec.step > 0 && spec.unit !== '';
}

function sourcesOf(analysis: Analysis): Source[] {
  return [analysis, ...Object.values(analysis.parts)];
}

/** What fills `behind` models, so that they can be described; a model's text says how it is cast. */
function selectionOf(analysis: Analysis): Params {
  const wanted = parameters(textOf(analysis.behind.model, contextFor(analysis)));
  const taken = [...Object.keys(analysis.params), 'as_of', 'from_day', 'to_day', ...Object.keys(definitionParams({}))];
  return Object.fromEntries(
    wanted.filter((parameter) => !taken.includes(parameter)).map((parameter) => [parameter, null])
  );
}

function contextsOf(analysis: Analysis, loaded: Loaded): ModelContext[] {
  const start = initial(analysis);
  const variants = [start, ...optionsOf(analysis).map(([param, option]) => ({...start, [param]: option}))];
  return variants.map((params) => {
    const context = contextOf({analysis, params, scope: initialScope, loaded});
    return {...context, params: {...context.params, ...selectionOf(analysis)}};
  });
}

/** The texts that a model can have, each with the first context that gives it: its analysis's, or for a shared one all. */
function textsOf(name: string, loaded: Loaded): Map<string, ModelContext> {
  const owner = ownerOf(name);
  const texts = new Map<string, ModelContext>();
  for (const analysis of analyses.filter((one) => owner === undefined || one.name === owner)) {
    for (const context of everyContext(analysis, loaded, owner === undefined ? every() : {})) {
      const text = textOf(name, context);
      if (!texts.has(text)) texts.set(text, context);
      if (typeof library.get(name) === 'string') return texts;
    }
  }
  return texts;
}

/** The analysis in whose folder a model lies; undefined for those that several share. */
function ownerOf(name: string): string | undefined {
  const files = Object.keys(import.meta.glob(['../src/analyses/*/*.sql', '../src/analyses/*/*.sql.ts']));
  const path = files.find((file) => file.replace(/^.*\/|\.sql(\.ts)?$/g, '') === name);
  return path?.split('/').at(-2);
}

/** What every analysis begins with, for models that several share. */
const every = (): Params => Object.assign({}, ...analyses.map(initial)) as Params;

function everyContext(analysis: Analysis, loaded: Loaded, others: Params): ModelContext[] {
  const params: Params = {...others, ...initial(analysis), ...selectionOf(analysis)};
  const options = optionsOf(analysis).map(([param, option]): Params => ({...params, [param]: option}));
  const filters = {country: ['FI'], segment: ['', 'trade'], 'attribute:size': ['big']};
  const scopes = [
    initialScope,
    {
      ...initialScope,
      from: '2023-01-01',
      as_of: '2023-12-31',
      filters,
      without: ['twins', 'orphans', 'adjustments', 'unmatched_returns']
    }
  ];
  return [params, ...options].flatMap((values) =>
    scopes.map((scope) => ({scope, loaded, params: values, anonymous: false}))
  );
}

function optionsOf(analysis: Analysis): [string, string, readonly Need[]][] {
  return Object.entries(analysis.params).flatMap(([param, spec]): [string, string, readonly Need[]][] => {
    if (spec.kind === 'choice') return spec.options.map((option) => [param, option, spec.needs?.[option] ?? []]);
    if (spec.kind !== 'grouping') return [];
    const options = ['segment', 'country', 'first_channel', 'attribute:size', ...(spec.withStates ? states : [])];
    return options.map((option) => [param, option, []]);
  });
}

/** Options by what they need, as one text, so that tables are filled once for all that need the same. */
function byNeeds(options: ReturnType<typeof optionsOf>): Map<string, [string, string][]> {
  const groups = new Map<string, [string, string][]>();
  for (const [param, option, needs] of options) {
    const key = needs.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), [param, option]]);
  }
  return groups;
}

async function described(sql: string): Promise<Record<string, string>> {
  const rows = (await engine.query(`describe ${sql}`)).objects<{column_name: string; column_type: string}>();
  return Object.fromEntries(rows.map((row) => [row.column_name, row.column_type]));
}

function typesOf(columns: ResultColumns): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([column, {type}]) => [column, type]));
}

async function drawings(answer: Answer): Promise<string[]> {
  const {analysis, params, scope, loaded} = answer.question;
  const context: ViewContext = {currency: currencyOf(loaded), loaded, window: windowOf(scope, loaded)};
  const pictures = await analysis.pictures();
  return Object.values(pictures(answer, params, context)).flatMap(({options}) => [
    svg(options(320)),
    svg(options(1100))
  ]);
}

/** The rows with only these columns of the canonical tables. */
function onlyWith(rows: Given, needs: readonly string[]): Given {
  const kept = (Object.entries(rows) as [string, readonly object[]][]).map(([table, list]) => [
    table,
    list
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(
            ([column]) => (table === 'purchase' && column === 'kind') || needs.includes(`${table}.${column}`)
          )
        )
      )
      .filter((row) => Object.keys(row).length > 0)
  ]);
  return Object.fromEntries(kept) as Given;
}

/** A model's text over no rows of the models that it says it needs, with every other table and model out of its sight. */
async function hiding(name: string, text: string, context: ModelContext): Promise<string> {
  const needs = needsOf(text);
  const below = needs.filter((need) => !relations.includes(need));
  const empty: string[] = [];
  for (const need of below) empty.push(`${need} as (${await noRows(need, context)})`);
  const hidden = [...relations, ...library.keys()].filter((other) => other !== name && !needs.includes(other));
  const covers = hidden.map((other) => `${other} as (select 1 as out_of_sight)`);
  const {params} = compile(name, context);
  const values = Object.fromEntries(parameters(text).map((parameter) => [parameter, params[parameter] ?? null]));
  return `with ${[...empty, ...covers, `${name} as (${bind(text, values)})`].join(', ')} select * from ${name}`;
}

const shapes = new Map<string, string>();

/** A relation with the columns of a model, whose names and types are the same whatever is chosen, and no rows. */
async function noRows(name: string, context: ModelContext): Promise<string> {
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const {sql, params} = compile(name, context);
  const columns = Object.entries(await described(bind(sql, params)));
  const shape = `select ${columns.map(([column, type]) => `null::${type} as ${identifier(column)}`).join(', ')} limit 0`;
  shapes.set(name, shape);
  return shape;
}

const bodyOf = (text: string): string => text.replaceAll(/^\s*--.*$/gm, '');

/** What an answer says, without the name of its table. */
function plain({rows, parts, coverage, count}: Told) {
  return {rows, parts, coverage, count};
}

/** An exact sum of amounts with up to four decimals, in ten-thousandths. */
function exactly(values: unknown[]): bigint {
  return values.reduce<bigint>((sum, value) => {
    const [whole = '0', part = ''] = String(value).split('.');
    const digits = BigInt(`${whole.replace('-', '')}${part.padEnd(4, '0')}`);
    return whole.startsWith('-') ? sum - digits : sum + digits;
  }, 0n);
}

function expectTimes(once: readonly Row[], thrice: readonly Row[], columns: ResultColumns): void {
  expect(thrice).toHaveLength(once.length);
  once.forEach((row, place) => {
    for (const [column, {unit}] of Object.entries(columns)) {
      const [one, three] = [row[column] ?? null, thrice[place]?.[column] ?? null];
      if (one === null || typeof one !== 'number') expect(three, column).toEqual(one);
      else if (unit === 'money') expect(three, column).toBeCloseTo(one * 3, 6);
      else if (unit === 'count') expect([one, one * 3], column).toContain(three);
      else expect(three, column).toBeCloseTo(one, 9);
    }
  });
}
