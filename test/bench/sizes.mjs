// @ts-check
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';

/** @typedef {{file: string, bytes: number, gzip: number}} FileSize */

/**
 * Sizes of a built app: of the shell's scripts and styles, which are what the page loads before any dynamic import, and
 * of every file. `gzip` is what a host that compresses sends; of what is compressed already, what it is.
 *
 * @param {string} dist
 * @returns {{shell: {scripts: number, styles: number}, files: FileSize[]}}
 */
export function sizesOf(dist) {
  const files = filesIn(dist).map((file) => sizeOf(dist, file));
  const shell = shellFiles(dist);
  const sum = (/** @type {string} */ end) =>
    files.filter(({file}) => shell.has(file) && file.endsWith(end)).reduce((total, {gzip}) => total + gzip, 0);
  return {shell: {scripts: sum('.js'), styles: sum('.css')}, files: files.toSorted((a, b) => b.gzip - a.gzip)};
}

/** The files that `index.html` names, and what they import at once. @param {string} dist */
function shellFiles(dist) {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)];
  const open = named.map((match) => resolve(dist, match[1] ?? ''));
  const found = new Set(open);
  for (const file of found) imports(file).forEach((imported) => found.add(imported));
  return new Set([...found].map((file) => relative(dist, file)));
}

/** The files that a built script imports statically. @param {string} file */
function imports(file) {
  if (!file.endsWith('.js')) return [];
  const statements = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["'](\.[^"']+)["']/g;
  return [...readFileSync(file, 'utf8').matchAll(statements)].map((match) => resolve(dirname(file), match[1] ?? ''));
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  const all = readdirSync(folder, {recursive: true, encoding: 'utf8'});
  return all.filter((file) => statSync(join(folder, file)).isFile());
}

/** @param {string} dist @param {string} file @returns {FileSize} */
function sizeOf(dist, file) {
  const content = readFileSync(join(dist, file));
  const packed = /\.(gz|woff2|png|jpg)$/.test(file);
  return {file, bytes: content.length, gzip: packed ? content.length : gzipSync(content, {level: 9}).length};
}
