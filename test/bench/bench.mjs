// @ts-check
import {mkdirSync, statSync, writeFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {serve} from '../tools/serve.mjs';
import {measureAnalyses, measureImport, measureStarts} from './app.mjs';
import {generateCompanions} from './companions.mjs';
import {generate} from './generate.mjs';
import {nativeAnalyses} from './models.mjs';
import {nativeImport, writeParquet} from './native.mjs';
import {printed} from './report.mjs';
import {sizesOf} from './sizes.mjs';
import {count} from './text.mjs';
import {writeWorkbook} from './workbook.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const folder = join(root, 'bench-data');

/** Rows that a sheet can have, below its header. */
const mostSheetRows = 1_048_575;

const {values} = parseArgs({
  options: {rows: {type: 'string', default: '1e6,1e7'}, runs: {type: 'string'}}
});
const {url, close} = await serve({root: dist, port: 0});
try {
  await main();
} finally {
  await close();
}

async function main() {
  const machine = {cpu: cpus()[0]?.model ?? '', cores: cpus().length, memory: totalmem(), node: process.version};
  tell('starting the app');
  const result = {machine, sizes: sizesOf(dist), starts: await measureStarts(url, 3), files: []};
  console.log(printed.machine(machine), printed.sizes(result.sizes), printed.starts(result.starts));

  for (const rows of values.rows.split(',').map(Number)) {
    const file = await measureFile(rows);
    console.log(printed.file(file));
    Object.assign(result, {files: [...result.files, file]});
  }
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  tell('all of it is in bench-data/result.json');
}

/** @param {number} rows */
async function measureFile(rows) {
  const path = join(folder, `transactions-${rows}.csv`);
  const runs = Number(values.runs ?? (rows > 2e6 ? 1 : 3));
  tell(`${count(rows)} transactions: the file`);
  await generate(rows, path);
  tell('native DuckDB: import');
  const one = await nativeImport(path, {threads: 1, runs});
  const all = await nativeImport(path, {runs});
  tell('the app: import');
  const app = await measureImport(url, path, runs);
  const formats = rows <= mostSheetRows ? await measureFormats(path, runs, {one, all}) : [];
  tell('the app: analyses, with customers, contacts and costs beside the transactions');
  const beside = await generateCompanions(rows, (name) => join(folder, `${name}-${rows}.csv`));
  const {rows: loaded, analyses, memory} = await measureAnalyses(url, [path, ...beside.map((one) => one.path)]);
  tell('native DuckDB: analyses');
  const native = await nativeAnalyses(path, beside, analyses);
  return {rows, loaded, runs, import: {app, native: {one, all}}, formats, analyses, native, memory};
}

/**
 * The same table as Parquet and as a workbook, beside native DuckDB, which reads workbooks by an extension only: they
 * stand beside the text.
 *
 * @param {string} csv
 * @param {number} runs
 * @param {{one: number | undefined, all: number | undefined}} text what native DuckDB takes for the text
 */
async function measureFormats(csv, runs, text) {
  const parquet = csv.replace(/csv$/, 'parquet');
  const workbook = csv.replace(/csv$/, 'xlsx');
  tell('native DuckDB: Parquet');
  await writeParquet(csv, parquet);
  const one = await nativeImport(parquet, {threads: 1, runs, read: 'read_parquet'});
  const all = await nativeImport(parquet, {runs, read: 'read_parquet'});
  tell('the app: Parquet');
  const fromParquet = await measureImport(url, parquet, runs);
  tell('the app: a workbook');
  await writeWorkbook(csv, workbook);
  const fromWorkbook = await measureImport(url, workbook, runs);
  return [
    {name: 'Parquet', bytes: statSync(parquet).size, app: fromParquet, native: {one, all}},
    {name: 'xlsx, beside native read_csv', bytes: statSync(workbook).size, app: fromWorkbook, native: text}
  ];
}

/** Where it stands, on the error stream: what is measured goes to the other. @param {string} text */
function tell(text) {
  console.error(`… ${text}`);
}
