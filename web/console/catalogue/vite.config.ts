import { defineConfig } from 'vite';
import { operations } from '../../operations-plugin.ts';
import { preact } from '../../preact.ts';
import { usedStyles } from '../../styles-plugin.ts';
import { parsedTexts } from '../../texts-plugin.ts';

// biome-ignore lint/style/noDefaultExport: the form that Vite reads
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/catalogue/',
  plugins: [parsedTexts(), operations(), usedStyles()],
  resolve: { alias: preact, conditions: ['source', 'module', 'browser', 'production', 'import', 'default'] },
  build: { target: 'es2022', assetsInlineLimit: 0, assetsDir: '.', modulePreload: { polyfill: false } },
});
