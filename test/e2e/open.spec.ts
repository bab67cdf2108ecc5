import {mkdir, writeFile} from 'node:fs/promises';
import type {Page} from '@playwright/test';
import {BlobWriter, TextReader, Uint8ArrayReader, ZipWriter} from '@zip.js/zip.js';
import {axe} from './support/axe';
import {pictures} from './support/pictures';
import {expect, test} from './support/test';

const orders = 'Customer,Order date,Total\nA,2024-01-02,10.50\nB,2024-01-25,20.00\nA,2024-02-05,7.25\n';

test('a table in the clipboard is read like a file', async ({app, page}) => {
  await app.open('#/overview');
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
    },
    orders.replaceAll(',', '\t')
  );
  await expect(page.getByRole('heading', {name: 'pasted 1.txt'})).toBeVisible();
  await expect(page.locator('.takeaway')).toContainText('3 purchases of 2 customers');
});

test('a table is pasted into a field by keyboard, and a word in the clipboard opens nothing', async ({
  app,
  page
}, info) => {
  await app.open('#/overview');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'a word');
    document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
  });
  await page.getByRole('button', {name: 'More'}).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', {name: 'Paste a table'});
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText(orders);
  await expect(dialog).toContainText('4 lines');
  await pictures(page, 'paste', info, async () => expect(await axe(page)).toEqual([]));
  await dialog.getByRole('button', {name: 'See how it is read'}).click();
  await expect(page.locator('.takeaway')).toContainText('3 purchases of 2 customers');
});

test('a folder opens with the files in its folders, without hidden ones', async ({app, page}, info) => {
  const folder = info.outputPath('export');
  await mkdir(`${folder}/2024`, {recursive: true});
  await writeFile(`${folder}/customers.csv`, 'Customer,Name,City\nA,Ann,Graz\nB,Ben,Linz\n');
  await writeFile(`${folder}/2024/orders.csv`, orders);
  await writeFile(`${folder}/.DS_Store`, 'x');
  await app.open('#/overview');
  await page.getByLabel('Open a folder…').setInputFiles(folder);
  await expect(page.getByRole('heading', {name: 'customers.csv'})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'orders.csv'})).toBeVisible();
  await expect(page.getByText('DS_Store')).toHaveCount(0);
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect
    .poll(async () => (await app.receipt())?.tables)
    .toMatchObject({
      purchase: {rows: 3},
      customer: {rows: 2}
    });
});

test('a folder that is dropped opens with the files in its folders', async ({app, page}, info) => {
  const folder = info.outputPath('export');
  await mkdir(`${folder}/2024/.git`, {recursive: true});
  await writeFile(`${folder}/2024/orders.csv`, orders);
  await writeFile(`${folder}/2024/.git/config.csv`, orders);
  await writeFile(`${folder}/customers.csv`, 'Customer,Name,City\nA,Ann,Graz\nB,Ben,Linz\n');
  await app.open('#/overview');
  const client = await page.context().newCDPSession(page);
  const data = {items: [], files: [folder], dragOperationsMask: 1};
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', {type, x: 600, y: 400, data});
  }
  await expect(page.getByRole('heading', {name: 'orders.csv'})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'customers.csv'})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'config.csv'})).toHaveCount(0);
});

test('months that drift are one table: what is said of one holds for all', async ({app, page}, info) => {
  const files = {
    'jan.csv': 'Customer,Order date,Total,Note\nA,01/02/2024,10.50,x\nB,03/02/2024,20.00,y\n',
    'feb.csv': 'Order date,Customer,Total,Note,Discount\n25/02/2024,C,11.50,z,1.00\n26/02/2024,A,20.00,z,0.00\n',
    'mar.csv': 'Customer;Order date;Total;Note\nA;25.03.2024;1.010,50;x\nD;26.03.2024;20,00;y\n'
  };
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = info.outputPath(name);
      await writeFile(path, text);
      return path;
    })
  );
  await app.open('#/overview');
  await app.drop(paths);
  const parts = page.getByRole('region', {name: '2 more files are read like jan.csv'});
  await expect(parts).toContainText('Has Discount besides.');
  await expect(parts).toContainText('Writes Order date as 31.12.2024, and is read so.');
  await expect(page.locator('.takeaway')).toContainText('6 purchases');
  await page.getByRole('combobox', {name: 'Role of Note'}).click();
  await page.getByRole('option', {name: 'Category'}).first().click();
  await pictures(page, 'alike', info, async () => expect(await axe(page)).toEqual([]));
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases).toMatchObject({rows: 6, amount: '1092.5000'});
  const rows = await app.query(
    `select purchased_on, category, amount from purchase where customer_id in ('A', 'B') order by all`
  );
  expect(rows).toEqual([
    {purchased_on: '2024-02-01', category: 'x', amount: 10.5},
    {purchased_on: '2024-02-03', category: 'y', amount: 20},
    {purchased_on: '2024-02-26', category: 'z', amount: 20},
    {purchased_on: '2024-03-25', category: 'x', amount: 1010.5}
  ]);
});

test('parts of a file are chosen; those that cannot be read are said, and stay in the receipt', async ({
  app,
  page
}, info) => {
  const zip = new ZipWriter(new BlobWriter());
  const month = (name: string): string => orders.replace('2024-01-02', `2024-0${name}-02`);
  for (const name of ['3', '4', '5']) await zip.add(`${name}.csv`, new TextReader(month(name)));
  await zip.add('photo.png', new Uint8ArrayReader(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)));
  await zip.add('broken.json', new TextReader('[{"id": 1'));
  const path = info.outputPath('year.zip');
  await writeFile(path, Buffer.from(await (await zip.close()).arrayBuffer()));
  await app.open('#/overview');
  await app.drop([path]);
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('year.zip › broken.json');
  await expect(refused).toContainText('year.zip › photo.png');
  await expect(page.locator('.takeaway')).toContainText('9 purchases');
  await page.getByRole('checkbox', {name: 'Read year.zip › 4.csv'}).uncheck();
  await expect(page.locator('.takeaway')).toContainText('6 purchases');
  await page.getByRole('checkbox', {name: 'Read year.zip › 3.csv'}).uncheck();
  await expect(page.locator('.takeaway')).toContainText('3 purchases');
  await page.keyboard.press('Control+Z');
  await expect(page.locator('.takeaway')).toContainText('6 purchases');
  await pictures(page, 'chosen', info, async () => expect(await axe(page)).toEqual([]));
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases.rows).toBe(6);
  expect((await app.receipt())?.refused?.map(({file}) => file).sort()).toEqual([
    'year.zip › broken.json',
    'year.zip › photo.png'
  ]);
  await page.setViewportSize({width: 1440, height: 900});
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Data', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Files and parts of files that could not be read'})).toContainText(
    'broken.json'
  );
});

test('files that the address asks for are fetched only once the person says so', async ({page}, info) => {
  let fetched = 0;
  await page.route('**/orders.csv', (route) => {
    fetched++;
    return route.fulfill({body: orders, contentType: 'text/csv'});
  });
  await page.goto('./?data=orders.csv#/overview');
  await expect(page.getByRole('heading', {name: 'Load this file?'})).toBeVisible();
  await expect(page.getByText('from the same host as this app')).toBeVisible();
  await page.waitForTimeout(500);
  expect(fetched).toBe(0);
  await pictures(page, 'published', info, async () => expect(await axe(page)).toEqual([]));
  await page.getByRole('button', {name: 'Load', exact: true}).click();
  await expect(page.locator('.takeaway')).toContainText('3 purchases of 2 customers');
  expect(fetched).toBe(1);
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect(page.getByText('2 customers placed 3 orders')).toBeVisible();
});

test('a host that this copy may not read from is said in words, and nothing reaches it', async ({
  page,
  site,
  violations
}) => {
  await page.goto(`./?data=${site.canary.url}/orders.csv`);
  await expect(page.getByText(`from another host: ${new URL(site.canary.url).host}`)).toBeVisible();
  await page.getByRole('button', {name: 'Load', exact: true}).click();
  await expect(page.getByRole('alert')).toContainText('may not connect to it');
  await expect.poll(() => violations.length).toBeGreaterThan(0);
  violations.splice(0);
  await page.getByRole('button', {name: 'Don’t load'}).click();
  await ready(page);
  await expect(page.getByText('sample company').first()).toBeVisible();
});

async function ready(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.rapport.ready);
}
