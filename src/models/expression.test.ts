import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import type {Engine} from '../engine/engine';
import {bind} from '../engine/sql';
import {conditionNames, definitionParams, longestCondition} from './definitions';
import {checkedCondition, conditionProblem, ConditionError} from './expression';
import {parameters} from './compile';
import {columnsOf, columnTypes} from './relationship/columns';
import {brokenConditions, conditionColumns, conditionSql, standardCondition} from './relationship/conditions';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

/** One row with a value, or null, in every column that a condition may name. */
const rowSql = (empty: boolean): string => {
  const samples = {number: '2147483647::integer', text: `'it''s'`, day: `date '2024-02-29'`, flag: 'true'};
  const types = {number: 'integer', text: 'varchar', day: 'date', flag: 'boolean'};
  const columns = Object.entries(columnTypes).map(
    ([name, type]) => `${empty ? `null::${types[type]}` : samples[type]} as ${name}`
  );
  return `select ${columns.join(', ')}`;
};

async function told(sql: string, empty = false): Promise<unknown> {
  const all = definitionParams({});
  const params = Object.fromEntries(parameters(sql).map((name) => [name, all[name] ?? null]));
  const rows = await engine.query(`select ${bind(sql, params)} as told from (${rowSql(empty)})`);
  return rows.objects()[0]?.['told'];
}

describe('a condition', () => {
  it.each<[string, unknown]>([
    ['occasions > 3', true],
    ['OCCASIONS>3 And Not nps < 5', true],
    ['not not occasions <> 3', true],
    ['occasions between 1 and 3 or contract', true],
    ['occasions not between 1 and 3 and contract is not true', false],
    ["first_on = '2024-02-29'", true],
    ["last_on - first_on = 0 and first_on <= '2024-03-01'", true],
    ["closed_reason in ('it''s', 'moved') and closed_reason like 'it%'", true],
    ['occasions in (1, 2, null)', null],
    ['not contract', false],
    ['contract = false', false],
    ['bonds is null', false],
    ['bonds is not null and 1 < 2', true],
    ['case when occasions > 1 then contract else false end', true],
    ['case when false then 1 when true then 2 end = 2', true],
    ['coalesce(null, bonds, 0) >= greatest(1, 2, least(3, 4))', true],
    ['abs(-1) = 1 and round(1.25, 1) = 1.3 and round(2.6) = 3', true],
    ["lower(closed_reason) = 'it''s' and contains(closed_reason, '''')", true],
    ['occasions * occasions * 1e300 * 1e300 > 0', true],
    ['occasions / 0 is null', true],
    ['occasions + 2147483647 - -1 > 4294967294', true],
    ['occasions >= $client_purchases and nps >= $supporter_nps', true],
    ['null = null', null],
    ['null', null],
    ['((((((occasions > 3))))))', true]
  ])('%s', async (text, expected) => {
    expect(await told(checkedCondition(text, columnTypes))).toBe(expected);
  });

  it('never fails where nothing is known', async () => {
    for (const text of ['occasions * 2 > nps / bonds', 'not contract', "lower(closed_reason) like '%x%'"]) {
      expect(await told(checkedCondition(text, columnTypes), true)).toBeNull();
    }
  });

  it('takes names alone, too', () => {
    expect(checkedCondition('occasions > 3', ['occasions'])).toBe('(occasions > 3)');
    expect(() => checkedCondition('nps > 3', ['occasions'])).toThrow(ConditionError);
  });
});

describe('a text that is no condition on these columns is refused', () => {
  it.each([
    ['', 'empty', ''],
    ['  \n ', 'empty', ''],
    ['password = 1', 'unknown', 'password'],
    ['occasions > (select max(amount) from purchase)', 'unknown', 'select'],
    ["occasions > 1; attach 'x' as y", 'unknown', ';'],
    ['occasions > 1 -- and so on', 'unknown', '-- and so on'],
    ['occasions /* hm */ > 1', 'unknown', '/* hm */'],
    ["read_csv('/etc/passwd') is null", 'unknown', 'read_csv'],
    ["attach 'x'", 'unknown', 'attach'],
    ['exists (from purchase)', 'unknown', 'exists'],
    ['"occasions" > 1', 'unknown', '"occasions"'],
    ['$as_of is null', 'unknown', '$as_of'],
    ['$test_days > 1', 'unknown', '$test_days'],
    ['$$a$$ = closed_reason', 'unknown', '$$a$$'],
    ["e'\\'' = closed_reason", 'unknown', "e'\\''"],
    ["closed_reason = 'open", 'unknown', "'open"],
    ['"open', 'unknown', '"open'],
    ['/* open', 'unknown', '/* open'],
    ['оccasions > 1', 'unknown', 'оccasions'],
    ['occasions ＞ 1', 'unexpected', '＞'],
    ['occasions\u202e > 1', 'unknown', 'occasions\u202e'],
    ['occasions > 1_000', 'unknown', '1_000'],
    ['occasions > 1e999', 'unknown', '1e999'],
    ['occasions::varchar = 1', 'unexpected', ':'],
    ['occasions > 1)', 'unexpected', ')'],
    ['(occasions > 1', 'unfinished', ''],
    ['occasions >', 'unfinished', ''],
    ['occasions > 1 and', 'unfinished', ''],
    ['occasions not', 'unfinished', ''],
    ['occasions not 5', 'unexpected', '5'],
    ['and and', 'unknown', 'and'],
    ['1 < 2 < 3', 'unexpected', '<'],
    ['occasions', 'no condition', 'occasions'],
    ['occasions + 1', 'no condition', 'occasions + 1'],
    ["'true'", 'no condition', "'true'"],
    ["occasions > 'many'", 'kind', 'many'],
    ["first_on > '2024-02-30'", 'kind', '2024-02-30'],
    ['first_on + 1 > last_on', 'kind', 'first_on'],
    ['occasions and contract', 'kind', 'occasions'],
    ['lower(occasions) = 1', 'kind', 'occasions'],
    ['abs(closed_reason) > 1', 'kind', 'closed_reason'],
    ['round(nps, 99) = 1', 'kind', '99'],
    ['abs(1, 2) = 1', 'unexpected', 'abs'],
    ['contains(closed_reason)', 'unexpected', 'contains'],
    ['coalesce() = 1', 'unexpected', ')'],
    ['case end', 'unexpected', 'end'],
    ['contract is 5', 'unexpected', '5'],
    ["case when contract then 1 else 'x' end = 1", 'kind', 'x'],
    ['occasions[1] = 1', 'unexpected', '['],
    ['occasions.x = 1', 'unexpected', '.'],
    ['occasions = ?', 'unexpected', '?'],
    ['from purchase', 'unknown', 'from'],
    ['pragma_version()', 'unknown', 'pragma_version'],
    ['getenv(closed_reason) = closed_reason', 'unknown', 'getenv'],
    ['constructor > 1', 'unknown', 'constructor'],
    ['__proto__ > 1', 'unknown', '__proto__']
  ])('%s', (text, reason, word) => {
    expect(conditionProblem(text, columnTypes)).toMatchObject({reason, word});
  });

  it('however long or deep it is', () => {
    expect(conditionProblem('('.repeat(10_000), columnTypes)).toMatchObject({reason: 'long'});
    expect(conditionProblem('('.repeat(longestCondition), columnTypes)).toMatchObject({reason: 'deep'});
    expect(conditionProblem(`${'abs('.repeat(60)}1${')'.repeat(60)} = 1`, columnTypes)).toMatchObject({reason: 'deep'});
    expect(conditionProblem(`${'not '.repeat(100)}contract`, columnTypes)).toBeUndefined();
    expect(conditionProblem(`${'- '.repeat(200)}1 = 1`, columnTypes)).toBeUndefined();
  });

  it('in words that name what can be used', () => {
    const error = conditionProblem('total > 3', ['occasions', 'nps']);
    expect(error?.message).toMatch(
      /^“total” means nothing in a condition\. Can be used: occasions, nps, and, or, not, /
    );
    expect(error?.offers).toEqual(expect.arrayContaining(['occasions', 'coalesce']));
  });
});

describe('the conditions as they begin', () => {
  it.each(conditionNames)('%s can be edited', async (name) => {
    const sql = checkedCondition(standardCondition(name), conditionColumns(name));
    for (const empty of [false, true]) {
      expect(await told(sql, empty), sql).toBe(await told(standardCondition(name), empty));
    }
    expect(standardCondition(name).length).toBeLessThanOrEqual(longestCondition);
  });

  it('hold where a person’s own can’t be taken', () => {
    const definitions = {rung_client: 'occasions > ', rung_partner: 'bonds >= 1'};
    expect(conditionSql({definitions}, 'rung_client')).toBe(standardCondition('rung_client'));
    expect(conditionSql({definitions}, 'rung_partner')).toBe('(bonds >= 1)');
    expect(brokenConditions({definitions})).toEqual(['rung_client']);
    expect(brokenConditions({definitions: {}})).toEqual([]);
  });

  it('name only columns that there are', () => {
    for (const name of conditionNames) expect(conditionColumns(name)).toEqual(Object.keys(columnsOf(name)));
  });
});
