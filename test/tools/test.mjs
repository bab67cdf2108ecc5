// @ts-check
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromiumPath} from './chromium.mjs';

/**
 * One step of the whole test: a program of `node_modules/.bin`, and where it counts tests, the report it leaves.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {Record<string, string>} [env]
 * @property {(text: string) => Tally} [tally]
 * @property {string} [report]
 */

/** @typedef {{passed: number, failed: number, skipped: number}} Tally */

const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));
const unitReport = join(folder, 'unit.json');
const browserReport = join(folder, 'browser.json');

/** @type {Step[]} */
const steps = [
  {name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.']},
  {name: 'lint', command: ['eslint', '--max-warnings', '0', '.']},
  {name: 'types', command: ['svelte-check', '--fail-on-warnings', '--output', 'human']},
  {
    name: 'unit, model and conformance tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    tally: unitTally
  },
  {name: 'build', command: ['vite', 'build']},
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: {PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport},
    report: browserReport,
    tally: browserTally
  }
];

/** @type {string[]} */
const failures = [];
const total = {passed: 0, failed: 0, skipped: 0};
for (const step of steps) {
  if (step.name === 'browser tests' && failures.includes('build')) continue;
  if (!run(step)) failures.push(step.name);
  if (step.tally) add(total, step.tally(read(step.report ?? '')));
}
rmSync(folder, {recursive: true});

console.log(failures.length === 0 ? '\nEvery step passed.' : `\nFailed: ${failures.join(', ')}.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** @param {Step} step */
function run({name, command: [program = '', ...args], env}) {
  console.log(`\n=== ${name}: ${[program, ...args].join(' ')}`);
  const start = performance.now();
  if (name === 'browser tests') chromiumPath();
  const windows = process.platform === 'win32';
  const path = join('node_modules', '.bin', windows ? `${program}.cmd` : program);
  const {status} = spawnSync(path, args, {stdio: 'inherit', shell: windows, env: {...process.env, ...env}});
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`=== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

/** The report that a step left; an empty one where it died before. @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '{}';
  }
}

/** @param {string} text */
function unitTally(text) {
  const {numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0} = JSON.parse(text);
  return {passed, failed, skipped};
}

/** @param {string} text */
function browserTally(text) {
  const {expected = 0, flaky = 0, unexpected = 0, skipped = 0} = JSON.parse(text).stats ?? {};
  return {passed: expected + flaky, failed: unexpected, skipped};
}

/**
 * @param {Tally} sum
 * @param {Tally} part
 */
function add(sum, part) {
  sum.passed += part.passed;
  sum.failed += part.failed;
  sum.skipped += part.skipped;
}
