import {describe, expect, it} from 'vitest';
import {compile, needsOf, parameters, textOf, type ModelContext} from './compile';
import {libraryOf} from './library';
import {nothingLoaded, type Loaded} from './loaded';
import {initialScope, type Scope} from './scope';

const context = (scope: Partial<Scope> = {}, loaded: Partial<Loaded> = {}, params = {}): ModelContext => ({
  scope: {...initialScope, ...scope},
  loaded: {...nothingLoaded, ...loaded},
  params,
  anonymous: false
});

const models = libraryOf({
  './base.sql':
    '-- Rows.\n-- needs: purchase\n-- one row per purchase\nselect amount from purchase where amount > $least::integer\n',
  './left.sql': '-- Left.\n-- needs: base\n-- one row\nselect sum(amount) as a from base\n',
  './right.sql': '-- Right.\n-- needs: base\n-- one row\nselect count(*) as b from base\n',
  '../analyses/x/top.sql': '-- Top.\n-- needs: left, right\n-- one row\nselect a, b from left cross join right\n',
  './own.sql': '-- Own.\n-- needs: own\n-- one row\nselect 1\n',
  './ping.sql': '-- Ping.\n-- needs: pong\n-- one row\nselect 1\n',
  './pong.sql': '-- Pong.\n-- needs: ping\n-- one row\nselect 1\n',
  './lost.sql': '-- Lost.\n-- needs: nowhere\n-- one row\nselect 1\n',
  './chosen.sql.ts': ({params}) =>
    `-- Chosen.\n-- needs: ${String(params['from'])}\n-- one row\nselect 1 from ${String(params['from'])}`
});

describe('a statement', () => {
  it('holds each model once, before the models that need it', () => {
    const {sql, params} = compile('top', context({}, {}, {least: 3, unused: 1}), {models, order: ['a desc', 'b']});
    expect(sql).toBe(`with

base as (
    -- Rows.
    -- one row per purchase
    select amount from purchase where amount > $least::integer
),

left as (
    -- Left.
    -- one row
    select sum(amount) as a from base
),

right as (
    -- Right.
    -- one row
    select count(*) as b from base
),

top as (
    -- Top.
    -- one row
    select a, b from left cross join right
)

select *
from top
order by a desc, b`);
    expect(params).toEqual({least: 3});
  });

  it('takes the rows of a model that is computed already from its table, and leaves out what that needed', () => {
    const {sql, params} = compile('left', context(), {models, materialised: {base: 'result."base 1"'}});
    expect(sql).toContain('base as not materialized (\n    select * from result."base 1"\n)');
    expect(sql).not.toContain('purchase');
    expect(params).toEqual({});
  });

  it('orders by all columns where nothing is said', () => {
    expect(compile('left', context({}, {}, {least: 1}), {models}).sql).toMatch(/order by all$/);
  });

  it('lets a model’s text depend on what is chosen', () => {
    expect(compile('chosen', context({}, {}, {from: 'customer'}), {models}).sql).toContain('from customer');
  });

  it.each([
    ['an unknown model', 'nothing', 'unknown model: nothing'],
    ['a model that needs an unknown one', 'lost', 'unknown model: nowhere'],
    ['a model that needs itself', 'own', 'model needs itself: own'],
    ['two models that need each other', 'ping', 'model needs itself: ping'],
    ['a parameter that nothing fills', 'base', 'missing parameter: least']
  ])('refuses %s', (_, name, message) => {
    expect(() => compile(name, context(), {models})).toThrow(message);
  });
});

describe('a library', () => {
  it('refuses a name taken twice', () => {
    expect(() => libraryOf({'./a.sql': '', '../analyses/x/a.sql.ts': () => ''})).toThrow('model name taken twice: a');
  });
});

describe('a header', () => {
  it('names tables and models, or none', () => {
    expect(needsOf('-- A.\n-- needs: a,  b\nselect 1')).toEqual(['a', 'b']);
    expect(needsOf('-- A.\n-- needs:\nselect 1')).toEqual([]);
    expect(() => needsOf('select 1')).toThrow('model without needs');
  });
});

describe('parameters', () => {
  it('are those outside strings, names and comments, each once', () => {
    expect(parameters(`select '$a', "$b", $c, $d::date -- $e\n, $c /* $f */`)).toEqual(['c', 'd']);
  });
});

describe('the purchases that count', () => {
  const text = (scope: Partial<Scope>, loaded: Partial<Loaded> = {}) =>
    textOf('selected_purchase', context(scope, loaded));

  it('say only what they leave out', () => {
    expect(text({})).toMatch(/where kind in \('sale', 'return'\)$/);
    expect(text({}, {anonymous: 1})).toMatch(/where kind in \('sale', 'return'\)\n {4}and customer_key is not null$/);
    expect(text({from: '2024-01-01'})).toMatch(/\n {4}and purchased_on >= \$from_day::date$/);
  });

  it('never put a person’s words into the text', () => {
    const filters = {channel: ["a' or true"], "attribute:x'] or true --": ['y']};
    const {sql, params} = compile('selected_purchase', context({filters}));
    expect(sql).not.toContain('or true');
    expect(params).toEqual({keep_1_1: "a' or true", attribute_2: "x'] or true --", keep_2_1: 'y'});
  });

  it('refuse what is no dimension', () => {
    expect(() => text({filters: {'amount > 0 or 1': ['x']}})).toThrow('unknown dimension');
  });
});
