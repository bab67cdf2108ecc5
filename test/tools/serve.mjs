// @ts-check
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const host = '127.0.0.1';
const firstPort = 4173;
const portsTried = 100;

/** `.gz` is bytes, not an encoding: the page inflates it itself, as it must on hosts that know no better. */
const mediaTypes = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2'
});

/**
 * Serves a folder on loopback, as any static host would: no header that the app could come to depend on.
 *
 * @param {object} options
 * @param {string} options.root the folder
 * @param {string} [options.base] the path under which it lies, from `/` to `/`
 * @param {number} [options.port] exactly this one; 0 for any; by default the first free one from 4173 up
 * @param {(request: import('node:http').IncomingMessage) => void} [options.onrequest] told of every request
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({root, base = '/', port, onrequest = () => {}}) {
  const server = createServer((request, response) => {
    onrequest(request);
    answer(request, response, {root: resolve(root), base}).catch((error) => response.destroy(error));
  });
  await (port === undefined ? listenFrom(server, firstPort, firstPort + portsTried) : listen(server, port));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://${host}:${address.port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{root: string, base: string}} site
 */
async function answer(request, response, {root, base}) {
  const path = decodedPath(request.url ?? '/');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  if (path === null) return refuse(response, 400);
  if (`${path}/` === base) return response.writeHead(302, {location: base}).end();
  if (!path.startsWith(base)) return refuse(response, 404);

  const relative = path.slice(base.length);
  const file = resolve(root, relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative);
  if (!file.startsWith(root + sep)) return refuse(response, 404);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);

  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, {etag}).end();
  response.writeHead(200, {
    'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
    etag
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}

/**
 * The path of a request target; null where it is not one.
 *
 * @param {string} target
 */
function decodedPath(target) {
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  return response.writeHead(status, {'content-type': 'text/plain; charset=utf-8'}).end(`${status}\n`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 */
async function listen(server, port) {
  server.listen(port, host);
  await once(server, 'listening');
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {number} last
 */
async function listenFrom(server, port, last) {
  try {
    await listen(server, port);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE' || port === last) throw error;
    await listenFrom(server, port + 1, last);
  }
}

/**
 * Opens the address in the default browser where somebody is looking; otherwise, and where that fails, does nothing:
 * the address is on the terminal.
 *
 * @param {string} url
 */
function openBrowser(url) {
  const opener = browserOpener();
  if (process.env.CI || !process.stdout.isTTY || opener === null) return;
  const [command, ...args] = opener;
  spawn(command, [...args, url], {stdio: 'ignore', detached: true})
    .on('error', () => {})
    .unref();
}

/** @returns {[string, ...string[]] | null} the command that opens an address; null where there is no display */
function browserOpener() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

async function main() {
  const {values} = parseArgs({
    allowNegative: true,
    options: {
      root: {type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url))},
      base: {type: 'string', default: '/'},
      port: {type: 'string'},
      open: {type: 'boolean', default: false}
    }
  });
  const port = values.port ?? process.env.PORT;
  const {url} = await serve({root: values.root, base: values.base, ...(port ? {port: Number(port)} : {})});
  console.log(`\n  Rapport is at ${url}\n  Ctrl+C ends it.\n`);
  if (values.open) openBrowser(url);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
