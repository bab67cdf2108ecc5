import type {Page} from '@playwright/test';
import {goTo, listed, numberIn, openView, savedBy, settled, textsOf} from './support/view';
import {expect, test} from './support/test';

const rungs = (page: Page) => page.getByRole('table', {name: 'What each rung brings'});

async function standing(page: Page): Promise<Record<string, string>> {
  await settled(page);
  return Object.fromEntries(
    (await textsOf(rungs(page))).slice(1).map(([rung = '', customers = '']) => [rung, customers])
  );
}

test('a rule moved by keys counts anew, everywhere, survives a reload, and goes back', async ({app, page}) => {
  await openView(app, '#/ladder');
  const before = await standing(page);
  await page.getByRole('heading', {name: 'What makes a rung'}).click();
  const slider = page.getByRole('slider', {name: 'Bought on at least'});
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/def\.client_purchases=5/);
  await settled(page);
  const after = await standing(page);
  expect(numberIn(after['Client'] ?? '')).toBeLessThan(numberIn(before['Client'] ?? ''));
  expect(numberIn(after['Customer'] ?? '')).toBeGreaterThan(numberIn(before['Customer'] ?? ''));
  await expect(page.getByRole('heading', {name: 'What makes a rung'})).toBeVisible();
  await expect(slider).toBeFocused();
  const [row] = (await app.run('ladder', {})).filter(({rung}) => rung === 'client');
  expect(row?.['customers']).toBe(numberIn(before['Client'] ?? ''));
  const chip = page.getByRole('button', {name: /^Remove/});
  await expect(chip).toBeVisible();

  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Partnership profitability'}).click();
  await settled(page);
  await expect(page).toHaveURL(/def\.client_purchases=5/);
  await goTo(page, `#/partnerships?split=rung&def.client_purchases=5`);
  await expect(page.getByRole('combobox', {name: 'Account for each'})).toContainText('Rung');
  await page.getByRole('tab', {name: 'Table'}).click();
  const clients = page.getByRole('row', {name: /^client /i});
  await expect(clients).toContainText(after['Client'] ?? 'none');

  await page.goto('about:blank');
  await openView(app, '#/ladder');
  expect(await standing(page)).toEqual(after);
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(chip).toHaveCount(0);
  expect(await standing(page)).toEqual(before);
  await expect(page).not.toHaveURL(/def\./);
});

test('a condition in SQL is refused in words where it is wrong, and taken where it is right', async ({app, page}) => {
  await openView(app, '#/ladder');
  const before = await standing(page);
  await page.getByRole('heading', {name: 'What makes a rung'}).click();
  const rule = page.getByRole('region', {name: 'Client', exact: true});
  await rule.getByRole('switch', {name: 'as SQL'}).click();
  const text = rule.getByRole('textbox', {name: 'Condition: Client'});
  const standard = await text.inputValue();
  for (const wrong of ['occasions >', "customer_key in (select 1) or secret = 'x'", '']) {
    await text.fill(wrong);
    await rule.getByRole('button', {name: 'Use this condition'}).click();
    await expect(rule.getByRole('alert')).toContainText(/[a-z]{3}/);
    await expect(rule.getByRole('alert')).not.toContainText(/undefined|\[object|at .*\.ts/);
    await expect(text).toHaveValue(wrong);
    await expect(page).not.toHaveURL(/def\./);
    expect(await standing(page)).toEqual(before);
  }
  await text.fill('occasions >= 40');
  await rule.getByRole('button', {name: 'Use this condition'}).click();
  await expect(page).toHaveURL(/def\.rung_client=/);
  const after = await standing(page);
  expect(after['Client']).not.toBe(before['Client']);
  await expect(rule.getByText('own rule')).toBeVisible();
  await rule.getByRole('button', {name: 'Reset this rule'}).click();
  expect(await standing(page)).toEqual(before);
  await rule.getByRole('switch', {name: 'as SQL'}).click();
  await expect(rule.getByRole('textbox', {name: 'Condition: Client'})).toHaveValue(standard);
});

test('a rung, a move and a day typed lead to those who are meant', async ({app, page}) => {
  await openView(app, '#/ladder');
  const counts = await standing(page);
  await page.getByRole('button', {name: 'Show the customers: Advocate'}).click();
  expect(await listed(page)).toBe(numberIn(counts['Advocate'] ?? ''));

  const bar = page.locator('[data-figure]').first();
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(Object.values(counts).map(numberIn)).toContain(await listed(page));

  const matrix = page.getByRole('application', {name: 'From rung to rung'});
  const fall = matrix.getByText(/^↓ [\d,]+$/).first();
  const fell = numberIn((await fall.textContent()) ?? '');
  await fall.scrollIntoViewIfNeeded();
  const box = await fall.boundingBox();
  if (!box) throw new Error('no cell');
  await page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  expect(await listed(page)).toBe(fell);

  const sentence = page.getByText(/customers climbed/);
  await page.getByLabel('From', {exact: true}).fill('2024-01-31');
  await page.getByLabel('From', {exact: true}).blur();
  await expect(page).toHaveURL(/then_from=2024-01-31/);
  await settled(page);
  await expect(sentence).toContainText('From 31 Jan 2024 to 19 Dec 2025');
});

test('an early warning leads to its customers, and all of them are in the file', async ({app, page}) => {
  await openView(app, '#/phases');
  const tab = page.getByRole('tab', {name: /^Slowing [\d,]+/});
  const slowing = numberIn(await tab.textContent());
  await tab.click();
  await page.getByRole('button', {name: `All ${slowing.toLocaleString('en-GB')}`}).click();
  const list = page.getByRole('dialog');
  await expect(list).toContainText(`${slowing.toLocaleString('en-GB')} customers`);
  const heads = await list.getByRole('columnheader').allTextContents();
  const {bytes, name} = await savedBy(page, () => list.getByRole('button', {name: 'Download the list as CSV'}).click());
  expect(name).toMatch(/^phases .*\.csv$/);
  const lines = bytes.toString('utf8').trimEnd().split(/\r?\n/);
  expect(lines).toHaveLength(slowing + 1);
  const named = [...(lines[0]?.replace(/^\uFEFF/, '') ?? '').matchAll(/"([^"]*)"|[^,]+/g)].map(
    ([all, quoted]) => quoted ?? all
  );
  expect(named).toEqual(heads.map((head) => head.trim()));
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(tab).toHaveAttribute('aria-selected', 'true');
});
