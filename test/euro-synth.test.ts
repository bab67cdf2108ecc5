import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {guess, mapAs} from '../src/ingest/guess/guess';
import {inspect} from '../src/ingest/look/inspect';
import {load, type Loaded} from '../src/ingest/load';
import {formatFor, typeOfRole} from '../src/ingest/guess/role-format';
import type {FileMapping, Inspection} from '../src/ingest/types';
import {corpus, hasCorpus, sourceOf} from './corpus';
import {resetEngine, testEngine} from './engine';

const folder = join(corpus, 'euro-synth');

interface Answer {
  columns: {name: string}[];
  rows: string[][];
}

/** Files that are read without a word from anyone: a day, a customer and an amount. */
const automatic = [
  ...['accounting_parens', 'ch_apostrophe', 'cz_cp1250', 'de_cp1252', 'de_utf16be_bom', 'de_utf16le_bom'],
  ...['de_utf16le_nobom', 'de_utf8', 'de_utf8_bom', 'excel_sep_comma_but_semicolon', 'excel_sep_line', 'fr_nnbsp'],
  ...['pl_iso8859_2', 'ru_cp1251', 'ru_cp866', 'ru_koi8r', 'title_rows_totals']
];

/** The others: tables of numbers whose columns are given their roles here. What they must give is in the tests below. */
const others = [
  ...['ambiguous_dmy_mdy', 'bigint_precision', 'disambiguated_late', 'dst_berlin', 'duplicate_empty_headers'],
  ...['excel_sci_ids', 'excel_serial_dates', 'iso_week_edges', 'leading_zeros_ids', 'mixed_eol', 'multirow_header'],
  ...['null_spellings', 'trailing_delims', 'utc_month_edge']
];

describe.skipIf(!hasCorpus)('European and Excel files (skipped where ../shared/corpus is absent)', () => {
  afterAll(async () => resetEngine(await testEngine()));

  it('are all looked at', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    expect([...automatic, ...others].map((name) => `${name}.csv`).sort()).toEqual(files.sort());
  });

  it.each(automatic)('%s', async (name) => {
    const inspection = await look(name);
    const recipe = guess([inspection]);
    const {receipt} = await load(await testEngine(), [inspection.source], recipe);
    const {rows} = answer(name);
    expect(await read('purchased_on::varchar, customer_id, amount::decimal(18, 2)::varchar')).toEqual(sorted(rows));
    expect(receipt.files[0]?.set_aside).toBe(0);
    expect(receipt.purchases).toMatchObject({rows: rows.length, amount: sumOf(rows.map((row) => row[2] ?? ''))});
  });

  it('ambiguous days are read, and the receipt says that nothing decides their order', async () => {
    const {loaded} = await loadAs('ambiguous_dmy_mdy', {purchased_on: 0, amount: 1}, {customer_id: 'C'});
    expect(await read('purchased_on::varchar, amount::integer::varchar')).toEqual([
      ['2024-02-01', '1'],
      ['2024-04-03', '2'],
      ['2024-06-05', '3']
    ]);
    expect(assumed(loaded)).toContainEqual(['assumed.order', {column: 'date', order: 'day', deciding: 0, of: 3}]);
  });

  it('ids of more digits than a double holds stay exact', async () => {
    await loadAs('bigint_precision', {customer_id: 0, amount: 1}, {purchased_on: '2024-01-01'});
    expect(await read('customer_id, amount::decimal(18, 1)::varchar')).toEqual(sorted(answer('bigint_precision').rows));
    expect(await read('count(distinct customer_id)::varchar, sum(amount)::decimal(18, 4)::varchar')).toEqual([
      ['3', '0.6000']
    ]);
  });

  it('a day that only the last of 25,002 lines decides is read so on all of them', async () => {
    const {loaded} = await loadAs('disambiguated_late', {purchased_on: 0, amount: 1}, {customer_id: 'C'});
    const lines = readFileSync(join(folder, 'disambiguated_late.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
    const months = new Map<string, number>();
    for (const line of lines) {
      const month = line.slice(6, 10) + line.slice(3, 5);
      months.set(month, (months.get(month) ?? 0) + Number(line.slice(11)));
    }
    const expected = [...months].map(([month, amount]) => [month, String(amount)]);
    expect(await read(`strftime(purchased_on, '%Y%m') as m, sum(amount)::integer::varchar`, 'group by m')).toEqual(
      sorted(expected)
    );
    expect(loaded.receipt.purchases.rows).toBe(lines.length);
  });

  it.each([
    [
      'dst_berlin',
      '%Y-%m-%d',
      [
        ['2024-03-31', '7'],
        ['2024-10-27', '56'],
        ['2024-12-31', '64']
      ]
    ],
    [
      'dst_berlin',
      '%Y-%m',
      [
        ['2024-03', '7'],
        ['2024-10', '56'],
        ['2024-12', '64']
      ]
    ],
    [
      'iso_week_edges',
      '%G-W%V',
      [
        ['2020-W53', '7'],
        ['2021-W01', '8'],
        ['2024-W52', '16'],
        ['2025-W01', '96'],
        ['2026-W53', '384']
      ]
    ],
    [
      'utc_month_edge',
      '%Y-%m',
      [
        ['2024-01', '1'],
        ['2024-02', '6'],
        ['2024-03', '8']
      ]
    ]
  ])('%s by %s, as the days are written', async (name, period, expected) => {
    await loadAs(name, {purchased_on: 0, amount: 1}, {customer_id: 'C'});
    expect(await read(`strftime(purchased_on, '${period}') as p, sum(amount)::integer::varchar`, 'group by p')).toEqual(
      expected
    );
  });

  it('nine columns of odd and equal names keep nine values', async () => {
    const inspection = await look('duplicate_empty_headers');
    expect(inspection.columns).toHaveLength(9);
    await loadAs('duplicate_empty_headers', {customer_id: 0}, {}, 'customer');
    const [row] = await read(
      `customer_id, array_to_string(list_sort(map_values(attributes)), ' '), len(map_keys(attributes))::varchar`,
      '',
      'customer'
    );
    expect(row).toEqual(['1', '2 3 4 5 6 7 8 9', '8']);
  });

  it('ids that a spreadsheet rounded stay as they are, with a warning', async () => {
    const {loaded, inspection} = await loadAs(
      'excel_sci_ids',
      {customer_id: 0, amount: 1},
      {purchased_on: '2024-01-01'}
    );
    expect(inspection.columns[0]).toMatchObject({looks: 'id', rounded: 2});
    expect(await read('customer_id, amount::integer::varchar')).toEqual([
      ['1.23457E+15', '10'],
      ['1.23457E+15', '20']
    ]);
    expect(assumed(loaded)).toContainEqual(['assumed.rounded-id', {rows: 2}]);
  });

  it('days as Excel counts them are read, and the receipt says so', async () => {
    const {loaded} = await loadAs('excel_serial_dates', {purchased_on: 0, amount: 1}, {customer_id: 'C'});
    expect(await read('purchased_on::varchar, amount::integer::varchar')).toEqual(answer('excel_serial_dates').rows);
    expect(assumed(loaded)).toContainEqual(['assumed.excel', {column: 'date'}]);
  });

  it('leading zeros stay', async () => {
    await loadAs('leading_zeros_ids', {customer_id: 0}, {}, 'customer');
    const names = ['zip', 'phone', 'iban', 'card'].map((name) => `attributes['${name}']`);
    expect(await read(`customer_id, ${names.join(', ')}`, '', 'customer')).toEqual(
      sorted(answer('leading_zeros_ids').rows)
    );
  });

  it('mixed line ends end lines, and stay inside quotes', async () => {
    await loadAs('mixed_eol', {amount: 0, product: 1}, {customer_id: 'C', purchased_on: '2024-01-01'});
    expect(await read('amount::integer::varchar, product')).toEqual(answer('mixed_eol').rows);
  });

  it('names in two rows are put together', async () => {
    const {inspection} = await loadAs('multirow_header', {purchased_on: 0, amount: 2}, {customer_id: 'C'});
    const {columns, rows} = answer('multirow_header');
    expect(inspection.columns.map(({name}) => name)).toEqual(columns.map(({name}) => name));
    expect(await read('purchased_on::varchar, amount::decimal(18, 2)::varchar')).toEqual(
      rows.map((row) => [row[0], row[2]])
    );
  });

  it.each([1, 2])('every spelling of nothing in column %d is no customer', async (column) => {
    const constants = {purchased_on: '2024-01-01'};
    const {loaded} = await loadAs('null_spellings', {customer_id: column, amount: 0}, constants);
    expect(loaded.receipt.files[0]?.reasons).toEqual({'no customer': 5});
  });

  it('a last column without name or value changes nothing', async () => {
    await loadAs('trailing_delims', {amount: 0, quantity: 1}, {customer_id: 'C', purchased_on: '2024-01-01'});
    expect(await read('amount::integer::varchar, quantity::integer::varchar')).toEqual(answer('trailing_delims').rows);
  });
});

const look = async (name: string): Promise<Inspection> => inspect(await sourceOf(join(folder, `${name}.csv`)));

function answer(name: string): Answer {
  const path = join(folder, 'expected', `${name}.csv.json`);
  if (!existsSync(path)) throw new Error(`no answer: ${name}`);
  return JSON.parse(readFileSync(path, 'utf8')) as Answer;
}

/** Loads a file with the given columns in their roles, each read as its values say, and the same values in all rows for others. */
async function loadAs(
  name: string,
  roles: Record<string, number>,
  constants: Record<string, string>,
  table: 'purchase' | 'customer' = 'purchase'
): Promise<{loaded: Loaded; inspection: Inspection}> {
  const inspection = await look(name);
  const engine = await testEngine();
  const mapping: FileMapping = {
    ...mapAs(inspection, table),
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, column]) => {
        const profile = inspection.columns[column];
        if (!profile) throw new Error(`no column ${column}`);
        return [role, {column, format: formatFor(profile, typeOfRole(table, role) ?? 'text')}];
      })
    ),
    amount: table === 'purchase' ? 'column' : null,
    constants,
    attributes:
      table === 'customer'
        ? inspection.columns.map(({index}) => index).filter((index) => !Object.values(roles).includes(index))
        : []
  };
  const rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'} as const;
  const buys = await inspect({
    id: 'f9',
    name: 'buys.csv',
    blob: new Blob(['customer,date,amount\nnobody,2024-01-01,1\n'])
  });
  const files = table === 'purchase' ? [mapping] : [mapping, ...guess([buys]).files];
  const sources = table === 'purchase' ? [inspection.source] : [inspection.source, buys.source];
  return {inspection, loaded: await load(engine, sources, {version: 1, files, rules})};
}

/** What is loaded, in order. */
async function read(columns: string, end = '', table = 'purchase'): Promise<(string | null)[][]> {
  const where = table === 'customer' ? `where customer_id <> 'nobody'` : '';
  const rows = await (await testEngine()).query(`select ${columns} from ${table} ${where} ${end} order by all`);
  return Array.from({length: rows.length}, (_, row) => rows.columns.map((_column, column) => rows.text(row, column)));
}

const assumed = ({receipt}: Loaded): [string, unknown][] =>
  receipt.files.flatMap(({assumptions}) => assumptions.map(({key, values}): [string, unknown] => [key, values]));

/** As SQL orders them: by their bytes. */
function sorted(rows: readonly string[][]): string[][] {
  return [...rows].sort((a, b) => Buffer.compare(Buffer.from(a.join('\u0000')), Buffer.from(b.join('\u0000'))));
}

function sumOf(amounts: readonly string[]): string {
  const cents = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}00`;
}
