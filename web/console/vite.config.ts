import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from '../compress-plugin.ts';
import { lighterLibrary } from '../library-plugin.ts';
import { operations } from '../operations-plugin.ts';
import { routes } from '../routes-plugin.ts';
import words from './src/en.json' with { type: 'json' };
import * as known from './src/sections.ts';

const english = { title: words['console.name'], description: 'Where officers of public bodies work on the practices of citizens.' };

// biome-ignore lint/style/noDefaultExport: the form that Vite reads
export default defineConfig({
  base: '/assets/console/',
  plugins: [lighterLibrary(), react(), operations(), routes({ ...known, english }), compress()],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'import', 'default'] },
  build: {
    target: 'es2022',
    // Everything is a file of ours: the content security policy allows neither inline scripts nor inline styles.
    assetsInlineLimit: 0,
    assetsDir: '.',
    modulePreload: { polyfill: false },
  },
});
