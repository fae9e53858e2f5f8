import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Routes {
  openRoutes: readonly string[];
  unlistedRoutes?: readonly string[];
  personalRoutes: readonly string[];
  /** What the page says of itself in English before its script runs. */
  english: { title: string; description: string };
}

/** Puts the list of the pages beside them, for the gateway: what is not in it is not there. And the one page in English. */
export const routes = ({ openRoutes, unlistedRoutes = [], personalRoutes, english }: Routes): Plugin => ({
  name: 'sportello-routes',
  apply: 'build',
  writeBundle: ({ dir }) => {
    if (!dir) return;
    writeFileSync(join(dir, 'routes.json'), JSON.stringify({ open: openRoutes, unlisted: unlistedRoutes, personal: personalRoutes }));
    writeFileSync(join(dir, 'index.en.html'), inEnglish(readFileSync(join(dir, 'index.html'), 'utf8'), english));
  },
});

/** @throws Error for a page without one of the places that are said in English */
function inEnglish(page: string, { title, description }: Routes['english']): string {
  const places: [RegExp, string][] = [
    [/<html lang="it"/, '<html lang="en"'],
    [/<title>[^<]*<\/title>/, `<title>${title}</title>`],
    [/<meta name="description" content="[^"]*"/, `<meta name="description" content="${description}"`],
  ];
  for (const [place] of places) if (!place.test(page)) throw new Error(`The page has no ${place.source}`);
  return places.reduce((text, [place, words]) => text.replace(place, words), page);
}
