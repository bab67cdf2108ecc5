import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

const folder = import.meta.dirname;
const files = ['customers.csv', 'purchases.csv', 'interactions.csv', 'partnership_costs.csv'];

let instance: DuckDBInstance;
let db: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', {threads: '1'});
  db = await instance.connect();
  await db.run(`set file_search_path = '${folder.replaceAll("'", "''")}'`);
  await db.run(await read('tables.sql'));
});

afterAll(() => {
  db.closeSync();
  instance.closeSync();
});

describe('the files', () => {
  it('come out of the generator byte for byte', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'sample-data-'));
    await promisify(execFile)(process.execPath, [join(folder, 'generate.mjs'), elsewhere]);
    const hashes = (place: string) => Promise.all(files.map((name) => hash(join(place, name))));
    expect(await hashes(elsewhere)).toEqual(await hashes(folder));
    await rm(elsewhere, {recursive: true});
  });

  it('are under 10 MB together', async () => {
    const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
  });

  it('hold no broken values and no foreign line ends', async () => {
    for (const name of files) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text).not.toMatch(/undefined|NaN|null|\r|\u{FFFD}/u);
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  it('write money with two decimals and dates as yyyy-mm-dd', async () => {
    const lines = (await read('purchases.csv')).trimEnd().split('\n').slice(1);
    const shape =
      /^[RS]?\d{7},K\d{5},\d{4}-\d\d-\d\d,[^,]+,[A-Za-z]+,\w+,[\w ]+,\w*,-?\d+,(-?\d+\.\d\d,){3}EUR,[A-Z][a-z]+,\d*$/;
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
  });
});

describe('what the README says', async () => {
  const truths = statements(await read('truths.sql'));
  const told = sentences(await read('README.md'));

  it('tells each truth once', () => {
    expect([...told.keys()]).toEqual([...truths.keys()]);
  });

  it.each([...truths])('%s', async (name, sql) => {
    expect(told.get(name)).toEqual(Object.values(await row(sql)));
  });
});

describe('what is planted', async () => {
  const truths = statements(await read('truths.sql'));
  const truth = (name: string) => row(truths.get(name) ?? '');

  it('has about 3,000 customers and 60,000 purchases', async () => {
    const size = await truth('size');
    expect(size.buyers).toSatisfy(within(2700, 3300));
    expect(size.purchases).toSatisfy(within(57_000, 63_000));
  });

  it('has a fifth of the customers that makes four fifths of the sales, more each year', async () => {
    expect((await truth('pareto')).top_20).toSatisfy(within(75, 80));
    const years = Object.values(await truth('concentration'));
    expect(years).toEqual([...years].sort((a, b) => a - b));
    expect(years[3]! - years[0]!).toBeGreaterThan(4);
  });

  it('grows while its customers leave', async () => {
    const bucket = await truth('leaky-bucket');
    expect(bucket.active_in_2025).toBeLessThan(bucket.active_in_2024!);
    expect(bucket.sales_2025).toBeGreaterThan(bucket.sales_2024! * 1.05);
  });

  it('loses money with some of its largest customers', async () => {
    const profit = await truth('profit');
    expect(profit.whale_peak).toSatisfy(within(140, 180));
    expect(profit.losers_of_20_largest).toSatisfy(within(5, 8));
    expect(profit.their_cost_to_serve).toBeGreaterThan(1.8 * profit.cost_to_serve_of_others!);
    expect(profit.gross_margin! - profit.cost_to_serve!).toBeCloseTo(profit.profit!, 0);
  });

  it('has a November, an August, a week and a web shop', async () => {
    const season = await truth('season');
    expect(season.november).toBeGreaterThan(1.5);
    expect(season.august).toBeLessThan(0.7);
    expect((await truth('weekday')).trade_weekend).toBeLessThan(5);
    const web = await truth('web');
    expect(web.in_2025).toBeGreaterThan(2 * web.in_2022!);
  });

  it('asks the coupon question: twice as many try, no more stay', async () => {
    const coupon = await truth('coupon-question');
    expect(coupon.tried_with_coupon).toSatisfy(within(19, 21));
    expect(coupon.tried_without).toSatisfy(within(9, 11));
    expect(coupon.again_without).toBeGreaterThan(1.5 * coupon.again_with_coupon!);
    const promotions = await truth('promotions');
    expect(promotions.orders_a_day).toBeGreaterThan(1.2 * promotions.before!);
    expect(promotions.after).toBeLessThan(promotions.before!);
  });

  it('keeps the referred best and those of the marketplace worst', async () => {
    const kept = await truth('acquisition-channels');
    expect(kept.private_referral).toBeGreaterThan(kept.private_web_search! + 10);
    expect(kept.private_marketplace).toBeLessThan(kept.private_web_search! - 8);
    expect(kept.trade_referral).toBeGreaterThan(kept.trade_marketplace! + 20);
    const advocates = await truth('advocates');
    expect(advocates.score_of_referrers).toBeGreaterThan(advocates.score_of_others! + 0.4);
  });

  it('has a bad spring in 2024', async () => {
    const failure = await truth('delivery-failure');
    expect(failure.complaints_per_100_orders).toBeGreaterThan(4 * failure.in_other_times!);
    expect(failure.not_solved).toBeGreaterThan(2 * failure.not_solved_otherwise!);
    const cohort = await truth('bad-cohort');
    expect(cohort.again_2024).toBeLessThan(cohort.again_before! - 15);
    expect(cohort.second_half_2024).toBeLessThan(cohort.second_half_before! - 20);
  });

  it('loses customers for the reasons that the textbooks give', async () => {
    const reasons = await truth('reasons');
    expect(reasons.attention).toSatisfy(within(65, 70));
    expect(reasons.worked_with).toSatisfy(within(14, 15));
    expect(reasons.price).toSatisfy(within(9, 10));
    expect(reasons.moved).toSatisfy(within(4, 5));
    expect((await truth('silent-leavers')).never_complained).toSatisfy(within(65, 90));
    const attention = await truth('attention');
    expect(attention.still_customers).toBeGreaterThan(1.25 * attention.left_for_lack_of_attention!);
  });

  it('warns early, wins back, and binds by contract', async () => {
    const warning = await truth('early-warning');
    expect(warning.before_leaving).toBeGreaterThan(1.4);
    expect(warning.of_those_who_stayed).toSatisfy(within(0.9, 1.1));
    expect((await truth('won-back')).won_back).toBeGreaterThan(100);
    const contracts = await truth('contracts');
    expect(contracts.with_contract).toBeGreaterThan(contracts.without! + 8);
    const wallet = await truth('share-of-wallet');
    expect(wallet.with_contract).toBeGreaterThan(wallet.without! + 15);
  });

  it('keeps those whose complaint was solved, the quicker the better', async () => {
    const complaints = await truth('complaints');
    expect(complaints.solved_within_a_week).toBeGreaterThan(complaints.solved_later!);
    expect(complaints.solved_later).toBeGreaterThan(complaints.not_solved! + 10);
  });

  it('is spoiled by accounting', async () => {
    const {answers: _, ...scores} = await truth('touchpoints');
    const inOrder = Object.values(scores);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(scores.accounting).toBeLessThan(-30);
  });
});

describe('what always holds', () => {
  it.each(violations())('%s', async (_, sql) => {
    expect(await row(`select count(*) as violations from (${sql})`)).toEqual({violations: 0});
  });

  it('starts in January 2022 and stops within December 2025', async () => {
    const sql = `select min(purchased_on)::varchar as first, max(purchased_on)::varchar as last, count(distinct product) as products from purchase`;
    const [range] = (await db.runAndReadAll(sql)).getRowObjectsJson();
    expect(range).toEqual({first: '2022-01-02', last: '2025-12-19', products: '145'});
  });
});

/** Statements that give a row for each breach of a rule. */
function violations(): [string, string][] {
  return [
    ['customer numbers do not repeat', `select customer_id from customer group by 1 having count(*) > 1`],
    ['names do not repeat', `select name from customer group by 1 having count(*) > 1`],
    ['every purchase has its customer', `select 1 from purchase anti join customer using (customer_id)`],
    ['every interaction has its customer', `select 1 from interaction anti join customer using (customer_id)`],
    [
      'every cost has its customer or a driver',
      `select 1 from partnership_cost where (customer_id is null) <> (driver is not null) or customer_id not in (select customer_id from customer)`
    ],
    [
      'purchases come after the acquisition',
      `select 1 from purchase join customer using (customer_id) where acquired_on is null or purchased_on < acquired_on`
    ],
    [
      'purchases come before the end',
      `select 1 from purchase join customer using (customer_id) where purchased_on > closed_on`
    ],
    [
      'interactions lie within the relationship',
      `select 1 from interaction join customer using (customer_id) where kind <> 'lead' and (acquired_on is null or occurred_on < acquired_on) or occurred_on > closed_on`
    ],
    [
      'leads come before it',
      `select 1 from interaction join customer using (customer_id) where kind = 'lead' and occurred_on > acquired_on`
    ],
    [
      'interactions lie within the period',
      `select 1 from interaction where occurred_on not between '2022-01-01' and '2025-12-19'`
    ],
    [
      'costs lie within the period and are positive',
      `select 1 from partnership_cost where incurred_on not between '2022-01-01' and '2025-12-19' or amount <= 0`
    ],
    [
      'nobody closes before coming, or without a reason',
      `select 1 from customer where closed_on <= acquired_on or (closed_on is null) <> (closed_reason is null)`
    ],
    [
      'returns and reversals take back what was bought',
      `select 1 from purchase as back where reference_order is not null and not exists (
        select 1 from purchase as bought
        where bought.transaction_id = back.reference_order and bought.customer_id = back.customer_id and bought.product = back.product
          and bought.purchased_on <= back.purchased_on and bought.quantity >= -back.quantity and bought.amount >= -back.amount)`
    ],
    [
      'only they are negative',
      `select 1 from purchase where (quantity < 0) <> (reference_order is not null) or sign(amount) * sign(quantity) < 0`
    ],
    ['cost goes with the quantity', `select 1 from purchase where cost * quantity <= 0`],
    [
      'discounts are plausible',
      `select 1 from purchase where sign(discount) * sign(quantity) < 0 or discount * sign(quantity) > 0.35 * (amount + discount) * sign(quantity)`
    ],
    [
      'cancelled orders add up to nothing',
      `select sum(amount), sum(cost), sum(quantity) from purchase where status = 'Cancelled' having sum(amount) <> 0 or sum(cost) <> 0 or sum(quantity) <> 0`
    ],
    [
      'an order has one customer, day, channel and payment',
      `select 1 from purchase group by transaction_id having count(distinct (customer_id, purchased_on, channel, payment_method)) > 1`
    ],
    [
      'a product stands once in an order',
      `select 1 from purchase group by transaction_id, product having count(*) > 1`
    ],
    ['lines are not absurd', `select 1 from purchase where abs(amount) > 2500 or abs(quantity) > 250`],
    [
      'private orders are not absurd',
      `select 1 from purchase join customer using (customer_id) where segment = 'Private' group by transaction_id having abs(sum(amount)) > 1000`
    ],
    ['no line is sold far below its cost', `select 1 from purchase where kind = 'sale' and amount < 0.7 * cost`],
    [
      'nobody is referred by who came later',
      `select 1 from customer as new join customer as old on old.customer_id = new.referred_by where old.acquired_on >= new.acquired_on or new.acquisition_channel <> 'Referral'`
    ],
    [
      'every referral since 2022 has its row',
      `select customer_id, referred_by from customer where referred_by is not null and acquired_on >= '2022-01-03'
       except select related_customer, customer_id from interaction where kind = 'referral'`
    ],
    [
      'every row of a referral has its customer',
      `select related_customer, customer_id from interaction where kind = 'referral' and related_customer is not null
       except select customer_id, referred_by from customer`
    ],
    [
      'answers fit their scale',
      `select 1 from interaction where (score is null) <> (score_scale is null) or score not between 0 and score_scale or (kind = 'survey') <> (score_scale is not distinct from 10)`
    ],
    [
      'complaints are solved in days or not at all',
      `select 1 from interaction where kind = 'complaint' and (outcome = 'Solved') <> (resolution_days is not null)`
    ],
    [
      'salaries by customer are the time spent',
      `select 1 from
        (select sum(amount) as paid from partnership_cost where category = 'salaries' and customer_id is not null),
        (select sum(cost) as spent from interaction where kind in ('visit', 'call', 'meeting'))
       where paid <> spent`
    ]
  ];
}

async function row(sql: string): Promise<Record<string, number>> {
  const [first] = (await db.runAndReadAll(sql)).getRowObjectsJson();
  return Object.fromEntries(Object.entries(first ?? {}).map(([column, value]) => [column, Number(value)]));
}

/** Name → statement, of a file with a line `-- truth: NAME` above each. */
function statements(sql: string): Map<string, string> {
  const blocks = sql.split(/^-- truth: /m).slice(1);
  return new Map(blocks.map((block) => [block.slice(0, block.indexOf('\n')).trim(), block.slice(block.indexOf('\n'))]));
}

/** Name → the bold numbers of its sentence, of the list of truths. */
function sentences(markdown: string): Map<string, number[]> {
  const rows = markdown.split('## What is in the data')[1]!.matchAll(/^- `([a-z-]+)`: (.*)$/gm);
  return new Map(
    [...rows].map(([, name, sentence]) => [
      name!,
      [...sentence!.matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => told(text!))
    ])
  );
}

function told(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

function within(low: number, high: number): (value: number) => boolean {
  return (value) => value >= low && value <= high;
}

async function hash(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

function read(name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}
