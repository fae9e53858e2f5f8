import { defineConfig } from 'vite';
import { compress } from '../compress-plugin.ts';
import { preloadedFonts } from '../fonts-plugin.ts';
import { operations } from '../operations-plugin.ts';
import { preact } from '../preact.ts';
import { routes } from '../routes-plugin.ts';
import { usedStyles } from '../styles-plugin.ts';
import { parsedTexts } from '../texts-plugin.ts';
import { themedLibrary } from '../theme-plugin.ts';
import words from '../ui/src/en.json' with { type: 'json' };
import * as known from './src/routes.ts';

const english = {
  title: words['ui.appName'],
  description: 'The digital counter of public bodies: find a service, fill in its form, send it and follow your request.',
};

// biome-ignore lint/style/noDefaultExport: the form that Vite reads
export default defineConfig(({ isSsrBuild }) => ({
  base: '/assets/portal/',
  plugins: [
    themedLibrary(),
    parsedTexts(),
    operations(),
    ...(isSsrBuild ? [] : [preloadedFonts(), usedStyles(), routes({ ...known, english }), compress()]),
  ],
  resolve: { alias: preact, conditions: ['source', 'module', 'browser', 'production', 'import', 'default'] },
  // The gateway loads one file, which needs nothing beside it.
  ssr: { noExternal: true, resolve: { conditions: ['source', 'module', 'node', 'production', 'import', 'default'] } },
  ...(isSsrBuild && { define: { 'process.env.NODE_ENV': '"production"' } }),
  build: {
    target: 'es2022',
    // Everything is a file of ours: the content security policy allows neither inline scripts nor inline styles.
    assetsInlineLimit: 0,
    assetsDir: '.',
    modulePreload: { polyfill: false },
    ...(isSsrBuild && { outDir: 'dist/server', copyPublicDir: false, rolldownOptions: { output: { codeSplitting: false } } }),
  },
}));
