// @ts-check

/**
 * The rooms of `src/` and the rooms each may import from. Data walks through them one way, and so do imports.
 *
 * @type {Record<string, string[]>}
 */
export const rooms = {
  engine: [],
  tables: [],
  messages: [],
  statistics: [],
  charts: ['messages'],
  models: ['engine', 'tables'],
  ingest: ['engine', 'tables', 'models', 'messages'],
  ui: ['charts', 'messages'],
  workspace: ['engine', 'tables', 'ingest', 'messages'],
  analyses: ['engine', 'tables', 'models', 'statistics', 'charts', 'ui', 'messages'],
  report: ['engine', 'tables', 'charts', 'messages', 'analyses'],
  app: [
    'engine',
    'tables',
    'models',
    'statistics',
    'charts',
    'ui',
    'messages',
    'ingest',
    'analyses',
    'report',
    'workspace'
  ]
};

/** Packages that only some rooms may know, and those rooms. */
const packages = /** @type {[pattern: string, rooms: string[]][]} */ ([
  ['@duckdb/', ['engine']],
  ['apache-arrow', ['engine']],
  ['@observablehq/plot', ['charts', 'ui', 'analyses']],
  ['bits-ui', ['ui', 'analyses', 'app']],
  ['papaparse', ['ingest']],
  ['chardet', ['ingest']],
  ['intl-messageformat', ['messages']]
]);

/** @typedef {{regex: string, message: string}} Ban */

const modelsButStore = {
  regex: '^(\\.\\./)+models/(?!store(\\.ts)?$)',
  message: 'src/ingest may import from src/models only the store.'
};

const otherAnalyses = {
  regex: '^\\.\\./(?!\\.\\./|states/)[^/]+/',
  message: 'An analysis does not know another: what two of them share moves to src/models, or to src/analyses/states.'
};

/**
 * ESLint configurations that keep the imports of each room of `src/`, static and dynamic, flowing one way.
 * Tests may look around.
 *
 * @param {{selector: string, message: string}[]} [syntax] what else `no-restricted-syntax` forbids there
 */
export function walls(syntax = []) {
  return [
    ...Object.keys(rooms).map((room) => wall([`src/${room}/**`], wallsOf(room), syntax)),
    wall(['src/analyses/*/**'], [...wallsOf('analyses'), otherAnalyses], syntax)
  ];
}

/** @param {string} room @returns {Ban[]} */
function wallsOf(room) {
  const open = [room, ...(rooms[room] ?? [])];
  const shut = Object.keys(rooms).filter((other) => !open.includes(other));
  const foreign = packages.filter(([, knowing]) => !knowing.includes(room)).map(([pattern]) => pattern);
  const bans = [
    {regex: `^(\\.\\./)+(${shut.join('|')})(/|$)`, message: `src/${room} may import from: ${open.join(', ')}.`},
    {regex: `^(${foreign.join('|')})`, message: `src/${room} does not know this package: ask the room that does.`}
  ];
  return room === 'ingest' ? [...bans, modelsButStore] : bans;
}

/**
 * @param {string[]} files
 * @param {Ban[]} bans
 * @param {{selector: string, message: string}[]} syntax
 */
function wall(files, bans, syntax) {
  return {
    files,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': /** @type {const} */ (['error', {patterns: bans}]),
      'no-restricted-syntax': /** @type {const} */ ([
        'error',
        ...syntax,
        ...bans.map(({regex, message}) => ({
          selector: `ImportExpression > Literal.source[value=/${regex.replaceAll('/', '\\/')}/]`,
          message
        }))
      ])
    }
  };
}
