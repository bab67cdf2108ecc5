import type {Page} from '@playwright/test';
import {goTo, openView, savedBy, settled} from './support/view';
import {expect, test} from './support/test';

const views = ['pareto', 'cohorts', 'survival', 'acquisition', 'ladder', 'phases', 'partnerships'];

/** What has focus, so that two stops differ in it: its place in the document. */
const focused = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body));

/** The controls of the view that Tab must reach: their places in the document, one for each roving group. */
const reachable = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const every = [...document.querySelectorAll('*')];
    const wanted = 'a[href], button, input, select, textarea, summary, [tabindex]';
    return [...document.querySelectorAll<HTMLElement>(`main :is(${wanted})`)]
      .filter(
        (element) =>
          element.tabIndex >= 0 &&
          element.checkVisibility() &&
          !element.closest('[inert]') &&
          !element.matches(':disabled')
      )
      .map((element) => every.indexOf(element));
  });

/** Presses Tab from the top of the page until it leaves the content: the stops within. A field of a day has several. */
async function stopsOf(page: Page): Promise<number[]> {
  await page.evaluate(() => document.querySelector<HTMLElement>('main')?.focus());
  const stops: number[] = [];
  let times = 0;
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Tab');
    const within = await page.evaluate(() => document.activeElement?.closest('main') !== null);
    if (!within) return stops;
    const stop = await focused(page);
    times = stop === stops.at(-1) ? times + 1 : 0;
    if (times === 0) stops.push(stop);
    else if (times > 3) throw new Error('Tab is caught');
  }
  throw new Error('Tab finds no way out');
}

async function saved(page: Page, item: number): Promise<{name: string; bytes: Buffer}> {
  await page.getByRole('button', {name: 'Download', exact: true}).click();
  const entry = page.getByRole('menuitem').nth(item);
  return savedBy(page, () => entry.click());
}

for (const name of views) {
  test(`${name}: by Tab alone, its table, SQL, lesson and files, narrow and large`, async ({app, page}) => {
    await openView(app, `#/${name}`);
    const rows = await app.run(name);

    const wanted = await reachable(page);
    const stops = await stopsOf(page);
    expect(new Set(stops)).toEqual(new Set(wanted));
    expect(stops).toEqual(stops.toSorted((a, b) => a - b));

    await page.getByRole('button', {name: 'Download', exact: true}).click();
    const items = await page.getByRole('menuitem').allInnerTexts();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);
    expect(items.length).toBeGreaterThan(3);
    for (const [place, label] of items.entries()) {
      const {name: file, bytes} = await saved(page, place);
      expect(bytes.length, file).toBeGreaterThan(100);
      const text = bytes.toString('utf8');
      if (label.includes('SVG')) {
        expect(text, file).toMatch(/^<(\?xml|svg)/);
        expect(text, file).not.toMatch(/NaN|undefined|Infinity/);
      } else if (label.includes('PNG')) expect(bytes.subarray(1, 4).toString('latin1'), file).toBe('PNG');
      else if (label.includes('CSV')) expect(text.trimEnd().split('\n'), file).toHaveLength(rows.length + 1);
    }

    await page.getByRole('tab', {name: 'Table', exact: true}).click();
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
    await page.getByRole('tab', {name: 'SQL', exact: true}).click();
    const sql = await page.locator('main pre').first().innerText();
    expect(await app.query(sql)).toHaveLength(rows.length);
    await page.getByRole('tab', {name: 'How to read', exact: true}).click();
    await expect(page.getByRole('heading', {name: /^How to read/}).last()).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/undefined|\[object|\{[a-z]+,? /);

    await page.emulateMedia({reducedMotion: 'reduce', forcedColors: 'active'});
    await page.setViewportSize({width: 390, height: 844});
    await goTo(page, `#/${name}`);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow(), 'at 390 px').toBeLessThanOrEqual(0);
    await expect(page.locator('[data-figure] svg').first()).toBeVisible();
    await page.setViewportSize({width: 1280, height: 900});
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await settled(page);
    expect(await overflow(), 'letters twice as large').toBeLessThanOrEqual(0);
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({playState}) => playState === 'running').length
    );
    expect(moving, 'motion that isn’t wanted').toBe(0);
  });
}
