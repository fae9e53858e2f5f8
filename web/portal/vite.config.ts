import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from '../compress-plugin.ts';
import { lighterLibrary } from '../library-plugin.ts';
import { operations } from '../operations-plugin.ts';
import { routes } from '../routes-plugin.ts';
import words from '../ui/src/en.json' with { type: 'json' };
import * as known from './src/routes.ts';

const english = {
  title: words['ui.appName'],
  description: 'The digital counter of public bodies: find a service, fill in its form, send it and follow your request.',
};

// biome-ignore lint/style/noDefaultExport: the form that Vite reads
export default defineConfig(({ isSsrBuild }) => ({
  base: '/assets/portal/',
  plugins: [lighterLibrary(), react(), operations(), ...(isSsrBuild ? [] : [routes({ ...known, english }), compress()])],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'import', 'default'] },
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
