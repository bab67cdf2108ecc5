import {dataFile, hasData} from './support/using';
import {goTo, listed, settled, textsOf} from './support/view';
import {expect, test} from './support/test';

test.describe('real files in the views (skipped where ../shared/data is absent)', () => {
  test.skip(!hasData, 'the data sets are not on this machine');
  test.setTimeout(180_000);

  test('Online Retail: published cohorts, the wait for the next order, the ladder', async ({app, page}) => {
    await app.open('#/data');
    await app.openFiles([dataFile('online_retail/OnlineRetail.csv')]);
    await goTo(page, '#/cohorts');
    const matrix = page.getByRole('grid');
    const december = [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235];
    const ages = await matrix
      .getByRole('row', {name: /^Dec 2010/})
      .getByRole('gridcell')
      .evaluateAll((cells) =>
        cells.map((cell) => /· ([\d,]+) of/.exec(cell.getAttribute('aria-label') ?? '')?.[1]).filter(Boolean)
      );
    expect(ages.map(Number)).toEqual(december);
    const rows = await app.run('cohorts');
    expect(rows.slice(0, december.length).map((row) => Number(row['kept']))).toEqual(december);
    await matrix.getByRole('gridcell', {name: /^Dec 2010, 3 months later/}).click();
    expect(await listed(page)).toBe(340);

    await goTo(page, '#/pareto');
    await expect(page.locator('.takeaway')).toContainText(/20\s?% of customers make/);
    await goTo(page, '#/survival?as_of=2011-09-09');
    await expect(page.locator('.takeaway')).toContainText('106 days');
    await goTo(page, '#/ladder');
    const rungs = await textsOf(page.getByRole('table', {name: 'What each rung brings'}));
    expect(rungs.find(([rung]) => rung === 'Advocate')?.join(' ')).toContain('not observable');
    for (const hash of ['#/phases', '#/partnerships']) {
      await goTo(page, hash);
      await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity|\[object/);
    }
  });

  test('CDNOW: every view tells something, and says what it can’t', async ({app, page}) => {
    await app.open('#/data');
    await app.openFiles([dataFile('cdnow/CDNOW_master.txt')]);
    for (const hash of ['#/pareto', '#/cohorts', '#/survival', '#/ladder', '#/phases', '#/partnerships']) {
      await goTo(page, hash);
      await expect(page.locator('.takeaway')).toContainText(/\d/);
      await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity|\[object/);
    }
    await settled(page);
    await expect(page.locator('.cover')).toContainText('69,659 purchases');
  });
});
