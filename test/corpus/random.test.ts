import fc from 'fast-check';
import {afterAll, expect, it} from 'vitest';
import {MappingError} from '../../src/engine/errors';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import {applyMapping, checkRecipe} from '../../src/ingest/mapping/apply';
import type {Inspection, Receipt, Recipe} from '../../src/ingest/types';
import {resetEngine, testEngine} from '../engine';
import {doubtsOf, type Doubt} from './doubts';
import {fileOf, namesOf, tables, textOf, type Sale, type Written} from './random-table';

afterAll(async () => resetEngine(await testEngine()));

/** `npm test` tries the same tables each time, `npm run corpus` others: `SEED=…` and `PATH_OF=…` bring a failure back. */
const isLong = import.meta.env.MODE === 'corpus';
const seed = Number(process.env['SEED'] ?? (isLong ? Date.now() % 2 ** 31 : 7));
const path = process.env['PATH_OF'];
const extent = {
  seed,
  numRuns: Number(process.env['RUNS'] ?? (isLong ? 1000 : 60)),
  ...(path === undefined ? {} : {path})
};

it(
  'any table in any dialect, encoding and locale is loaded as it was meant, or is said to be doubtful',
  {timeout: 1_800_000},
  async () => {
    const counts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(tables, async (written) => {
        for (const doubt of await tried(written)) counts.set(doubt, (counts.get(doubt) ?? 0) + 1);
      }),
      extent
    );
    console.info(
      `${extent.numRuns} random tables, SEED=${seed}; doubtful: ${[...counts].map((one) => one.join(' ')).join(', ')}`
    );
    expect(counts.get('layout') ?? 0).toBeLessThan(extent.numRuns * 0.04);
    expect(counts.get('letters') ?? 0).toBeLessThan(extent.numRuns * 0.06);
  }
);

/** Loads a table and compares it with what was meant; gives what was said to be doubtful. */
async function tried(written: Written): Promise<ReadonlySet<Doubt>> {
  const inspection = await inspect(fileOf(written));
  const recipe = recipeFor(inspection, written);
  if (recipe === null) {
    expect([...doubtsOf(inspection)]).toContain('layout');
    return doubtsOf(inspection);
  }
  const {receipt} = await load(await testEngine(), [inspection.source], recipe);
  const doubts = doubtsOf(inspection, receipt);
  expectConserved(receipt, written, doubts);
  if (!doubts.has('layout')) expectMeant(await sales(), {written, doubts, receipt});
  return doubts;
}

/** The guessed mapping with the columns that a person would choose; null where they are not there, or say nothing. */
function recipeFor(inspection: Inspection, {way}: Written): Recipe | null {
  const {customer, day, cents, product, pieces} = namesOf(way);
  const columns = {customer_id: customer, purchased_on: day, amount: cents, product, quantity: pieces};
  const all = {
    transaction_id: null,
    category: null,
    channel: null,
    country: null,
    currency: null,
    status: null,
    ...columns
  };
  try {
    const recipe = applyMapping(guess([inspection]), [inspection], {
      files: {[inspection.source.name]: {table: 'purchase', columns: all, amount: 'column'}},
      rules: {anonymous: 'keep'}
    });
    return checkRecipe(recipe).length === 0 ? recipe : null;
  } catch (error) {
    if (error instanceof MappingError) return null;
    throw error;
  }
}

/** No row is lost, whatever is in doubt; where columns are sure, all lines are what they are. */
function expectConserved(receipt: Receipt, {sales, way}: Written, doubts: ReadonlySet<Doubt>): void {
  const [file] = receipt.files;
  if (!file) throw new Error('no account of the file');
  const {records, preamble, header, comments, blank, footer, used, set_aside: aside} = file;
  expect(preamble + header + comments + blank + footer + used + aside).toBe(records);
  expect(records).toBe(textOf({sales, way}).split(way.end).length - (way.last ? 1 : 0));
  expect(receipt.purchases.rows).toBe(used);
  if (!doubts.has('layout')) expect(used + aside, JSON.stringify(file)).toBe(sales.length);
  if (doubts.size === 0) expect(receipt.set_aside).toEqual([]);
}

interface Loaded {
  customer: string;
  day: string;
  cents: number;
  product: string;
  pieces: string;
}

async function sales(): Promise<Loaded[]> {
  const rows = await (
    await testEngine()
  ).query(
    `select coalesce(customer_id, '') as customer, purchased_on::varchar as day, (amount * 100)::double as cents,
       coalesce(product, '') as product, quantity::varchar as pieces from purchase`
  );
  return rows.objects<Loaded>();
}

interface Meant {
  written: Written;
  doubts: ReadonlySet<Doubt>;
  receipt: Receipt;
}

/** Each row is as it was meant, but for what is in doubt; there is no other. */
function expectMeant(loaded: readonly Loaded[], {written, doubts, receipt}: Meant): void {
  const texts = written.sales.map((one) => textOfSale(meantAs(one, written), doubts));
  const left = new Map<string, number>();
  for (const text of texts) left.set(text, (left.get(text) ?? 0) + 1);
  const others: string[] = [];
  for (const row of loaded) {
    const text = textOfSale(row, doubts);
    const count = left.get(text) ?? 0;
    if (count === 0) others.push(text);
    else left.set(text, count - 1);
  }
  const missing = [...left].filter(([, count]) => count > 0).map(([text]) => text);
  expect({
    others,
    missing: missing.slice(0, doubts.size === 0 ? undefined : Math.max(0, missing.length - receipt.set_aside.length))
  }).toEqual({others: [], missing: []});
}

function meantAs({customer, day, cents, product, pieces}: Sale, {way}: Written): Loaded {
  const text = way.delimiter === 'aligned' ? product.replace(/\s+/g, '_') : product;
  return {
    customer,
    day,
    cents: way.money.decimals === 'needed' || cents !== 0 ? cents : 0,
    product: text.trim(),
    pieces: `${pieces}.0000`
  };
}

/** What is compared: without what is in doubt. */
function textOfSale({customer, day, cents, product, pieces}: Loaded, doubts: ReadonlySet<Doubt>): string {
  const letters = (text: string): string => (doubts.has('letters') ? text.replace(/[^\0-\x7f]/g, '') : text);
  const date = doubts.has('days') ? day.slice(2).split('-').sort().join('-') : day;
  const amount = doubts.has('amounts') ? String(Math.abs(cents)).replace(/[.0]/g, '') : String(cents);
  return [letters(customer), date, amount, letters(product).trim(), pieces].join('|');
}
