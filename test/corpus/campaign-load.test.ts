import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, it} from 'vitest';
import {FileError} from '../../src/engine/errors';
import {guess, mapAs} from '../../src/ingest/guess/guess';
import {formatFor} from '../../src/ingest/guess/role-format';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import {checkRecipe} from '../../src/ingest/mapping/check';
import type {FileMapping, FileReceipt, Inspection, Receipt, Recipe} from '../../src/ingest/types';
import {corpus, hasCorpus, inputs, sourceOf} from '../corpus';
import {resetEngine, testEngine} from '../engine';

afterAll(async () => resetEngine(await testEngine()));

/** `npm run corpus` loads all of it, `npm test` each ninth file and the hostile ones. */
const all = import.meta.env.MODE === 'corpus';

/** How a file came to be loaded, and what became of it. */
interface Outcome {
  file: string;
  how: 'guessed' | 'purchases' | 'customers' | 'refused';
  receipt?: Receipt;
}

it.skipIf(!hasCorpus)(
  'every file of the corpus is loaded with an account that adds up, or refused in words (skipped where ../shared/corpus is absent)',
  {timeout: 1_200_000},
  async () => {
    const files = inputs().filter(
      (file, at) => (all || at % 9 === 0 || file.startsWith('hostile-synth/')) && existsSync(join(corpus, file))
    );
    const outcomes: Outcome[] = [];
    for (const file of files) outcomes.push(await outcomeOf(file));
    console.info(summary(outcomes));
    expect(outcomes.flatMap(faults)).toEqual([]);
    expect(outcomes.filter(({how}) => how === 'refused').length).toBeLessThan(files.length * 0.05);
    expect(outcomes.some(({how}) => how === 'guessed')).toBe(true);
  }
);

/** Loads a file as it is guessed, else as purchases or customers of whatever columns let rows flow. */
async function outcomeOf(file: string): Promise<Outcome> {
  const engine = await testEngine();
  try {
    const inspection = await inspect(await sourceOf(join(corpus, file)));
    const {how, recipe} = recipeOf(inspection);
    return {file, how, receipt: (await load(engine, [inspection.source], recipe)).receipt};
  } catch (error) {
    if (error instanceof FileError) return {file, how: 'refused'};
    throw new Error(`${file}: ${String(error)}`, {cause: error});
  }
}

function recipeOf(inspection: Inspection): {how: Outcome['how']; recipe: Recipe} {
  const recipe = guess([inspection]);
  if (checkRecipe(recipe).length === 0) return {how: 'guessed', recipe};
  const bought = purchasesOf(inspection);
  if (bought) return {how: 'purchases', recipe: {...recipe, files: [bought]}};
  return {how: 'customers', recipe: {...recipe, files: [customersOf(inspection)]}};
}

/** Purchases whose amount is the first column of numbers, on one day where no column has days; null where none has numbers. */
function purchasesOf(inspection: Inspection): FileMapping | null {
  const {columns} = inspection;
  const amount = columns.find(({looks}) => looks === 'number' || looks === 'integer');
  const day = columns.find(({looks, format}) => looks === 'date' && format.date !== undefined);
  if (!amount) return null;
  const customer = columns.find((column) => column !== amount && column !== day);
  return {
    ...mapAs(inspection, 'purchase'),
    amount: 'column',
    roles: {
      amount: {column: amount.index, format: formatFor(amount, 'money')},
      ...(day ? {purchased_on: {column: day.index, format: formatFor(day, 'date')}} : {}),
      ...(customer ? {customer_id: {column: customer.index, format: {}}} : {})
    },
    constants: {...(day ? {} : {purchased_on: '2024-06-30'}), ...(customer ? {} : {customer_id: 'all'})}
  };
}

/** Rows as purchases of amount 1 by whom the first column names: each row that can be cut into fields is used. */
function customersOf(inspection: Inspection): FileMapping {
  const [first] = inspection.columns;
  return {
    ...mapAs(inspection, 'purchase'),
    amount: 'column',
    roles: {customer_id: {column: first?.index ?? 0, format: {}}},
    constants: {purchased_on: '2024-06-30', amount: '1'}
  };
}

/** What must never be. */
function faults({file, how, receipt}: Outcome): string[] {
  const [account] = receipt?.files ?? [];
  if (how === 'refused') return [];
  if (!receipt || !account) return [`${file}: no account`];
  return [
    ...unbalanced(account).map((what) => `${file}: ${what}`),
    ...(receipt.purchases.rows === account.used
      ? []
      : [`${file}: ${account.used} used, ${receipt.purchases.rows} loaded`]),
    ...(account.used + account.set_aside > 0 ? [] : [`${file}: no row`])
  ];
}

function unbalanced({
  records,
  preamble,
  header,
  comments,
  blank,
  footer,
  used,
  set_aside: aside,
  reasons,
  amount
}: FileReceipt): string[] {
  const parts = preamble + header + comments + blank + footer + used + aside;
  const reasoned = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
  const sum = amount === null ? 0 : cents(amount.used) + cents(amount.set_aside) - cents(amount.read);
  return [
    ...(parts === records ? [] : [`${records} records, but ${parts} accounted for`]),
    ...(reasoned === aside ? [] : [`${aside} set aside, ${reasoned} with a reason`]),
    ...(Math.abs(sum) < 1 ? [] : [`amounts differ by ${sum}`])
  ];
}

const cents = (amount: string): number => Number(amount) * 100;

function summary(outcomes: readonly Outcome[]): string {
  const of = (how: Outcome['how']): Outcome[] => outcomes.filter((one) => one.how === how);
  const rows = outcomes.flatMap(({receipt}) => receipt?.files ?? []);
  const sum = (what: (file: FileReceipt) => number): number => rows.reduce((total, file) => total + what(file), 0);
  const reasons = new Map<string, number>();
  for (const file of rows)
    for (const [reason, count] of Object.entries(file.reasons)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  return [
    `${outcomes.length} files through load: ${of('guessed').length} as guessed, ${of('purchases').length} as purchases, ${of('customers').length} as customers, ${of('refused').length} refused`,
    `  ${sum(({records}) => records)} records = ${sum(({preamble}) => preamble)} above + ${sum(({header}) => header)} headers + ${sum(({comments}) => comments)} comments + ${sum(({blank}) => blank)} blank + ${sum(({footer}) => footer)} below + ${sum(({used}) => used)} used + ${sum((file) => file.set_aside)} set aside`,
    `  set aside: ${[...reasons].map(([reason, count]) => `${reason} ${count}`).join(', ')}`,
    ...of('refused').map(({file}) => `  refused ${file}`)
  ].join('\n');
}
