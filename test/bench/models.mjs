// @ts-check
import {createServer} from 'vite';
import {withConnection} from './native.mjs';
import {literal} from './text.mjs';
import {timed} from './time.mjs';

/** @typedef {import('@duckdb/node-api').DuckDBConnection} Connection */
/** @typedef {import('../../src/engine/engine').Engine} Engine */
/** @typedef {{path: string, beside: import('./companions.mjs').Companion[]}} Files */

const columns = ['transaction_id', 'amount', 'quantity', 'product', 'category', 'channel', 'country'];

const besideColumns = {
  customer: [
    'name',
    'segment',
    'acquisition_channel',
    'acquired_on',
    'acquisition_cost',
    'contract_until',
    'closed_on'
  ],
  interaction: ['kind', 'touchpoint', 'stage', 'score', 'score_scale', 'outcome'],
  partnership_cost: ['customer_id', 'incurred_on', 'driver']
};

/**
 * Milliseconds that the app's own analyses take on native DuckDB with one thread, over tables that the app's own models
 * made of the same file: the same SQL by the same code, without a picture.
 *
 * @param {string} path
 * @param {import('./companions.mjs').Companion[]} beside files of the other tables, columns named as there
 * @param {{name: string, changes: {query: string}[]}[]} asked analyses and the ends of the addresses they are shown at
 */
export async function nativeAnalyses(path, beside, asked) {
  const vite = await createServer({
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: {noDiscovery: true, include: []},
    server: {middlewareMode: true, hmr: false, ws: false, watch: null}
  });
  try {
    return await withConnection(1, (connection) => answers(vite, connection, {path, beside}, asked));
  } finally {
    await vite.close();
  }
}

/**
 * @param {import('vite').ViteDevServer} vite
 * @param {Connection} connection
 * @param {Files} files
 * @param {{name: string, changes: {query: string}[]}[]} asked
 */
async function answers(vite, connection, files, asked) {
  const {bind} = await vite.ssrLoadModule('/src/engine/sql.ts');
  const {lookAt} = await vite.ssrLoadModule('/src/models/loaded.ts');
  const {analysisNamed} = await vite.ssrLoadModule('/src/analyses/registry.ts');
  const {parseParams} = await vite.ssrLoadModule('/src/analyses/params.ts');
  const {parseScope} = await vite.ssrLoadModule('/src/analyses/scope.ts');
  const {runAnalysis, release} = await vite.ssrLoadModule('/src/analyses/run.ts');

  const engine = nativeEngine(connection, bind);
  await load(vite, engine, files);
  const loaded = await lookAt(engine);

  const results = [];
  for (const {name, changes} of asked) {
    const analysis = analysisNamed(name);
    const times = [];
    for (const query of ['', ...changes.map((change) => change.query)]) {
      const search = new URLSearchParams(query);
      const question = {analysis, params: parseParams(analysis.params, search), scope: parseScope(search), loaded};
      times.push(await timed(async () => release(engine, await runAnalysis(engine, question))));
    }
    const [cold, ...changed] = times;
    results.push({name, cold, changes: changed});
  }
  return results;
}

/**
 * @param {import('vite').ViteDevServer} vite
 * @param {Engine} engine
 * @param {Files} files
 */
async function load(vite, engine, {path, beside}) {
  const {stage, publish, finish} = await vite.ssrLoadModule('/src/models/store.ts');
  const staged = await stage(engine, {purchase: columns, ...besideColumns});
  await engine.execute(
    `insert into ${staged.parts.purchase[0]} by name
     select order_id as transaction_id, customer_id, order_date as purchased_on, quantity * unit_price as amount,
         quantity, product, category, channel, country, 'sale' as kind
     from read_csv(${literal(path)}, types = {'order_id': 'varchar', 'quantity': 'decimal(18, 4)',
         'unit_price': 'decimal(18, 4)'})`
  );
  for (const {table, path} of beside) {
    const attributes = table === 'customer' ? ', map([], [])::map(varchar, varchar) as attributes' : '';
    await engine.execute(
      `insert into ${staged.parts[table][0]} by name
       select *${attributes} from read_csv(${literal(path)}, header = true, all_varchar = true, nullstr = '')`
    );
  }
  await publish(engine, staged);
  await finish(engine, staged);
}

/**
 * As much of the engine as models and analyses use, over a native connection.
 *
 * @param {Connection} connection
 * @param {(sql: string, params: import('../../src/engine/sql').Params) => string} bind
 * @returns {Engine}
 */
function nativeEngine(connection, bind) {
  const engine = {
    /** @param {string} sql */
    async query(sql, params = {}) {
      return rowsOf(await connection.runAndReadAll(bind(sql, params)));
    },
    /** @param {string} sql */
    async execute(sql, params = {}) {
      await connection.run(bind(sql, params));
    }
  };
  return /** @type {Engine} */ (/** @type {unknown} */ (engine));
}

/**
 * A result as the app's code reads it.
 *
 * @param {import('@duckdb/node-api').DuckDBResultReader} reader
 * @returns {import('../../src/engine/rows').Rows}
 */
function rowsOf(reader) {
  const names = reader.columnNames();
  const values = reader.getRowsJson().map((row) => row.map(plain));
  const value = (/** @type {number} */ row, /** @type {number} */ column) => values[row]?.[column] ?? null;
  return {
    columns: names.map((name, column) => ({name, type: String(reader.columnType(column))})),
    length: values.length,
    truncated: false,
    value,
    number: (row, column) => (value(row, column) === null ? null : Number(value(row, column))),
    text: (row, column) => (value(row, column) === null ? null : String(value(row, column))),
    objects: () =>
      /** @type {any[]} */ (values.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell]))))
  };
}

/** Counts come as text; what reads them wants numbers. @param {unknown} value */
function plain(value) {
  return /** @type {import('../../src/engine/rows').Value} */ (
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  );
}
