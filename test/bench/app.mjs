// @ts-check
import {marked, memoryOf, now, openApp, withBrowser} from './browser.mjs';
import {median} from './time.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../src/app/handle').AnalysisInfo} Analysis */

const shownFirst = 'pareto';

/** Milliseconds after which a view that isn't painted is given up: it may have nothing to paint again. */
const painting = 30_000;

/** Milliseconds that a painted view is left alone before the next change. */
const rest = 200;

/**
 * Milliseconds from the start of a page until its shell can be used and until the sample company is on screen: on a new
 * profile (`cold`), and again on the same (`warm`).
 *
 * @param {string} url
 * @param {number} runs
 */
export async function measureStarts(url, runs) {
  const starts = [];
  for (let run = 0; run < runs; run++) {
    starts.push(await withBrowser(async (context) => ({cold: await start(context), warm: await start(context)})));
  }
  return {cold: middle(starts.map(({cold}) => cold)), warm: middle(starts.map(({warm}) => warm))};

  /** @param {import('@playwright/test').BrowserContext} context */
  async function start(context) {
    const page = await context.newPage();
    await page.goto(url);
    const shell = await marked(page, 'rapport:shell');
    const sample = await marked(page, 'rapport:painted');
    await marked(page, 'rapport:finished');
    await page.close();
    return {shell, sample};
  }
}

/**
 * Milliseconds from the drop of a file: until the receipt is there (`imported`), until the first chart of the new data
 * is painted (`painted`), until the marts are built too (`finished`). `pause`: the longest task on the page's own
 * thread meanwhile. The sample company was on screen before.
 *
 * @param {string} url
 * @param {string} path
 * @param {number} runs
 */
export async function measureImport(url, path, runs) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    times.push(
      await withBrowser(async (context) => (await openFiles(await openApp(context, here(url)), [path])).times)
    );
  }
  return middle(times);
}

/**
 * With files loaded: how many rows of purchases are, the memory that takes, and for each analysis that can run
 * milliseconds until it's painted: coming from another one (`cold`; `whole`: until all of it is answered), after each
 * change of one parameter, of one filter.
 *
 * @param {string} url
 * @param {string[]} paths
 */
export function measureAnalyses(url, paths) {
  return withBrowser(async (context) => {
    const page = await openApp(context, here(url));
    const {rows} = await openFiles(page, paths);
    const imported = await memoryOf(page);
    const analyses = [];
    for (const analysis of await runnable(page)) analyses.push(await measureAnalysis(page, analysis));
    return {rows, analyses, memory: {imported, analysed: await memoryOf(page)}};
  });
}

/** @param {string} url */
const here = (url) => `${url}#/${shownFirst}`;

/**
 * @param {Page} page
 * @param {string[]} paths
 */
async function openFiles(page, paths) {
  await marked(page, 'rapport:finished');
  const input = await page.evaluateHandle(() =>
    Object.assign(document.createElement('input'), {type: 'file', multiple: true})
  );
  await input.setInputFiles(paths);
  const pauses = await watchPauses(page);
  const since = await now(page);
  const receipt = await input.evaluate(({files}) => globalThis.rapport.open([...(files ?? [])]));
  const imported = await marked(page, 'rapport:imported', {since});
  const painted = await marked(page, 'rapport:painted', {since: imported ?? since, analysis: shownFirst});
  const finished = await marked(page, 'rapport:finished', {since});
  const times = {
    imported: after(imported, since),
    painted: after(painted, since),
    finished: after(finished, since),
    pause: await pauses.evaluate((tasks) => Math.max(0, ...tasks))
  };
  return {rows: receipt.purchases.rows, times};
}

/** Milliseconds of each task over 50 ms on the page's own thread from now on. @param {Page} page */
function watchPauses(page) {
  return page.evaluateHandle(() => {
    /** @type {number[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration)));
    observer.observe({type: 'longtask'});
    return tasks;
  });
}

/** @param {Page} page @returns {Promise<Analysis[]>} */
async function runnable(page) {
  const analyses = await page.evaluate(() => structuredClone(globalThis.rapport.analyses));
  return analyses.filter(({missing}) => missing.length === 0);
}

/**
 * @param {Page} page
 * @param {Analysis} analysis
 */
async function measureAnalysis(page, analysis) {
  const {name} = analysis;
  const other = (await runnable(page)).find((one) => one.name !== name);
  if (other) await paintedAt(page, `#/${other.name}`, other.name);
  const since = await now(page);
  const cold = await paintedAt(page, `#/${name}`, name);
  const whole = after(await marked(page, 'rapport:answered', {since, analysis: name, wait: painting}), since);
  const changes = [];
  for (const query of changesOf(analysis)) {
    changes.push({query, ms: await paintedAt(page, `#/${name}?${query}`, name)});
    await paintedAt(page, `#/${name}`, name);
  }
  return {name, cold, whole, changes};
}

/**
 * The addresses' ends that differ from the initial one in one parameter, or in one filter.
 *
 * @param {Analysis} analysis
 */
function changesOf({params}) {
  const changed = Object.entries(params).flatMap(([name, spec]) =>
    alternatives(spec).map((value) => new URLSearchParams({[name]: value}).toString())
  );
  return [...changed, 'country=France', 'from=2023-01-01', 'to=2023-12-31'];
}

/** @param {Analysis['params'][string]} spec @returns {string[]} */
function alternatives(spec) {
  if (spec.kind === 'choice') {
    return spec.options.filter((option) => option !== spec.initial && !spec.needs?.[option]?.length);
  }
  if (spec.kind === 'grouping') return ['country'];
  if (spec.kind !== 'number') return [];
  const {initial, step, max} = spec;
  return [String(initial + step <= max ? initial + step : initial - step)];
}

/**
 * Milliseconds from a change of address until the analysis is painted; null where it isn't painted again.
 *
 * @param {Page} page
 * @param {string} hash
 * @param {string} analysis
 */
async function paintedAt(page, hash, analysis) {
  const since = await page.evaluate((hash) => {
    const start = performance.now();
    location.hash = hash;
    return start;
  }, hash);
  const painted = await marked(page, 'rapport:painted', {since, analysis, wait: painting});
  await page.waitForTimeout(rest);
  return after(painted, since);
}

/** @param {number | null} time @param {number} since */
const after = (time, since) => (time === null ? null : time - since);

/**
 * Of several measurements of the same things, the middle of each.
 *
 * @template {string} Name
 * @param {Record<Name, number | null>[]} measurements
 * @returns {Record<Name, number | null>}
 */
function middle(measurements) {
  const names = /** @type {Name[]} */ (Object.keys(measurements[0] ?? {}));
  const of = (/** @type {Name} */ name) => measurements.map((one) => one[name]).filter((value) => value !== null);
  return /** @type {Record<Name, number | null>} */ (
    Object.fromEntries(names.map((name) => [name, median(of(name)) ?? null]))
  );
}
