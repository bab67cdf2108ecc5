import {dataFile, dropped, hasData, used} from './support/using';
import {listed, numberIn, openView, settled, textsOf} from './support/view';
import {expect, test} from './support/test';

test('the funnel of the sample counts its leads, and leads to them', async ({app, page}) => {
  await openView(app, '#/acquisition');
  const rows = await app.run('acquisition');
  const people = rows.map((row) => Number(row['people']));
  expect(people).toEqual(people.toSorted((a, b) => b - a));
  await expect(page.locator('.takeaway')).toContainText(`Of ${people[0]?.toLocaleString('en-GB')} leads`);
  await expect(page.locator('.takeaway')).toContainText(String(people.at(-1)));
  const channels = page.getByRole('table', {name: /^How far each channel/});
  const told = await textsOf(channels);
  expect(told.slice(1).reduce((sum, row) => sum + numberIn(row[1] ?? ''), 0)).toBe(people[0]);
  await channels.getByRole('button', {name: 'Show the leads of Trade fair'}).click();
  expect(await listed(page)).toBe(numberIn(told.find(([name]) => name === 'Trade fair')?.[1] ?? ''));
  const lost = page.getByRole('table', {name: 'Why leads are lost'});
  await lost.getByRole('button').first().click();
  expect(await listed(page)).toBe(numberIn((await textsOf(lost))[1]?.[1] ?? ''));
});

test.describe('Olist (skipped where ../shared/data is absent)', () => {
  test.skip(!hasData, 'the data sets are not on this machine');

  test('842 of 8,000 leads became sellers', async ({app, page}) => {
    await app.open('#/acquisition');
    const files = ['marketing_qualified_leads', 'closed_deals'].map((name) => `olist_funnel/olist_${name}_dataset.csv`);
    await dropped(app, files.map(dataFile));
    await used(app);
    await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name: 'Acquisition funnel'}).click();
    await settled(page);
    await expect(page.locator('.takeaway')).toContainText(/Of 8,000 leads since Jun 2017, 842 \(10\.5\s?%\)/);
    await expect(page.locator('.takeaway')).toContainText('14 days');
    await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity/);
  });
});
