import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {testOf} from '../../src/analyses/survival/log-rank';
import type {RankRow} from '../../src/analyses/survival/parts';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {bind} from '../../src/engine/sql';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import {compile} from '../../src/models/compile';
import {kaplanMeierSql} from '../../src/models/kaplan-meier';
import {nothingLoaded} from '../../src/models/loaded';
import {initialScope} from '../../src/models/scope';
import {ask, sentence} from '../ask';
import {testEngine} from '../engine';

const folder = resolve('../shared/data/survival');
const shop = resolve('../shared/data/online_retail/OnlineRetail.csv');

/** One observation of a file: whole units of time, whether it ended, and its group. */
type Observed = readonly [duration: number, event: boolean, group: string];

/** What R says of a group: quantile(survfit(…)) and its limits, and summary(survfit(…), rmean = tau). */
interface OfGroup {
  n: number;
  events: number;
  quantile: readonly (number | null)[];
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  rmean: number;
  se: number;
  expected: number;
}

interface Study {
  name: string;
  /** the calls in R, package survival 3.5-3 */
  r: string;
  observations: () => Observed[];
  tau: number;
  groups: Readonly<Record<string, OfGroup>>;
  /** survdiff(…)$chisq and its p, pchisq(…, lower.tail = FALSE) */
  chisq: number;
  p: number;
}

const none = null;

const studies: Study[] = [
  {
    name: 'gehan',
    r: 'd <- read.table("gehan.dat"); s <- survfit(Surv(V2, V3) ~ V1, d); quantile(s); summary(s, rmean = 23); survdiff(Surv(V2, V3) ~ V1, d)',
    observations: () =>
      lines('gehan.dat').map((line) => {
        const [group = '', time, status] = line.trim().split(/\s+/);
        return [Number(time), status === '1', group];
      }),
    tau: 23,
    groups: {
      '1': group(21, 21, [4, 8, 12], [2, 4, 8], [8, 12, none], 8.66666666667, 1.37739004126, 10.749499052),
      '2': group(21, 9, [13, 23, none], [6, 16, 23], [none, none, none], 17.90924369748, 1.55318997825, 19.250500948)
    },
    chisq: 16.7929409892,
    p: 4.16880910934e-5
  },
  {
    name: 'lung',
    r: 's <- survfit(Surv(time, status) ~ sex, read.csv("lung.csv")); quantile(s); summary(s, rmean = 965); survdiff(…)',
    observations: () => table('lung.csv').map((row) => [Number(row['time']), row['status'] === '1', row['sex'] ?? '']),
    tau: 965,
    groups: {
      '1': group(
        138,
        112,
        [144, 270, 457],
        [107, 212, 387],
        [177, 310, 574],
        324.048419062,
        22.2979392341,
        91.5817390296
      ),
      '2': group(
        90,
        53,
        [226, 426, 687],
        [186, 348, 550],
        [340, 550, none],
        455.904087512,
        32.9174156887,
        73.4182609704
      )
    },
    chisq: 10.3267419549,
    p: 0.00131116452036
  },
  {
    name: 'rossi',
    r: 's <- survfit(Surv(week, arrest) ~ fin, read.csv("rossi.csv")); quantile(s); summary(s, rmean = 52); survdiff(…)',
    observations: () => table('rossi.csv').map((row) => [Number(row['week']), row['arrest'] === '1', row['fin'] ?? '']),
    tau: 52,
    groups: {
      '0': group(
        216,
        66,
        [44, none, none],
        [37, none, none],
        [none, none, none],
        44.8333333333,
        0.917671540499,
        55.5744427684
      ),
      '1': group(
        216,
        48,
        [none, none, none],
        [48, none, none],
        [none, none, none],
        46.875,
        0.793324895886,
        58.4255572316
      )
    },
    chisq: 3.83756957655,
    p: 0.050116117409
  },
  {
    name: 'larynx, in tenths of a year',
    r: 'd <- read.csv("larynx.csv"); d$stage <- 1 + d$Stage_II + 2 * d$Stage_III + 3 * d$Stage_IV; s <- survfit(Surv(time, death) ~ stage, d); …, rmean = 4.3',
    observations: () =>
      table('larynx.csv').map((row) => {
        const stage = 1 + Number(row['Stage_II']) + 2 * Number(row['Stage_III']) + 3 * Number(row['Stage_IV']);
        return [Math.round(Number(row['time']) * 10), row['death'] === '1', String(stage)];
      }),
    tau: 43,
    groups: {
      '1': group(33, 15, [40, 65, none], [33, 53, 74], [65, none, none], 38.9802159526, 1.5205991187, 22.56603984449),
      '2': group(17, 7, [36, 70, none], [18, 40, 70], [none, none, none], 36.991087344, 2.83025006294, 10.01169700553),
      '3': group(27, 17, [13, 50, 89.5], [7, 19, 63], [35, none, none], 29.2592592593, 3.04226857119, 14.08454772313),
      '4': group(13, 11, [8, 15, 36], [3, 8, 20], [23, none, none], 19.0769230769, 4.07557691792, 3.33771542686)
    },
    chisq: 22.7627570646,
    p: 4.52521122044e-5
  },
  {
    name: 'waltons',
    r: 's <- survfit(Surv(T, E) ~ group, read.csv("waltons_dataset.csv")); quantile(s); summary(s, rmean = 62); survdiff(…)',
    observations: () =>
      table('waltons_dataset.csv').map((row) => [Number(row['T']), Number(row['E']) === 1, row['group'] ?? '']),
    tau: 62,
    groups: {
      control: group(
        129,
        122,
        [51, 58, 63],
        [48, 56, 61],
        [56, 60, 68],
        54.9882490691,
        0.810274597385,
        148.92448972869
      ),
      'miR-137': group(34, 34, [15, 26, 29], [13, 22, 26], [22, 29, 47], 25.7058823529, 2.257064806966, 7.07551027131)
    },
    chisq: 122.249125573,
    p: 2.03598322229186e-28
  },
  {
    name: 'kidney transplants',
    r: 'd <- read.csv("kidney_transplant.csv"); d$g <- with(d, ifelse(black_male == 1, "bm", ifelse(white_male == 1, "wm", ifelse(black_female == 1, "bf", "wf")))); s <- survfit(Surv(time, death) ~ g, d); …, rmean = 3304',
    observations: () =>
      table('kidney_transplant.csv').map((row) => {
        const of = (column: string): boolean => row[column] === '1';
        const name = of('black_male') ? 'bm' : of('white_male') ? 'wm' : of('black_female') ? 'bf' : 'wf';
        return [Number(row['time']), of('death'), name];
      }),
    tau: 3304,
    groups: {
      bf: group(
        59,
        14,
        [1196, none, none],
        [929, 2276, none],
        [none, none, none],
        2438.30129429,
        188.4348918345,
        8.83645537847
      ),
      bm: group(
        92,
        14,
        [2557, none, none],
        [2369, none, none],
        [none, none, none],
        2762.67608755,
        129.1018928839,
        14.5167172467
      ),
      wf: group(
        280,
        39,
        [none, none, none],
        [2567, none, none],
        [none, none, none],
        2840.60363252,
        67.7947647904,
        47.39183157492
      ),
      wm: group(
        432,
        73,
        [3146, none, none],
        [2291, none, none],
        [none, none, none],
        2723.66084584,
        60.7769281113,
        69.254995802
      )
    },
    chisq: 4.73630994968,
    p: 0.192155916877
  }
];

describe.skipIf(!existsSync(folder))(`survfit and survdiff of R on ${folder} (skipped where it is absent)`, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
  });

  it.each(studies.map((study) => [study.name, study] as const))('%s', async (_, study) => {
    await fill(engine, study.observations());
    const summaries = await rowsOf(engine, 'survival_summary', study.tau);
    expect(summaries.map(({group_name}) => group_name).sort()).toEqual(Object.keys(study.groups).sort());
    for (const row of summaries) expectGroup(row, study.groups[String(row['group_name'])], study);
    const rank = await rowsOf(engine, 'survival_log_rank', study.tau);
    for (const {place, group_name} of summaries) {
      const expected = study.groups[String(group_name)]?.expected ?? NaN;
      expect(rank.find((row) => row['place'] === place)?.['expected']).toBeCloseTo(expected, 7);
    }
    const test = testOf(rank as unknown as RankRow[]);
    expect(test?.statistic).toBeCloseTo(study.chisq, 8);
    expect(test?.degreesOfFreedom).toBe(summaries.length - 1);
    expect((test?.p ?? NaN) / study.p).toBeCloseTo(1, 8);
  });

  it('lung as a whole: summary(survfit(Surv(time, status) ~ 1), times = c(100, 365, 500, 1000))', async () => {
    await fill(engine, studies[1]?.observations().map(([time, event]) => [time, event, '']) ?? []);
    const [summary] = await rowsOf(engine, 'survival_summary', 500);
    expect(summary).toMatchObject({waits: 228, events: 165, median: 310, median_low: 285, median_high: 363});
    expect(summary).toMatchObject({
      lower: 170,
      lower_low: 145,
      lower_high: 197,
      upper: 550,
      upper_low: 460,
      upper_high: 654
    });
    expect(summary?.['mean']).toBeCloseTo(310.334436722258, 9);
    expect(summary?.['mean_error']).toBeCloseTo(11.246009598799, 9);
    const rows = await rowsOf(engine, 'survival', 0);
    const at = (day: number) => rows.findLast((row) => Number(row['duration']) <= day);
    expect(at(100)).toMatchObject(close(0.863968968, 0.02271023, 0.82058489, 0.90964675));
    expect(at(365)).toMatchObject(close(0.409241624, 0.035823638, 0.34472158, 0.4858376));
    expect(at(500)).toMatchObject(close(0.293269194, 0.035077818, 0.23198214, 0.3707476));
    expect(at(1000)).toMatchObject(close(0.050345568, 0.022848049, 0.02068546, 0.1225342));
  });

  it('Freireich’s trial as text books print it, by kaplanMeierSql itself', async () => {
    const rows = studies[0]?.observations() ?? [];
    const values = rows.map(([time, event, name]) => `(${time}, ${String(event)}, '${name}')`).join(', ');
    const from = `(select * from (values ${values}) as t(duration, event, arm))`;
    const curve = (
      await engine.query(`select * from (${kaplanMeierSql(from, ['arm'])}) where events > 0 order by all`)
    ).objects();
    const of = (arm: string) => curve.filter((row) => row['arm'] === arm);
    const table = (arm: string, digits: number) =>
      of(arm).map((row) => [row['duration'], Number(Number(row['survival']).toFixed(digits))]);
    expect(table('2', 3)).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448]
    ]);
    expect(table('1', 4)).toEqual([
      [1, 0.9048],
      [2, 0.8095],
      [3, 0.7619],
      [4, 0.6667],
      [5, 0.5714],
      [8, 0.381],
      [11, 0.2857],
      [12, 0.1905],
      [15, 0.1429],
      [17, 0.0952],
      [22, 0.0476],
      [23, 0]
    ]);
    const errors = of('2').map((row) => Number(row['survival']) * Math.sqrt(Number(row['greenwood'])));
    expect(errors.map((error) => error.toFixed(4))).toEqual([
      '0.0764',
      '0.0869',
      '0.0963',
      '0.1068',
      '0.1141',
      '0.1282',
      '0.1346'
    ]);
    expect(of('1').at(-1)?.['greenwood']).toBeNull();
  });
});

describe.skipIf(!existsSync(shop))(
  `Online Retail to 9 September 2011, from ${shop} (skipped where it is absent)`,
  () => {
    let engine: Engine;
    const scope = {as_of: '2011-09-09'};

    beforeAll(async () => {
      engine = await testEngine();
      const source = {id: 'online-retail', name: 'OnlineRetail.csv', blob: new Blob([readFileSync(shop)])};
      await (await load(engine, [source], guess([await inspect(source)]))).finish();
    }, 120_000);

    it('half come back within 106 days of the first purchase, not within the 50 that open ones left out would say', async () => {
      const told = await ask(engine, 'survival', {scope});
      expect(told.parts['summary']?.[0]).toMatchObject({median: 106, naive: 50});
      expect(Number(told.parts['summary']?.[0]?.['last_survival'])).toBeCloseTo(0.278, 3);
      expect(quantiles(told.rows)).toEqual([106, 240, null, null]);
      expect(sentence(told)).toBe(
        'After the first purchase half buy again within 106 days; 27.8% haven’t after the 282 days seen. Leaving the open ones out would have said 50 days.'
      );
    });

    it.each([
      ['second', [61, 109, 169, 275]],
      ['third', [48, 81, 108, 181]],
      ['later', [20, 34, 45, 71]]
    ])('after the %s half, 70, 80 and 90 in 100 come back within %j days', async (what, expected) => {
      expect(quantiles((await ask(engine, 'survival', {scope, params: {what}})).rows)).toEqual(expected);
    });

    it('gives the same where no mart can be read', async () => {
      const whole = await ask(engine, 'survival', {scope});
      const filtered = await ask(engine, 'survival', {scope: {...scope, without: ['twins']}});
      expect(filtered.parts['summary']?.[0]?.['waits']).toBe(whole.parts['summary']?.[0]?.['waits']);
      expect(filtered.rows).toEqual(whole.rows);
    });
  }
);

/** The first days on which the curve has fallen by 50, 70, 80 and 90 %. */
const quantiles = (rows: readonly Row[]): (number | null)[] =>
  [0.5, 0.7, 0.8, 0.9].map((part) => {
    const row = rows.find(({survival}) => Number(survival) <= 1 - part + 1e-9);
    return row === undefined ? null : Number(row['duration']);
  });

function group(
  n: number,
  events: number,
  quantile: OfGroup['quantile'],
  lower: OfGroup['lower'],
  upper: OfGroup['upper'],
  ...[rmean, se, expected]: [number, number, number]
): OfGroup {
  return {n, events, quantile, lower, upper, rmean, se, expected};
}

function expectGroup(row: Row, of: OfGroup | undefined, {name}: Study): void {
  const about = `${name} ${String(row['group_name'])}`;
  expect([row['waits'], row['events']], about).toEqual([of?.n, of?.events]);
  expect([row['lower'], row['median'], row['upper']], about).toEqual(of?.quantile);
  expect([row['lower_low'], row['median_low'], row['upper_low']], about).toEqual(of?.lower);
  expect([row['lower_high'], row['median_high'], row['upper_high']], about).toEqual(of?.upper);
  expect(row['mean'], about).toBeCloseTo(of?.rmean ?? NaN, 7);
  expect(row['mean_error'], about).toBeCloseTo(of?.se ?? NaN, 8);
}

const close = (survival: number, std_error: number, low: number, high: number) => ({
  survival: expect.closeTo(survival, 8) as unknown,
  std_error: expect.closeTo(std_error, 8) as unknown,
  low: expect.closeTo(low, 7) as unknown,
  high: expect.closeTo(high, 7) as unknown
});

/** Puts observations where the analysis counts its waits. */
async function fill(engine: Engine, observations: readonly Observed[]): Promise<void> {
  const values = observations.map(([duration, event, name]) => `(${duration}, ${String(event)}, '${name}')`);
  await engine.execute(`create or replace table main.study as
    select group_name, duration::integer as duration, count(*) as leaving, count(*) filter (event) as events
    from (values ${values.join(', ')}) as t(duration, event, group_name)
    group by all`);
}

/** The rows of a model over these observations. */
async function rowsOf(engine: Engine, model: string, horizon: number): Promise<Row[]> {
  const context = {scope: initialScope, loaded: nothingLoaded, params: {horizon}, anonymous: false};
  const {sql, params} = compile(model, context, {materialised: {survival_ends: 'main.study'}});
  return (await engine.query(bind(sql, params))).objects();
}

const lines = (name: string): string[] =>
  readFileSync(resolve(folder, name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

/** The rows of a plain file with a header and no quotes. */
function table(name: string): Record<string, string>[] {
  const [head = '', ...rows] = lines(name);
  const columns = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, place) => [columns[place] ?? '', cell])));
}
