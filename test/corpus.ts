import {existsSync, openAsBlob, readFileSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import Papa from 'papaparse';
import type {Source} from '../src/ingest/types';

/** Messy files with known answers, beside the checkout; absent elsewhere. */
export const corpus = resolve(import.meta.dirname, '../../shared/corpus');
export const hasCorpus = existsSync(join(corpus, 'manifest.csv'));

/** Real data sets, beside the checkout; absent elsewhere. */
export const data = resolve(import.meta.dirname, '../../shared/data');
export const hasData = existsSync(join(data, 'README.md'));

/** A file of the corpus and how it should be read; what is not known is absent. */
export interface Truth {
  file: string;
  delimiter?: string;
  encoding?: string;
  quote?: string;
  escape?: string;
  preamble?: number;
  /** rows of names */
  header?: number;
  columns?: string[];
}

/** A file as a drop gives it. */
export async function sourceOf(path: string): Promise<Source> {
  return {id: 'f1', name: basename(path), blob: await openAsBlob(path)};
}

/** Every input of the corpus, by its manifest. */
export function inputs(): string[] {
  const {data} = Papa.parse<Record<'file' | 'role', string>>(readFileSync(join(corpus, 'manifest.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true
  });
  return data.filter(({role}) => role === 'input').map(({file}) => file);
}

/** Every input of the corpus that is delimited text. */
export function truths(): Truth[] {
  const files = inputs().filter((file) => !noText.some((name) => file.endsWith(name)));
  return files.map((file) => ({file, ...encodingTruth(file), ...dialectTruth(file)}));
}

const noText = ['test.conf', '.json', 'implicit-zip.csv', 'gz_bomb_10MB.csv.gz'];

function dialectTruth(file: string): Omit<Truth, 'file'> {
  if (file.startsWith('pollock/')) return pollockTruth(file);
  if (file.startsWith('euro-synth/')) return euroTruth(file);
  return {delimiter: otherDelimiters.find(([, names]) => names.includes(file))?.[0] ?? ','};
}

interface PollockParameters {
  delimiter: string;
  quotechar: string;
  escapechar: string;
  header_lines: number;
  preamble_lines: number;
  column_names: string[];
}

/** What the benchmark hands to the loaders that take a dialect. */
function pollockTruth(file: string): Omit<Truth, 'file'> {
  const path = join(corpus, 'pollock/parameters', `${basename(file)}_parameters.json`);
  const given = JSON.parse(readFileSync(path, 'utf8')) as PollockParameters;
  if (given.delimiter === '') return {};
  return {
    delimiter: given.delimiter,
    quote: given.quotechar,
    preamble: given.preamble_lines,
    header: given.header_lines,
    ...(given.escapechar === '\\' ? {escape: '\\'} : {}),
    ...(given.header_lines > 0 ? {columns: given.column_names} : {})
  };
}

interface EuroAnswer {
  columns: {name: string}[];
  dropped?: {preamble: number};
}

function euroTruth(file: string): Omit<Truth, 'file'> {
  const delimiter = commas.includes(basename(file)) ? ',' : ';';
  const path = join(corpus, 'euro-synth/expected', `${basename(file)}.json`);
  if (!existsSync(path)) return {delimiter};
  const {columns, dropped} = JSON.parse(readFileSync(path, 'utf8')) as EuroAnswer;
  const isPlain = !['duplicate_empty_headers.csv', 'multirow_header.csv', 'trailing_delims.csv'].includes(
    basename(file)
  );
  return {
    delimiter,
    header: basename(file) === 'multirow_header.csv' ? 2 : 1,
    ...(dropped ? {preamble: dropped.preamble} : {}),
    ...(isPlain ? {columns: columns.map(({name}) => name)} : {})
  };
}

/** Encodings that are not UTF-8 or ASCII, as their text reads right; two of the manifest's are other than it says. */
function encodingTruth(file: string): Pick<Truth, 'encoding'> {
  if (undecided.includes(file)) return {};
  return {encoding: otherEncodings.find(([, names]) => names.includes(file))?.[0] ?? 'utf-8'};
}

const commas = [
  'ambiguous_dmy_mdy.csv',
  'bigint_precision.csv',
  'disambiguated_late.csv',
  'dst_berlin.csv',
  'duplicate_empty_headers.csv',
  'excel_sci_ids.csv',
  'iso_week_edges.csv',
  'leading_zeros_ids.csv',
  'mixed_eol.csv',
  'null_spellings.csv',
  'utc_month_edge.csv'
];

const banks = (names: string[]): string[] => names.map((name) => `bank2ynab/${name}`);
const frictionless = (names: string[]): string[] => names.map((name) => `frictionless/${name}`);
const goodtables = (names: string[]): string[] => names.map((name) => `goodtables/${name}`);
const euro = (names: string[]): string[] => names.map((name) => `euro-synth/${name}`);

const otherDelimiters: [string, string[]][] = [
  [
    ';',
    [
      ...banks(['20180226-1000594757-umsatz.CSV', 'Movements_1234512345_201805271848.csv']),
      ...banks(['TH_20180101-20180523_page_1.csv', 'TH_20180101-20180523_strana_1.csv', 'TH_20180521-20180523.csv']),
      ...banks(['Umsaetze_KtoNr538917600_EUR_02-03-2018_1503.CSV', 'export_BE11123456789012_20180304_1422.csv']),
      ...banks(['export_KBC-Mastercard_Business_Essential_20200204_1604.csv', 'test_headers.csv']),
      ...banks(['test_raiffeisen_01.csv', 'test_raiffeisen_02.csv', 'test_regex_123456_87654321_1234_21_12.csv']),
      ...banks(['test_row_format_CD_flag.csv', 'test_row_format_default.csv', 'test_row_format_neg_inflow.csv']),
      ...banks(['umsatz-1234________1234-20180227.CSV']),
      ...frictionless(['accent.csv', 'country-2.csv', 'delimiter.csv', 'issue-1009-semicolon.csv', 'issue-1100.csv']),
      ...frictionless(['issue-1105-timezone.csv', 'issue-1138.csv', 'issue-1232.csv', 'issue-647.csv.txt', 'vix.csv']),
      ...frictionless(['table-delimiter.csv', 'table-with-accents.csv']),
      ...goodtables(['jungle/VilleMTP_MTP_BudgetPri_2015.csv']),
      'messytables-horror/simple.ssv',
      'messytables-horror/weird_head_padding.csv'
    ]
  ],
  ['\t', ['bank2ynab/test_delimiter_tab.csv', 'frictionless/table.tsv', 'messytables-horror/example.tsv']],
  [
    '|',
    [
      'bank2ynab/kta_ei.dat',
      'frictionless/dialect.csv',
      'frictionless/issue-1478/table.csv',
      'messytables-horror/simple.psv'
    ]
  ],
  [' ', ['w3c-csvw/methane_molecular_structure_xyz_20140911.csv']]
];

const otherEncodings: [string, string[]][] = [
  ['utf-16le', [...euro(['de_utf16le_bom.csv', 'de_utf16le_nobom.csv']), 'messytables-horror/utf-16le_encoded.csv']],
  ['utf-16be', euro(['de_utf16be_bom.csv'])],
  [
    'windows-1250',
    [
      ...euro(['cz_cp1250.csv']),
      ...banks([
        'Movements_1234512345_201805271848.csv',
        'TH_20180101-20180523_page_1.csv',
        'TH_20180101-20180523_strana_1.csv'
      ])
    ]
  ],
  ['iso-8859-2', euro(['pl_iso8859_2.csv'])],
  ['windows-1251', euro(['ru_cp1251.csv'])],
  ['ibm866', euro(['ru_cp866.csv'])],
  ['koi8-r', euro(['ru_koi8r.csv'])],
  ['iso-8859-7', frictionless(['table-infer-iso-8859-7.csv'])],
  ['big5', ['messytables-horror/characters.csv']],
  [
    'windows-1252',
    [
      ...euro(['de_cp1252.csv']),
      ...banks(['CSV_A_20180414_112204.csv', 'umsatz-1234________1234-20180227.CSV']),
      ...frictionless(['issue-647.csv.txt', 'latin1.csv', 'table-with-accents.csv']),
      ...goodtables(['jungle/VilleMTP_MTP_BudgetPri_2015.csv', 'jungle/gla-2011-12-P13-500.csv', 'latin1.csv']),
      ...goodtables([
        'jungle/gla-2012-13-P10-250.csv',
        'jungle/gla-250-report-2013-14-P07.csv',
        'jungle/gla-december_2009.csv'
      ]),
      ...goodtables(['jungle/gla-250-report-2014-15-P07.csv', 'jungle/gla-250-report-2014-15-P08.csv']),
      'messytables-horror/spanish_chars.csv',
      'messytables-horror/sparse_with_column_errors.csv',
      'w3c-csvw/HEFCE_organogram_junior_data_31032011.csv',
      'w3c-csvw/HEFCE_organogram_senior_data_31032011.csv',
      'w3c-csvw/mth-10-january-2014.csv'
    ]
  ]
];

/** Their bytes were broken before they came here. */
const undecided = [
  ...banks(['test_delimiter_tab.csv', 'test_row_format_default.csv']),
  'duckdb-rejects/invalid_utf_cast.csv',
  'duckdb-rejects/nightmare.csv',
  'hostile-synth/invalid_utf8.csv'
];
