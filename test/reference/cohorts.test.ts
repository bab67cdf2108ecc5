import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {guess} from '../../src/ingest/guess/guess';
import {inspect} from '../../src/ingest/look/inspect';
import {load as read} from '../../src/ingest/load';
import {ask, sentence} from '../ask';
import {data, sourceOf} from '../corpus';
import {testEngine} from '../engine';

const onlineRetail = join(data, 'online_retail/OnlineRetail.csv');
const cdnow = join(data, 'cdnow/CDNOW_master.txt');

let engine: Engine;

const salesOnly = `
2010-12 885 324 286 340 321 352 321 309 313 350 331 445 235
2011-01 417 92 111 96 134 120 103 101 125 136 152 49
2011-02 380 71 71 108 103 94 96 106 94 116 26
2011-03 452 68 114 90 101 76 121 104 126 39
2011-04 300 64 61 63 59 68 65 78 22
2011-05 284 54 49 49 59 66 75 27
2011-06 242 42 38 64 56 81 23
2011-07 188 34 39 42 51 21
2011-08 169 35 42 41 21
2011-09 299 70 90 34
2011-10 358 86 41
2011-11 323 36
2011-12 41`;

const withCancellations = `
2010-12 948 362 317 367 341 376 360 336 336 374 354 474 260
2011-01 421 101 119 102 138 126 110 108 131 146 155 63
2011-02 380 94 73 106 102 94 97 107 98 119 35
2011-03 440 84 112 96 102 78 116 105 127 39
2011-04 299 68 66 63 62 71 69 78 25
2011-05 279 66 48 48 60 68 74 29
2011-06 235 49 44 64 58 79 24
2011-07 191 40 39 44 52 22
2011-08 167 42 42 42 23
2011-09 298 89 97 36
2011-10 352 93 46
2011-11 321 43
2011-12 41`;

/** of CDNOW, free orders counted */
const everyCustomer = `
1997-01 7846 1157 964 810 679 736 720 582 559 594 673 634 528 511 664 472 497 498
1997-02 8476 1312 980 783 847 786 626 619 666 721 661 545 568 718 545 548 551
1997-03 7248 1032 752 756 674 564 561 579 634 569 464 472 678 420 443 457`;

/** source: Chen, Sain & Guo 2012 data, UCI 352; the tables of cohort tutorials on it */
describe.skipIf(!existsSync(onlineRetail))(`cohorts of ${onlineRetail} (skipped where the file is absent)`, () => {
  beforeAll(() => load(onlineRetail), 120_000);

  it('are those of the sales rows', async () => {
    const answer = await ask(engine, 'cohorts');
    expect(told(answer.rows)).toEqual(linesOf(salesOnly));
    expect(answer.coverage).toMatchObject({rows: 397884, amount: '8911407.9040'});
  });

  it('are the same whether a day with a sale or any sale counts', async () => {
    const {rows} = await ask(engine, 'cohorts', {params: {active: 'purchase'}, scope: {returns: 'leave out'}});
    expect(told(rows)).toEqual(linesOf(salesOnly));
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
    expect(told(rows)).toEqual(linesOf(withCancellations));
  });

  it('don’t turn customers of before into new ones when the period begins later', async () => {
    const {rows, coverage} = await ask(engine, 'cohorts', {scope: {from: '2011-06-01'}});
    expect(told(rows)).toEqual(linesOf(salesOnly).slice(6));
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
    expect(told(rows)).toEqual(linesOf(everyCustomer));
    expect(rows.every(({state}) => state === 'complete')).toBe(true);
  });

  it('lack those who only ever took something for nothing where a purchase is a day with sales', async () => {
    const {rows} = await ask(engine, 'cohorts');
    expect(told(rows)[0]).toMatch(/^1997-01 7814 1155 964 /);
    expect(told(rows).find((line) => line.startsWith('1997-11'))).toMatch(/^1997-11 2 /);
  });
});

/** A cohort a line: its month, and how many of it bought in that month and in each one after. */
function told(rows: readonly Row[]): string[] {
  const lines = new Map<string, string[]>();
  for (const {cohort, customers} of rows) {
    if (typeof cohort !== 'string') continue;
    const month = cohort.slice(0, 7);
    lines.set(month, [...(lines.get(month) ?? [month]), String(customers)]);
  }
  return [...lines.values()].map((line) => line.join(' '));
}

const linesOf = (table: string): string[] => table.trim().split('\n');

async function load(file: string): Promise<void> {
  engine = await testEngine();
  const source = await sourceOf(file);
  const loaded = await read(engine, [source], guess([await inspect(source)]));
  await loaded.finish();
}
