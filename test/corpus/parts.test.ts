import fc from 'fast-check';
import {afterAll, expect, it} from 'vitest';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import type {Receipt} from '../../src/ingest/types';
import {ask} from '../ask';
import {resetEngine, testEngine} from '../engine';

afterAll(async () => resetEngine(await testEngine()));

/** `npm test` tries the same purchases each time, `npm run corpus` others and more. */
const isLong = import.meta.env.MODE === 'corpus';
const extent = isLong ? {numRuns: 60} : {numRuns: 6, seed: 11};

type Row = readonly [customer: string, day: string, amount: string, transaction: string, pieces: string];

const two = (number: number): string => String(number).padStart(2, '0');
const purchase: fc.Arbitrary<Row> = fc
  .record({
    customer: fc.nat(12),
    day: fc.tuple(fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28})),
    cents: fc.oneof(fc.integer({min: 1, max: 500_000}), fc.integer({min: -20_000, max: 0})),
    order: fc.nat(30),
    pieces: fc.integer({min: 1, max: 9})
  })
  .map(({customer, day: [month, date], cents, order, pieces}) => [
    `C${100 + customer}`,
    `2024-${two(month)}-${two(date)}`,
    (cents / 100).toFixed(2),
    `${order % 9 === 0 ? 'C' : ''}${5000 + order}`,
    String(pieces)
  ]);
const purchases = fc
  .array(purchase, {minLength: 12, maxLength: 60})
  .filter((rows) => rows.some(([, , amount]) => Number(amount) > 0));

it('a file in two parts gives what the whole gives', {timeout: 600_000}, async () => {
  const cut = fc.integer({min: 4, max: 8});
  await fc.assert(
    fc.asyncProperty(purchases, cut, fc.boolean(), async (rows, at, turned) => {
      const whole = await loadedFrom([rows]);
      const parts = [rows.slice(0, at), rows.slice(at)];
      const both = await loadedFrom(turned ? parts.reverse() : parts);
      expect(both.rows).toEqual(whole.rows);
      expect(both.told).toEqual(whole.told);
      expect(totals(both.receipt)).toEqual(totals(whole.receipt));
      const used = both.receipt.files.map((file) => file.used);
      expect(used.reduce((sum, count) => sum + count, 0)).toBe(whole.receipt.files[0]?.used);
    }),
    extent
  );
});

it('rows in another order give the same analyses', {timeout: 600_000}, async () => {
  const order = purchases.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, {minLength: rows.length}))
  );
  await fc.assert(
    fc.asyncProperty(order, async ([rows, shuffled]) => {
      const [one, other] = [await loadedFrom([rows]), await loadedFrom([shuffled])];
      expect(other.rows).toEqual(one.rows);
      expect(other.told).toEqual(one.told);
      expect(totals(other.receipt)).toEqual(totals(one.receipt));
    }),
    extent
  );
});

it(
  'rows that are there several times have so many times the sums, and the same customers',
  {timeout: 600_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(purchases, fc.integer({min: 2, max: 4}), async (rows, times) => {
        const one = await loadedFrom([rows]);
        const many = await loadedFrom([Array.from({length: times}, () => rows).flat()]);
        expect(many.receipt.customers).toBe(one.receipt.customers);
        expect(many.receipt.purchases.rows).toBe(one.receipt.purchases.rows * times);
        expect(tenThousandths(many.receipt.purchases.amount)).toBe(
          tenThousandths(one.receipt.purchases.amount) * times
        );
        for (const [kind, {rows: count, amount}] of Object.entries(one.receipt.kinds)) {
          const there = many.receipt.kinds[kind as keyof Receipt['kinds']];
          expect([kind, there.rows, tenThousandths(there.amount)]).toEqual([
            kind,
            count * times,
            tenThousandths(amount) * times
          ]);
        }
        const [figure, figures] = [one, many].map(({told}) => told.overview.parts['figures']?.[0]);
        expect(figures).toMatchObject({customers: figure?.['customers'], orders: figure?.['orders']});
        expect(Number(figures?.['net_sales'])).toBeCloseTo(Number(figure?.['net_sales']) * times, 4);
        expect(many.told.pareto.rows.map(({id, rank}) => [id, rank])).toEqual(
          one.told.pareto.rows.map(({id, rank}) => [id, rank])
        );
      }),
      extent
    );
  }
);

const tenThousandths = (amount: string): number => Math.round(Number(amount) * 10_000);

/** What is loaded of files of these rows: as texts in their order, as analyses, as an account. */
async function loadedFrom(files: readonly (readonly Row[])[]) {
  const engine = await testEngine();
  const sources = files.map((rows, at) => ({
    id: `f${at + 1}`,
    name: `part ${at + 1}.csv`,
    blob: new Blob([textOf(rows)])
  }));
  const recipe = guess(await Promise.all(sources.map((source) => inspect(source))));
  const loaded = await load(engine, sources, recipe);
  await loaded.finish();
  const query = await engine.query(
    `select concat_ws('|', customer_id, purchased_on, amount, transaction_id, quantity, kind) as row from purchase order by all`
  );
  const rows = query.objects<{row: string}>().map(({row}) => row);
  return {rows, told: {overview: await told('overview'), pareto: await told('pareto')}, receipt: loaded.receipt};
}

async function told(name: string) {
  const {rows, parts, count, coverage} = await ask(await testEngine(), name);
  return {rows, parts, count, coverage};
}

/** What an account says of all files together. */
const totals = ({kinds, customers, purchases: bought, tables}: Receipt) => ({kinds, customers, bought, tables});

function textOf(rows: readonly Row[]): string {
  return [['customer_id', 'order_date', 'amount', 'order_id', 'quantity'], ...rows]
    .map((cells) => cells.join(';'))
    .join('\r\n');
}
