import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import {anyText} from '../../test/engine/cells';
import type {Engine} from './engine';
import {ModelError} from './errors';
import {bind, identifier, literal, type Scalar} from './sql';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('bind', () => {
  it.each<[string, Record<string, Scalar | Scalar[]>, string]>([
    ['select $a', {a: 1}, 'select 1'],
    ['select $a, $a', {a: 'x'}, "select 'x', 'x'"],
    ['select 5-$a', {a: -5}, 'select 5-(-5)'],
    ['select $a', {a: null}, 'select NULL'],
    ['select $a', {a: true}, 'select true'],
    ['select $a', {a: 9007199254740993n}, 'select 9007199254740993'],
    ['select $a::varchar[]', {a: []}, 'select []::varchar[]'],
    ['where x in $a', {a: ["it's", null]}, "where x in ['it''s', NULL]"],
    ['select $from_1', {from_1: 'a\0b'}, "select ('a' || chr(0) || 'b')"]
  ])('fills %s', (sql, params, text) => {
    expect(bind(sql, params)).toBe(text);
  });

  it.each([
    "select '$a'",
    "select 'it''s $a'",
    "select e'\\'$a'",
    'select "$a"',
    'select "a""$a"',
    'select $$ $a $$',
    'select $tag$ $a $$ $b $tag$',
    'select 1 -- $a',
    'select 1 /* $a /* $b */ $c */',
    'select a$a from t',
    "select 'not closed $a"
  ])('leaves %s as it is', (sql) => {
    expect(bind(sql)).toBe(sql);
  });

  it('refuses a missing parameter, an unused one, one that Object has by nature, and numbers that are none', () => {
    expect(() => bind('select $a')).toThrow(new ModelError('missing parameter: a'));
    expect(() => bind('select 1', {a: 1})).toThrow(new ModelError('unused parameter: a'));
    expect(() => bind('select $constructor, $__proto__')).toThrow(new ModelError('missing parameter: constructor'));
    expect(() => bind('select $a', {a: NaN})).toThrow(new ModelError("number that isn't finite: NaN"));
    expect(() => bind('select $1')).toThrow(new ModelError('missing parameter: 1'));
  });

  it('does not look for parameters in what it filled in', () => {
    expect(bind('select $a, $b', {a: '$b', b: '$a'})).toBe("select '$b', '$a'");
  });
});

describe('literal', () => {
  it('comes back from the engine as it went in, whatever the text', async () => {
    const texts = fc.array(fc.oneof(anyText(), fc.string({unit: 'binary'}), hostile), {minLength: 1, maxLength: 20});
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const rows = await engine.query('select unnest($given::varchar[]) as text', {given});
        expect(rows.objects().map((row) => row['text'])).toEqual(given.map(wellFormed));
      }),
      {seed: 3, numRuns: 100}
    );
  });

  it('comes back from the engine as it went in, whatever the number', async () => {
    const numbers = fc.array(fc.oneof(fc.double({noNaN: true, noDefaultInfinity: true}), fc.maxSafeInteger()), {
      minLength: 1
    });
    await fc.assert(
      fc.asyncProperty(numbers, async (given) => {
        const rows = await engine.query(`select ${given.map((_, i) => `$n${i}::double`).join(', ')}`, named(given));
        given.forEach((number, i) => expect(rows.value(0, i)).toBe(number === 0 ? 0 : number));
      }),
      {seed: 4, numRuns: 100}
    );
  });
});

describe('identifier', () => {
  it('names a column, whatever the name', async () => {
    const names = fc.uniqueArray(fc.oneof(anyText(), hostile).map(wellFormed).filter(quotable), {
      minLength: 1,
      maxLength: 10,
      selector: (name) => name.toLowerCase()
    });
    await fc.assert(
      fc.asyncProperty(names, async (given) => {
        const inner = given.map((name, i) => `${i} as ${identifier(name)}`).join(', ');
        const rows = await engine.query(`select ${given.map(identifier).join(', ')} from (select ${inner})`);
        expect(rows.columns.map(({name}) => name)).toEqual(given);
        expect(rows.objects()).toEqual([Object.fromEntries(given.map((name, i) => [name, i]))]);
      }),
      {seed: 5, numRuns: 100}
    );
  });

  it('refuses what DuckDB has no way to write', () => {
    expect(() => identifier('')).toThrow(ModelError);
    expect(() => identifier('a\0b')).toThrow(ModelError);
    expect(literal('')).toBe("''");
  });
});

const hostile = fc.constantFrom(
  `a"; DROP TABLE t; --`,
  `'; DROP TABLE t; --`,
  `c/*`,
  `*/`,
  '\u202egpj.exe',
  '__proto__',
  'constructor',
  '🦆\u200d🦆',
  '\ud800',
  'a\udc00b',
  '$a',
  '$$',
  "\\'",
  '\0',
  'x'.repeat(3000)
);

/** Arrow takes a U+FEFF off the front of a name. */
function quotable(name: string): boolean {
  return name !== '' && !name.includes('\0') && !name.startsWith('\ufeff');
}

function wellFormed(text: string): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(new TextEncoder().encode(text));
}

function named(values: number[]): Record<string, number> {
  return Object.fromEntries(values.map((value, i) => [`n${i}`, value]));
}
