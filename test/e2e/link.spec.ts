import {App} from './support/app';
import {expect, test} from './support/test';

test('what was chosen is in the address, and a link shows the same view', async ({app, page, context}) => {
  await app.open('#/pareto');
  await page.getByRole('spinbutton', {name: 'Class A up to'}).fill('70');
  await page.getByRole('spinbutton', {name: 'Class A up to'}).press('Enter');
  await expect(page).toHaveURL(/limit_a=70/);
  await page.getByRole('button', {name: 'Filter', exact: true}).click();
  await page.getByRole('button', {name: /^Keep/}).click();
  await page.getByRole('listitem').getByRole('checkbox').first().check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const chip = page.getByRole('button', {name: /^Remove/}).first();
  await expect(chip).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const takeaway = await page.locator('.takeaway').innerText();
  const address = page.url();

  await page.reload();
  await expect(page.locator('.takeaway')).toHaveText(takeaway, {timeout: 60_000});
  const other = await context.newPage();
  await new App(other).open(new URL(address).hash);
  await expect(other.locator('.takeaway')).toHaveText(takeaway);
  await expect(other.getByRole('spinbutton', {name: 'Class A up to'})).toHaveValue('70');

  await other.close();
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(page.locator('.takeaway')).not.toHaveText(takeaway);
});

test('Back leaves the page, not one step of a parameter', async ({app, page}) => {
  await app.open('#/overview');
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Pareto'}).click();
  await page.getByRole('tab', {name: 'Table'}).click();
  await expect(page).toHaveURL(/tab=table/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/overview/);
});
