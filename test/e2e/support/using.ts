import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Locator, Page} from '@playwright/test';
import type {Receipt} from '../../../src/ingest/types';
import type {App} from './app';
import {expect} from './test';

const data = resolve('../shared/data');

/** Data sets of other people's, which are beside the project on some machines only. */
export const hasData = existsSync(data);

export const dataFile = (path: string): string => resolve(data, path);

/** The part of the mapping screen that is about a file. */
export const fileOn = (page: Page, name: string): Locator => page.getByRole('region', {name, exact: true});

/**
 * What the mapping screen says once it has looked into what was dropped. What was loaded before makes room, as a person
 * says who doesn't want to add to it.
 */
export async function dropped(app: App, files: string[]): Promise<Locator> {
  const {page} = app;
  await app.drop(files);
  const said = page.locator('.takeaway');
  await expect(page.getByRole('button', {name: 'Use these'})).toBeVisible({timeout: 30_000});
  await expect(said).not.toContainText('Looking', {timeout: 30_000});
  const adding = page.getByRole('combobox', {name: 'The new files'});
  if (await adding.isVisible()) {
    await adding.click();
    await page.getByRole('option', {name: 'take the place of everything'}).click();
  }
  return said;
}

/** Presses “Use these”, waits for the first picture, and gives the receipt. */
export async function used(app: App): Promise<Receipt> {
  const before = (await app.receipt())?.imported_at;
  await app.page.getByRole('button', {name: 'Use these'}).click({timeout: 30_000});
  await expect
    .poll(async () => (await app.receipt())?.imported_at, {timeout: 90_000, intervals: [100, 250]})
    .not.toBe(before);
  await expect(app.page.locator('.cover')).toBeVisible({timeout: 30_000});
  const receipt = await app.receipt();
  if (!receipt) throw new Error('nothing is loaded');
  return receipt;
}

/** Gives a select of the screen another value. */
export async function choose(scope: Page | Locator, label: string | RegExp, option: string | RegExp): Promise<void> {
  await scope.getByRole('combobox', {name: label}).first().click();
  const page = 'page' in scope ? scope.page() : scope;
  await page
    .getByRole('option', {name: option, exact: typeof option === 'string'})
    .first()
    .click();
}

/** What the data page says of a file: its rows and their sum, used, set aside and all. */
export async function accountOf(page: Page, file: string): Promise<Locator> {
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Data', exact: true}).click();
  return page.getByRole('table', {name: `Rows of ${file}`});
}
