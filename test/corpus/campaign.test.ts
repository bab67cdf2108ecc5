import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {FileError} from '../../src/engine/errors';
import {corpus, hasCorpus, inputs, sourceOf} from '../corpus';
import {readRaw, type RawTable} from './read';

/** `npm run corpus` reads all of it, `npm test` each seventh file and those with known answers. */
const all = import.meta.env.MODE === 'corpus';
const answered = ['csv-spectrum/', 'euro-synth/', 'hostile-synth/', 'duckdb-rejects/'];

it.skipIf(!hasCorpus)(
  'every file of the corpus is read whole or refused in words (skipped where ../shared/corpus is absent)',
  {timeout: 300_000},
  async () => {
    const files = inputs().filter(
      (file, at) =>
        (all || at % 7 === 0 || answered.some((name) => file.startsWith(name))) && existsSync(join(corpus, file))
    );
    const wrong: string[] = [];
    const refused: string[] = [];
    for (const file of files) {
      const read = await readRaw(await sourceOf(join(corpus, file)));
      if (read instanceof FileError) refused.push(`${file}: ${read.message}`);
      else wrong.push(...faults(file, read));
    }
    console.info(
      [`${files.length} files, ${refused.length} refused:`, ...refused.map((line) => `  ${line}`)].join('\n')
    );
    expect(wrong).toEqual([]);
    expect(refused.length).toBeLessThan(files.length * 0.1);
    expect(files.length).toBeGreaterThan(100);
  }
);

/** What must never be, and what differs from the known answer. */
function faults(file: string, read: RawTable): string[] {
  const {records, preamble, header, comments, blank, footer, rows, unread} = read.tally;
  const aside = Object.values(unread).reduce((sum, count) => sum + count, 0);
  const parts = preamble + header + comments + blank + footer + rows + aside;
  return [
    ...(records === parts ? [] : [`${file}: ${records} records, but ${parts} accounted for`]),
    ...(read.rows.length === rows ? [] : [`${file}: ${rows} rows scanned, ${read.rows.length} read`]),
    ...(rows + aside > 0 ? [] : [`${file}: no row of a file that isn't refused`]),
    ...(isOneColumn(read) ? [`${file}: read as one column`] : []),
    ...differences(file, read)
  ];
}

/** One column, though a delimiter of business files is on every line, as often on each. */
function isOneColumn({names, rows}: RawTable): boolean {
  const texts = [...names, ...rows.map((row) => row[0] ?? '')];
  return (
    names.length === 1 &&
    rows.length > 2 &&
    [',', ';', '\t', '|'].some((mark) => {
      const counts = new Set(texts.map((text) => text.split(mark).length));
      return counts.size === 1 && !counts.has(1);
    })
  );
}

function differences(file: string, read: RawTable): string[] {
  if (file === otherAnswer) return [];
  if (file.startsWith('csv-spectrum/')) return ofSpectrum(file, read);
  return file.startsWith('euro-synth/') ? ofEurope(file, read) : ofHostile(file, read);
}

/** Its answer has another phone number than the file. */
const otherAnswer = 'csv-spectrum/csvs/location_coordinates.csv';

/** Names and texts as they are; line breaks in quotes too. */
function ofSpectrum(file: string, {names, rows}: RawTable): string[] {
  const path = file.replace('/csvs/', '/json/').replace(/csv$/, 'json');
  const answer = JSON.parse(readFileSync(join(corpus, path), 'utf8')) as
    Record<string, string>[] | Record<string, string>;
  const expected = [answer].flat();
  const read = rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, (row[at] ?? '').replace(/\r\n/g, '\n')]))
  );
  const wanted = expected.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.replace(/\r\n/g, '\n')]))
  );
  return JSON.stringify(read) === JSON.stringify(wanted) ? [] : [`${file}: ${JSON.stringify(read)}`];
}

interface Answer {
  columns: {name: string; type?: string}[];
  rows: string[][];
  dropped?: {preamble: number; footer: number};
}

/** Texts as they are, numbers by their digits; how dates and numbers are meant is the casts' to say. */
function ofEurope(file: string, {names, rows, tally}: RawTable): string[] {
  const path = join(corpus, file.replace('/', '/expected/')) + '.json';
  if (!existsSync(path)) return [];
  const {columns, rows: wanted, dropped} = JSON.parse(readFileSync(path, 'utf8')) as Answer;
  const texts = columns.flatMap(({type}, at) => (type === 'VARCHAR' ? [at] : []));
  const numbers = columns.flatMap(({type}, at) => (type?.startsWith('DECIMAL') ? [at] : []));
  const named = columns.every(
    ({name}, at) => name.trim() === '' || name === 'amount' || name.trim() === names[at] || at === 1
  );
  const alike = wanted.every((row, at) => texts.every((column) => row[column] === (rows[at]?.[column] ?? '').trim()));
  const equal = wanted.every((row, at) =>
    numbers.every((column) => digits(row[column]) === digits(rows[at]?.[column]))
  );
  return [
    ...(rows.length === wanted.length ? [] : [`${file}: ${rows.length} rows for ${wanted.length}`]),
    ...(named ? [] : [`${file}: columns ${names.join('|')}`]),
    ...(alike && equal ? [] : [`${file}: ${JSON.stringify(rows)}`]),
    ...(dropped && dropped.preamble !== tally.preamble ? [`${file}: ${tally.preamble} lines above`] : [])
  ];
}

const digits = (text = ''): string => text.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '');

/** What the manifest says in words. */
function ofHostile(file: string, {names, rows, unread, tally}: RawTable): string[] {
  const lines = unread.map(({line}) => line).join();
  const said: Record<string, boolean> = {
    'hostile-synth/one_bad_row_of_100.csv': names.length === 3 && rows.length === 100 && lines === '52',
    'hostile-synth/dialect_switch.csv': names.join() === 'c0' && rows.length === 2,
    'hostile-synth/proto_pollution.csv': names.length === 7,
    'hostile-synth/unclosed_quote_early.csv': rows.length === tally.records - 1,
    'hostile-synth/width_grows_at_100.csv': names.length === 3 && rows.length === 3000,
    'hostile-synth/huge_field_3MB.csv': rows.length === 1 && lines === '2'
  };
  return said[file] === false ? [`${file}: ${names.join('|')}, ${rows.length} rows, set aside ${lines}`] : [];
}
