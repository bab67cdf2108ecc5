import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {axe} from './support/axe';
import {pictures} from './support/pictures';
import {expect, test} from './support/test';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

test('the sample company is examined; axe finds nothing, wide and narrow, light and dark', async ({
  app,
  page
}, info) => {
  await app.open('#/health');
  await expect(page.getByRole('heading', {name: 'Can these numbers be trusted?'})).toBeVisible();
  await expect(page.getByText(/These were checked and are fine/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await pictures(page, 'health-sample', info, async () => expect(await axe(page)).toEqual([]));
  await page.setViewportSize({width: 390, height: 844});
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test.describe('Online Retail', () => {
  test.skip(!existsSync(file), 'the data set is not on this machine');
  test.setTimeout(180_000);

  test('a rule shows its effect before, changes every analysis, and can be taken back', async ({app, page}, info) => {
    await app.open('#/health');
    await app.openFiles([file]);
    await expect(page.locator('.takeaway')).toContainText(
      /8 things to look at in 541,909 rows.*24\.9\s?% of the rows/,
      {
        timeout: 60_000
      }
    );
    await expect(page.getByRole('progressbar')).toHaveCount(0, {timeout: 30_000});
    await expect(page.locator('.effect table').first()).toBeVisible();
    await pictures(page, 'health-online-retail', info, async () => expect(await axe(page)).toEqual([]));
    await page.setViewportSize({width: 1440, height: 900});

    const item = page.locator('.findings > li').filter({hasText: 'no goods but postage'});
    await expect(item.locator('tr.before')).toContainText('8,911,407.90');
    const after = (await item.locator('tr.after td').first().textContent())?.trim() ?? '';
    await item.getByRole('switch').press('Space');
    await expect(page).toHaveURL(/without=adjustments/);
    await page.getByRole('link', {name: 'Pareto'}).first().click();
    await expect(page.locator('.cover')).toContainText(`${after} of 8,300,065.81`);
    await expect(page.locator('.cover')).toContainText('by “Without postage, fees and corrections”');
    await page.getByRole('button', {name: /Remove.*Without postage/}).press('Enter');
    await expect(page.locator('.cover')).toContainText('8,911,407.90 of 8,300,065.81');
    await expect(page).not.toHaveURL(/without=/);
  });

  test('a column opens to its values, and a value to its rows, by keyboard too', async ({app, page}, info) => {
    await app.open('#/health');
    await app.openFiles([file]);
    await expect(page.getByRole('progressbar')).toHaveCount(0, {timeout: 60_000});
    await page.getByRole('button', {name: 'Amount', exact: true}).click();
    await expect(page.locator('[data-figure] svg').first()).toBeVisible();
    await pictures(page, 'health-column', info, async () => expect(await axe(page)).toEqual([]));
    await page.setViewportSize({width: 1440, height: 900});
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: 'Country', exact: true}).press('Enter');
    const values = page.getByRole('grid', {name: 'Values'});
    await expect(values).toContainText('United Kingdom');
    await values.focus();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('grid', {name: 'Country: United Kingdom'});
    await expect(rows).toBeVisible();
    await expect(rows).toHaveAttribute('aria-rowcount', '361879');
    await pictures(page, 'health-rows', info);
    await page.keyboard.press('Escape');
    await expect(values).toBeVisible();
  });
});
