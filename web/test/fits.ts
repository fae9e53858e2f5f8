import type { Page } from 'playwright-core';

/** Gives a page another size; what hangs on the width is drawn anew at the next frames. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What sticks out of a page on the right: nobody should have to scroll sideways (WCAG 1.4.10). */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((it) => it.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5)
          .map((it) => it.outerHTML.slice(0, 200)),
  );
