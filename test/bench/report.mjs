// @ts-check
import {count, duration, ratio, size, table} from './text.mjs';

/**
 * What was measured, as text for the terminal. It's what was reached, beside what the app aims at; nothing is judged.
 */
export const printed = {machine, sizes, starts, file};

/** @param {{cpu: string, cores: number, memory: number, node: string}} machine */
function machine({cpu, cores, memory, node}) {
  return `\n${cpu}, ${cores} cores, ${(memory / 2 ** 30).toFixed(0)} GiB; Node ${node}`;
}

/** @param {ReturnType<typeof import('./sizes.mjs').sizesOf>} sizes */
function sizes({shell, files}) {
  const head = ['bundle', 'raw', 'gzip'];
  const shown = files.filter(({gzip}) => gzip >= 1000);
  return `
${table(head, [
  ['shell, scripts (aim: 200 kB)', '', size(shell.scripts)],
  ['shell, styles', '', size(shell.styles)],
  ...shown.map(({file, bytes, gzip}) => [file, size(bytes), size(gzip)])
])}
`;
}

/** @param {Awaited<ReturnType<typeof import('./app.mjs').measureStarts>>} starts */
function starts({cold, warm}) {
  return `
${table(
  ['start', 'cold', 'warm', 'aim'],
  [
    ['shell usable', duration(cold.shell), duration(warm.shell), '1 s'],
    ['sample company on screen', duration(cold.sample), duration(warm.sample), '4 s']
  ]
)}
`;
}

/**
 * @param {object} measured
 * @param {number} measured.rows
 * @param {number} measured.loaded
 * @param {number} measured.runs
 * @param {{app: Record<string, number | null>, native: {one: number | undefined, all: number | undefined}}} measured.import
 * @param {FormatTimes[]} measured.formats
 * @param {Timed[]} measured.analyses
 * @param {{name: string, cold: number | undefined, changes: number[]}[]} measured.native
 * @param {Record<string, Awaited<ReturnType<typeof import('./browser.mjs').memoryOf>>>} measured.memory
 */
function file({rows, loaded, runs, import: imports, formats, analyses, native, memory}) {
  return [
    `\n== ${count(rows)} transactions, ${count(loaded)} loaded; the middle of ${runs} ${runs === 1 ? 'run' : 'runs'}`,
    importTable(imports, rows),
    ...(formats.length > 0 ? [formatTable(formats)] : []),
    analysisTable(analyses, native),
    memoryTable(memory)
  ].join('\n\n');
}

/** @typedef {{name: string, bytes: number, app: Record<string, number | null>, native: {one: number | undefined, all: number | undefined}}} FormatTimes */

/** @typedef {{name: string, cold: number | null, whole: number | null, changes: {query: string, ms: number | null}[]}} Timed */

/**
 * @param {{app: Record<string, number | null>, native: {one: number | undefined, all: number | undefined}}} imports
 * @param {number} rows
 */
function importTable({app, native: {one, all}}, rows) {
  const line = (/** @type {string} */ label, /** @type {number | null | undefined} */ ms, aim = '') => [
    label,
    duration(ms),
    ratio(ms, one),
    ratio(ms, all),
    aim
  ];
  return table(
    ['import', 'time', '÷ native, 1 thread', '÷ native, all threads', 'aim'],
    [
      ['native create table as from read_csv, 1 thread', duration(one), '', '', ''],
      ['native create table as from read_csv, all threads', duration(all), '', '', ''],
      line('drop to receipt', app.imported),
      line('drop to first chart', app.painted, '1.5 × 1 thread'),
      line('drop to everything, marts included', app.finished, '2.2 × 1 thread'),
      ['longest pause of the page meanwhile', duration(app.pause), '', '', '200 ms'],
      [
        'rows a second, to the first chart',
        app.painted ? count(Math.round((rows / app.painted) * 1000)) : '–',
        '',
        '',
        ''
      ]
    ]
  );
}

/** @param {FormatTimes[]} formats */
function formatTable(formats) {
  const rows = formats.flatMap(({name, bytes, app, native: {one, all}}) => [
    [`${name}, ${size(bytes)}: native, 1 thread`, duration(one), '', ''],
    ['  drop to receipt', duration(app.imported), ratio(app.imported, one), ratio(app.imported, all)],
    ['  drop to first chart', duration(app.painted), ratio(app.painted, one), ratio(app.painted, all)],
    ['  longest pause of the page meanwhile', duration(app.pause), '', '']
  ]);
  return table(['import of the same table', 'time', '÷ native, 1 thread', '÷ native, all threads'], rows);
}

/**
 * @param {Timed[]} analyses
 * @param {{name: string, cold: number | undefined, changes: number[]}[]} native
 */
function analysisTable(analyses, native) {
  const rows = analyses.flatMap(({name, cold, whole, changes}) => {
    const same = native.find((other) => other.name === name);
    return [
      [`${name}, coming from another`, duration(cold), duration(same?.cold), ratio(cold, same?.cold)],
      ['  until all of it is answered', duration(whole), '', ''],
      ...changes.map(({query, ms}, index) => [
        `  ${decodeURIComponent(query)}`,
        duration(ms),
        duration(same?.changes[index]),
        ratio(ms, same?.changes[index])
      ])
    ];
  });
  return table(['analysis, to painted', 'app', 'native SQL alone, 1 thread', 'ratio'], rows);
}

/** @param {Record<string, Awaited<ReturnType<typeof import('./browser.mjs').memoryOf>>>} memory */
function memoryTable(memory) {
  const rows = Object.entries(memory).map(([when, {heap, engine, rss, peak}]) => [
    `memory, ${when}`,
    size(heap),
    size(engine),
    size(rss),
    size(peak)
  ]);
  return table(['', 'page heap', 'DuckDB', 'process', 'process at most'], rows);
}
