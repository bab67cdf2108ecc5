import {writeFile} from 'node:fs/promises';
import type {Page, TestInfo} from '@playwright/test';
import {axe} from './support/axe';
import {pictures} from './support/pictures';
import {expect, test} from './support/test';

const header = 'order,customer,date,amount,product\n';
const january = `${header}1,ada,2024-01-05,10.00,tea\n2,bo,2024-01-06,5.50,jam\n2,bo,2024-01-06,5.50,jam\n`;
const quarter = `${header}1,ada,2024-01-05,10.00,tea\n2,bo,2024-01-06,5.50,jam\n2,bo,2024-01-06,5.50,jam\n3,ada,2024-02-01,4.00,tea\n`;
const corrected = `${header}3,ada,2024-02-01,4.50,tea\n`;

test('files join what is loaded: overlap is proposed to be set aside, corrections to take the place', async ({
  app,
  page
}, info) => {
  await app.open('#/overview');
  await app.openFiles([await saved(info, 'january.csv', january)]);
  await app.drop([await saved(info, 'Q1.csv', quarter)]);
  await expect(page.getByText('What becomes of what is loaded')).toBeVisible();
  await expect(page.getByText('2 are loaded already')).toBeVisible();
  await expect(page.getByRole('combobox', {name: 'Rows of an earlier file'})).toContainText('set aside');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases).toMatchObject({rows: 4, amount: '25.0000'});

  await app.drop([await saved(info, 'corrected.csv', corrected)]);
  await expect(page.getByRole('combobox', {name: /^Purchases/})).toContainText('update it by key');
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect.poll(async () => (await app.receipt())?.purchases).toMatchObject({rows: 4, amount: '25.5000'});

  await toData(page);
  await expect(page.getByText('Before: 4 purchases of 2 customers, 25.00. Now: 4 purchases')).toBeVisible();
  await expect(page.getByText('One row of Q1.csv (4.00) gave way to its rows.')).toBeVisible();
  const repeated = page.getByRole('table', {name: 'Rows that are there several times'});
  await expect(repeated).toContainText('in Q1.csv and, earlier, in january.csv');
  await expect(repeated).toContainText('again in january.csv');
  await pictures(page, 'added', info, async () => expect(await axe(page)).toEqual([]));
});

test('a script adds files as the screen does', async ({app, page}, info) => {
  await app.open('#/overview');
  await app.openFiles([await saved(info, 'january.csv', january)]);
  const receipt = await page.evaluate(
    (text) => globalThis.rapport.open(new File([text], 'more.csv'), {add: 'update'}),
    `${header}1,ada,2024-01-05,11.00,tea\n`
  );
  expect(receipt.purchases).toMatchObject({rows: 3, amount: '22.0000'});
  expect(receipt.before?.purchases).toMatchObject({rows: 3, amount: '21.0000'});
});

async function toData(page: Page): Promise<void> {
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Data', exact: true}).click();
}

async function saved(info: TestInfo, name: string, text: string): Promise<string> {
  const path = info.outputPath(name);
  await writeFile(path, text);
  return path;
}
