import type {Page} from '@playwright/test';
import {expect, test} from './support/test';

/** Presses Tab until what has focus is called so. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = element && 'labels' in element ? [...(element.labels as NodeListOf<HTMLElement>)] : [];
      return [
        element?.getAttribute('aria-label'),
        ...labels.map((label) => label.innerText),
        element?.innerText,
        element?.getAttribute('role')
      ]
        .filter(Boolean)
        .join(' ');
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${name} takes focus`);
}

test('from the overview to the customers behind a bar, by keyboard alone', async ({app, page}) => {
  await app.open('#/overview');
  await tabTo(page, /Skip to the content/);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('pareto');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/pareto/);
  await expect(page.locator('[data-figure] svg').first()).toBeVisible();

  await tabTo(page, /Class A up to/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/limit_a=60/);

  await tabTo(page, /^Chart/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=table/);
  await expect(page.getByRole('grid')).toBeVisible();
  await tabTo(page, /grid$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog');
  await expect(list).toContainText('1 customer');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
});
