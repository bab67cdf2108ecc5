import type {Page} from '@playwright/test';

/** Something that the page's Content Security Policy blocked. */
export interface Violation {
  directive: string;
  blocked: string;
  source: string;
}

/** Collects what the policy blocks, in every document of the page from now on, and in workers by what they print. */
export async function watchPolicy(page: Page): Promise<Violation[]> {
  const violations: Violation[] = [];
  await page.exposeFunction('reportViolation', (violation: Violation) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const {effectiveDirective: directive, blockedURI: blocked, sourceFile, lineNumber} = event;
      const report = (globalThis as unknown as {reportViolation(violation: Violation): void}).reportViolation;
      report({directive, blocked, source: `${sourceFile}:${lineNumber}`});
    });
  });
  page.on('worker', (worker) => {
    worker.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy/i.test(text))
        violations.push({directive: 'worker', blocked: text, source: worker.url()});
    });
  });
  return violations;
}
