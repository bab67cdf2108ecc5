import type {Locator} from '@playwright/test';
import {listed, numberIn, openView, settled} from './support/view';
import {choose} from './support/using';
import {expect, test} from './support/test';

/** A cell of the matrix by how its name begins; by role, the names of all thousand cells would be worked out each time. */
const cellOf = (matrix: Locator, begins: string): Locator => matrix.locator(`[role=gridcell][aria-label^="${begins}"]`);

test('a cell of the matrix is chosen, opened and followed by every picture', async ({app, page}) => {
  await openView(app, '#/cohorts');
  const matrix = page.getByRole('grid');
  const cell = cellOf(matrix, 'Mar 2022, 2 months later');
  const told = await cell.getAttribute('aria-label');
  const bought = numberIn(/· ([\d,]+) of/.exec(told ?? '')?.[1] ?? null);
  const [counted] = await app.query(
    `with day as (
       select customer_key, purchased_on from purchase where kind in ('sale', 'return')
       group by all having sum(amount) > 0
     ), first as (select customer_key, min(purchased_on) as first_on from day group by 1)
     select count(distinct customer_key)::int as n from day join first using (customer_key)
     where date_trunc('month', first_on) = date '2022-03-01' and date_trunc('month', purchased_on) = date '2022-05-01'`
  );
  expect(bought).toBe(counted?.['n']);
  await cell.hover();
  await expect(page.locator('main .tip')).toHaveText(told ?? 'nothing told');
  await cell.click();
  expect(await listed(page)).toBe(bought);
  await expect(cell).toHaveAttribute('aria-selected', 'true');

  const age = page.getByRole('spinbutton', {name: 'Age'});
  await expect(age).toHaveValue('2');
  const chosen = page.locator('main').getByText(/^Mar 2022, 2 months later:/);
  await expect(chosen).toContainText(told?.match(/[\d.]+% · [\d,]+ of [\d,]+ customers/)?.[0] ?? 'nothing told');
  await expect(page.getByRole('heading', {name: /^All cohorts, 2 months later/})).toBeVisible();
  await page.getByRole('button', {name: 'Who didn’t'}).click();
  const size = numberIn(/ of ([\d,]+) customers/.exec(told ?? '')?.[1] ?? null);
  expect(await listed(page)).toBe(size - bought);

  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cellOf(matrix, 'Apr 2022, 3 months later')).toBeFocused();
  await expect(age).toHaveValue('3');
  const next = numberIn(
    /· ([\d,]+) of/.exec((await page.locator(':focus').getAttribute('aria-label')) ?? '')?.[1] ?? ''
  );
  await page.keyboard.press('Enter');
  expect(await listed(page)).toBe(next);

  await age.fill('6');
  await age.press('Enter');
  await settled(page);
  await expect(matrix.getByRole('columnheader', {name: '6', exact: true})).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', {name: /^All cohorts, 6 months later/})).toBeVisible();
});

test('what is in progress is hatched, what isn’t observed is blank, and cohorts may be split', async ({app, page}) => {
  await openView(app, '#/cohorts');
  const matrix = page.getByRole('grid');
  const open = matrix.locator('[role=gridcell][aria-label*="in progress"]');
  const classes = await open.evaluateAll((cells) => cells.map((cell) => cell.classList.contains('cohort-open')));
  expect(classes.length).toBeGreaterThan(40);
  expect(classes).not.toContain(false);
  expect(await open.first().evaluate((cell) => getComputedStyle(cell).backgroundImage)).toContain('gradient');
  const rows = await app.run('cohorts');
  const unobserved = rows.filter(({state}) => state === 'in progress').length;
  expect(classes).toHaveLength(unobserved);
  const drawn = await matrix.locator('tbody [role=gridcell]').count();
  expect(drawn).toBe(rows.length);
  await expect(matrix.locator('td.blank')).not.toHaveCount(0);
  const texts = await matrix.locator('td.blank').allInnerTexts();
  expect(new Set(texts)).toEqual(new Set(['']));

  await choose(page, 'Age counts', 'From the first day');
  await settled(page);
  await expect(page).toHaveURL(/age=rolling/);
  await expect(open.first()).toBeAttached();

  await choose(page, 'Cohorts', 'Acquisition channel');
  await settled(page);
  await expect(page).toHaveURL(/split=acquisition_channel/);
  await expect(matrix.getByRole('rowheader', {name: 'Trade fair'})).toBeVisible();
  const [fair] = await app.query(
    `select count(distinct customer_key)::int as n from customer join (
       select customer_key from purchase where kind in ('sale', 'return')
       group by customer_key, purchased_on having sum(amount) > 0
     ) using (customer_key) where acquisition_channel = 'Trade fair'`
  );
  const first = cellOf(matrix, 'Trade fair, ').first();
  const head = matrix.getByRole('row', {name: /^Trade fair/});
  await expect(head.locator('.size')).toHaveText(String(fair?.['n']));
  await expect(first).toBeVisible();
});
