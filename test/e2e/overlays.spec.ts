import type {Page} from '@playwright/test';
import {axe} from './support/axe';
import {lookLike, looks} from './support/pictures';
import {expect, test} from './support/test';

const overlays: {name: string; open: (page: Page) => Promise<void>; narrow?: true}[] = [
  {name: 'the search', open: (page) => page.keyboard.press('Control+k')},
  {name: 'the filters', open: (page) => page.getByRole('button', {name: 'Filter', exact: true}).click()},
  {name: 'the period', open: (page) => page.getByRole('button', {name: /2 Jan 2022 to/}).click()},
  {name: 'what counts', open: (page) => page.getByRole('button', {name: 'What counts'}).click()},
  {name: 'the downloads', open: (page) => page.getByRole('button', {name: 'Download'}).click()},
  {
    name: 'the customers behind a class',
    open: (page) => page.getByRole('button', {name: 'Show the customers of class A'}).click()
  },
  {name: 'the pages', narrow: true, open: (page) => page.getByRole('button', {name: 'Pages'}).click()}
];

for (const {name, open, narrow} of overlays) {
  test(`axe finds nothing on ${name}`, async ({app, page}) => {
    await app.open('#/pareto');
    for (const look of looks.filter(({width}) => !narrow || width === 390)) {
      await lookLike(page, look);
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      await open(page);
      const overlay = page.locator('[role=dialog], [role=menu]').first();
      await expect(overlay).toBeVisible();
      expect(await axe(page), `${look.width} ${look.scheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(overlay).toHaveCount(0);
    }
  });
}

test('a class, a picture and a table leave the page as files', async ({app, page}) => {
  await app.open('#/pareto');
  await expect(page.locator('[data-figure] svg').first()).toBeVisible();
  const saved = async (item: string) => {
    await page.getByRole('button', {name: 'Download'}).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', {name: item}).first().click()
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return {name: download.suggestedFilename(), bytes: Buffer.concat(chunks)};
  };

  const svg = await saved('Picture as SVG');
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.bytes.toString('utf8')).toMatch(/^<svg[\s\S]+<title>[\s\S]+<\/svg>$/);
  const png = await saved('Picture as PNG');
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.length).toBeGreaterThan(10_000);

  const rows = await app.run('pareto');
  const csv = await saved('Table as CSV');
  const lines = csv.bytes.toString('utf8').trim().split('\r\n');
  expect(lines[0]).toContain('Net sales (EUR)');
  expect(lines).toHaveLength(rows.length + 1);
  const sql = (await saved('SQL of the table')).bytes.toString('utf8');
  expect(await app.query(sql.replace(/;\s*$/, ''))).toEqual(rows);
});
