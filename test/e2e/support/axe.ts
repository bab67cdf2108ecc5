import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong on the page as it stands: one line a finding, `rule: selector: what to do`. It is asked for nothing
 * else, in the page itself, which has no frames: what it finds right would take most of the time on a page of many cells.
 */
export async function axe(page: Page): Promise<string[]> {
  const {violations} = await new AxeBuilder({page})
    .options({resultTypes: ['violations']})
    .withTags(tags)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`)
  );
}
