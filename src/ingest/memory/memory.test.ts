import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {AsyncEngine} from '../../engine/async-engine';
import type {Engine} from '../../engine/engine';
import {nodeDriver} from '../../engine/node';
import {load} from '../load';
import {MemoryError} from './memory';
import {settled} from '../stoppable';
import type {FileMapping, Recipe, Rules, Source} from '../types';

/** An engine of its own, with little memory. */
let engine: Engine;
beforeAll(async () => {
  engine = await AsyncEngine.start(nodeDriver, {memory: 80_000_000});
});
afterAll(() => engine.close());

const usual: Rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'};
const header = ['order', 'id', 'day', 'net', 'item'];

const before = recipeOf('before.csv', header);
const small = textOf(200, 'tea');

describe('an import that memory does not suffice for', () => {
  const large = Array.from({length: 120}, (_, part) => textOf(5000, `a long description of the product ${part}`, part));
  const source = sourceOf('large.csv', [`${header.join(',')}\n`, ...large.map(({rows}) => rows)], 2);

  it('says so with the widest columns, and leaves what was loaded', {timeout: 120_000}, async () => {
    const first = await load(engine, [sourceOf('before.csv', [`${header.join(',')}\n`, small.rows], 1)], before);
    await first.finish();
    const sum = await one('select hash(list(hash(purchase) order by hash(purchase))) from purchase');
    const failed = await load(engine, [source], recipeOf('large.csv', header)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(MemoryError);
    const {widest, message, reason} = failed as MemoryError;
    expect(reason).toBe('memory');
    expect(widest[0]).toMatchObject({file: 'large.csv', column: 'item', attribute: false});
    expect(widest[0]?.share).toBeGreaterThan(0.5);
    expect(message).toContain('“item”');
    expect(await one('select count(*) from purchase')).toBe('200');
    expect(await one('select hash(list(hash(purchase) order by hash(purchase))) from purchase')).toBe(sum);
    await settled(engine);
    expect(await one(`select count(*) from duckdb_schemas() where schema_name like 'store%'`)).toBe('1');
  });

  it(
    'goes through with a sample, a period, or a column less, and accounts for the rest',
    {timeout: 120_000},
    async () => {
      const whole = recipeOf('large.csv', header);
      const sampled = await load(engine, [source], {...whole, rules: {...usual, sample: 10}});
      const [file] = sampled.receipt.files;
      expect(file?.used).toBeGreaterThan(30_000);
      expect(file?.used).toBeLessThan(90_000);
      expect(file?.reasons).toEqual({'not in the sample': 600_000 - (file?.used ?? 0)});
      expect(file?.sums).toEqual({'not in the sample': file?.amount?.set_aside});
      expect(file?.amount?.read).toBe('600000.0000');
      expect(await one('select min(purchases) = max(purchases) from customer_facts')).toBe('true');

      await sampled.finish();
      const recent = await load(engine, [source], {...whole, rules: {...usual, months: 2}});
      expect(recent.receipt.purchases).toMatchObject({from: '2023-11-01', to: '2023-12-28'});
      expect(Object.keys(recent.receipt.files[0]?.reasons ?? {})).toEqual(['before the period']);
      expect(recent.receipt.files[0]?.records).toBe(600_001);

      const stray = sourceOf(
        'large.csv',
        [`${header.join(',')}\n`, textOf(3000, 'tea').rows, 'x,c1,2123-05-01,1,tea\n'],
        2
      );
      const {receipt} = await load(engine, [stray], {...whole, rules: {...usual, months: 2}});
      expect(receipt.purchases).toMatchObject({rows: 501, from: '2023-11-01', to: '2123-05-01'});
    }
  );
});

describe('columns without a role', () => {
  it('are left out by a rule that the receipt names', async () => {
    const people: FileMapping = {
      ...mappingOf('people.csv', ['id', 'name', 'note']),
      ...{table: 'customer', amount: null, attributes: [2]},
      roles: {customer_id: {column: 0, format: {}}, name: {column: 1, format: {}}}
    };
    const recipe: Recipe = {...before, files: [...before.files, people], rules: {...usual, attributes: 'leave out'}};
    const sources = [
      sourceOf('before.csv', [`${header.join(',')}\n`, small.rows], 1),
      sourceOf('people.csv', ['id,name,note\nc1,Ann,long\n'], 2)
    ];
    const {receipt} = await load(engine, sources, recipe);
    expect(receipt.files[1]?.assumptions).toEqual([{key: 'assumed.attributes', values: {columns: 1}}]);
    expect(await one('select max(cardinality(attributes)) from customer')).toBe('0');
    expect(await one(`select name from customer where customer_id = 'c1'`)).toBe('Ann');
  });
});

/** Letters that repeat nowhere. */
function hashed(value: number): string {
  return Array.from({length: 12}, (_, place) => Math.imul(value + place * 7919, 2654435761).toString(36)).join('');
}

/** Rows of one unit each: customers in turn, days over the year 2023. */
function textOf(count: number, item: string, part = 0): {rows: string} {
  const lines = Array.from({length: count}, (_, row) => {
    const day = `2023-${String((row % 12) + 1).padStart(2, '0')}-${String((Math.floor(row / 12) % 28) + 1).padStart(2, '0')}`;
    return `${part}-${row},c${row % 1000},${day},1,${item} ${hashed(part * count + row)}\n`;
  });
  return {rows: lines.join('')};
}

function sourceOf(name: string, texts: string[], number: number): Source {
  return {id: `f${number}`, name, blob: new Blob(texts)};
}

function recipeOf(file: string, names: string[]): Recipe {
  return {version: 1, files: [mappingOf(file, names)], rules: usual};
}

function mappingOf(file: string, names: string[]): FileMapping {
  return {
    ...{file, table: 'purchase', encoding: 'utf-8', header: names, amount: 'column', attributes: []},
    dialect: {delimiter: ',', quote: '"', escape: '"'},
    region: {preamble: 0, header: 1, footer: 0},
    roles: {
      transaction_id: {column: 0, format: {}},
      customer_id: {column: 1, format: {}},
      purchased_on: {column: 2, format: {date: '%Y-%m-%d'}},
      amount: {column: 3, format: {}},
      product: {column: 4, format: {}}
    }
  };
}

async function one(sql: string): Promise<string | null> {
  return (await engine.query(sql)).text(0, 0);
}
