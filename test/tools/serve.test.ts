import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {serve} from './serve.mjs';

const base = '/any/sub/path/';
const asked: string[] = [];
let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-serve-'));
  mkdirSync(join(folder, 'dist/assets'), {recursive: true});
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'dist-secret'));
  writeFileSync(join(folder, 'dist-secret/secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/index.html'), '<title>Rapport</title>');
  for (const name of ['a.js', 'a.css', 'a.wasm.gz', 'a.woff2', 'a.csv', 'a.svg', 'with space.csv', 'a.unknown']) {
    writeFileSync(join(folder, 'dist/assets', name), name);
  }
  site = await serve({root: join(folder, 'dist'), base, port: 0, onrequest: ({url}) => asked.push(url ?? '')});
});

afterAll(async () => {
  await site.close();
  rmSync(folder, {recursive: true});
});

it('serves the page at its base, and sends the base without its last slash there', async () => {
  const page = await fetch(site.url);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toBe('<title>Rapport</title>');
  expect((await fetch(site.url.slice(0, -1))).url).toBe(site.url);
});

it.each([
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.css', 'text/css; charset=utf-8'],
  ['a.wasm.gz', 'application/octet-stream'],
  ['a.woff2', 'font/woff2'],
  ['a.csv', 'text/csv; charset=utf-8'],
  ['a.svg', 'image/svg+xml'],
  ['with%20space.csv', 'text/csv; charset=utf-8'],
  ['a.unknown', 'application/octet-stream']
])('serves %s as %s, without an encoding or any header that a static host may lack', async (name, type) => {
  const response = await fetch(`${site.url}assets/${name}`);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toBe(decodeURIComponent(name));
  expect([...response.headers.keys()].sort()).toEqual([
    'cache-control',
    'connection',
    'content-length',
    'content-type',
    'date',
    'etag',
    'keep-alive'
  ]);
});

it('answers 304 to the tag it gave', async () => {
  const etag = (await fetch(`${site.url}assets/a.js`)).headers.get('etag') ?? '';
  expect((await fetch(`${site.url}assets/a.js`, {headers: {'if-none-match': etag}})).status).toBe(304);
});

it.each([
  '../secret.txt',
  '..%2fsecret.txt',
  '%2e%2e/secret.txt',
  'assets/../../secret.txt',
  'assets/..%2f..%2fsecret.txt',
  '../dist-secret/secret.txt',
  '..%5csecret.txt',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'assets',
  'assets/',
  'nothing.js'
])('finds nothing at %s', async (path) => {
  expect(await status('GET', `${base}${path}`)).toBe(404);
});

it.each([
  ['GET', '/', 404],
  ['GET', '/any/sub/', 404],
  ['GET', `${base}%zz`, 400],
  ['GET', `${base}a%00.js`, 400],
  ['GET', 'http://elsewhere.example/', 400],
  ['POST', base, 405],
  ['HEAD', base, 200]
])('answers %s %s with %i', async (method, path, expected) => {
  expect(await status(method, path)).toBe(expected);
});

it('tells of every request', async () => {
  asked.length = 0;
  await fetch(`${site.url}assets/a.js?x=1`);
  expect(asked).toEqual([`${base}assets/a.js?x=1`]);
});

it('takes the next free port, and fails on a port it was told to take and is taken', async () => {
  const first = await serve({root: folder});
  const second = await serve({root: folder});
  expect(port(second.url)).toBeGreaterThan(port(first.url));
  await Promise.all([first.close(), second.close()]);

  const holder = await holding();
  const {port: taken} = holder.address() as {port: number};
  await expect(serve({root: folder, port: taken})).rejects.toThrow('EADDRINUSE');
  holder.close();
});

function port(url: string): number {
  return Number(new URL(url).port);
}

/** A server on a port of its own. */
function holding(): Promise<Server> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => done(server));
  });
}

/** The status of a request whose target is sent as it stands; `fetch` would tidy it up. */
function status(method: string, path: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    request({host: '127.0.0.1', port: port(site.url), method, path}, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}
