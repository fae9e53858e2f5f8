import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const parser = '@formatjs/icu-messageformat-parser';

/** Parses the texts of the dictionaries (ICU MessageFormat) while building: no parser travels to the browser. */
export const parsedTexts = (): Plugin => ({
  name: 'sportello-parsed-texts',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: new RegExp(`^${parser}$`), replacement: `${parser}/no-parser.js` }] },
  }),
  transform: (code, id) => {
    if (!/\/web\/.+\/(it|en)\.json$/.test(id)) return undefined;
    const texts: Record<string, string> = JSON.parse(code);
    return { code: JSON.stringify(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parse(text)]))), map: null };
  },
});
