import {request} from 'node:http';
import {expect, test} from './test';

test('a request that leaves the app is seen, whichever host it is for', async ({page, site}) => {
  await page.goto(site.canary.url);
  await page.evaluate(
    (url) => Promise.allSettled([fetch(`${url}/stolen?x=1`), fetch('http://extensions.duckdb.org/v1/x.wasm')]),
    site.canary.url
  );
  expect(site.canary.seen.join()).toContain('GET /stolen?x=1');
  expect(site.elsewhere.seen.join()).toContain('GET /v1/x.wasm');
  await page.context().close();
  site.canary.clear();
  site.elsewhere.clear();
});

test('a request that the policy blocks is reported, and does not leave', async ({page, site, violations}) => {
  await page.goto('./');
  await page.evaluate((url) => fetch(url).catch(() => null), site.canary.url);
  await expect.poll(() => violations.map(({blocked}) => blocked)).toEqual([`${site.canary.url}/`]);
  expect(site.canary.seen).toEqual([]);
  violations.length = 0;
});

test('the app is served under its path @root', async ({page, site, base}) => {
  await page.goto('./');
  expect(page.url()).toBe(site.url);
  expect(new URL(site.url).pathname).toBe(base);
  expect(site.requests).toContain(base);
  expect(await statusOf(new URL(site.url).origin + '/elsewhere/')).toBe(404);
});

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    request(url, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}
