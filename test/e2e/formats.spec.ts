import {writeFile} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';
import type {TestInfo} from '@playwright/test';
import {accountOf, dropped, fileOn, used} from './support/using';
import {csvOf, database, feather, jsonLines, parquet, workbook, zip, type Rows} from './support/written';
import {expect, test} from './support/test';

const names = ['order_id', 'customer', 'date', 'amount', 'product'];

/** Orders of a month, a tenth of a cent never among them: their sum is counted in whole cents. */
function month(number: number, count = 60): Rows {
  return Array.from({length: count}, (_, n) => [
    `0${number}${1000 + n}`,
    `C${(n * 7) % 13}`,
    `2024-0${number}-${String((n % 27) + 1).padStart(2, '0')}`,
    (n * 325 + number) / 100,
    ['tea', 'jam', 'rye'][n % 3] ?? ''
  ]);
}

const cents = (rows: Rows): number => rows.reduce((sum, row) => sum + Math.round(Number(row[3]) * 100), 0);
const exact = (cents: number): string => `${(cents / 100).toFixed(2)}00`;

test('the same orders are the same in every format', async ({app, page}, info) => {
  test.setTimeout(180_000);
  const orders = [...month(1), ...month(2)];
  const rows = [names, ...orders];
  const files: Record<string, {bytes: string | Uint8Array; said: string}> = {
    'orders.xls': {bytes: workbook({Orders: rows}, 'biff8'), said: 'Excel'},
    'orders.ods': {bytes: workbook({Orders: rows}, 'ods'), said: 'OpenDocument'},
    'orders.csv.gz': {bytes: gzipSync(csvOf(rows)), said: 'gzip'},
    'orders.ndjson.gz': {bytes: jsonLines(rows), said: 'JSON'},
    'orders.sqlite': {bytes: await database('orders', rows), said: 'SQLite'},
    'orders.feather': {bytes: feather(rows), said: 'Arrow'},
    'orders.parquet': {bytes: parquet(rows), said: 'Parquet'}
  };
  await app.open('#/pareto');
  for (const [name, {bytes, said}] of Object.entries(files)) {
    await test.step(name, async () => {
      const takeaway = await dropped(app, [await saved(info, name, bytes)]);
      await expect(takeaway).toContainText('120 purchases of 13 customers, 1 Jan 2024 – 27 Feb 2024');
      await expect(page.locator('section.file')).toContainText(said);
      const receipt = await used(app);
      expect(receipt.files).toMatchObject([{used: 120, set_aside: 0, reasons: {}}]);
      expect(receipt.purchases).toMatchObject({rows: 120, amount: exact(cents(orders))});
      const [first] = await app.query('select transaction_id, product from purchase order by transaction_id limit 1');
      expect(first).toEqual({transaction_id: '011000', product: 'tea'});
    });
  }
});

test('sheets of a workbook: titles and totals are no rows, alike ones are one table, notes are left out', async ({
  app,
  page
}, info) => {
  const sheet = (number: number): Rows => {
    const rows = month(number);
    const total = ['Total', '', '', cents(rows) / 100, ''];
    return [[`Sales of month ${number}`], [], names, ...rows, total];
  };
  const sheets = {
    Jan: sheet(1),
    Feb: sheet(2),
    Mar: sheet(3),
    Notes: [['These are the sales of the shop.'], ['Ask Ada.']]
  };
  await app.open('#/pareto');
  await dropped(app, [await saved(info, 'shop.xlsx', workbook(sheets, 'xlsx'))]);
  const alike = page.getByRole('region', {name: /shop\.xlsx › Jan/}).filter({hasText: 'shop.xlsx › Feb'});
  await expect(alike).toContainText('shop.xlsx › Mar');
  await expect(fileOn(page, 'shop.xlsx › Notes')).toContainText('leave it out');
  const receipt = await used(app);
  const all = [...month(1), ...month(2), ...month(3)];
  expect(receipt.purchases).toMatchObject({rows: 180, amount: exact(cents(all)), from: '2024-01-01', to: '2024-03-27'});
  for (const file of receipt.files.slice(0, 3))
    expect(file).toMatchObject({records: 64, preamble: 2, blank: 0, header: 1, used: 60, footer: 1, set_aside: 0});
  const account = await accountOf(page, 'shop.xlsx › Feb');
  await expect(account.getByRole('row', {name: /^in the file/})).toContainText('64');
  await expect(account.getByRole('row', {name: /^used/})).toContainText('60');
});

test('a zip of texts, with a workbook inside', async ({app, page}, info) => {
  const customers: Rows = [
    ['customer', 'name', 'country'],
    ...Array.from({length: 13}, (_, n) => [`C${n}`, `Shop ${n}`, ['Austria', 'Italy'][n % 2] ?? ''])
  ];
  const file = await zip({
    '2024/january.csv': csvOf([names, ...month(1)]),
    '2024/february.csv.gz': gzipSync(csvOf([names, ...month(2)])),
    'people.xlsx': workbook({People: customers}, 'xlsx'),
    '__MACOSX/._january.csv': 'x'
  });
  await app.open('#/pareto');
  await dropped(app, [await saved(info, 'export.zip', file)]);
  await expect(fileOn(page, 'export.zip › people.xlsx')).toContainText('each customer once');
  const receipt = await used(app);
  expect(receipt.tables).toMatchObject({purchase: {rows: 120}, customer: {rows: 13}});
  expect(receipt.purchases.amount).toBe(exact(cents([...month(1), ...month(2)])));
  expect(receipt.files.map(({file, table}) => [file, table])).toEqual([
    ['export.zip › 2024/january.csv', 'purchase'],
    ['export.zip › 2024/february.csv.gz', 'purchase'],
    ['export.zip › people.xlsx', 'customer']
  ]);
});

test('a workbook and a database of the same orders count once', async ({app, page}, info) => {
  const rows = [names, ...month(1)];
  const book = await saved(info, 'book.xlsx', workbook({Orders: rows}, 'xlsx'));
  const shop = await saved(info, 'shop.sqlite', await database('orders', [...rows, ...month(2, 5)]));
  await app.open('#/pareto');
  await dropped(app, [book, shop]);
  await expect(page.getByRole('combobox', {name: 'Rows of an earlier file'})).toContainText('set aside');
  const receipt = await used(app);
  expect(receipt.purchases).toMatchObject({rows: 65, amount: exact(cents([...month(1), ...month(2, 5)]))});
  expect(receipt.files.map(({used, set_aside}) => [used, set_aside])).toEqual([
    [60, 0],
    [5, 60]
  ]);
  const account = await accountOf(page, 'shop.sqlite');
  await expect(account.getByRole('row', {name: /^set aside/})).toContainText('60');
});

test('hostile names and cells of workbooks and archives are text, and bombs are refused', async ({
  app,
  page,
  site
}, info) => {
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  const image = '<img src=x onerror=alert(1)>';
  const sheet = {
    '!ref': 'A1:E4',
    ...Object.fromEntries(['customer', 'date', 'amount', '__proto__', image].map((v, c) => [at(c, 0), {t: 's', v}])),
    ...Object.fromEntries(
      [1, 2, 3].flatMap((row) => [
        [at(0, row), {t: 's', v: row === 3 ? '=cmd|calc!A1' : `c${row}`}],
        [at(1, row), {t: 's', v: `2024-01-0${row}`}],
        [at(2, row), {t: 'n', v: row, f: `WEBSERVICE("${site.canary.url}")`}],
        [at(3, row), {t: 's', v: 'constructor', f: `HYPERLINK("${site.canary.url}","x")`}],
        [at(4, row), {t: 's', v: image}]
      ])
    )
  };
  const packed = await zip({
    [`../../${image}.xlsx`]: workbook({'<b>x': sheet, "x'); drop table purchase;--": [['a'], ['b']]}, 'xlsx'),
    '__proto__.csv': 'customer,date,amount\nq,2024-01-09,5\n'
  });
  const zeros = gzipSync(Buffer.alloc(400 * 2 ** 20), {level: 9});
  const bomb = await zip({'zeros.csv': new Uint8Array(Buffer.alloc(150 * 2 ** 20)), 'a.csv': 'a,b\n1,2\n'});
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (type: string, target: string): string =>
    `<Relationships><Relationship Id="r" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const bookBomb = await zip({
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="x" sheetId="1" r:id="r"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.alloc(150 * 2 ** 20, ' '))
  });
  await app.open('#/pareto');
  const asked = site.requests.length;
  await dropped(app, [
    await saved(info, 'evil.zip', packed),
    await saved(info, 'zeros.csv.gz', zeros),
    await saved(info, 'bomb.zip', bomb),
    await saved(info, 'bomb.xlsx', bookBomb)
  ]);
  const alerts = page.getByRole('alert');
  for (const name of ['zeros.csv.gz', 'bomb.zip › zeros.csv', 'bomb.xlsx'])
    await expect(alerts).toContainText(`${name} unpacks to far more than such a file should`, {timeout: 30_000});
  const evil = page.locator('section.file').filter({hasText: '__proto__'}).first();
  await expect(evil.getByRole('cell', {name: image}).first()).toBeVisible();
  await expect(evil).toContainText('=cmd|calc!A1');
  await expect(evil).toContainText('constructor');
  expect(await page.locator('main img').count()).toBe(0);
  for (const remove of await page.getByRole('button', {name: /^Take out (zeros|bomb)/}).all()) {
    void remove;
    await page
      .getByRole('button', {name: /^Take out (zeros|bomb)/})
      .first()
      .click();
  }
  const receipt = await used(app);
  expect(receipt.purchases).toMatchObject({rows: 4, amount: '11.0000'});
  const customers = await app.query('select customer_id from customer_facts order by all');
  expect(customers).toEqual([
    {customer_id: '=cmd|calc!A1'},
    {customer_id: 'c1'},
    {customer_id: 'c2'},
    {customer_id: 'q'}
  ]);
  expect(dialogs).toEqual([]);
  const own = site.requests.slice(asked).filter((url) => !url.includes('/assets/'));
  expect(own, 'requests to our own host').toEqual([]);
});

/** `B3` of column 1, row 2. */
const at = (column: number, row: number): string => `${'ABCDE'[column] ?? ''}${row + 1}`;

/** A file on the disk of this test. */
async function saved(info: TestInfo, name: string, content: string | Uint8Array): Promise<string> {
  const path = info.outputPath(name);
  await writeFile(path, content);
  return path;
}
