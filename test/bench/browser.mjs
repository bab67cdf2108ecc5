// @ts-check
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from '@playwright/test';
import {chromiumFlags, chromiumPath} from '../tools/chromium.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

const patience = 300_000;

/**
 * Lends a Chromium with a new profile on disk, so that its caches work as a person's do.
 *
 * @template T
 * @param {(context: BrowserContext) => Promise<T>} use
 */
export async function withBrowser(use) {
  const profile = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--enable-precise-memory-info'],
    viewport: {width: 1440, height: 900}
  });
  context.setDefaultTimeout(patience);
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, {recursive: true, force: true});
  }
}

/** Opens the app and waits until it can be used. @param {BrowserContext} context @param {string} url */
export async function openApp(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.rapport !== undefined);
  await page.evaluate(() => globalThis.rapport.ready);
  return page;
}

/**
 * When the app set a mark: milliseconds since the page's start, of the first one not before `since`.
 *
 * @param {Page} page
 * @param {string} name
 * @param {{since?: number, analysis?: string, wait?: number}} [options] `analysis`: of a `rapport:painted`, whose;
 *   `wait`: milliseconds after which it is given up
 * @returns {Promise<number | null>} null where it was given up
 */
export function marked(page, name, {since = 0, analysis = '', wait = patience} = {}) {
  return page.evaluate(
    ({name, since, analysis, wait}) =>
      new Promise((done) => {
        const observer = new PerformanceObserver((list) => {
          const mark = list.getEntriesByName(name).find((entry) => entry.startTime >= since && isOf(entry));
          if (mark) finish(mark.startTime);
        });
        const timer = setTimeout(() => finish(null), wait);
        observer.observe({type: 'mark', buffered: true});

        /** @param {PerformanceEntry} entry */
        function isOf(entry) {
          return analysis === '' || /** @type {PerformanceMark} */ (entry).detail?.analysis === analysis;
        }

        /** @param {number | null} time */
        function finish(time) {
          clearTimeout(timer);
          observer.disconnect();
          done(time);
        }
      }),
    {name, since, analysis, wait}
  );
}

/** Milliseconds since the page's start. @param {Page} page */
export const now = (page) => page.evaluate(() => performance.now());

/**
 * Bytes: of JavaScript objects on the page's own heap, of what DuckDB holds, and of the page's whole process, now and at
 * its most. null where the system doesn't tell.
 *
 * @param {Page} page
 */
export async function memoryOf(page) {
  const used = 'select sum(memory_usage_bytes)::bigint as used from duckdb_memory()';
  const engine = await page.evaluate((sql) => globalThis.rapport.query(sql).catch(() => []), used);
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('HeapProfiler.collectGarbage');
  const {usedSize} = await metrics.send('Runtime.getHeapUsage');
  return {heap: usedSize, engine: numberOrNull(engine[0]?.used), ...(await processMemory(page))};
}

/** @param {unknown} value */
const numberOrNull = (value) => (value === undefined || value === null ? null : Number(value));

/**
 * Of the largest renderer process, which is the app's.
 *
 * @param {Page} page
 * @returns {Promise<{rss: number | null, peak: number | null}>}
 */
async function processMemory(page) {
  const browser = page.context().browser();
  if (!browser) return {rss: null, peak: null};
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  const all = processInfo.filter(({type}) => type === 'renderer').map(({id}) => memoryOfProcess(id));
  return all.toSorted((a, b) => (b.rss ?? 0) - (a.rss ?? 0))[0] ?? {rss: null, peak: null};
}

/** @param {number} id */
function memoryOfProcess(id) {
  if (process.platform === 'win32') return {rss: null, peak: null};
  if (process.platform !== 'linux') {
    return {rss: 1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)])), peak: null};
  }
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  const kilobytes = (/** @type {string} */ field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return {rss: 1024 * kilobytes('VmRSS'), peak: 1024 * kilobytes('VmHWM')};
}
