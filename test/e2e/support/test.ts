import {test as base, expect} from '@playwright/test';
import {App} from './app';
import {watchPolicy, type Violation} from './policy';
import {hostRules, openSite, type Site, type SiteOptions} from './site';

interface Fixtures {
  /** the app in the page, not yet open */
  app: App;
  /** what the page's policy blocked so far; a test that provokes it empties the list */
  violations: Violation[];
  /** errors that reached the window's handler so far; a test that provokes them empties the list */
  pageErrors: Error[];
  /** after every test: nothing left the app, nothing was blocked, nothing was thrown to nobody */
  quiet: void;
}

interface WorkerFixtures extends SiteOptions {
  site: Site;
}

/** Playwright's `test` on the built app. Every test also fails where a request left the app's origin. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  base: ['/', {option: true, scope: 'worker'}],

  site: [
    async ({base}, use) => {
      const site = await openSite({base});
      await use(site);
      await site.close();
    },
    {scope: 'worker'}
  ],

  launchOptions: [
    async ({launchOptions, site}, use) => {
      await use({...launchOptions, args: [...(launchOptions.args ?? []), hostRules(site)]});
    },
    {scope: 'worker'}
  ],

  baseURL: async ({site}, use) => use(site.url),

  violations: async ({page}, use) => use(await watchPolicy(page)),

  pageErrors: async ({page}, use) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await use(errors);
  },

  app: async ({page}, use) => use(new App(page)),

  quiet: [
    async ({site, violations, pageErrors}, use) => {
      site.canary.clear();
      site.elsewhere.clear();
      await use();
      expect(site.canary.seen, 'requests to another origin').toEqual([]);
      expect(site.elsewhere.seen, 'requests to other hosts').toEqual([]);
      expect(violations, 'what the policy blocked').toEqual([]);
      expect(pageErrors, 'uncaught errors').toEqual([]);
    },
    {auto: true}
  ]
});

export {expect};
