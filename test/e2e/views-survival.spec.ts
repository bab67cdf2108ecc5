import {choose} from './support/using';
import {listed, numberIn, numbersIn, openView, settled, textsOf} from './support/view';
import {expect, test} from './support/test';

test('groups are compared, the calculator answers, and who is waiting is listed', async ({app, page}) => {
  await openView(app, '#/survival');
  const alone = page.getByRole('button', {name: /^Show the [\d,]+ still to come/});
  const waiting = numberIn(await alone.textContent());
  const [told] = await app.query(
    `select (count(*) filter (days = 1))::int as once, count(*)::int as customers from (
       select customer_key, count(*) as days from (
         select customer_key, purchased_on from purchase where kind in ('sale', 'return')
         group by all having sum(amount) > 0
       ) group by 1
     )`
  );
  expect(waiting).toBe(told?.['once']);
  const table = page.getByRole('table', {name: 'How long it takes'});
  expect((await textsOf(table))[1]?.slice(1, 4).map(numberIn)).toEqual([
    told?.['customers'],
    Number(told?.['customers']) - waiting,
    waiting
  ]);
  await alone.click();
  expect(await listed(page)).toBe(waiting);

  const answer = page.getByText(/^Of those silent for/);
  const before = await answer.innerText();
  const silent = page.getByRole('spinbutton', {name: 'Silent for'});
  await silent.fill('180');
  await silent.press('Enter');
  await settled(page);
  await expect(page).toHaveURL(/silent=180/);
  await expect(answer).not.toHaveText(before);
  const [, chance = 0, low = 0, high = 0] = numbersIn(await answer.innerText());
  expect([low <= chance, chance <= high]).toEqual([true, true]);

  await choose(page, 'Compare by', 'Segment');
  await settled(page);
  const groups = (await textsOf(table)).slice(1);
  expect(groups.length).toBeGreaterThan(1);
  expect(groups.reduce((sum, row) => sum + numberIn(row[1] ?? ''), 0)).toBe(told?.['customers']);
  await expect(page.getByText(/log-rank|χ²|chi/i).first()).toBeVisible();
  expect(await page.locator('[data-figure] svg [fill-opacity]').count()).toBeGreaterThan(groups.length - 1);
  await expect(page.locator('[data-figure] svg').first()).toContainText(groups[0]?.[0] ?? 'no group');

  await choose(page, 'Time from', 'start to end of the relationship');
  await settled(page);
  await expect(page).toHaveURL(/what=contract/);
  expect((await textsOf(page.locator('main table').first())).length).toBeGreaterThan(1);
});
