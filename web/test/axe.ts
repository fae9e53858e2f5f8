import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Looking {
  /** The selector of the part that is examined; else the whole page. */
  within?: string | undefined;
  /** Rules by name; else all those of WCAG 2.2, levels A and AA. */
  rules?: readonly string[] | undefined;
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks a rule of accessibility on the page as it is now. The rules are sent once a document, and only what they forbid comes back. */
export async function violationsIn(page: Page, { within, rules }: Looking = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly = rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: wcag };
  return page.evaluate(
    async ({ within, runOnly }) => {
      const { axe } = window as typeof window & { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within ?? document, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 400)} ${failureSummary}`),
      );
    },
    { within, runOnly },
  );
}
