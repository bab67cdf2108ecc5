import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {fetchPublished, publishedIn} from './published';

const page = 'https://stats.example.org/rapport/?data=orders.csv';

test('files beside the app and elsewhere, each once', () => {
  const found = publishedIn(
    'https://stats.example.org/rapport/?data=orders.csv&data=./orders.csv&data=https://data.example.com:8443/a/kunden%20%C3%A5.csv?v=2#/overview'
  );
  expect(found).toEqual([
    {url: 'https://stats.example.org/rapport/orders.csv', name: 'orders.csv', host: null},
    {
      url: 'https://data.example.com:8443/a/kunden%20%C3%A5.csv?v=2',
      name: 'kunden å.csv',
      host: 'data.example.com:8443'
    }
  ]);
});

test('what is no address on the web is left out', () => {
  for (const data of ['javascript:alert(1)', 'data:text/csv,a', 'blob:x', 'file:///etc/passwd', 'http://'])
    expect(publishedIn(`https://stats.example.org/?data=${encodeURIComponent(data)}`)).toEqual([]);
  expect(publishedIn('https://stats.example.org/#/overview?data=orders.csv')).toEqual([]);
});

test('a host that looks like another is shown as it is asked', () => {
  const [found] = publishedIn('https://stats.example.org/?data=https://ехample.com/a.csv');
  expect(found?.host).toMatch(/^xn--/);
});

test('a name that is no percent code stays as it stands', () => {
  expect(publishedIn('https://stats.example.org/?data=100%25%zz.csv')[0]?.name).toBe('100%%zz.csv');
});

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/missing.csv') response.writeHead(404).end();
    else response.end(`a,b\n1,${request.headers.cookie ?? 'none'}\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const options = {signal: new AbortController().signal, onbytes: () => undefined};

test('files are fetched as they are, and their bytes counted', async () => {
  let bytes = 0;
  const files = publishedIn(`${base}?data=one.csv&data=two.csv`);
  const [one, two] = await fetchPublished(files, {...options, onbytes: (count) => (bytes = count)});
  expect([one?.name, await one?.text(), two?.name]).toEqual(['one.csv', 'a,b\n1,none\n', 'two.csv']);
  expect(bytes).toBe(22);
});

test('a file that is not there, and a host that does not answer, are said in words', async () => {
  await expect(fetchPublished(publishedIn(`${base}?data=missing.csv`), options)).rejects.toMatchObject({
    name: 'FileError',
    message: 'missing.csv is not there (the host answered 404)'
  });
  const closed = publishedIn(`${page.split('?')[0] ?? ''}?data=http://127.0.0.1:1/orders.csv`);
  await expect(fetchPublished(closed, options)).rejects.toMatchObject({
    message: 'orders.csv could not be fetched from 127.0.0.1:1'
  });
});

test('stopping is no failure of the file', async () => {
  const stopped = AbortSignal.abort();
  await expect(
    fetchPublished(publishedIn(`${base}?data=one.csv`), {...options, signal: stopped})
  ).rejects.toMatchObject({name: 'QueryError', reason: 'cancelled'});
});
