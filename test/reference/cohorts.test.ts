import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {guess} from '../../src/ingest/guess/guess';
import {inspect} from '../../src/ingest/look/inspect';
import {load as read} from '../../src/ingest/load';
import {ask, sentence} from '../ask';
import {testEngine} from '../engine';

const onlineRetail = resolve('../shared/data/online_retail/OnlineRetail.csv');
const cdnow = resolve('../shared/data/cdnow/CDNOW_master.txt');

let engine: Engine;

/** source: Chen, Sain & Guo 2012 data, UCI 352; the tables of cohort tutorials on it */
describe.skipIf(!existsSync(onlineRetail))(`cohorts of ${onlineRetail} (skipped where the file is absent)`, () => {
  beforeAll(() => load(onlineRetail), 120_000);

  const salesOnly = {
    '2010-12-01': [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235],
    '2011-01-01': [417, 92, 111, 96, 134, 120, 103, 101, 125, 136, 152, 49],
    '2011-02-01': [380, 71, 71, 108, 103, 94, 96, 106, 94, 116, 26],
    '2011-03-01': [452, 68, 114, 90, 101, 76, 121, 104, 126, 39],
    '2011-04-01': [300, 64, 61, 63, 59, 68, 65, 78, 22],
    '2011-05-01': [284, 54, 49, 49, 59, 66, 75, 27],
    '2011-06-01': [242, 42, 38, 64, 56, 81, 23],
    '2011-07-01': [188, 34, 39, 42, 51, 21],
    '2011-08-01': [169, 35, 42, 41, 21],
    '2011-09-01': [299, 70, 90, 34],
    '2011-10-01': [358, 86, 41],
    '2011-11-01': [323, 36],
    '2011-12-01': [41]
  };

  it('are those of the sales rows', async () => {
    const told = await ask(engine, 'cohorts');
    expect(customers(told.rows)).toEqual(salesOnly);
    expect(told.coverage).toMatchObject({rows: 397884, amount: '8911407.9040'});
  });

  it('are the same whether a day with a sale or any sale counts', async () => {
    const {rows} = await ask(engine, 'cohorts', {params: {active: 'purchase'}, scope: {returns: 'leave out'}});
    expect(customers(rows)).toEqual(salesOnly);
  });

  it('leave the month of nine days in progress, out of every average', async () => {
    const {rows, parts} = await ask(engine, 'cohorts');
    const first = rows.filter(({cohort}) => cohort === '2010-12-01');
    expect(first.map(({state}) => state)).toEqual([...Array.from({length: 12}, () => 'complete'), 'in progress']);
    expect(first[11]).toMatchObject({retained: expect.closeTo(0.5028, 4), period_from: '2011-11-01', eligible: 885});
    expect(first[12]).toMatchObject({retained: expect.closeTo(0.2655, 4), low: null, high: null, eligible: 0});
    const [, next] = parts['averages'] ?? [];
    const kept = 324 + 92 + 71 + 68 + 64 + 54 + 42 + 34 + 35 + 70 + 86;
    const size = 885 + 417 + 380 + 452 + 300 + 284 + 242 + 188 + 169 + 299 + 358;
    expect(next).toMatchObject({cohorts: 11, whole: 11, kept, eligible: size});
    expect(next?.['retained']).toBeCloseTo(kept / size, 12);
    expect(parts['averages']).toHaveLength(12);
  });

  it('say a sentence with these numbers', async () => {
    expect(sentence(await ask(engine, 'cohorts'))).toBe(
      'Of the customers won in a month, 23.7% buy again in the month after, and 28.7% 6 months later. By then each has brought 1,623.14 on average.'
    );
  });

  it('are those of many tutorials where cancellations are left in', async () => {
    const {rows, coverage} = await ask(engine, 'cohorts', {
      params: {active: 'purchase'},
      scope: {cancellations: 'subtract', free: 'keep'}
    });
    expect(coverage).toMatchObject({rows: 406829, amount: '8300065.8140'});
    expect(customers(rows)).toEqual({
      '2010-12-01': [948, 362, 317, 367, 341, 376, 360, 336, 336, 374, 354, 474, 260],
      '2011-01-01': [421, 101, 119, 102, 138, 126, 110, 108, 131, 146, 155, 63],
      '2011-02-01': [380, 94, 73, 106, 102, 94, 97, 107, 98, 119, 35],
      '2011-03-01': [440, 84, 112, 96, 102, 78, 116, 105, 127, 39],
      '2011-04-01': [299, 68, 66, 63, 62, 71, 69, 78, 25],
      '2011-05-01': [279, 66, 48, 48, 60, 68, 74, 29],
      '2011-06-01': [235, 49, 44, 64, 58, 79, 24],
      '2011-07-01': [191, 40, 39, 44, 52, 22],
      '2011-08-01': [167, 42, 42, 42, 23],
      '2011-09-01': [298, 89, 97, 36],
      '2011-10-01': [352, 93, 46],
      '2011-11-01': [321, 43],
      '2011-12-01': [41]
    });
  });

  it('don’t turn customers of before into new ones when the period begins later', async () => {
    const {rows, coverage} = await ask(engine, 'cohorts', {scope: {from: '2011-06-01'}});
    expect(customers(rows)).toEqual(
      Object.fromEntries(Object.entries(salesOnly).filter(([cohort]) => cohort >= '2011-06-01'))
    );
    const earlier = rows.find(({state}) => state === 'won earlier');
    const sum = rows.reduce((total, {net_sales}) => total + Number(net_sales), 0);
    expect(sum).toBeCloseTo(Number(coverage.amount), 2);
    expect(earlier?.['customers']).toBe(1927);
  });
});

/** source: Fader & Hardie, CDNOW master data: trial by month and repeat buying after it */
describe.skipIf(!existsSync(cdnow))(`cohorts of ${cdnow} (skipped where the file is absent)`, () => {
  beforeAll(() => load(cdnow), 120_000);

  it('are the published ones with zero-value orders counted', async () => {
    const {rows, coverage} = await ask(engine, 'cohorts', {params: {active: 'purchase'}, scope: {free: 'keep'}});
    expect(coverage).toMatchObject({rows: 69659, amount: '2500315.6300'});
    expect(customers(rows)).toEqual({
      '1997-01-01': [7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498],
      '1997-02-01': [8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551],
      '1997-03-01': [7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457]
    });
    expect(rows.every(({state}) => state === 'complete')).toBe(true);
  });

  it('lack those who only ever took something for nothing where a purchase is a day with sales', async () => {
    const {rows} = await ask(engine, 'cohorts');
    const counted = customers(rows);
    expect(counted['1997-01-01']?.slice(0, 3)).toEqual([7814, 1155, 964]);
    expect(counted['1997-11-01']?.[0]).toBe(2);
  });
});

function customers(rows: readonly Row[]): Record<string, number[]> {
  const cohorts: Record<string, number[]> = {};
  for (const {cohort, customers: active} of rows) {
    if (typeof cohort === 'string') (cohorts[cohort] ??= []).push(Number(active));
  }
  return cohorts;
}

async function load(file: string): Promise<void> {
  engine = await testEngine();
  const source = {id: 'file', name: file.replace(/^.*\//, ''), blob: new Blob([readFileSync(file)])};
  const loaded = await read(engine, [source], guess([await inspect(source)]));
  await loaded.finish();
}
