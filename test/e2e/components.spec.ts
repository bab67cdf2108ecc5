import {test as base, expect, type Locator, type Page} from '@playwright/test';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {serve} from '../tools/serve.mjs';
import {axe} from './support/axe';
import {watchPolicy, type Violation} from './support/policy';

interface Fixtures {
  violations: Violation[];
  errors: string[];
  quiet: void;
}

/** Playwright's `test` on the gallery of components, built as the app is and under the app's policy. */
const test = base.extend<Fixtures, {gallery: string}>({
  gallery: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the fixtures destructured, and there are none
    async ({}, use) => {
      const root = await mkdtemp(join(tmpdir(), 'gallery-'));
      const source = fileURLToPath(new URL('../gallery', import.meta.url));
      await build({root: source, configFile: join(source, 'vite.config.ts'), logLevel: 'error', build: {outDir: root}});
      const site = await serve({root, port: 0});
      await use(site.url);
      await site.close();
      await rm(root, {recursive: true});
    },
    {scope: 'worker', timeout: 60_000}
  ],

  baseURL: async ({gallery}, use) => use(gallery),
  violations: async ({page}, use) => use(await watchPolicy(page)),

  errors: async ({page}, use) => {
    const errors: string[] = [];
    page.on('pageerror', ({message}) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(errors);
  },

  quiet: [
    async ({violations, errors}, use) => {
      await use();
      expect(violations, 'what the policy blocked').toEqual([]);
      expect(errors, 'errors').toEqual([]);
    },
    {auto: true}
  ]
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`axe finds nothing, and nothing runs over: ${colorScheme}, ${width} px`, async ({page}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 900});
      for (const part of ['page', 'charts', 'threshold', 'table', 'parts', 'text']) {
        await page.goto(`?part=${part}`);
        await expect(page.locator('main > section')).toBeVisible();
        if (part === 'page') await expect(chart(page)).toBeVisible();
        expect(await axe(page), part).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), part).toBeLessThanOrEqual(
          0
        );
      }
    });
  }
}

test('a chart is read out point by point, and opens one by Enter', async ({page}) => {
  await page.goto('?part=page');
  await chart(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('C-1000, £280,000.00, 17.7% with those before. 1 of 60')).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('C-1007, £150,048.00, 27.2% with those before. 2 of 60')).toBeAttached();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('said')).toContainText('"customer":"C-1007"');
  await page.keyboard.press('Escape');
  await expect(tip(page)).toHaveCount(0);
});

test('a chart answers the mouse with the same words, and a click opens the point', async ({page}) => {
  await page.goto('?part=page');
  const bar = page.locator('g.points rect').nth(5);
  await bar.hover();
  await expect(tip(page)).toContainText('C-1035');
  await bar.click();
  await expect(page.getByTestId('said')).toContainText('"customer":"C-1035"');
});

test('a chart is read out in facets and with a legend too', async ({page}) => {
  await page.goto('?part=charts');
  await page.getByRole('application', {name: 'Customers by class and year'}).focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/Customers\s*911.* 6 of 6/)).toBeAttached();
  await expect(page.getByRole('img', {name: 'Nothing'})).toBeVisible();
});

test('a threshold is dragged: every chart follows at once, and it counts where it is dropped', async ({page}) => {
  await page.goto('?part=threshold');
  const handle = page.getByRole('slider', {name: 'The largest customers', exact: true});
  await expect(handle).toHaveAttribute('aria-valuenow', '20');
  const knob = handle.locator('circle');
  const {x, y, axis} = await placeOf(handle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + axis * 0.1, y + 40, {steps: 4});
  await expect(page.getByTestId('limit')).toHaveText('30 20');
  await expect(page.getByRole('spinbutton', {name: 'The largest'})).toHaveValue('30');
  await expect(page.getByRole('slider').nth(1)).toHaveAttribute('aria-valuetext', 'The top 30%');
  await page.mouse.move(x - axis, y);
  await expect(handle).toHaveAttribute('aria-valuenow', '0');
  await page.mouse.move(x + axis * 0.256, y);
  await page.mouse.up();
  await expect(page.getByTestId('limit')).toHaveText('45.6 45.6');
  await page.mouse.move(x, y);
  await expect(page.getByTestId('limit')).toHaveText('45.6 45.6');
  const box = await knob.boundingBox();
  expect(box && Math.abs(box.x + box.width / 2 - (x + axis * 0.256))).toBeLessThan(2);
});

test('a threshold is moved by keys, which count when they rest', async ({page}) => {
  await page.goto('?part=threshold');
  const handle = page.getByRole('slider', {name: 'The largest customers', exact: true});
  await handle.focus();
  for (const [key, value] of [
    ['ArrowRight', '21'],
    ['ArrowUp', '22'],
    ['ArrowLeft', '21'],
    ['Shift+ArrowRight', '21.1'],
    ['PageUp', '31.1'],
    ['End', '100'],
    ['Home', '0'],
    ['PageUp', '10']
  ] as const) {
    await page.keyboard.press(key);
    await expect(handle).toHaveAttribute('aria-valuenow', value);
  }
  await expect(page.getByTestId('limit')).toHaveText('10 10');
  await expect(handle).toHaveAttribute('aria-valuetext', 'The top 10%');
  expect(await axe(page)).toEqual([]);

  const lying = page.getByRole('slider', {name: 'The largest customers, from top to bottom'});
  await lying.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('limit')).toHaveText('11 11');
});

test('a threshold is typed, and dragged down where bars lie', async ({page}) => {
  await page.goto('?part=threshold');
  const field = page.getByRole('spinbutton', {name: 'The largest'});
  await field.fill('33.35');
  await field.press('Enter');
  await expect(page.getByTestId('limit')).toHaveText(/^33\.[34] 33\.[34]$/);
  await field.fill('50');
  await field.press('Enter');
  const handle = page.getByRole('slider', {name: 'The largest customers, from top to bottom'});
  await expect(handle).toHaveAttribute('aria-orientation', 'vertical');
  const knob = await handle.locator('circle').boundingBox();
  if (!knob) throw new Error('no knob');
  const [x, y] = [knob.x + knob.width / 2, knob.y + knob.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 400, {steps: 3});
  await page.mouse.up();
  await expect(page.getByTestId('limit')).toHaveText('100 100');
  await page.getByRole('application', {name: 'Customers by name'}).locator('g.points rect').first().click();
  await expect(page.getByTestId('said')).toContainText('"customer":"C-1000"');
});

test('a threshold has room for a finger, and keeps the page from scrolling under it', async ({page}) => {
  await page.setViewportSize({width: 390, height: 800});
  await page.goto('?part=threshold');
  const handle = page.getByRole('slider', {name: 'The largest customers', exact: true});
  const zone = await handle.locator('circle').boundingBox();
  expect(zone?.width).toBeGreaterThanOrEqual(24);
  expect(zone?.height).toBeGreaterThanOrEqual(24);
  expect(await handle.evaluate((node) => getComputedStyle(node).touchAction)).toBe('none');
});

test('a tooltip lies over a threshold, which can be taken all the same', async ({page}) => {
  await page.goto('?part=threshold');
  const drawn = page.locator('.drawn.y');
  await page.getByRole('application', {name: 'Customers by name'}).locator('g.points rect').first().hover();
  await expect(tip(page).first()).toBeVisible();
  await expect(drawn).toHaveClass(/behind/);
  const handle = page.getByRole('slider', {name: 'The largest customers, from top to bottom'});
  const knob = await handle.locator('circle').boundingBox();
  if (!knob) throw new Error('no threshold on screen');
  await page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2);
  await expect(drawn).not.toHaveClass(/behind/);
});

test('the old picture stays until the new one is there', async ({page}) => {
  await page.goto('?part=page');
  await expect(chart(page).locator('svg')).toBeVisible();
  const counts = await page.evaluate(async () => {
    const drawing = document.querySelector('[role="application"] .drawing')!;
    const seen: number[] = [];
    new MutationObserver(() => seen.push(drawing.querySelectorAll(':scope > svg').length)).observe(drawing, {
      childList: true
    });
    [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Change chart')!.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return seen;
  });
  expect(counts.length).toBeGreaterThan(0);
  expect(counts.every((count) => count === 1)).toBe(true);
});

test('a picture is saved with its colours, its words and nothing of the page', async ({page}) => {
  await page.emulateMedia({colorScheme: 'dark'});
  await page.goto('?part=page');
  await expect(chart(page).locator('svg')).toBeVisible();
  const svg = (await saved(page, 'SVG')).toString();
  expect(svg).toContain('<title>Customers by net sales</title>');
  expect(svg).toContain('<desc>20% of customers make 74.6% of net sales.</desc>');
  expect(svg).toContain('fill="rgb(20, 21, 23)"');
  expect(svg).toContain('29 customers make 80%');
  expect(svg).not.toMatch(/var\(|<style|aria-label="tip"| (class|style)=/);
  const picture = await saved(page, 'PNG');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(await colours(page, picture)).toEqual({corner: '253,252,249', bar: '11,87,180', width: 2136});
});

test('menus, lists and dialogs open, hold the focus and give it back', async ({page}) => {
  await page.goto('?part=page');
  await page.getByRole('combobox', {name: 'Country'}).click();
  await page.keyboard.type('öst');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', {name: 'Country'})).toHaveValue('Österreich');

  await page.getByRole('button', {name: 'Countries 3 chosen'}).click();
  await page.getByRole('checkbox', {name: 'Ireland'}).check();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', {name: 'Countries 4 chosen'})).toBeFocused();
  await page.getByRole('button', {name: 'Countries: Reset'}).click();
  await expect(page.getByRole('button', {name: 'Countries All'})).toBeFocused();

  await page.goto('?part=parts');
  await page.getByRole('button', {name: 'Use these'}).click();
  await expect(page.getByRole('dialog', {name: 'Replace what is loaded?'})).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', {name: 'Use these'})).toBeFocused();
  await expect(page.locator('body')).not.toHaveAttribute('style');
});

test('a command is found and chosen without leaving the field', async ({page}) => {
  await page.goto('?part=parts');
  await page.getByRole('button', {name: 'Find'}).click();
  const field = page.getByRole('combobox', {name: 'Views and actions'});
  await expect(field).toBeFocused();
  await page.keyboard.type('land');
  await expect(page.getByRole('option', {selected: true})).toContainText('Ireland');
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  await expect(page.getByRole('option', {selected: true})).toContainText('Land 7');
  expect(await axe(page)).toEqual([]);
  await field.press('Enter');
  await expect(page.getByTestId('said')).toHaveText('went to c7');
  await page.getByRole('button', {name: 'Find'}).click();
  await field.fill('nowhere');
  await expect(page.getByRole('dialog').getByText('Nothing found')).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test('a number is told when it is whole, and refused out of range', async ({page}) => {
  await page.goto('?part=page');
  const field = page.getByRole('spinbutton', {name: 'Target'});
  await field.fill('120');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('1 to 100');
  await field.fill('70');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', {name: 'Target: Reset to 80 %'}).click();
  await expect(field).toHaveValue('80');
  await expect(field).toBeFocused();
});

test('a field that is left shows the value that holds, and says once why it took no other', async ({page}) => {
  await page.goto('?part=page');
  const field = page.getByRole('spinbutton', {name: 'Target'});
  await field.fill('120');
  await field.press('Tab');
  await expect(field).toHaveValue('80');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByRole('alert')).toHaveText('Not taken. 1 to 100.');
  await field.focus();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await field.fill('');
  await field.blur();
  await expect(field).toHaveValue('80');
  const date = page.getByLabel('As of', {exact: true});
  await date.fill('2012-01-31');
  await date.blur();
  await expect(date).toHaveValue('2010-12-01');
  await expect(page.getByText('Not taken. 1 Dec 2010 to 9 Dec 2011.')).toBeVisible();
  await date.fill('2011-06-30');
  await date.blur();
  await expect(date).toHaveValue('2011-06-30');
  await expect(page.getByText('to 9 Dec 2011.')).toHaveCount(0);
});

test('a table of a million rows is reached end to end by keyboard, in one stop', async ({page}) => {
  await page.goto('?part=table');
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '1000001');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(active(page)).toHaveText('C');
  await expect(row(page)).toHaveAttribute('aria-rowindex', '1000001');
  expect(await uncovered(page)).toBe(true);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  expect(await uncovered(page)).toBe(true);
  await page.keyboard.press('Control+Home');
  await expect(active(page)).toHaveText('C-1000000');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  const copied = await grid.evaluate((node) => {
    const event = new ClipboardEvent('copy', {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
    node.dispatchEvent(event);
    return event.clipboardData?.getData('text/plain');
  });
  expect(copied).toBe('C-1000000\tAda & Ada Wholesale\nC-1000001\tBo & Hélène Wholesale');
  await page.keyboard.press('Tab');
  await expect(grid).not.toBeFocused();
});

test('a table is sorted by its headers and searched', async ({page}) => {
  await page.goto('?part=table');
  await page.getByRole('columnheader', {name: 'Net sales'}).getByRole('button').click();
  await expect(page.getByRole('columnheader', {name: 'Net sales'})).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('gridcell').first()).toHaveText('C-1999999');
  await expect(page.getByText('Sales less returns, without cancellations.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', {name: 'Net sales'})).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('searchbox').fill('abc');
  await expect(page.getByText('1,000 rows')).toBeVisible();
  await page.getByRole('gridcell', {name: 'C-1000003'}).click();
  await expect(page.getByTestId('said')).toHaveText('row C-1000003');
});

test('the wheel moves a million rows as it moves a hundred', async ({page}) => {
  await page.goto('?part=table');
  await expect(page.getByRole('gridcell', {name: 'C-1000000'})).toBeVisible();
  await page.getByRole('grid').hover();
  for (const rows of [10, 20, 30]) {
    await page.mouse.wheel(0, 300);
    await expect.poll(() => firstRow(page)).toBe(rows);
  }
});

test('dropped files are told by name', async ({page}) => {
  await page.goto('?part=text');
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a,b'], 'orders.csv'));
    dataTransfer.items.add(new File(['a,b'], 'customers.csv'));
    window.dispatchEvent(new DragEvent('dragover', {dataTransfer, bubbles: true, cancelable: true}));
    window.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
  });
  await expect(page.getByTestId('said')).toHaveText('orders.csv, customers.csv');
});

test('Markdown gives no HTML, no request, and links that tell where they go', async ({page}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('?part=text');
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
  const book = page.getByRole('link', {name: 'the book (example.org)'});
  await expect(book).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(page.getByText('That the curve is far from the diagonal.')).toBeHidden();
  await page.getByText('What does a Gini of 0.72 mean?').click();
  await expect(page.getByText('That the curve is far from the diagonal.')).toBeVisible();
  expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin) && !url.startsWith('data:'))).toEqual([]);
});

const chart = (page: Page) => page.getByRole('application', {name: 'Customers by net sales'});

/** Where the knob of a threshold along the x axis is, and how long that axis. */
async function placeOf(handle: Locator) {
  const [knob, line] = [await handle.locator('circle').boundingBox(), await handle.locator('line').boundingBox()];
  const side = await handle.page().locator('.drawn.x .side').boundingBox();
  if (!knob || !line || !side) throw new Error('no threshold on screen');
  // The side that is shaded goes from the start of the axis to 20 %.
  return {x: knob.x + knob.width / 2, y: knob.y + knob.height / 2, axis: side.width / 0.2};
}

const tip = (page: Page) => page.locator('[aria-label="tip"] text');
const active = (page: Page) => page.locator('.cell.active');
const row = (page: Page) => page.locator('[role="row"]:has(> .cell.active)');

/** Whether the active cell is whole between the header and the end of the table. */
async function uncovered(page: Page): Promise<boolean> {
  const [cell, head, grid] = await Promise.all([
    active(page).boundingBox(),
    page.locator('[data-head]').boundingBox(),
    page.getByRole('grid').boundingBox()
  ]);
  if (!cell || !head || !grid) return false;
  return cell.y >= head.y + head.height - 1 && cell.y + cell.height <= grid.y + grid.height + 1;
}

/** How many rows have gone above the header. */
const firstRow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const edge = document.querySelector('[data-head]')!.getBoundingClientRect().bottom;
    const rows = [...document.querySelectorAll('.body [role="row"]')];
    const first = rows.find((node) => node.getBoundingClientRect().top >= edge - 1);
    return Number(first?.getAttribute('aria-rowindex')) - 2;
  });

async function saved(page: Page, format: 'SVG' | 'PNG'): Promise<Buffer> {
  await page.getByRole('button', {name: 'Download'}).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', {name: format}).click()]);
  expect(file.suggestedFilename()).toBe(`pareto.${format.toLowerCase()}`);
  return readFile(await file.path());
}

/** Colours in the corner and low in the first bar, as the browser decodes them. */
function colours(page: Page, picture: Buffer): Promise<{corner: string; bar: string; width: number}> {
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], {type: 'image/png'}));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const at = (x: number, y: number): string => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)].join();
      return {corner: at(2, 2), bar: at(130, 780), width: bitmap.width};
    },
    [...picture]
  );
}
