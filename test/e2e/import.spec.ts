import {writeFile} from 'node:fs/promises';
import type {Locator, Page, TestInfo} from '@playwright/test';
import {samples} from '../presets/samples';
import {axe} from './support/axe';
import {pictures} from './support/pictures';
import {expect, test} from './support/test';

const german = [
  'Export vom 01.02.2024;;;',
  'Kundennummer;Rechnungsdatum;Umsatz;Artikel',
  '0012;01.02.2024;1.234,50 €;Tee',
  '0012;05.02.2024;-34,50 €;Tee',
  '0099;14.02.2024;n/a;Kaffee',
  '0100;15.02.2024;20,00 €;Kaffee',
  ';15.02.2024;10,00 €;Kaffee',
  ''
].join('\r\n');

const ambiguous = 'customer,day,amount\n1,01/02/2024,10\n2,03/02/2024,20\n1,05/02/2024,5\n';

test('a drop shows the rows as they are read, and everything can be corrected', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.drop([await saved(info, 'umsatz.csv', german)]);
  await expect(page.locator('.takeaway')).toContainText(
    '3 purchases of 2 customers, 1 Feb 2024 – 15 Feb 2024, 1,220.00 EUR'
  );
  await expect(row(page, 3)).toHaveText(/3\s*sale\s*0012\s*1 Feb 2024\s*1,234.50\s*Tee/);
  await expect(row(page, 4)).toContainText('return');
  await expect(row(page, 5)).toContainText('no amount');
  await expect(row(page, 7)).toContainText('no customer');
  await expect(page.getByText('Windows-1252').or(page.getByText('UTF-8')).first()).toBeVisible();

  await choose(page, 'Role of Artikel', 'Category');
  await choose(page, 'Numbers in Umsatz', '1.234,56, sign turned');
  await expect(row(page, 3)).toContainText('−1,234.50');
  await expect(page.locator('.takeaway')).toContainText('−1,220.00 EUR');
  await page.getByRole('button', {name: 'Undo: how Umsatz is read'}).click();
  await expect(row(page, 3)).not.toContainText('−1,234.50');
  await expect(page.getByRole('combobox', {name: 'Role of Artikel'})).toContainText('Category');

  await page.getByText('As the file has it').click();
  await expect(row(page, 3)).toContainText('1.234,50 €');
  await pictures(page, 'import', info, async () => expect(await axe(page)).toEqual([]));
});

test('what was used is accounted for, row by row and cent by cent', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.drop([await saved(info, 'umsatz.csv', german)]);
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases).toMatchObject({rows: 3, amount: '1220.0000'});
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Data', exact: true}).click();

  const account = page.getByRole('table', {name: 'Rows of umsatz.csv'});
  await expect(account.getByRole('row', {name: /^used/})).toHaveText(/used\s*3\s*1,220\.00/);
  await expect(account.getByRole('row', {name: /^set aside/})).toHaveText(/set aside\s*2\s*10\.00/);
  await expect(account.getByRole('row', {name: /^in the file/})).toHaveText(/in the file\s*7\s*1,230\.00/);
  const aside = page.getByRole('grid', {name: 'Rows set aside'});
  await expect(aside).toContainText('n/a');
  await expect(aside).toContainText('no customer');

  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', {name: 'Receipt as JSON'}).click()
  ]);
  expect(json.suggestedFilename()).toMatch(/^receipt \d{4}-\d{2}-\d{2}\.json$/);
  await pictures(page, 'receipt', info, async () => expect(await axe(page)).toEqual([]));
});

test('an order of day and month that nothing decides is said, and can be changed', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.drop([await saved(info, 'days.csv', ambiguous)]);
  await expect(page.getByText('check the order')).toBeVisible();
  const first = await row(page, 2).innerText();
  const other = first.includes('1 Feb 2024') ? ['12/31/2024', '2 Jan 2024'] : ['31/12/2024', '1 Feb 2024'];
  await choose(page, 'Dates in day', other[0] ?? '');
  await expect(row(page, 2)).toContainText(other[1] ?? '');
});

test('a file that lacks a role says which, and is used once that is said', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.drop([
    await saved(info, 'x.csv', 'k,d,v\na,2024-01-01,5\nb,2024-01-02,6\na,2024-02-03,7\nc,2024-02-04,8\n')
  ]);
  const use = page.getByRole('button', {name: 'Use these'});
  await expect(use).toBeDisabled();
  await choose(page, 'What it holds', 'Purchases');
  for (const [column, role] of [
    ['k', 'Customer'],
    ['d', 'Date'],
    ['v', 'Amount']
  ] as const) {
    await choose(page, `Role of ${column}`, role);
  }
  await expect(page.locator('.takeaway')).toContainText('4 purchases of 3 customers');
  await use.click();
  await expect.poll(async () => (await app.receipt())?.purchases.amount).toBe('26.0000');
});

test('a file that cannot be read is named with a remedy, and the others go on', async ({app, page}, info) => {
  await app.open('#/overview');
  const before = await app.receipt();
  await app.drop([await saved(info, 'data.pdf', '%PDF-1.7\n%âãÏÓ\n'), await saved(info, 'umsatz.csv', german)]);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('data.pdf is a PDF');
  await expect(page.getByRole('button', {name: 'Use these'})).toBeEnabled();
  await page.getByRole('button', {name: 'Take out data.pdf'}).click();
  await expect(alert).toHaveCount(0);
  await page.getByRole('main').getByRole('button', {name: 'Cancel'}).click();
  expect({...(await app.receipt()), duplicates: null}).toEqual({...before, duplicates: null});
});

test('an import that is cancelled leaves what was loaded', async ({app, page}, info) => {
  const line = (index: number): string =>
    `c${index % 5000},2024-01-${10 + (index % 20)},${index}.50,product ${index % 100}\n`;
  const many = `customer,date,amount,product\n${Array.from({length: 1_500_000}, (_, index) => line(index)).join('')}`;
  await app.open('#/overview');
  const before = await app.receipt();
  await app.drop([await saved(info, 'many.csv', many)]);
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect(page.getByRole('progressbar', {name: 'Reading the files'})).toBeVisible();
  await page.getByRole('main').getByRole('button', {name: 'Cancel'}).click();
  await expect(page.getByRole('button', {name: 'Use these'})).toBeFocused({timeout: 5000});
  expect({...(await app.receipt()), duplicates: null}).toEqual({...before, duplicates: null});
  const [row] = await app.query('select count(*) as n from purchase');
  expect(row).toEqual({n: before?.purchases.rows});
});

test('by keyboard alone: a role is changed and the file is used', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.drop([await saved(info, 'umsatz.csv', german)]);
  await expect(row(page, 3)).toBeVisible();
  await page.locator('main').focus();
  await tabTo(page, page.getByRole('combobox', {name: 'Role of Artikel'}));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Categ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', {name: 'Role of Artikel'})).toContainText('Category');
  await tabTo(page, page.getByRole('button', {name: 'Use these'}));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await app.receipt())?.purchases.rows).toBe(3);
});

test('by keyboard alone: how the bytes of a file are read is corrected, and taken back', async ({app, page}, info) => {
  const text = `k||d||v\n${Array.from({length: 20}, (_, n) => `C${n % 4}||2024-01-${n + 10}||${n}.50`).join('\n')}\n`;
  await app.open('#/overview');
  await app.drop([await saved(info, 'parts.txt', text.replace('k||d||v', 'customer||date||amount'))]);
  await expect(page.locator('.takeaway')).toContainText('20 purchases of 4 customers');
  await page.locator('summary', {hasText: 'How the file is read'}).focus();
  await page.keyboard.press('Enter');
  const mark = page.getByLabel('Characters between fields');
  await mark.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('"');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Say one to eight characters, and no quotes')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('|');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', {name: 'Column 2'})).toBeVisible();
  await expect(mark).toBeFocused();
  await page.locator('main').focus();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('columnheader', {name: 'Column 2'})).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('columnheader', {name: 'Column 2'})).toBeVisible();
  await page.getByRole('button', {name: 'Undo: how parts.txt is read'}).click();
  await page
    .getByRole('spinbutton', {name: 'Lines above the table'})
    .or(page.getByLabel('Lines above the table'))
    .first()
    .fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', {name: '2024-01-11'})).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test('how a file was read is remembered over a reload, recalled, and forgotten', async ({app, page}, info) => {
  const orders = 'Customer,Order date,Total,Kind\nA,2024-01-02,10.50,x\nB,2024-01-25,20.00,y\nA,2024-02-05,7.25,x\n';
  await app.open('#/overview');
  await app.drop([await saved(info, 'january.csv', orders)]);
  await choose(page, 'Role of Kind', 'Channel');
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases.rows).toBe(3);
  await page.reload();
  await page.evaluate(() => globalThis.rapport.ready);
  await app.drop([await saved(info, 'february.csv', orders.replaceAll('2024-0', '2025-0'))]);
  await expect(page.getByText(/^Mapped as on .* for january\.csv\./)).toBeVisible();
  await expect(page.getByRole('combobox', {name: 'Role of Kind'})).toContainText('Channel');
  await page.getByRole('button', {name: 'Start afresh with february.csv'}).click();
  await expect(page.getByRole('combobox', {name: 'Role of Kind'})).not.toContainText('Channel');
  await page.getByRole('main').getByRole('button', {name: 'Cancel'}).click();
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Data', exact: true}).click();
  await page.getByRole('button', {name: 'Forget the mapping of january.csv'}).click();
  await expect(page.getByRole('heading', {name: 'Remembered mappings'})).toHaveCount(0);
  await app.drop([await saved(info, 'february.csv', orders)]);
  await expect(page.getByRole('combobox', {name: 'Role of Kind'})).toBeVisible();
  await expect(page.getByText('Mapped as on')).toHaveCount(0);
});

test('an export that is known is read by its preset, or without it', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.drop([await saved(info, 'orders_export_1.csv', samples['shopify/orders']?.text ?? '')]);
  await expect(page.getByText('Recognised as Shopify: a preset says how it is read.')).toBeVisible();
  await page.getByRole('button', {name: 'Read orders_export_1.csv without the preset'}).click();
  await expect(page.getByText('Its columns are known: Shopify has such exports.')).toBeVisible();
  await page.getByRole('button', {name: 'Use the preset of Shopify for orders_export_1.csv'}).click();
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.files[0]?.used).toBe(3);
});

test('hostile names and cells are text, and a thousand columns are a page like any other', async ({
  app,
  page
}, info) => {
  const names = ['__proto__', '<img src=x onerror=alert(1)>', 'constructor', '"";drop table purchase;--'];
  const wide = Array.from({length: 1000}, (_, index) => `x${index}`);
  const head = ['customer', 'date', 'amount', ...names.map((name) => `"${name}"`), ...wide];
  const cells = names.map(() => '<svg onload=alert(2)>');
  const body = [1, 2, 3].map((id) => [`c${id % 2}`, '2024-01-31', id, ...cells, ...wide.map((_, at) => at * id)]);
  const text = [head, ...body].map((cells) => `${cells.join(',')}\n`).join('');
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await app.open('#/overview');
  await app.drop([await saved(info, "<b>it's.csv", text)]);
  await expect(row(page, 2)).toContainText('<svg onload=alert(2)>');
  await expect(page.getByText('967 more columns are not shown.')).toBeVisible();
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases.amount).toBe('6.0000');
  expect(dialogs).toEqual([]);
});

const row = (page: Page, line: number): Locator =>
  page.locator('section.file tbody tr').filter({has: page.getByRole('rowheader', {name: String(line), exact: true})});

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', {name: label}).click();
  await page.getByRole('option', {name: option}).first().click();
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('nothing so called takes focus');
}

/** A file on the disk of this test. */
async function saved(info: TestInfo, name: string, text: string): Promise<string> {
  const path = info.outputPath(name);
  await writeFile(path, text);
  return path;
}
