import type {Page} from '@playwright/test';
import {choose} from './support/using';
import {goTo, listed, numberIn, numbersIn, openView, settled, textsOf} from './support/view';
import {expect, test} from './support/test';

const account = (page: Page) => page.getByRole('table', {name: /^Account/});
const costs = (page: Page) => page.getByRole('table', {name: 'Every cost of the files, and where it went'});

/** Amounts of the account by line, of its first side. */
async function amounts(page: Page): Promise<Record<string, number>> {
  await settled(page);
  return Object.fromEntries(
    (await textsOf(account(page))).slice(1).map(([line = '', amount = '']) => [line, numbersIn(amount)[0] ?? NaN])
  );
}

async function pick(page: Page, label: string, typed: string, name: RegExp): Promise<void> {
  const box = page.getByRole('combobox', {name: label, exact: true});
  await box.click();
  await page.keyboard.type(typed);
  await page.getByRole('option', {name}).first().click();
  await settled(page);
}

const cents = (value: number): number => Math.round(value * 100);

test('the account adds up to the files to the cent, whatever driver shares the costs', async ({app, page}) => {
  await openView(app, '#/partnerships');
  const [files] = await app.query(
    `select sum(amount)::varchar as amount,
       (select sum(amount)::varchar from purchase where kind in ('sale', 'return')) as net_sales
     from partnership_cost where category <> 'acquisition'`
  );
  const all = await amounts(page);
  expect(cents(all['Costs of the partnership'] ?? 0)).toBe(-cents(Number(files?.['amount'])));
  expect(cents(all['Net sales'] ?? 0)).toBe(cents(Number(files?.['net_sales'])));
  const lines = [
    'Delivery',
    'Bonus to store staff',
    'Handling of returns',
    'Database',
    'Salaries of account managers',
    'Other'
  ];
  expect(lines.reduce((sum, line) => sum + cents(all[line] ?? NaN), 0)).toBe(
    cents(all['Costs of the partnership'] ?? 0)
  );
  expect(cents(all['Profit on sales'] ?? 0) + cents(all['Costs of the partnership'] ?? 0)).toBe(
    cents(all['Profitability of the partnership'] ?? 0)
  );

  const before = await textsOf(costs(page));
  const takeaway = await page.locator('.takeaway').innerText();
  await page.getByText('Share costs out otherwise').click();
  await choose(page.getByRole('group', {name: 'Salaries of account managers'}), 'Shared by', 'Net sales');
  await settled(page);
  await expect(page).toHaveURL(/driver_salaries=sales/);
  const after = await textsOf(costs(page));
  const salaries = after.find(([name]) => name === 'Salaries of account managers');
  expect(salaries).toContain('Net sales');
  const withoutDrivers = (rows: string[][]) => rows.map((row) => row.filter((_, at) => at !== 4));
  expect(withoutDrivers(after)).toEqual(withoutDrivers(before));
  await expect(page.locator('.takeaway')).not.toHaveText(takeaway);
  expect(await amounts(page)).toEqual(all);
  const rows = await app.run('partnerships', {driver_salaries: 'sales'});
  const carried = rows.reduce((sum, row) => sum + Math.round(Number(row['cost_to_serve']) * 1e4), 0);
  expect(Math.round(carried / 100)).toBe(cents(Number(files?.['amount'])));

  await page.getByRole('button', {name: /^Low margin, costly to serve/}).click();
  const list = await listed(page);
  expect(await page.getByRole('button', {name: /^Low margin, costly to serve/}).innerText()).toContain(
    `${list.toLocaleString('en-GB')} customers`
  );
});

test('a cost is asked to be higher, and says that it is a what-if', async ({app, page}) => {
  await openView(app, '#/partnerships');
  const all = await amounts(page);
  const files = await textsOf(costs(page));
  await page.getByText('Share costs out otherwise').click();
  const what = page.getByRole('group', {name: 'Delivery'}).getByRole('slider');
  await what.focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
  await settled(page);
  await expect(page).toHaveURL(/change_delivery=10/);
  await expect(page.locator('.takeaway')).toContainText('What if delivery cost 10% more?');
  const more = await amounts(page);
  const added = cents(more['Delivery'] ?? NaN) - cents(all['Delivery'] ?? NaN);
  expect(Math.abs(added - cents((all['Delivery'] ?? NaN) / 10))).toBeLessThanOrEqual(1);
  const left = (lines: Record<string, number>) => cents(lines['Profitability of the partnership'] ?? NaN);
  expect(Math.abs(left(more) - left(all) - added)).toBeLessThanOrEqual(1);
  await expect(account(page)).toContainText('what if');

  const fileTotals = (rows: string[][]) => rows.map((row) => row.slice(0, 2));
  expect(fileTotals(await textsOf(costs(page)))).toEqual(fileTotals(files));
  const changes = await textsOf(page.getByRole('table', {name: 'What would change'}));
  const told = changes.find(([line]) => line === 'Profitability of the partnership') ?? [];
  expect(told.slice(1, 3).map(numberIn)).toEqual([
    all['Profitability of the partnership'],
    more['Profitability of the partnership']
  ]);
  await page.getByRole('button', {name: 'End the what-if'}).click();
  await settled(page);
  expect(await amounts(page)).toEqual(all);
  expect(await textsOf(costs(page))).toEqual(files);
});

test('one customer’s account, two side by side, and groups of them', async ({app, page}) => {
  await openView(app, '#/partnerships');
  await pick(page, 'Account of', 'K00186', /Zandhof/);
  await expect(page).toHaveURL(/left=/);
  const one = await amounts(page);
  const [told] = await app.query(
    `select sum(amount)::varchar as net_sales from purchase
     where customer_id = 'K00186' and kind in ('sale', 'return')`
  );
  expect(one['Net sales']).toBe(Number(told?.['net_sales']));
  await pick(page, 'Beside', 'K00437', /Hotell Tre Koppar/);
  const rows = await textsOf(account(page));
  expect(rows[0]?.join(' ')).toMatch(/Zandhof.*Hotell Tre Koppar.*Difference/i);
  for (const row of rows.slice(1)) {
    const [, left = '', , right = '', , difference = ''] = row;
    if (numbersIn(difference).length === 0 || row[0] === 'Average purchase') continue;
    const off = cents(numberIn(right) - numberIn(left)) - cents(numberIn(difference));
    expect(Math.abs(off), row.join(' | ')).toBeLessThanOrEqual(1);
  }
  await expect(page.locator('[data-figure] svg').first()).not.toContainText('NaN');

  await goTo(page, '#/partnerships?split=segment');
  await page.getByRole('tab', {name: 'Table'}).click();
  await expect(page.getByRole('columnheader', {name: 'Segment'})).toBeVisible();
  const groups = await app.run('partnerships', {split: 'segment'});
  await expect(page.getByRole('grid')).toBeVisible();
  const sales = groups.reduce((sum, row) => sum + Math.round(Number(row['net_sales']) * 1e4), 0);
  const [all] = await app.query("select sum(amount)::varchar as sales from purchase where kind in ('sale', 'return')");
  expect(sales).toBe(Math.round(Number(all?.['sales']) * 1e4));
  await expect(page.locator('.cover')).toContainText((sales / 1e4).toLocaleString('en-GB', {minimumFractionDigits: 2}));

  await goTo(page, '#/partnerships?split=rung');
  await page.getByRole('tab', {name: 'Table'}).click();
  await expect(page.getByRole('columnheader', {name: 'Rung on the ladder'})).toBeVisible();
  await expect(page.getByRole('gridcell', {name: /^(Customer|Client|Lapsed)$/})).toHaveText([
    'Customer',
    'Client',
    'Lapsed'
  ]);
});

test('without a file of costs, rates that are typed in make an account', async ({app, page}) => {
  await app.open('#/data');
  await app.openFiles(['sample-data/purchases.csv']);
  await goTo(page, '#/partnerships');
  const before = await amounts(page);
  expect(before['Profitability of the partnership']).toBe(before['Profit on sales']);
  const delivery = page.getByRole('group', {name: 'Delivery'});
  const rate = delivery.getByRole('spinbutton', {name: 'Typed in: of net sales'});
  await rate.fill('10');
  await rate.press('Enter');
  await expect(page).toHaveURL(/rate_delivery=10/);
  const after = await amounts(page);
  expect(after['Delivery'] ?? 0).toBeCloseTo(-0.1 * (before['Net sales'] ?? 0), 1);
  expect(cents(after['Profitability of the partnership'] ?? 0)).toBe(
    cents(after['Profit on sales'] ?? 0) + cents(after['Delivery'] ?? 0)
  );
  const total = delivery.getByRole('spinbutton', {name: 'Typed in: a year'});
  await total.fill('1000');
  await total.press('Enter');
  await settled(page);
  expect((await amounts(page))['Delivery'] ?? 0).toBeLessThan(after['Delivery'] ?? 0);
});
