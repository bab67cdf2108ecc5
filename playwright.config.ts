import {defineConfig} from '@playwright/test';
import type {SiteOptions} from './test/e2e/support/site';
import {chromiumFlags, chromiumPath} from './test/tools/chromium.mjs';

/** Every worker serves the built `dist/` itself, on a port of its own: `test/e2e/support/site.ts`. */
export default defineConfig<object, SiteOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: {timeout: 15_000},
  workers: process.env.CI ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    viewport: {width: 1440, height: 900},
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {executablePath: chromiumPath(), args: chromiumFlags}
  },
  projects: [
    {name: 'sub-path', use: {base: '/any/sub/path/'}},
    {name: 'root', use: {base: '/'}, grep: /@root/}
  ]
});
