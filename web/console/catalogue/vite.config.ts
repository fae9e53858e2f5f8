import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lighterLibrary } from '../../library-plugin.ts';
import { operations } from '../../operations-plugin.ts';

// biome-ignore lint/style/noDefaultExport: the form that Vite reads
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/catalogue/',
  plugins: [lighterLibrary(), react(), operations()],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'import', 'default'] },
  build: { target: 'es2022', assetsInlineLimit: 0, assetsDir: '.', modulePreload: { polyfill: false } },
});
