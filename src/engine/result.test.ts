import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import type {Engine} from './engine';
import type {Value} from './rows';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('value', () => {
  it.each<[string, Value]>([
    ['9007199254740991::bigint', 9007199254740991],
    ['9007199254740993::bigint', 9007199254740993n],
    ["'-170141183460469231731687303715884105728'::hugeint", -170141183460469231731687303715884105728n],
    ['sum(i) from range(4) t(i)', 6],
    ['-0.05::decimal(18,2)', -0.05],
    ['8911407.9000::decimal(18,4)', 8911407.9],
    ['99999999999.9999::decimal(18,4)', 99999999999.9999],
    ['12345678901234.5678::decimal(18,4)', '12345678901234.5678'],
    ['-9007199254740.993::decimal(38,4)', '-9007199254740.9930'],
    ['100000000000000000000::decimal(38,4)', 1e20],
    ['1e-38::decimal(38,38)', 1e-38],
    ["'nan'::double", NaN],
    ["'-infinity'::float", -Infinity],
    ["date '2024-02-29'", '2024-02-29'],
    ["timestamp '2024-02-29 12:34:56.5'", '2024-02-29 12:34:56.5'],
    ["date '0044-03-15 (BC)'", '0044-03-15 (BC)'],
    ["interval '1 year 90 minutes'", '1 year 01:30:00'],
    ["'\\x00a'::blob", Uint8Array.of(0, 97)],
    ["'101'::bit", '101'],
    ["['a', null]", ['a', null]],
    ["{'a': 1, '__proto__': {'b': 2}}", JSON.parse('{"a": 1, "__proto__": {"b": 2}}') as Value],
    ["row(1, 'x')", [1, 'x']],
    [
      "map {'a': 1, '__proto__': 2}",
      [
        ['a', 1],
        ['__proto__', 2]
      ]
    ],
    ['union_value(a := 5)', 5],
    ["'b'::enum('a', 'b')", 'b'],
    ['array_value(1.5, null)', [1.5, null]],
    ["'\ufeffx'", '\ufeffx'],
    ['null', null]
  ])('of %s', async (sql, value) => {
    const rows = await engine.query(`select ${sql}`);
    expect(rows.value(0, 0)).toStrictEqual(value);
  });
});

describe('number', () => {
  it.each<[string, number | null]>([
    ['12345678901234.5678::decimal(18,4)', Number('12345678901234.5678')],
    ['9007199254740993::bigint', 9007199254740992],
    ['true', 1],
    ["' 12.5 '", 12.5],
    ["''", NaN],
    ["'twelve'", NaN],
    ['interval 1 day', NaN],
    ["date '2024-02-29'", Date.UTC(2024, 1, 29)],
    ["date '-infinity'", -Infinity],
    ["timestamp '2024-02-29 12:34:56.789123'", Date.UTC(2024, 1, 29, 12, 34, 56, 789) + 0.123],
    ["'2024-02-29 00:00:01'::timestamp_s", Date.UTC(2024, 1, 29, 0, 0, 1)],
    ["'2024-02-29 00:00:01'::timestamp_ns", Date.UTC(2024, 1, 29, 0, 0, 1)],
    ["timestamptz '2024-02-29 01:00:00+01'", Date.UTC(2024, 1, 29)],
    ['null::double', null]
  ])('of %s', async (sql, number) => {
    const rows = await engine.query(`select ${sql}`);
    expect(rows.number(0, 0)).toBe(number);
  });
});

describe('objects', () => {
  it('number the doubles among column names, without hiding a name that is there', async () => {
    const rows = await engine.query('select 1 as a, 2 as a, 3 as a_1, 4 as a, 5 as b');
    expect(rows.columns.map(({name}) => name)).toEqual(['a', 'a', 'a_1', 'a', 'b']);
    expect(rows.objects()).toEqual([{a: 1, a_2: 2, a_1: 3, a_3: 4, b: 5}]);
  });

  it('hold columns of any name, and leave Object as it is', async () => {
    const rows = await engine.query(
      `select {'polluted': 1} as "__proto__", 2 as "constructor", 3 as "toString", 4 as "hasOwnProperty", 5 as " "`
    );
    const [row = {}] = rows.objects();
    expect(Object.entries(row)).toEqual([
      ['__proto__', {polluted: 1}],
      ['constructor', 2],
      ['toString', 3],
      ['hasOwnProperty', 4],
      [' ', 5]
    ]);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

it('reads every type that DuckDB has', async () => {
  const columns = await engine.query('describe from test_all_types()');
  const names = columns.objects<{column_name: string}>().map((row) => row.column_name);
  for (const name of names) {
    const rows = await engine
      .query(`select "${name}" as v, "${name}"::varchar as text from test_all_types()`)
      .catch(String);
    if (typeof rows === 'string') {
      expect(rows, name).toMatch(/Unsupported Arrow type/);
      continue;
    }
    for (let i = 0; i < rows.length; i++) expect(rows.text(i, 0), name).toBe(rows.text(i, 1));
  }
  expect(names.length).toBeGreaterThan(50);
});
