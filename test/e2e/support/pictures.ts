import {join} from 'node:path';
import type {Page, TestInfo} from '@playwright/test';

const widths = [1440, 390] as const;
const schemes = ['light', 'dark'] as const;

export interface Look {
  width: (typeof widths)[number];
  scheme: (typeof schemes)[number];
}

/** Wide and narrow, light and dark. */
export const looks: Look[] = widths.flatMap((width) => schemes.map((scheme) => ({width, scheme})));

/** Gives the page a width and a colour scheme, as the system would. */
export async function lookLike(page: Page, {width, scheme}: Look): Promise<void> {
  await page.setViewportSize({width, height: width === 390 ? 844 : 900});
  await page.emulateMedia({colorScheme: scheme});
}

/**
 * Keeps a picture of the whole page in every look, as `test-results/screens/NAME-WIDTH-SCHEME.png`, to be looked at.
 *
 * @param check run in every look, before its picture is taken
 */
export async function pictures(
  page: Page,
  name: string,
  info: TestInfo,
  check: (look: Look) => Promise<void> = async () => {}
): Promise<void> {
  for (const look of looks) {
    await lookLike(page, look);
    await settled(page);
    await check(look);
    const path = join(info.project.outputDir, 'screens', `${name}-${look.width}-${look.scheme}.png`);
    await page.screenshot({path, fullPage: true, animations: 'disabled'});
  }
}

/** Waits until two frames were painted and the fonts are there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
