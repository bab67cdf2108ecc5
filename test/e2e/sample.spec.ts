import {existsSync, readdirSync} from 'node:fs';
import {axe} from './support/axe';
import {pictures} from './support/pictures';
import {expect, test} from './support/test';

const analyses = readdirSync('src/analyses').filter((name) => existsSync(`src/analyses/${name}/index.ts`));

const screens = [
  ...analyses.map((name) => ({name, hash: `#/${name}`, heading: /./})),
  {name: 'pareto-product', hash: '#/pareto?by=product', heading: 'Who carries the business?'},
  {name: 'pareto-profit', hash: '#/pareto?measure=profit', heading: 'Who carries the business?'},
  {name: 'pareto-table', hash: '#/pareto?tab=table', heading: 'Who carries the business?'},
  {name: 'pareto-sql', hash: '#/pareto?tab=sql', heading: 'Who carries the business?'},
  {name: 'pareto-lesson', hash: '#/pareto?tab=lesson', heading: 'Who carries the business?'},
  {name: 'data', hash: '#/data', heading: /./},
  {name: 'unknown', hash: '#/no-such-page', heading: /./}
];

test('a first visit shows the sample company @root', async ({app, page}) => {
  await app.open();
  await expect(page).toHaveTitle(/Rapport/);
  await expect(page.getByRole('navigation', {name: 'Pages'})).toBeVisible();
  await expect(page.getByText('sample company').first()).toBeVisible();
  await expect(page.locator('[data-figure] svg').first()).toBeVisible();
  const receipt = await app.receipt();
  expect(receipt?.purchases.rows).toBeGreaterThan(50_000);
  const [row] = await app.query('select count(*) as n, sum(amount)::varchar as amount from purchase');
  expect(row).toEqual({n: receipt?.purchases.rows, amount: receipt?.purchases.amount});
});

for (const {name, hash, heading} of screens) {
  test(`axe finds nothing on ${name}, wide and narrow, light and dark`, async ({app, page}, info) => {
    await app.open(hash);
    await expect(page.getByRole('heading', {name: heading}).first()).toBeVisible();
    if ((analyses.includes(name) || name.startsWith('pareto')) && !hash.includes('tab=')) {
      await expect(page.locator('[data-figure] svg').first()).toBeVisible();
    }
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    if (!hash.includes('tab=sql'))
      await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity|\bnull\b|\[object/);
    await pictures(page, name, info, async () => expect(await axe(page)).toEqual([]));
  });
}

test('nothing is wider than a phone', async ({app, page}) => {
  await page.setViewportSize({width: 390, height: 844});
  for (const {hash} of screens) {
    await app.open(hash);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, hash).toBeLessThanOrEqual(0);
  }
});
