import {readFile} from 'node:fs/promises';
import type {Download, Locator, Page} from '@playwright/test';
import type {App} from './app';
import {expect} from './test';

/** Opens a view and waits until it is drawn, its late parts too. */
export async function openView(app: App, hash: string): Promise<void> {
  await app.open(hash);
  await settled(app.page);
}

/** Goes to another view of the app that is open, without loading the page anew. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await settled(page);
}

/** Waits until nothing of the view is on its way. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-figure] svg').first()).toBeVisible({timeout: 60_000});
  await expect(page.locator('article[aria-busy=true]')).toHaveCount(0, {timeout: 60_000});
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The numbers of a text, thousands separators and typographic minus signs taken out. */
export const numbersIn = (text: string): number[] =>
  [...text.matchAll(/[-−]?\d[\d,]*(?:\.\d+)?/g)].map(([found]) => Number(found.replaceAll(',', '').replace('−', '-')));

/** The first number of a text. @throws where there is none */
export function numberIn(text: string | null): number {
  const [first] = numbersIn(text ?? '');
  if (first === undefined) throw new Error(`no number in “${text ?? ''}”`);
  return first;
}

/** The list of customers that lies open: how many it says it has. Closes it by Escape. */
export async function listed(page: Page): Promise<number> {
  const list = page.getByRole('dialog');
  const says = list.getByText(/^[\d,]+ (customers?|people|person|leads?)\b/).first();
  await expect(says).toBeVisible();
  const count = numberIn(await says.textContent());
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  return count;
}

/** The texts of a table's cells, row by row, those of its head first. */
export const textsOf = (table: Locator): Promise<string[][]> =>
  table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))
  );

/** A file that the page saves when something is done. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<{name: string; bytes: Buffer}> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return {name: download.suggestedFilename(), bytes: await bytesOf(download)};
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
