import { defineConfig } from 'vite';
import { compress } from '../compress-plugin.ts';
import { preloadedFonts } from '../fonts-plugin.ts';
import { formsOfContracts } from '../forms-plugin.ts';
import { operations } from '../operations-plugin.ts';
import { preact } from '../preact.ts';
import { routes } from '../routes-plugin.ts';
import { usedStyles } from '../styles-plugin.ts';
import { parsedTexts } from '../texts-plugin.ts';
import { themedLibrary } from '../theme-plugin.ts';
import words from './src/en.json' with { type: 'json' };
import * as known from './src/sections.ts';

const english = { title: words['console.name'], description: 'Where officers of public bodies work on the practices of citizens.' };

// biome-ignore lint/style/noDefaultExport: the form that Vite reads
export default defineConfig({
  base: '/assets/console/',
  plugins: [
    themedLibrary(),
    parsedTexts(),
    operations(),
    formsOfContracts(),
    preloadedFonts(),
    usedStyles(),
    routes({ ...known, english }),
    compress(),
  ],
  resolve: { alias: preact, conditions: ['source', 'module', 'browser', 'production', 'import', 'default'] },
  build: {
    target: 'es2022',
    // Everything is a file of ours: the content security policy allows neither inline scripts nor inline styles.
    assetsInlineLimit: 0,
    assetsDir: '.',
    modulePreload: { polyfill: false },
  },
});
